/** Values by their keys, both in the order in which they came. */
export function groupBy<Key, Value>(entries: Iterable<readonly [Key, Value]>): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of entries) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** How often each comes; added to `counts`, where there are some. */
export function tally<Key>(keys: readonly Key[], counts = new Map<Key, number>()): Map<Key, number> {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
