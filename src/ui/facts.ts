import type { Person } from '../core/graph/PeopleGraph';
import type { LedgerCounts } from '../core/query/ledger';
import { say } from '../core/words';
import { capitalized } from './taskWords';

/** What is known of something, in a line. */
export const facts = (...known: (string | false | undefined)[]): string => known.filter(Boolean).join(' · ');

/** `Head of Design · Example Ltd`, as far as it is known. */
export const workOf = ({ role, company }: Person): string => facts(role, company);

/** `You owe 2 · they owe 1 · 3 proposed`. */
export function balanceOf({ iOwe, theyOwe, proposed }: LedgerCounts): string {
  const open = facts(
    iOwe > 0 && say.youOwe(iOwe),
    theyOwe > 0 && say.theyOweYou(theyOwe),
    proposed > 0 && say.proposedCount(proposed),
  );
  return capitalized(open || say.nothingOpenBetween);
}
