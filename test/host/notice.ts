/** How long a notice stays where it was given no time, in ms. */
const DURATION = 5000;

const shown = new Set<Notice>();

/** A message in the corner; a click takes it away. With a duration of 0 nothing else does. */
export class Notice {
  readonly containerEl = createDiv('notice');
  readonly messageEl = this.containerEl.createDiv('notice-message');
  readonly noticeEl = this.containerEl;
  private readonly timer: ReturnType<typeof setTimeout> | undefined;

  constructor(message: string | DocumentFragment, duration = DURATION) {
    this.setMessage(message);
    containerIn(activeDocument).append(this.containerEl);
    shown.add(this);
    this.containerEl.addEventListener('click', () => this.hide());
    if (duration > 0) this.timer = setTimeout(() => this.hide(), duration);
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    clearTimeout(this.timer);
    shown.delete(this);
    const container = this.containerEl.parentElement;
    this.containerEl.remove();
    if (container?.childElementCount === 0) container.remove();
  }
}

/** For a host that goes. */
export function hideNotices(): void {
  for (const notice of [...shown]) notice.hide();
}

const containerIn = ({ body }: Document): HTMLElement =>
  body.querySelector<HTMLElement>('.notice-container') ?? body.createDiv('notice-container');
