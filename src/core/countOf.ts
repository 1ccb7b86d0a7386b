/** `1 task`, `3 tasks`. */
export type CountWords = (count: number) => string;

export const counted =
  (one: string, many: string): CountWords =>
  count =>
    `${count} ${count === 1 ? one : many}`;

export const countOf = (what: string): CountWords => counted(what, `${what}s`);

export const countMeetings = countOf('meeting');
export const countNotes = countOf('note');
export const countTasks = countOf('task');

/** How a language writes whole numbers, `1,000` or `1.000`. The first `Intl.NumberFormat` of a page takes 10 ms. */
export const digitsIn =
  (separator: string): CountWords =>
  count =>
    String(count).replace(/\B(?=(?:\d{3})+$)/g, separator);
