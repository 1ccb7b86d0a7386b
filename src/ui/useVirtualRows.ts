import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nextTask } from '../core/nextTask';
import { heightOf, rowsToDraw, rowStarts, shift, topToShow, type Viewport } from './rowLayout';
import { useRedraw } from './useRedraw';

interface VirtualRows {
  /** The rows to draw; `place` is the ref that puts one where it belongs. */
  items: { index: number; place: (el: HTMLElement | null) => void }[];
  /** Ref of the element that is as tall as all rows together. */
  sizer: (el: HTMLElement | null) => void;
  scrollToIndex: (index: number) => void;
}

/** So many rows are drawn in the task that draws the first: what runs for the first time takes long. */
const AT_FIRST = 8;

/** Of many rows only those on screen, and a few around them, are in the document. */
export function useVirtualRows({
  count,
  rowHeight,
  scroller,
  start = 0,
}: {
  count: number;
  /** In px, before it is measured. */
  rowHeight: (index: number) => number;
  scroller: RefObject<HTMLElement | null>;
  /** Where to begin, in px. */
  start?: number;
}): VirtualRows {
  const redraw = useRedraw();
  const [pane, setPane] = useState<HTMLElement | null>(null);
  const { current: rows } = useRef(new Map<number, HTMLElement>());
  const { current: heights } = useRef(new Map<number, number>());
  const sizer = useRef<HTMLElement | null>(null);
  /** The row to be on screen, until those around it are measured. */
  const wanted = useRef<number | null>(null);
  const viewport = useRef({ top: start, height: 0 });
  const layOut = () => rowStarts(count, index => heights.get(index) ?? rowHeight(index));
  const starts = layOut();
  const { from, to: last } = rowsToDraw(starts, viewport.current);
  const to = rows.size === 0 ? Math.min(last, from + AT_FIRST) : last;

  const placeRows = (places: readonly number[]) => {
    sizer.current?.setCssProps({ '--rapport-rows-height': `${places.at(-1)}px` });
    for (const [index, el] of rows) el.setCssProps({ '--rapport-row-start': `${places[index]}px` });
  };
  const look = () => {
    if (pane) viewport.current = viewportOf(pane);
    redraw();
  };
  const scrollTo = (top: number) => {
    if (pane) pane.scrollTop = top;
    look();
  };

  useLayoutEffect(() => setPane(scroller.current));
  useLayoutEffect(() => {
    if (to < last) void nextTask().then(redraw);
  });
  useLayoutEffect(() => {
    if (!pane) return;
    scrollTo(viewport.current.top);
    const observer = new (pane.doc.defaultView ?? window).ResizeObserver(look);
    observer.observe(pane);
    return () => observer.disconnect();
  }, [pane]);
  useLayoutEffect(() => {
    const onScroll = () => {
      const next = pane && rowsToDraw(starts, viewportOf(pane));
      if (next?.from !== from || next.to !== to) look();
    };
    pane?.addEventListener('scroll', onScroll, { passive: true });
    return () => pane?.removeEventListener('scroll', onScroll);
  });

  // Once drawn, rows are measured. Those on screen stay where they are when others before them are taller than thought.
  useLayoutEffect(() => {
    placeRows(starts);
    const other = [...rows].filter(
      // In a pane that is not shown nothing has a height.
      ([index, { offsetHeight }]) => offsetHeight > 0 && offsetHeight !== heightOf(starts, index),
    );
    if (!pane || other.length === 0) {
      wanted.current = null;
      return;
    }
    for (const [index, { offsetHeight }] of other) heights.set(index, offsetHeight);
    const measured = layOut();
    placeRows(measured);
    scrollTo(
      wanted.current === null
        ? pane.scrollTop + shift(starts, measured, pane.scrollTop)
        : topToShow(measured, wanted.current, viewportOf(pane)),
    );
  });

  return {
    items: Array.from({ length: to - from }, (_, nth) => ({
      index: from + nth,
      place: el => void (el ? rows.set(from + nth, el) : rows.delete(from + nth)),
    })),
    sizer: el => {
      sizer.current = el;
    },
    scrollToIndex: index => {
      if (!pane) return;
      wanted.current = index;
      scrollTo(topToShow(starts, index, viewportOf(pane)));
    },
  };
}

const viewportOf = ({ scrollTop, clientHeight }: HTMLElement): Viewport => ({
  top: scrollTop,
  height: clientHeight,
});
