import { countNotes, countTasks } from '../countOf';
import { tally } from '../groupBy';
import { placeOf, type Answer } from './answer';

/** What can be decided about proposed tasks from outside the app's screens. */
export type Verdict = 'promote' | 'reject';

export interface DecisionReport {
  changed: { path: string; line: number; before: string; after: string }[];
  refused: { path: string; line: number; reason: string }[];
  /** What a dry run would write, as a unified diff. */
  diff: string;
}

const DONE: Record<Verdict, string> = { promote: 'promoted', reject: 'rejected' };

/** What was changed, note by note; what was refused is in the data, and in words in `refusalLines`. */
export function answerDecision(verdict: Verdict, report: DecisionReport, dryRun: boolean): Answer {
  const { changed, refused } = report;
  return { text: describe(verdict, report, dryRun), data: { changed, refused } };
}

/** `path:line: reason` a line. */
export const refusalLines = ({ refused }: DecisionReport): string =>
  refused.map(each => `${placeOf(each)}: ${each.reason}\n`).join('');

function describe(verdict: Verdict, { changed, refused, diff }: DecisionReport, dryRun: boolean): string {
  if (changed.length === 0)
    return refused.length > 0 ? '' : `Nothing to ${verdict}: no task asked for is proposed.\n`;
  const notes = tally(changed.map(({ path }) => path));
  const total = `${countTasks(changed.length)} in ${countNotes(notes.size)}`;
  if (dryRun) return `${diff}${total} would be ${DONE[verdict]}.\n`;
  const each = [...notes].map(([path, count]) => `${path}: ${countTasks(count)}\n`).join('');
  return `${each}${total} ${DONE[verdict]}.\n`;
}
