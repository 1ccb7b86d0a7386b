import { useEffect, useRef, type MutableRef } from 'preact/hooks';

/** How far a finger has to go, in px, or in parts of the width where that is less. */
const FAR = 120;
const PART = 0.35;
/** Before it is told from a tap or from scrolling, in px. */
const START = 10;

/**
 * Moves an element with the finger and calls `onSwipe` where it was drawn far enough to one side: `1` the way one
 * reads, `-1` back. The mouse is left alone.
 */
export function useSwipe(ref: MutableRef<HTMLElement | null>, onSwipe: (direction: 1 | -1) => void): void {
  const latest = useRef(onSwipe);
  latest.current = onSwipe;
  useEffect(() => {
    const el = ref.current;
    if (!el) return undefined;
    let start: { id: number; x: number; y: number } | null = null;
    let drawn = 0;
    const show = (x: number) => {
      drawn = x;
      el.setCssProps({ '--rapport-swipe': `${x}px` });
      el.toggleClass('is-swiped', x !== 0);
      el.toggleClass('is-far', isFar());
      el.toggleClass('is-back', x < 0);
    };
    const isFar = () => Math.abs(drawn) >= Math.min(FAR, el.clientWidth * PART);
    const down = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' && event.isPrimary)
        start = { id: event.pointerId, x: event.clientX, y: event.clientY };
    };
    const move = (event: PointerEvent) => {
      if (start?.id !== event.pointerId) return;
      const [x, y] = [event.clientX - start.x, event.clientY - start.y];
      if (drawn === 0 && (Math.abs(x) < START || Math.abs(x) < Math.abs(y))) return;
      if (drawn === 0) el.setPointerCapture(event.pointerId);
      show(x);
    };
    const up = (event: PointerEvent) => {
      if (start?.id !== event.pointerId) return;
      start = null;
      const direction = event.type === 'pointerup' && isFar() ? Math.sign(drawn) : 0;
      show(0);
      if (direction !== 0) latest.current(direction as 1 | -1);
    };
    const left = new AbortController();
    const { signal } = left;
    el.addEventListener('pointerdown', down, { signal });
    el.addEventListener('pointermove', move, { signal });
    el.addEventListener('pointerup', up, { signal });
    el.addEventListener('pointercancel', up, { signal });
    return () => left.abort();
  }, [ref]);
}
