/** How long the app shows a notice that says nothing else, in ms. */
const DURATION = 4000;

export class Notice {
  readonly containerEl = createDiv('notice');
  readonly messageEl = this.containerEl.createDiv('notice-message');
  readonly noticeEl = this.containerEl;

  constructor(message: string | DocumentFragment, duration = DURATION) {
    this.setMessage(message);
    const all =
      document.body.querySelector('.notice-container') ?? document.body.createDiv('notice-container');
    all.append(this.containerEl);
    this.containerEl.addEventListener('click', () => this.hide());
    if (duration > 0) setTimeout(() => this.hide(), duration);
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.replaceChildren(message);
    return this;
  }

  hide(): void {
    this.containerEl.remove();
  }
}
