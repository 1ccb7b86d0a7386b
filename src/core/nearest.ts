import { searchable, slipsWithin } from './graph/spellings';

/** A misspelling has most of its letters right: one in so many may be wrong, and two may have changed places. */
const LETTERS_A_SLIP = 3;
const FEWEST_SLIPS = 2;
const MOST_SLIPS = 4;
/** Fewer letters are part of, or near, too many words. */
const FEWEST_LETTERS = 3;

/** The choice somebody most likely meant: the one spelt most alike, or of which they wrote a part; undefined where none is near. */
export function nearest(written: string, choices: readonly string[]): string | undefined {
  const wanted = searchable(written);
  let best: string | undefined;
  const bears = Math.min(MOST_SLIPS, Math.max(FEWEST_SLIPS, wanted.length / LETTERS_A_SLIP));
  let least = wanted.length > FEWEST_LETTERS ? bears : 1;
  for (const choice of choices) {
    const other = searchable(choice);
    const isPart = wanted.length >= FEWEST_LETTERS && other.includes(wanted);
    const slips = Math.min(isPart ? 1 : Infinity, slipsWithin(least, wanted, other));
    if (slips > least || (slips === least && best !== undefined)) continue;
    [best, least] = [choice, slips];
  }
  return best;
}
