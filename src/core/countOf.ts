import { lazily } from './lazily';

/** `1 task`, `3 tasks`. */
export type CountWords = (count: number) => string;

export const countOf =
  (what: string): CountWords =>
  count =>
    count === 1 ? `1 ${what}` : `${count} ${what}s`;

export const countMeetings = countOf('meeting');
export const countNotes = countOf('note');
export const countTasks = countOf('task');

/** How a language writes numbers, `1,000` or `1.000`; asked for so often that the way is made once. */
export function digitsIn(locale: string): CountWords {
  const format = lazily(() => new Intl.NumberFormat(locale));
  return count => format().format(count);
}
