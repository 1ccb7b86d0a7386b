import type { RefObject } from 'preact';
import { isPlainKey } from '../plainKeys';
import { frameOf, type Placed } from './layout';
import { MOVING, setNames } from './names';

/** How many px of the screen a unit of the drawing takes at most. */
const LARGEST = 2;
/** How tall names are on the screen, in px, however small the rest is drawn. */
const HEIGHT = 12;
/** How far the mouse goes before it drags instead of choosing, in px. */
const START = 4;

/** What keys and buttons do to the size; 0 shows all. */
export const ZOOMS = [
  ['+', 'zoom-in', 1.5],
  ['-', 'zoom-out', 1 / 1.5],
  ['0', 'maximize', 0],
] as const;

interface Point {
  clientX: number;
  clientY: number;
}

/** How large a drawing stands in its pane, which scrolls: all of it is seen until somebody zooms. */
export class Lens {
  readonly #picture: RefObject<SVGSVGElement>;
  readonly #drawn: RefObject<readonly Placed[]>;
  #zoom = 1;
  /** How many px a unit takes where all is seen. */
  #fit = 1;
  /** Where the mouse was pressed, or dragged to. */
  #mouse: Point | undefined;
  /** Between two fingers. */
  #gap = 0;

  /** @param drawn Who stands where, as last drawn. */
  constructor(picture: RefObject<SVGSVGElement>, drawn: RefObject<readonly Placed[]>) {
    this.#picture = picture;
    this.#drawn = drawn;
  }

  /** Makes the drawing as large as it is to be now, and sets its names. */
  show(): void {
    const { current: svg } = this.#picture;
    const pane = svg?.parentElement;
    if (!pane) return;
    const placed = this.#drawn.current ?? [];
    const { clientWidth, clientHeight } = pane;
    const frame = frameOf(placed, clientWidth, clientHeight);
    this.#fit = Math.min(clientWidth / frame.width, clientHeight / frame.height) || 1;
    svg.setAttr('viewBox', [frame.x, frame.y, frame.width, frame.height].join(' '));
    svg.setCssProps({ '--rapport-map-zoom': String(this.#zoom) });
    const scale = this.#fit * this.#zoom;
    svg.setAttr('font-size', HEIGHT / scale);
    if (!svg.hasClass(MOVING)) setNames(svg, placed, frame, HEIGHT / scale);
  }

  /** Draws it larger or smaller; what is at the point, or else in the middle, stays where it is. */
  zoom(by: number, at?: Point): void {
    const pane = this.#picture.current?.parentElement;
    if (!pane) return;
    const { left, top, width, height } = pane.getBoundingClientRect();
    const [x, y] = at ? [at.clientX - left, at.clientY - top] : [width / 2, height / 2];
    const before = this.#zoom;
    this.#zoom = Math.max(1, Math.min(LARGEST / this.#fit, before * by));
    this.show();
    const grown = this.#zoom / before;
    pane.scrollTo((pane.scrollLeft + x) * grown - x, (pane.scrollTop + y) * grown - y);
  }

  /** The pane's listeners. One finger scrolls it, as it does elsewhere. */
  readonly listeners = {
    onWheel: (event: WheelEvent) => {
      // In a note the wheel scrolls. With Ctrl, or two fingers on a trackpad, which is the same, it zooms there, too.
      if (!event.ctrlKey && this.#picture.current?.closest('.rapport-block')) return;
      event.preventDefault();
      this.zoom(2 ** (event.deltaY * (event.ctrlKey ? -0.01 : -0.003)), event);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const [, , by] = ZOOMS.find(([key]) => key === event.key) ?? [];
      if (by !== undefined && isPlainKey(event)) this.zoom(by);
    },
    onPointerDown: (event: PointerEvent) => void (this.#mouse = event),
    onPointerMove: (event: PointerEvent) => {
      const { pointerId, clientX, clientY } = event;
      if (!this.#mouse || event.pointerType !== 'mouse' || event.buttons !== 1) return;
      const pane = event.currentTarget as Element;
      const [x, y] = [this.#mouse.clientX - clientX, this.#mouse.clientY - clientY];
      if (!pane.hasPointerCapture(pointerId) && Math.hypot(x, y) < START) return;
      this.#mouse = event;
      // From now on nobody is chosen.
      pane.setPointerCapture(pointerId);
      pane.scrollBy(x, y);
    },
    // In small letters, or they are not heard where the screen learns of fingers later.
    ontouchstart: () => void (this.#gap = 0),
    ontouchmove: (event: TouchEvent) => {
      const [one, other] = [...event.touches];
      if (!one || !other) return;
      event.preventDefault();
      const gap = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      if (this.#gap > 0) this.zoom(gap / this.#gap, one);
      this.#gap = gap;
    },
  };
}
