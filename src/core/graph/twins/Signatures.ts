import { LEAST_COVERED } from './likeness';
import { isSpecific, OTHER_WEIGHT, SPECIFIC_WEIGHT } from './lexicon';
import type { Wording } from './wording';

/** What a row holds: a bit for each specific word, in two halves, one for each other word, and all else in a whole number. */
const [LOW, HIGH, OTHERS, REST] = [0, 1, 2, 3];
/** The logarithm of how wide a row is. */
const WIDTH = 2;

// What the last holds: what the main words weigh, how many words found their bit taken, and two flags. Sentences are cut
// at a length (see `tokensOf`) at which both fit.
const WEIGHT = 0xffff;
const TAKEN_FROM = 16;
const TAKEN = 0x3ff;
const HAS_MORE = 1 << 26;
const HAS_COUNTERPARTS = 1 << 27;

/**
 * What is enough of a sentence to rule out most candidates: they share a word and no more. The sentences themselves lie
 * all over the memory, these rows side by side.
 */
export class Signatures {
  #rows = new Int32Array(1024 << WIDTH);

  set(number: number, wording: Wording): void {
    const row = number << WIDTH;
    if (row >= this.#rows.length) {
      const rows = this.#rows;
      this.#rows = new Int32Array(row * 2);
      this.#rows.set(rows);
    }
    let [low, high, others] = [0, 0, 0];
    // The lowest bits of an id are its tier.
    for (const id of wording.words) {
      const bit = 1 << ((id >> 2) & 31);
      if (!isSpecific(id)) others |= bit;
      else if ((id & 0x80) === 0) low |= bit;
      else high |= bit;
    }
    this.#rows[row + LOW] = low;
    this.#rows[row + HIGH] = high;
    this.#rows[row + OTHERS] = others;
    this.#rows[row + REST] =
      wording.mainWeight |
      ((wording.words.length - ones(low) - ones(high) - ones(others)) << TAKEN_FROM) |
      (wording.parts.length + wording.acronyms.length > 0 ? HAS_MORE : 0) |
      (wording.counterparts.length > 0 ? HAS_COUNTERPARTS : 0);
  }

  /** Never false where `mayBeAlike` in `likeness` is true. */
  mayBeAlike(a: number, b: number): boolean {
    const rows = this.#rows;
    const one = a << WIDTH,
      two = b << WIDTH;
    const mine = rows[one + REST] ?? 0,
      yours = rows[two + REST] ?? 0;
    if (((mine | yours) & HAS_MORE) !== 0 || (mine & yours & HAS_COUNTERPARTS) !== 0) return true;
    const mostShared =
      ones((rows[one + LOW] ?? 0) & (rows[two + LOW] ?? 0)) +
      ones((rows[one + HIGH] ?? 0) & (rows[two + HIGH] ?? 0)) +
      Math.min((mine >> TAKEN_FROM) & TAKEN, (yours >> TAKEN_FROM) & TAKEN);
    return (
      mostShared * SPECIFIC_WEIGHT +
        ones((rows[one + OTHERS] ?? 0) & (rows[two + OTHERS] ?? 0)) * OTHER_WEIGHT >=
      LEAST_COVERED * Math.min(mine & WEIGHT, yours & WEIGHT)
    );
  }
}

/** How many bits of a whole number of 32 bits are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
