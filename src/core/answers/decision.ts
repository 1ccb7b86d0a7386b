import type { Answer } from './answer';

/** What can be decided about proposed tasks from outside the app's screens. */
export type Verdict = 'promote' | 'reject';

export interface DecisionReport {
  changed: { path: string; line: number; before: string; after: string }[];
  refused: { path: string; line: number; reason: string }[];
  /** What a dry run would write, as a unified diff. */
  diff: string;
}

const VERBS: Record<Verdict, { done: string; would: string; nothing: string }> = {
  promote: { done: 'promoted', would: 'would be promoted', nothing: 'Nothing to promote' },
  reject: { done: 'rejected', would: 'would be rejected', nothing: 'Nothing to reject' },
};

/** What was changed, note by note; what was refused is in the data, and in words in `refusalLines`. */
export function answerDecision(verdict: Verdict, report: DecisionReport, dryRun: boolean): Answer {
  const { changed, refused } = report;
  return { text: describe(verdict, report, dryRun), data: { changed, refused } };
}

/** `path:line: reason` a line, the line as editors count it. */
export const refusalLines = ({ refused }: DecisionReport): string =>
  refused.map(({ path, line, reason }) => `${path}:${line + 1}: ${reason}\n`).join('');

function describe(verdict: Verdict, { changed, refused, diff }: DecisionReport, dryRun: boolean): string {
  const { done, would, nothing } = VERBS[verdict];
  if (changed.length === 0) return refused.length > 0 ? '' : `${nothing}: no task asked for is proposed.\n`;
  const notes = new Map<string, number>();
  for (const { path } of changed) notes.set(path, (notes.get(path) ?? 0) + 1);
  const total = `${countOf(changed.length, 'task')} in ${countOf(notes.size, 'note')} ${dryRun ? would : done}.\n`;
  if (dryRun) return diff + total;
  return [...notes].map(([path, count]) => `${path}: ${countOf(count, 'task')}\n`).join('') + total;
}

const countOf = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
