/** Stretches of a text, of which one can ask quickly whether one covers a place. */
export class Ranges {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(ranges: readonly (readonly [start: number, end: number])[] = []) {
    for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
      const last = this.ends.length - 1;
      // One within or touching the one before belongs to it.
      if (last >= 0 && start < (this.ends[last] ?? 0)) this.ends[last] = Math.max(end, this.ends[last] ?? 0);
      else {
        this.starts.push(start);
        this.ends.push(end);
      }
    }
  }

  covers(offset: number): boolean {
    const at = lastAtMost(this.starts, offset);
    return at >= 0 && offset < (this.ends[at] ?? 0);
  }
}

/** The place of the last number that is at most `limit` in ascending ones, or -1. */
export function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
