/** One more, or one less. */
export type By = 1 | -1;

/** Text → text → how often. */
export class Counts {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Not to be kept while something is counted. */
  of(key: string): Iterable<string> {
    return this.#counts.get(key)?.keys() ?? [];
  }

  count(key: string, value: string, by: By): void {
    const values = this.#counts.get(key) ?? new Map<string, number>();
    count(values, value, by);
    if (values.size > 0) this.#counts.set(key, values);
    else this.#counts.delete(key);
  }
}

/** What comes to nothing goes. */
export function count(counts: Map<string, number>, value: string, by: By): void {
  const now = (counts.get(value) ?? 0) + by;
  if (now > 0) counts.set(value, now);
  else counts.delete(value);
}
