import { linkTarget, nameKey } from '../note/names';
import { DONE_SYMBOL, IN_PROGRESS_SYMBOL, type NoteConventions } from '../note/conventions';
import { parseTaskLine, type ParsedTask } from '../note/taskLine';
import { collapseSpaces } from '../note/text';
import { isIsoDate } from '../dates';
import type { DateField, TaskRecord, TaskState } from '../records';
import { assign } from './assign';
import { LineDraft } from './LineDraft';
import { applySplices, difference, type Splice } from './splices';
import { CHANGES_FROM, type ChangeOf, type TaskAction, type TaskChange } from './taskChange';
import { en, fill } from '../words';

export interface EditContext {
  conventions: NoteConventions;
  /** Today, ISO. */
  today: string;
  /** Of the note the line stands in. */
  path?: string;
  /**
   * How the Tasks plugin would mark a line of that note done: one line, or two where the task repeats. Not there
   * where that plugin is not there.
   */
  toggleDone?: ((line: string, path: string) => string) | undefined;
}

/** The bytes to change in the line, or why none are. */
export type TaskEdit = { splices: Splice[] } | { refusal: string };

interface Rule<Action extends TaskAction> {
  /** The state it leads to; where none is said, the state stays. */
  to?: TaskState;
  /** What else it may change about what the line says; everything else is the same afterwards, or it is refused. */
  touches: readonly (typeof SAID)[number][];
  /** Drafts the change; the result is why it cannot be done. */
  draft: (draft: LineDraft, change: ChangeOf<Action>, context: EditContext) => string | undefined | void;
}

/** Everything a line says. */
const SAID = [
  'text',
  'owners',
  'priority',
  'tags',
  'due',
  'scheduled',
  'start',
  'created',
  'done',
  'cancelled',
  'recurrence',
  'onCompletion',
  'id',
  'dependsOn',
  'blockId',
  'duplicateOf',
] as const satisfies readonly (keyof TaskRecord)[];

/** Every action is a row; a new one is a new row. */
const RULES: { [Action in Exclude<TaskAction, 'edit'>]: Rule<Action> } = {
  promote: {
    to: 'accepted',
    touches: ['tags', 'created'],
    draft: (draft, _change, { conventions, today }) => {
      draft.setBox(' ');
      if (conventions.stampAccepted && draft.task.record.created === undefined)
        draft.setDate('created', today);
      if (conventions.acceptedTag !== '') draft.addTag(conventions.acceptedTag);
    },
  },
  reject: { to: 'rejected', touches: ['tags', 'cancelled'], draft: reject },
  start: {
    to: 'in-progress',
    touches: ['tags'],
    draft: draft => draft.setBox(IN_PROGRESS_SYMBOL),
  },
  complete: {
    to: 'done',
    touches: ['tags', 'done'],
    draft: (draft, _change, { today }) => {
      const { recurrence } = draft.task.record;
      if (recurrence !== undefined) return fill(en.taskRepeats, recurrence);
      draft.setBox(DONE_SYMBOL);
      draft.setDate('done', today);
    },
  },
  reopen: {
    to: 'accepted',
    touches: ['tags', 'done', 'cancelled', 'duplicateOf', 'text'],
    draft: draft => {
      draft.setBox(' ');
      draft.setDate('done', null);
      draft.setDate('cancelled', null);
      for (const span of draft.task.duplicates) draft.cut(span);
    },
  },
  due: { touches: ['due', 'text'], draft: setDate },
  scheduled: { touches: ['scheduled', 'text'], draft: setDate },
  later: {
    touches: ['scheduled', 'start', 'text'],
    draft: (draft, { field, date }) => setDate(draft, { action: field, date }),
  },
  priority: { touches: ['priority'], draft: (draft, { priority }) => draft.setPriority(priority) },
  assign: { touches: ['owners', 'text'], draft: setOwners },
  reword: { touches: SAID.filter(field => field !== 'blockId'), draft: reword },
  duplicate: {
    to: 'rejected',
    touches: ['tags', 'cancelled', 'duplicateOf'],
    draft: (draft, { of }, context) => {
      if (linkTarget(of) === undefined) return fill(en.noLinkToTask, of);
      const { sentence, box, record, duplicates } = draft.task;
      const note = `(duplicate of ${of})`;
      const at = sentence.end > sentence.start ? sentence.end : box.end + 1;
      const [written] = duplicates;
      if (written && record.duplicateOf !== undefined) draft.replace(written, note);
      else draft.replace({ start: at, end: at }, ` ${note}`);
      reject(draft, { action: 'reject' }, context);
    },
  },
};

/** A task line → the bytes a change takes. Only those it is about are touched, or it is refused with a reason. */
export function editTaskLine(line: string, change: TaskChange, context: EditContext): TaskEdit {
  const task = parseTaskLine(line, context.conventions);
  if (!task) return { refusal: en.lineNoTask };
  const { state } = task.record;
  if (!CHANGES_FROM[change.action].includes(state)) return { refusal: wrongState(change.action, state) };
  if (change.action === 'edit') return takeOver(line, change.line, context);
  return (
    (change.action === 'complete' ? completeWithTasks(line, task, context) : null) ??
    carryOut(RULES[change.action] as Rule<TaskAction>, task, line, change, context)
  );
}

function takeOver(line: string, edited: string, { conventions }: EditContext): TaskEdit {
  if (edited === line) return { splices: [] };
  return edited.split('\n').every(each => parseTaskLine(each, conventions))
    ? { splices: [difference(line, edited)] }
    : { refusal: en.answerNoTask };
}

function wrongState(action: TaskAction, state: TaskState): string {
  const reasons: Partial<Record<TaskAction, string>> = {
    promote: en.taskNotProposed,
    later: en.taskNotToPutOff,
    reopen: en.taskIsOpen,
  };
  return fill(reasons[action] ?? en.taskAlready, en.states[state]);
}

function carryOut(
  rule: Rule<TaskAction>,
  task: ParsedTask,
  line: string,
  change: TaskChange,
  context: EditContext,
): TaskEdit {
  const draft = new LineDraft(line, task);
  const refusal = rule.draft(draft, change, context);
  if (typeof refusal === 'string') return { refusal };
  const splices = draft.splices();
  const changed = applySplices(line, splices);
  const after = parseTaskLine(changed, context.conventions);
  const saysWhatWasAsked =
    after?.record.state === (rule.to ?? task.record.state) &&
    sayTheSame(task.record, after.record, rule.touches) &&
    isDone(change, after.record, changed.slice(after.sentence.start, after.sentence.end));
  if (saysWhatWasAsked) return { splices };
  return { refusal: change.action === 'reword' ? en.notOnlyWords : en.wouldReadOtherwise };
}

/** Whether two lines say the same, but for the fields named. */
function sayTheSame(a: TaskRecord, b: TaskRecord, except: Rule<TaskAction>['touches']): boolean {
  return SAID.every(field => except.includes(field) || String(a[field]) === String(b[field]));
}

/** Whether a line says what was asked for; the state is looked at elsewhere. */
function isDone(change: TaskChange, after: TaskRecord, sentence: string): boolean {
  switch (change.action) {
    case 'due':
    case 'scheduled':
      return (after[change.action] ?? null) === change.date;
    case 'later':
      return after[change.field] === change.date;
    case 'priority':
      return after.priority === change.priority;
    case 'assign':
      return sameKeys(after.owners, change.owners);
    case 'duplicate':
      return after.duplicateOf === change.of;
    case 'reword':
      return sentence === collapseSpaces(change.text);
    default:
      return true;
  }
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  const keys = (labels: readonly string[]) => [...new Set(labels.map(nameKey))].sort().join('\n');
  return keys(a) === keys(b);
}

function reject(draft: LineDraft, _change: unknown, { conventions, today }: EditContext): void {
  draft.setBox(conventions.rejectedSymbols[0] ?? '-');
  if (conventions.stampRejected) draft.setDate('cancelled', today);
}

function setDate(
  draft: LineDraft,
  { action, date }: { action: DateField; date: string | null },
): string | undefined {
  if (date !== null && !isIsoDate(date)) return fill(en.noSuchDate, date);
  draft.setDate(action, date);
  return undefined;
}

function setOwners(draft: LineDraft, { owners }: ChangeOf<'assign'>): string | undefined {
  const unnamed = owners.find(owner => nameKey(owner) === '');
  if (unnamed !== undefined) return en.ownerNeedsName;
  assign(draft, owners);
  return undefined;
}

function reword(draft: LineDraft, { text }: ChangeOf<'reword'>): string | undefined {
  const words = collapseSpaces(text);
  if (words === '') return en.taskNeedsWords;
  const { sentence, box } = draft.task;
  if (sentence.start < sentence.end) draft.replace(sentence, words);
  else draft.replace({ start: box.end + 1, end: box.end + 1 }, ` ${words}`);
  return undefined;
}

/**
 * Lets the Tasks plugin mark the line done, as it knows what repeats. null where it is not there, or what it answers
 * is not this task done: then our own edit is the safer one.
 */
function completeWithTasks(line: string, task: ParsedTask, context: EditContext): TaskEdit | null {
  if (!context.toggleDone) return null;
  // To Tasks a proposed task is an unknown symbol, or none at all.
  const draft = new LineDraft(line, task);
  if (task.record.state === 'proposed') draft.setBox(' ');
  const answer = context.toggleDone(applySplices(line, draft.splices()), context.path ?? '');
  const lines = answer.split('\n').map(each => parseTaskLine(each, context.conventions)?.record);
  const done = lines.find(record => record?.state === 'done');
  // With a global filter that the line lacks, Tasks would close it for good.
  if (task.record.recurrence !== undefined && lines.length < 2) return null;
  if (!done || !sayTheSame(task.record, done, TASKS_MAY_TOUCH)) return null;
  if (!lines.every(record => record?.text === task.record.text)) return null;
  return { splices: [difference(line, answer)] };
}

const TASKS_MAY_TOUCH = ['tags', 'done', 'id', 'dependsOn'] as const;
