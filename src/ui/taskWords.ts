import type { TaskAction } from '../core/edit/taskChange';
import type { Priority } from '../core/records';
import { say } from '../core/words';

interface ActionWords {
  /** In menus; three dots where more is asked. */
  title: string;
  /** In messages, for `say.didTo`. */
  done: string;
  icon: string;
}

const words = (title: string, done: string, icon: string): ActionWords => ({ title, done, icon });

/** How each action is spoken of, in the order of menus. */
export const ACTION_WORDS: Readonly<Record<TaskAction, ActionWords>> = {
  promote: words(say.promote, say.promoted, 'check'),
  reject: words(say.reject, say.rejected, 'x'),
  duplicate: words(say.markAsDuplicate, say.markedAsDuplicate, 'copy-x'),
  start: words(say.start, say.started, 'play'),
  complete: words(say.complete, say.completed, 'circle-check'),
  reopen: words(say.reopen, say.reopened, 'rotate-ccw'),
  due: words(say.setDueDate, say.setTheDueDate, 'calendar'),
  later: words(say.later, say.putOff, 'alarm-clock'),
  scheduled: words(say.setScheduledDate, say.scheduled, 'calendar-clock'),
  priority: words(say.setPriority, say.setThePriority, 'flag'),
  assign: words(say.assignTo, say.assigned, 'user-plus'),
  edit: words(say.editTask, say.edited, 'square-pen'),
  reword: words(say.editText, say.reworded, 'pencil'),
};

/** Without the dots, as a heading. */
export const headingOf = (action: TaskAction): string => ACTION_WORDS[action].title.replace('…', '');

export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** From the most to the least pressing; what has no priority shows no icon. */
export const PRIORITY_ICONS: Readonly<Record<Priority, string>> = {
  highest: 'chevrons-up',
  high: 'chevrons-up',
  medium: 'chevron-up',
  none: '',
  low: 'chevron-down',
  lowest: 'chevrons-down',
};
