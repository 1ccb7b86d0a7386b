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

const GAP = 4;

/**
 * Opens beside its target once the pointer has rested there, and stays while the pointer is in either. That is all
 * plugins can ask of it: of its methods none is public but what every component has, and `unload` takes nothing away
 * but what the component registered. Whoever opens it is over the target, as the app takes for granted.
 */
export class HoverPopover extends Component {
  readonly hoverEl = createDiv('popover hover-popover');
  state = PopoverState.Showing;
  private onTarget = true;
  private onHover = false;
  private readonly uncount = count('popovers', this);
  private cancelTimer: () => void;

  constructor(
    readonly parent: HoverParent,
    readonly targetEl: HTMLElement | null,
    private readonly waitTime = 300,
    private readonly staticPos: Point | null = null,
  ) {
    super();
    parent.hoverPopover?.hide();
    parent.hoverPopover = this;
    targetEl?.addEventListener('mouseover', this.onMouseIn);
    targetEl?.addEventListener('mouseout', this.onMouseOut);
    this.hoverEl.addEventListener('mouseover', event => this.movedInPopover(event, true));
    this.hoverEl.addEventListener('mouseout', event => this.movedInPopover(event, false));
    this.cancelTimer = this.later(() => this.show(), waitTime);
  }

  /** Placed by the size it has by then; what it loads only now is not reckoned with. */
  show(): void {
    if (this.state === PopoverState.Hidden) return;
    if (this.targetEl && !this.targetEl.isConnected) {
      this.hide();
      return;
    }
    this.state = PopoverState.Shown;
    (this.targetEl?.doc ?? activeDocument).body.append(this.hoverEl);
    this.position();
    void this.load();
  }

  hide(): void {
    if (this.state === PopoverState.Hidden) return;
    this.state = PopoverState.Hidden;
    this.cancelTimer();
    this.uncount();
    this.targetEl?.removeEventListener('mouseover', this.onMouseIn);
    this.targetEl?.removeEventListener('mouseout', this.onMouseOut);
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
    this.hoverEl.remove();
    this.unload();
  }

  /** Below the target, above it where there is no room, and never outside the window. */
  position(): void {
    const target = this.targetEl?.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.hoverEl;
    const { innerWidth, innerHeight } = this.hoverEl.win;
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

  private readonly onMouseIn = (event: MouseEvent): void => this.movedAtTarget(event, true);
  private readonly onMouseOut = (event: MouseEvent): void => this.movedAtTarget(event, false);

  private movedAtTarget({ relatedTarget }: MouseEvent, isIn: boolean): void {
    // From one child to another is no move.
    if (this.targetEl?.contains(relatedTarget as Node | null)) return;
    this.onTarget = isIn;
    this.transition();
  }

  private movedInPopover({ relatedTarget }: MouseEvent, isIn: boolean): void {
    if (this.hoverEl.contains(relatedTarget as Node | null)) return;
    this.onHover = isIn;
    this.onTarget = false;
    this.transition();
  }

  private transition(): void {
    const wanted = this.onTarget || this.onHover;
    if (wanted && this.state === PopoverState.Hiding) {
      this.cancelTimer();
      this.state = PopoverState.Shown;
    } else if (!wanted && this.state === PopoverState.Showing) this.hide();
    else if (!wanted && this.state === PopoverState.Shown) {
      this.state = PopoverState.Hiding;
      this.cancelTimer = this.later(() => this.hide(), this.waitTime);
    }
  }

  private later(run: () => void, ms: number): () => void {
    const app = currentApp();
    if (app) return app.pending.later(run, ms);
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }
}
