/** Who wants to be called. */
export class Listeners {
  readonly #listeners = new Set<() => void>();

  /** Returns what stops it. */
  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  call(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  clear(): void {
    this.#listeners.clear();
  }
}
