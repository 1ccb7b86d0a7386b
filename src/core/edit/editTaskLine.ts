import type { NoteConventions } from '../note/conventions';
import { parseTaskLine, type ParsedTask } from '../note/taskLine';
import type { TaskState } from '../records';
import type { Splice } from './splices';

/** What a user may decide about a task. */
export type TaskAction = 'promote' | 'reject';

export interface EditContext {
  conventions: NoteConventions;
  /** Today, ISO. */
  today: string;
}

/** The bytes to change in the line, or why none are. */
export type TaskEdit = { splices: Splice[] } | { refusal: string };

interface Rule {
  from: readonly TaskState[];
  /** What the state is called where the action does not apply. */
  refusal: (state: TaskState) => string;
  splices: (task: ParsedTask, context: EditContext) => Splice[];
}

/** Every action is a row; a new one is a new row. Splices of a row are in the order of the line. */
const RULES: Record<TaskAction, Rule> = {
  promote: {
    from: ['proposed'],
    refusal: state => `The task is ${STATE_WORDS[state]}, not proposed.`,
    splices: task => [setBox(task, ' '), ...removeProposedTags(task)],
  },
  reject: {
    from: ['proposed', 'accepted', 'in-progress'],
    refusal: state => `The task is already ${STATE_WORDS[state]}.`,
    splices: (task, { conventions, today }) => [
      setBox(task, conventions.rejectedSymbols[0] ?? '-'),
      ...removeProposedTags(task),
      // The Tasks plugin reads signs from the end of the line, so this one comes last; a block id stays behind it.
      { from: task.contentEnd, to: task.contentEnd, insert: ` ❌ ${today}` },
    ],
  },
};

export const STATE_WORDS: Record<TaskState, string> = {
  proposed: 'proposed',
  accepted: 'accepted',
  'in-progress': 'in progress',
  done: 'done',
  rejected: 'rejected',
};

/** A task line → the changes an action makes to it. Only the bytes the action is about are touched. */
export function editTaskLine(line: string, action: TaskAction, context: EditContext): TaskEdit {
  const task = parseTaskLine(line, context.conventions);
  if (!task) return { refusal: 'The line is not a task.' };
  const rule = RULES[action];
  if (!rule.from.includes(task.state)) return { refusal: rule.refusal(task.state) };
  return { splices: mergeTouching(line, rule.splices(task, context)) };
}

function setBox(task: ParsedTask, symbol: string): Splice {
  return { from: task.box.start, to: task.box.end, insert: symbol };
}

/** The tag goes with the one space before it. */
function removeProposedTags(task: ParsedTask): Splice[] {
  return task.tags.filter(tag => tag.proposed).map(tag => ({ from: tag.start - 1, to: tag.end, insert: '' }));
}

/** Drops splices that change nothing, and joins those that meet, so that every splice stands for itself. */
function mergeTouching(line: string, splices: readonly Splice[]): Splice[] {
  const merged: Splice[] = [];
  for (const splice of splices) {
    if (line.slice(splice.from, splice.to) === splice.insert) continue;
    const last = merged.at(-1);
    if (last && last.to === splice.from)
      merged[merged.length - 1] = { from: last.from, to: splice.to, insert: last.insert + splice.insert };
    else merged.push(splice);
  }
  return merged;
}
