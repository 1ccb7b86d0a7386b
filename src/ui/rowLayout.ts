/** How far rows are scrolled and how much of them fits on screen, in px. */
export interface Viewport {
  top: number;
  height: number;
}

/** So many rows are drawn before and after those on screen. */
const AROUND = 8;

/** Where each row begins, in px, and at the end how tall all are together. */
export function rowStarts(count: number, height: (index: number) => number): readonly number[] {
  const starts = [0];
  for (let index = 0, end = 0; index < count; index++) starts.push((end += height(index)));
  return starts;
}

/** How tall a row is, in px. */
export const heightOf = (starts: readonly number[], index: number): number =>
  (starts[index + 1] ?? 0) - (starts[index] ?? 0);

/** The row at so many px; before all rows the first, after them the last. */
export function rowAt(starts: readonly number[], px: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows on screen and a few around them; `to` is the one after the last. */
export function rowsToDraw(
  starts: readonly number[],
  { top, height }: Viewport,
): { from: number; to: number } {
  // Where rows have become fewer, the scroller only tells in the next frame that it is at their end.
  const seen = Math.max(0, Math.min(top, (starts.at(-1) ?? 0) - height));
  return {
    from: Math.max(0, rowAt(starts, seen) - AROUND),
    to: Math.min(starts.length - 1, rowAt(starts, seen + height) + 1 + AROUND),
  };
}

/** How far the rows on screen move, in px, when those before them turn out taller or less tall. */
export function shift(before: readonly number[], after: readonly number[], top: number): number {
  const first = rowAt(before, top);
  return (after[first] ?? 0) - (before[first] ?? 0);
}

/** Where to scroll to, in px, for all of a row to be on screen; no further than needed. */
export function topToShow(starts: readonly number[], index: number, { top, height }: Viewport): number {
  const start = starts[index] ?? 0;
  const end = starts[index + 1] ?? start;
  return Math.min(start, Math.max(top, end - height));
}
