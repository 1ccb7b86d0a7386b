/** Who wants to be called, and with what. */
export class Listeners<News extends unknown[] = []> {
  readonly #listeners = new Set<(...news: News) => void>();

  /** Returns what stops it. */
  add(listener: (...news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  call(...news: News): void {
    for (const listener of [...this.#listeners]) listener(...news);
  }

  clear(): void {
    this.#listeners.clear();
  }
}
