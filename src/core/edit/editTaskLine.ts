import type { NoteConventions } from '../note/conventions';
import { parseTaskLine, proposedTagCuts, type ParsedTask } from '../note/taskLine';
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
  splices: (line: string, task: ParsedTask, context: EditContext) => Splice[];
}

/** Every action is a row; a new one is a new row. */
const RULES: Record<TaskAction, Rule> = {
  promote: {
    from: ['proposed'],
    refusal: state => `The task is ${STATE_WORDS[state]}, not proposed.`,
    splices: (line, task) => [setBox(task, ' '), ...removeProposedTags(line, task)],
  },
  reject: {
    from: ['proposed', 'accepted', 'in-progress'],
    refusal: state => `The task is already ${STATE_WORDS[state]}.`,
    splices: (line, task, { conventions, today }) => [
      setBox(task, conventions.rejectedSymbols[0] ?? '-'),
      ...removeProposedTags(line, task),
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
  if (!rule.from.includes(task.record.state)) return { refusal: rule.refusal(task.record.state) };
  return { splices: mergeTouching(line, rule.splices(line, task, context)) };
}

function setBox(task: ParsedTask, symbol: string): Splice {
  return { from: task.box.start, to: task.box.end, insert: symbol };
}

function removeProposedTags(line: string, task: ParsedTask): Splice[] {
  return proposedTagCuts(line, task).map(({ start, end }) => ({ from: start, to: end, insert: '' }));
}

/** Puts splices in order, drops those that change nothing, and joins those that meet: each stands for itself. */
function mergeTouching(line: string, splices: readonly Splice[]): Splice[] {
  const merged: Splice[] = [];
  for (const splice of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (line.slice(splice.from, splice.to) === splice.insert) continue;
    const last = merged.at(-1);
    if (last && last.to === splice.from)
      merged[merged.length - 1] = { from: last.from, to: splice.to, insert: last.insert + splice.insert };
    else merged.push(splice);
  }
  return merged;
}
