/** `1 task`, `3 tasks`. */
export type CountWords = (count: number) => string;

export const countOf =
  (what: string): CountWords =>
  count =>
    count === 1 ? `1 ${what}` : `${count} ${what}s`;

export const countMeetings = countOf('meeting');
export const countNotes = countOf('note');
export const countTasks = countOf('task');

/** How a language writes whole numbers, `1,000` or `1.000`. The first `Intl.NumberFormat` of a page takes 10 ms. */
export const digitsIn =
  (separator: string): CountWords =>
  count =>
    String(count).replace(/\B(?=(?:\d{3})+$)/g, separator);
