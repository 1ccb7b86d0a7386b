import { Component } from './events';

interface HoverParent {
  hoverPopover: HoverPopover | null;
}

enum PopoverState {
  Showing,
  Shown,
  Hiding,
  Hidden,
}

/** How long a popover stays once the pointer has left both its target and itself, in ms. */
const LEAVE = 200;

export class HoverPopover extends Component {
  readonly hoverEl = createDiv('popover hover-popover');
  state = PopoverState.Showing;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly parent: HoverParent,
    private readonly targetEl: HTMLElement | null,
    wait = 300,
  ) {
    super();
    parent.hoverPopover?.hide();
    parent.hoverPopover = this;
    this.timer = setTimeout(() => this.show(), wait);
    targetEl?.addEventListener('mouseleave', this.onLeave);
    this.hoverEl.addEventListener('mouseenter', this.onEnter);
    this.hoverEl.addEventListener('mouseleave', this.onLeave);
  }

  /** Not public in the app. */
  hide(): void {
    clearTimeout(this.timer);
    this.targetEl?.removeEventListener('mouseleave', this.onLeave);
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
    this.state = PopoverState.Hidden;
    this.hoverEl.remove();
    super.unload();
  }

  /** A popover that goes takes itself off the screen, also before it was shown. */
  override unload(): void {
    if (this.state !== PopoverState.Hidden) this.hide();
  }

  private show(): void {
    if (this.targetEl && !this.targetEl.isConnected) {
      this.hide();
      return;
    }
    document.body.append(this.hoverEl);
    this.state = PopoverState.Shown;
    this.load();
    this.position();
  }

  private position(): void {
    if (!this.targetEl) return;
    const target = this.targetEl.getBoundingClientRect();
    const { width, height } = this.hoverEl.getBoundingClientRect();
    const fitsBelow = target.bottom + height <= window.innerHeight;
    this.hoverEl.style.left = `${Math.max(8, Math.min(target.left, window.innerWidth - width - 8))}px`;
    this.hoverEl.style.top = `${fitsBelow ? target.bottom : Math.max(8, target.top - height)}px`;
  }

  private readonly onEnter = (): void => {
    if (this.state === PopoverState.Hiding) {
      clearTimeout(this.timer);
      this.state = PopoverState.Shown;
    }
  };

  private readonly onLeave = (event: MouseEvent): void => {
    const into = event.relatedTarget as Node | null;
    if (into && (this.hoverEl.contains(into) || this.targetEl?.contains(into))) return;
    clearTimeout(this.timer);
    if (this.state === PopoverState.Shown) this.state = PopoverState.Hiding;
    this.timer = setTimeout(() => this.hide(), this.state === PopoverState.Hiding ? LEAVE : 0);
  };
}
