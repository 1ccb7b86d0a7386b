/** One more, or one less. */
export type By = 1 | -1;

/** Text → text → how often. Nearly always that is one text, once: then it stands there itself, which takes little memory. */
export class Counts {
  readonly #counts = new Map<string, string | Map<string, number>>();

  /** Not to be kept while something is counted. */
  of(key: string): Iterable<string> {
    const values = this.#counts.get(key);
    if (values === undefined) return NONE;
    return typeof values === 'string' ? [values] : values.keys();
  }

  count(key: string, value: string, by: By): void {
    const known = this.#counts.get(key);
    if (known === undefined && by > 0) this.#counts.set(key, value);
    else if (known === value && by < 0) this.#counts.delete(key);
    else if (known !== undefined) {
      const values = typeof known === 'string' ? new Map([[known, 1]]) : known;
      count(values, value, by);
      if (values.size > 0) this.#counts.set(key, values);
      else this.#counts.delete(key);
    }
  }
}

const NONE: readonly string[] = [];

/** What comes to nothing goes. */
export function count(counts: Map<string, number>, value: string, by: By): void {
  const now = (counts.get(value) ?? 0) + by;
  if (now > 0) counts.set(value, now);
  else counts.delete(value);
}
