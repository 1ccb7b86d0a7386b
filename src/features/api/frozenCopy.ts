/** A copy of plain data that nobody can change. */
export const frozenCopy = <T>(data: T): T =>
  JSON.parse(JSON.stringify(data), (_name, value: unknown) => Object.freeze(value)) as T;
