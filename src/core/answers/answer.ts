/** What a question on a command line is answered with. */
export interface Answer {
  /** For people; ends with a line feed. */
  text: string;
  /** For programs: plain data, whose names and order of keys are a contract. */
  data: unknown;
}

/** Something asked for is not there. */
export class NotFoundError extends Error {}

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
