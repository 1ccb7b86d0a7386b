import type { TaskAction } from '../core/edit/taskChange';
import type { Priority } from '../core/records';

interface ActionWords {
  /** In menus; three dots where more is asked. */
  title: string;
  /** In messages: `Promoted 3 tasks`. */
  done: string;
  icon: string;
}

/** How each action is spoken of, in the order of menus. */
export const ACTION_WORDS: Readonly<Record<TaskAction, ActionWords>> = {
  promote: { title: 'Promote', done: 'Promoted', icon: 'check' },
  reject: { title: 'Reject', done: 'Rejected', icon: 'x' },
  duplicate: { title: 'Mark as duplicate of…', done: 'Marked as duplicate', icon: 'copy-x' },
  start: { title: 'Start', done: 'Started', icon: 'play' },
  complete: { title: 'Complete', done: 'Completed', icon: 'circle-check' },
  reopen: { title: 'Reopen', done: 'Reopened', icon: 'rotate-ccw' },
  due: { title: 'Set due date…', done: 'Set the due date of', icon: 'calendar' },
  later: { title: 'Later…', done: 'Put off', icon: 'alarm-clock' },
  scheduled: { title: 'Set scheduled date…', done: 'Scheduled', icon: 'calendar-clock' },
  priority: { title: 'Set priority…', done: 'Set the priority of', icon: 'flag' },
  assign: { title: 'Assign to…', done: 'Assigned', icon: 'user-plus' },
  edit: { title: 'Edit task…', done: 'Edited', icon: 'square-pen' },
  reword: { title: 'Edit text…', done: 'Reworded', icon: 'pencil' },
};

export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** From the most to the least pressing; what has no priority shows no icon. */
export const PRIORITY_WORDS: Readonly<Record<Priority, { words: string; icon: string }>> = {
  highest: { words: 'highest priority', icon: 'chevrons-up' },
  high: { words: 'high priority', icon: 'chevrons-up' },
  medium: { words: 'medium priority', icon: 'chevron-up' },
  none: { words: 'no priority', icon: '' },
  low: { words: 'low priority', icon: 'chevron-down' },
  lowest: { words: 'lowest priority', icon: 'chevrons-down' },
};
