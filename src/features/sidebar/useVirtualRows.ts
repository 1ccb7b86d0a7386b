import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

interface VirtualRows {
  /** The rows to draw; `place` is the ref that puts one where it belongs. */
  items: { index: number; place: (el: HTMLElement | null) => void }[];
  /** Ref of the element that is as tall as all rows together. */
  sizer: (el: HTMLElement | null) => void;
  scrollToIndex: (index: number) => void;
}

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
  const [, repaint] = useReducer<number, void>(times => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    initialOffset: start,
    overscan: 8,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => repaint(),
  };
  const kept = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const virtualizer = (kept.current ??= new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions({ ...virtualizer.options, ...options });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  return {
    items: virtualizer.getVirtualItems().map(({ index, start }) => ({
      index,
      place: el => {
        el?.setCssProps({ '--rapport-row-start': `${start}px` });
        el?.setAttribute('data-index', String(index));
        virtualizer.measureElement(el);
      },
    })),
    sizer: el => el?.setCssProps({ '--rapport-rows-height': `${virtualizer.getTotalSize()}px` }),
    scrollToIndex: index => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
