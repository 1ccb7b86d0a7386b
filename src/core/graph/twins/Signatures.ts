import { hash28, isSpecific, OTHER_WEIGHT, SPECIFIC_WEIGHT } from './lexicon';
import { LEAST_COVERED, suffices, type Statement } from './likeness';
import type { Strictness } from './strictness';

/**
 * What a row holds: a bit for each specific word, in two halves, and for each other word, each meeting and each person;
 * the first person's hash; and all else in a whole number.
 */
const [LOW, HIGH, OTHERS, MEETINGS, PEOPLE, FIRST, REST] = [0, 1, 2, 3, 4, 5, 6];
/** The logarithm of how wide a row is. */
const WIDTH = 3;

// What the last holds: what the main words weigh, how many words found their bit taken, and flags. Sentences are cut at
// a length (see `tokensOf`) at which both fit.
const WEIGHT = 0xffff;
const TAKEN_FROM = 16;
const TAKEN = 0x3ff;
const HAS_MORE = 1 << 26;
const HAS_PARTNERS = 1 << 27;
const HAS_SIDES = 1 << 28;
const HAS_FACTS = 1 << 29;

/**
 * What is enough of a statement to rule out most candidates: they share a word and no more. The statements themselves
 * lie all over the memory, these rows side by side.
 */
export class Signatures {
  #rows = new Int32Array(1024 << WIDTH);

  set(number: number, { wording, setting }: Statement): void {
    const row = number << WIDTH;
    if (row >= this.#rows.length) {
      const rows = this.#rows;
      this.#rows = new Int32Array(row * 2);
      this.#rows.set(rows);
    }
    const rows = this.#rows;
    let [low, high, others] = [0, 0, 0];
    // The lowest bits of an id are its tier.
    for (const id of wording.words) {
      const bit = bitOf(id >> 2);
      if (!isSpecific(id)) others |= bit;
      else if ((id & 0x80) === 0) low |= bit;
      else high |= bit;
    }
    rows[row + LOW] = low;
    rows[row + HIGH] = high;
    rows[row + OTHERS] = others;
    rows[row + MEETINGS] = bitsOf(setting.meetings);
    rows[row + PEOPLE] = bitsOf(setting.people.map(hash28));
    rows[row + FIRST] = hash28(setting.people[0] ?? '');
    rows[row + REST] =
      wording.mainWeight |
      ((wording.words.length - ones(low) - ones(high) - ones(others)) << TAKEN_FROM) |
      (wording.parts.length + wording.acronyms.length > 0 ? HAS_MORE : 0) |
      (wording.partners.length > 0 ? HAS_PARTNERS : 0) |
      // Tasks of a note without a meeting may be related to one another, and nothing else tells here that it is one note.
      (wording.sides.length > 0 || setting.meetings.length === 0 ? HAS_SIDES : 0) |
      (wording.facts.length > 0 ? HAS_FACTS : 0);
  }

  /** Never false where `bond` in `likeness` finds something. */
  mayBeAlike(a: number, b: number, strictness: Strictness): boolean {
    const rows = this.#rows;
    const one = a << WIDTH,
      two = b << WIDTH;
    const mine = rows[one + REST] ?? 0,
      yours = rows[two + REST] ?? 0;
    if (((mine | yours) & HAS_MORE) !== 0 || (mine & yours & HAS_PARTNERS) !== 0) return true;
    const taken = Math.min((mine >> TAKEN_FROM) & TAKEN, (yours >> TAKEN_FROM) & TAKEN);
    const shared =
      (ones(both(rows, one + LOW, two + LOW)) + ones(both(rows, one + HIGH, two + HIGH)) + taken) *
        SPECIFIC_WEIGHT +
      ones(both(rows, one + OTHERS, two + OTHERS)) * OTHER_WEIGHT;
    const least = Math.min(mine & WEIGHT, yours & WEIGHT);
    if (shared < LEAST_COVERED * least) return false;
    if (
      ((mine | yours) & HAS_SIDES) !== 0 ||
      (mine & yours & HAS_FACTS) !== 0 ||
      both(rows, one + MEETINGS, two + MEETINGS) !== 0
    )
      return true;
    const relation =
      both(rows, one + PEOPLE, two + PEOPLE) === 0
        ? 'none'
        : rows[one + FIRST] === rows[two + FIRST]
          ? 'person'
          : 'people';
    const union = (mine & WEIGHT) + (yours & WEIGHT) - shared;
    return suffices(relation, shared, shared / Math.max(1, least), shared / Math.max(1, union), strictness);
  }
}

const both = (rows: Int32Array, one: number, two: number): number => (rows[one] ?? 0) & (rows[two] ?? 0);

const bitOf = (hash: number): number => 1 << (hash & 31);

const bitsOf = (hashes: readonly number[]): number => hashes.reduce((bits, hash) => bits | bitOf(hash), 0);

/** How many bits of a whole number of 32 bits are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
