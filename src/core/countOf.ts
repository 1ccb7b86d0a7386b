/** `1 task`, `3 tasks`. */
export type CountWords = (count: number) => string;

export const countOf =
  (what: string): CountWords =>
  count =>
    count === 1 ? `1 ${what}` : `${count} ${what}s`;

export const countMeetings = countOf('meeting');
export const countNotes = countOf('note');
export const countTasks = countOf('task');
