import { TASK_STATES, type Priority, type TaskState } from '../records';

/** What a user may ask of a task. */
export type TaskChange =
  | { action: 'promote' | 'reject' | 'start' | 'complete' | 'reopen' }
  /** ISO; null takes the date away. */
  | { action: 'due' | 'scheduled'; date: string | null }
  /** Not to be decided before that day, ISO; `field` is where it is written. */
  | { action: 'later'; field: LaterField; date: string }
  | { action: 'priority'; priority: Priority }
  /** Who owns the task from now on: labels as they stand in notes. */
  | { action: 'assign'; owners: readonly string[] }
  | { action: 'reword'; text: string }
  /** The line as another program's dialog leaves it: two where a repeating task was completed there. */
  | { action: 'edit'; line: string }
  /** Rejected, since another task says the same; `of` is a link to where that one stands, `[[…]]`. */
  | { action: 'duplicate'; of: string };

/** Dates that say when a task comes up again. */
export type LaterField = 'scheduled' | 'start';

export type TaskAction = TaskChange['action'];

/** The change with a given action. */
export type ChangeOf<Action extends TaskAction> = Extract<TaskChange, { action: Action }>;

/** Actions that say all there is to say by their name. */
export type StateAction = 'promote' | 'reject' | 'start' | 'complete' | 'reopen';

const OPEN: readonly TaskState[] = ['proposed', 'accepted', 'in-progress'];

/** In which states a task can be changed so. */
export const CHANGES_FROM: Readonly<Record<TaskAction, readonly TaskState[]>> = {
  promote: ['proposed'],
  reject: OPEN,
  start: ['proposed', 'accepted'],
  complete: OPEN,
  reopen: ['in-progress', 'done', 'rejected'],
  due: TASK_STATES,
  scheduled: TASK_STATES,
  later: ['proposed'],
  priority: TASK_STATES,
  assign: TASK_STATES,
  reword: TASK_STATES,
  edit: TASK_STATES,
  duplicate: OPEN,
};
