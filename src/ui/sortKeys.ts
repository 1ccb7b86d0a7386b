import { say } from '../core/words';

/** What keys do with a name to sort out; the screen shows them, and the help does. */
export const SORT_KEYS: readonly (readonly [string, string])[] = [
  ['m 1–9', say.merge],
  ['d', say.differentPeople],
  ['n', say.notAPerson],
  ['o', say.somebodyElse],
];
