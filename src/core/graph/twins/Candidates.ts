import { hash28, isSpecific, SPECIFIC_WEIGHT, weigh } from './lexicon';
import type { Statement } from './likeness';
import { NumberLists } from './NumberLists';

/*
 * Two tasks may say the same where they share a rare word, a word and a person, or a meeting. Each of these is a key,
 * whose lowest bits tell which it is.
 */
const [PERSON, MEETING, WORD] = [1, 2, 3];
/** So many may hold such a key; more of them tell nothing. */
const MOST = [0, 48, 256, 32];

/** So many of a note's people lead to other notes. */
const PEOPLE = 2;
/** What weighs less than so many specific words has no twin among strangers. */
const LEAST_WEIGHT = 3;
const FEWEST_SPECIFIC = 2;

/**
 * Which statements may say the same, without looking at all of them. They go by numbers, which should be small.
 * Holders of one key are proposed to one another unless they are too many: so whether two are is a question of who is
 * there now, not of who came first.
 */
export class Candidates {
  readonly #holders = new NumberLists();
  /** Number → in which round it was found last. */
  #rounds = new Int32Array(1024);
  #round = 0;

  /** Calls `recheck` with those whose candidates change though they did not. */
  add(number: number, statement: Statement, recheck: (number: number) => void): void {
    if (number >= this.#rounds.length) {
      const rounds = this.#rounds;
      this.#rounds = new Int32Array(number * 2);
      this.#rounds.set(rounds);
    }
    for (const key of keysOf(statement))
      if (this.#holders.add(key, number) === mostOf(key) + 1) this.#holders.forEach(key, recheck);
  }

  /** The same. */
  remove(number: number, statement: Statement, recheck: (number: number) => void): void {
    for (const key of keysOf(statement))
      if (this.#holders.remove(key, number) === mostOf(key)) this.#holders.forEach(key, recheck);
  }

  /** Visits each once. */
  forEach(number: number, statement: Statement, visit: (number: number) => void): void {
    const rounds = this.#rounds;
    const round = ++this.#round;
    rounds[number] = round;
    const visitOnce = (other: number) => {
      if (rounds[other] === round) return;
      rounds[other] = round;
      visit(other);
    };
    for (const key of keysOf(statement)) this.#holders.forEach(key, visitOnce, mostOf(key));
  }
}

const mostOf = (key: number): number => MOST[key & 3] ?? 0;

function keysOf({ wording, setting }: Statement): number[] {
  const keys = setting.meetings.map(meeting => (meeting << 2) | MEETING);
  const specific = wording.words.filter(isSpecific);
  if (weigh(wording.words) + wording.partners.length * SPECIFIC_WEIGHT >= LEAST_WEIGHT * SPECIFIC_WEIGHT)
    for (const word of specific) keys.push(word | WORD);
  const words = specific.length < FEWEST_SPECIFIC ? wording.words : specific;
  const people = setting.people.slice(0, PEOPLE);
  for (const person of wording.partners) if (!people.includes(person)) people.push(person);
  for (const person of people) {
    const hash = hash28(person);
    for (const word of words) keys.push((Math.imul(hash ^ word, 0x9e3779b1) & ~3) | PERSON);
  }
  return keys;
}
