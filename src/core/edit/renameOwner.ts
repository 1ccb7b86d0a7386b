import { linkTarget, nameKey } from '../note/names';
import type { NoteConventions } from '../note/conventions';
import { parseTaskLine } from '../note/taskLine';
import { ownerText } from './assign';
import { LineDraft } from './LineDraft';
import type { TaskEdit } from './editTaskLine';
import { en } from '../words';

/**
 * Gives the owners of a task who are written as `from` (a name key) the name `to`. Links are left alone: the app
 * renames those itself.
 */
export function renameOwner(line: string, from: string, to: string, conventions: NoteConventions): TaskEdit {
  const task = parseTaskLine(line, conventions);
  if (!task) return { refusal: en.lineNoTaskAnyMore };
  const draft = new LineDraft(line, task);
  for (const { owners } of task.owners)
    for (const owner of owners)
      if (nameKey(owner.label) === from && linkTarget(owner.label) === undefined)
        draft.replace(owner, ownerText(to));
  return { splices: draft.splices() };
}
