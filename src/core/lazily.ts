/**
 * What `make` makes, made when it is first asked for and the same ever after: a table that takes its time is no part of
 * the app's start.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
