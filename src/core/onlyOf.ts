/** The one value there is; undefined where there is none, or several. */
export function onlyOf<Value>(values: Iterable<Value>): Value | undefined {
  const [only, ...others] = values;
  return others.length === 0 ? only : undefined;
}
