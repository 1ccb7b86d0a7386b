/** A set of small whole numbers: a byte says whether one is in it. */
export class Numbers {
  size = 0;
  #marks = new Uint8Array(1024);
  /** All of them, and some that left. */
  readonly #queue: number[] = [];

  add(number: number): void {
    if (this.has(number)) return;
    if (number >= this.#marks.length) {
      const marks = this.#marks;
      this.#marks = new Uint8Array(number * 2);
      this.#marks.set(marks);
    }
    this.#marks[number] = 1;
    this.#queue.push(number);
    this.size++;
  }

  has(number: number): boolean {
    return this.#marks[number] === 1;
  }

  delete(number: number): void {
    if (!this.has(number)) return;
    this.#marks[number] = 0;
    this.size--;
  }

  /** One of them; -1 where there is none. */
  any(): number {
    for (;;) {
      const number = this.#queue.at(-1) ?? -1;
      if (number < 0 || this.has(number)) return number;
      this.#queue.pop();
    }
  }
}
