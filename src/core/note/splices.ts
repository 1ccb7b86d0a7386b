/** One change to a text: what stands from `from` (inclusive) to `to` (exclusive) gives way to `insert`. */
export interface Splice {
  from: number;
  to: number;
  insert: string;
}

/** `splices` are in order and do not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = '';
  let copied = 0;
  for (const { from, to, insert } of splices) {
    result += text.slice(copied, from) + insert;
    copied = to;
  }
  return result + text.slice(copied);
}
