import type { Splice } from '../note/splices';

export { applySplices, type Splice } from '../note/splices';

/** What takes `applySplices(text, splices)` back to `text`. */
export function invertSplices(text: string, splices: readonly Splice[]): Splice[] {
  let shift = 0;
  return splices.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}
