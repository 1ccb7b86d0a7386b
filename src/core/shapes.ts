// What data from outside, of any shape, turns out to be.

/** Values under names; no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(each => typeof each === 'string');

/** What stands under a name; undefined also where there are no names. */
export const fieldOf = (data: unknown, name: string): unknown => (isRecord(data) ? data[name] : undefined);

/** `Object.keys`, of what has no other names than its type says. */
export const namesOf: <T extends object>(record: T) => (keyof T & string)[] = Object.keys;
