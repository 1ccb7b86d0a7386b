import type { DecisionReport } from '../core/answers/decision';
import type { TaskChange } from '../core/edit/taskChange';
import { editNote } from '../core/edit/editNote';
import { planEdits, type NoteRequests } from '../core/edit/planEdit';
import { applySplices } from '../core/edit/splices';
import { unifiedDiff } from '../core/edit/unifiedDiff';
import type { TaskNode } from '../core/graph/PeopleGraph';
import type { NoteConventions } from '../core/note/conventions';
import { en } from '../core/words';
import type { FolderVault } from './FolderVault';

interface ChangeOptions {
  conventions: NoteConventions;
  /** ISO. */
  today: string;
  dryRun: boolean;
}

/** Promotes or rejects tasks, note by note: one write a note, from the text as it is at that moment. */
export async function changeTasks(
  vault: FolderVault,
  change: TaskChange,
  tasks: readonly TaskNode[],
  options: ChangeOptions,
): Promise<DecisionReport> {
  const report: DecisionReport = { changed: [], refused: [], diff: '' };
  for (const note of planEdits(tasks, change, options)) {
    try {
      await changeNote(vault, note, options, report);
    } catch (error) {
      refuseAll(report, note, `The note could not be changed: ${(error as Error).message}`);
    }
  }
  return report;
}

async function changeNote(
  vault: FolderVault,
  note: NoteRequests,
  { dryRun }: ChangeOptions,
  report: DecisionReport,
): Promise<void> {
  const { path, requests } = note;
  const { text, whole } = vault.read(path);
  if (!whole) return refuseAll(report, note, en.foreignBytesWrite);
  const edit = editNote(text, requests);
  if (edit.splices.length > 0) {
    const changed = applySplices(text, edit.splices);
    if (dryRun) report.diff += unifiedDiff(path, text, changed);
    else await vault.write(path, changed);
  }
  for (const change of edit.changes)
    if (change) report.changed.push({ path, line: change.line, before: change.before, after: change.after });
  report.refused.push(...edit.refusals.map(refusal => ({ path, ...refusal })));
}

function refuseAll(report: DecisionReport, { path, requests }: NoteRequests, reason: string): void {
  report.refused.push(...requests.map(({ target }) => ({ path, line: target.line, reason })));
}
