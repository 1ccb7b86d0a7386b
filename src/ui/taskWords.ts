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

/** How each action is spoken of, in the order of menus. */
export const ACTION_WORDS: Readonly<Record<TaskAction, ActionWords>> = {
  promote: { title: say.promote, done: say.promoted, icon: 'check' },
  reject: { title: say.reject, done: say.rejected, icon: 'x' },
  duplicate: { title: say.markAsDuplicate, done: say.markedAsDuplicate, icon: 'copy-x' },
  start: { title: say.start, done: say.started, icon: 'play' },
  complete: { title: say.complete, done: say.completed, icon: 'circle-check' },
  reopen: { title: say.reopen, done: say.reopened, icon: 'rotate-ccw' },
  due: { title: say.setDueDate, done: say.setTheDueDate, icon: 'calendar' },
  later: { title: say.later, done: say.putOff, icon: 'alarm-clock' },
  scheduled: { title: say.setScheduledDate, done: say.scheduled, icon: 'calendar-clock' },
  priority: { title: say.setPriority, done: say.setThePriority, icon: 'flag' },
  assign: { title: say.assignTo, done: say.assigned, icon: 'user-plus' },
  edit: { title: say.editTask, done: say.edited, icon: 'square-pen' },
  reword: { title: say.editText, done: say.reworded, icon: 'pencil' },
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
