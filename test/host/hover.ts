import { currentApp } from './app';
import { count } from './census';
import { Component } from './events';

export enum PopoverState {
  Showing,
  Shown,
  Hiding,
  Hidden,
}

export interface HoverParent {
  hoverPopover: HoverPopover | null;
}

interface Point {
  x: number;
  y: number;
}

/** How long the pointer may be between target and popover, in ms. */
const GRACE = 150;
const GAP = 4;

/** Opens beside its target once the pointer has rested there, and stays while the pointer is in either. */
export class HoverPopover extends Component {
  readonly hoverEl = createDiv('popover hover-popover');
  state = PopoverState.Showing;
  private readonly uncount = count('popovers', this);
  private cancelTimer: () => void;

  constructor(
    readonly parent: HoverParent,
    readonly targetEl: HTMLElement | null,
    waitTime = 300,
    private readonly staticPos: Point | null = null,
  ) {
    super();
    parent.hoverPopover?.hide();
    parent.hoverPopover = this;
    for (const element of [targetEl, this.hoverEl]) {
      element?.addEventListener('mouseenter', this.stay);
      element?.addEventListener('mouseleave', this.leave);
    }
    this.cancelTimer = this.later(() => this.show(), waitTime);
  }

  show(): void {
    if (this.state === PopoverState.Hidden) return;
    if (this.targetEl && !this.targetEl.isConnected) {
      this.hide();
      return;
    }
    this.state = PopoverState.Shown;
    activeDocument.body.append(this.hoverEl);
    void this.load();
    this.position();
  }

  hide(): void {
    if (this.state === PopoverState.Hidden) return;
    this.state = PopoverState.Hidden;
    this.cancelTimer();
    this.uncount();
    for (const element of [this.targetEl, this.hoverEl]) {
      element?.removeEventListener('mouseenter', this.stay);
      element?.removeEventListener('mouseleave', this.leave);
    }
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
    super.unload();
    this.hoverEl.remove();
  }

  /** Also takes back one that has not opened yet. */
  override unload(): void {
    this.hide();
  }

  /** Below the target, above it where there is no room, and never outside the window. */
  position(): void {
    const target = this.targetEl?.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.hoverEl;
    const { innerWidth, innerHeight } = window;
    const below = target ? target.bottom + GAP : (this.staticPos?.y ?? 0);
    const above = target ? target.top - GAP - height : below;
    const top = below + height <= innerHeight || above < 0 ? below : above;
    const left = this.staticPos?.x ?? target?.left ?? 0;
    Object.assign(this.hoverEl.style, {
      position: 'absolute',
      top: `${Math.max(0, Math.min(top, innerHeight - height))}px`,
      left: `${Math.max(0, Math.min(left, innerWidth - width))}px`,
    });
  }

  private readonly stay = (): void => {
    if (this.state !== PopoverState.Hiding) return;
    this.cancelTimer();
    this.state = PopoverState.Shown;
  };

  private readonly leave = (event: MouseEvent): void => {
    const to = event.relatedTarget as Node | null;
    if (to && (this.hoverEl.contains(to) || this.targetEl?.contains(to))) return;
    if (this.state === PopoverState.Showing) {
      this.hide();
      return;
    }
    this.cancelTimer();
    this.state = PopoverState.Hiding;
    this.cancelTimer = this.later(() => this.hide(), GRACE);
  };

  private later(run: () => void, ms: number): () => void {
    const app = currentApp();
    if (app) return app.pending.later(run, ms);
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }
}
