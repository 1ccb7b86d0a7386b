/** What a question on a command line is answered with. */
export interface Answer {
  /** For people; ends with a line feed. */
  text: string;
  /** For programs: plain data, whose names and order of keys are a contract. */
  data: unknown;
}

/** What the words of command lines are for: the app's, and the program's. */
export const TELLS = {
  report: 'people, meetings, tasks by state, problems, as a table',
  person: 'who somebody is, and what is open between you',
  brief: 'what to have read before the next meeting with somebody, as Markdown',
  proposed: 'proposed tasks, with their ids',
  promote: 'proposed → accepted',
  reject: 'proposed → rejected',
} as const;

/** `path:line`, the line as editors count it. */
export const placeOf = ({ path, line }: { path: string; line?: number }): string =>
  line === undefined ? path : `${path}:${line + 1}`;
