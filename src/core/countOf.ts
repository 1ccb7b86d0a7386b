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

/** How a language writes whole numbers, `1,000` or `1.000`. The way is made when it is needed: that takes 10 ms. */
export function digitsIn(locale: string): CountWords {
  const format = lazily(() => new Intl.NumberFormat(locale));
  return count => (count < 1000 ? String(count) : format().format(count));
}
