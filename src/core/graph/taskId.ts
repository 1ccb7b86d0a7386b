/**
 * A task's identity: the note and what the line says without its bookkeeping, so that it survives other lines moving
 * and its own promotion. `ordinal` counts equal texts in one note. 53 bits, base 36.
 */
export const taskId = (path: string, text: string, ordinal: number): string => taskIds(path)(text, ordinal);

/** The same for all tasks of a note; its path is read once. */
export function taskIds(path: string): (text: string, ordinal: number) => string {
  const begun = new Hash().read(`${path}\n`);
  return (text, ordinal) => new Hash(begun).read(`${text}\n${ordinal}`).toString();
}

/** Two 32-bit FNV-1a hashes with different seeds, joined to 53 bits. */
class Hash {
  #low: number;
  #high: number;

  constructor(begun?: Hash) {
    this.#low = begun ? begun.#low : 0x811c9dc5;
    this.#high = begun ? begun.#high : 0x9dc5811c;
  }

  read(text: string): this {
    let low = this.#low,
      high = this.#high;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x85ebca6b);
    }
    this.#low = low;
    this.#high = high;
    return this;
  }

  toString(): string {
    const high = Math.imul(this.#high ^ (this.#low >>> 15), 0xc2b2ae35);
    const hash = (high & 0x1fffff) * 0x100000000 + (this.#low >>> 0);
    return `t${hash.toString(36).padStart(11, '0')}`;
  }
}
