/** Text → text → how often. */
export class Counts {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Not to be kept while something is added or removed. */
  of(key: string): Iterable<string> {
    return this.#counts.get(key)?.keys() ?? [];
  }

  add(key: string, value: string): void {
    const values = this.#counts.get(key) ?? new Map<string, number>();
    this.#counts.set(key, values.set(value, (values.get(value) ?? 0) + 1));
  }

  remove(key: string, value: string): void {
    const values = this.#counts.get(key);
    const count = (values?.get(value) ?? 0) - 1;
    if (count > 0) values?.set(value, count);
    else values?.delete(value);
    if (values?.size === 0) this.#counts.delete(key);
  }
}
