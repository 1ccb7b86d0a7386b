import { linkTarget, nameKey } from '../note/names';
import type { NoteConventions } from '../note/conventions';
import { parseTaskLine } from '../note/taskLine';
import { ownerText } from './assign';
import { LineDraft } from './LineDraft';
import type { TaskEdit } from './editTaskLine';
import { applySplices } from './splices';
import { en } from '../words';

/**
 * Gives the owners of a task who are written as `from` (a name key) the name `to`, as a link where the words behind it
 * would be read as part of it. Links are left alone: the app renames those itself.
 */
export function renameOwner(line: string, from: string, to: string, conventions: NoteConventions): TaskEdit {
  const task = parseTaskLine(line, conventions);
  if (!task) return { refusal: en.lineNoTaskAnyMore };
  const isMeant = (label: string) => nameKey(label) === from && linkTarget(label) === undefined;
  const keysOf = (labels: readonly string[] = []) => labels.map(nameKey).join('\n');
  const wanted = keysOf(task.record.owners.map(label => (isMeant(label) ? to : label)));
  for (const written of [ownerText(to), `@[[${to}]]`]) {
    const draft = new LineDraft(line, task);
    for (const { owners } of task.owners)
      for (const owner of owners) if (isMeant(owner.label)) draft.replace(owner, written);
    const splices = draft.splices();
    const after = parseTaskLine(applySplices(line, splices), conventions);
    if (keysOf(after?.record.owners) === wanted) return { splices };
  }
  return { refusal: en.wouldReadOtherwise };
}
