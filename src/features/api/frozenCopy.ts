/** A copy of plain data that nobody can change. */
export function frozenCopy<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  const copy: unknown = Array.isArray(data)
    ? data.map(frozenCopy)
    : Object.fromEntries(Object.entries(data).map(([name, value]) => [name, frozenCopy<unknown>(value)]));
  return Object.freeze(copy) as T;
}
