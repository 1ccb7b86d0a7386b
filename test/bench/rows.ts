/** How often everything is measured. */
export const RUNS = Number(process.env['BENCH_RUNS'] ?? 15);

/** A line of the table. */
export interface Row {
  what: string;
  /** The median, with its unit or what it is compared with. */
  figure: string;
  /** The least and the most of all runs. */
  spread?: string;
  limit?: string;
  isMet?: boolean;
}

/** A figure that is shown and has no limit. */
export function spreadOf(what: string, unit: string, values: readonly number[]): Row {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = NaN, median = NaN, high = NaN] = [sorted[0], medianOf(values), sorted.at(-1)];
  return { what, figure: `${show(median)} ${unit}`, spread: `${show(low)} to ${show(high)}` };
}

/** A figure whose median must not be greater than `limit`. */
export const limited = (what: string, unit: string, values: readonly number[], limit: number): Row => ({
  ...spreadOf(what, unit, values),
  limit: `≤ ${show(limit)}`,
  isMet: medianOf(values) <= limit,
});

export const atLeast = (what: string, unit: string, values: readonly number[], limit: number): Row => ({
  ...spreadOf(what, unit, values),
  limit: `≥ ${show(limit)}`,
  isMet: medianOf(values) >= limit,
});

export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

const show = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : value.toFixed(2);

export function markdownTable(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, spread = '', limit = '', isMet }) =>
    [what, figure, spread, limit, isMet === undefined ? '' : isMet ? 'met' : '**missed**'].join(' | '),
  );
  return ['what | median | spread | limit | ', '---|---|---|---|---', ...cells]
    .map(line => `| ${line} |`)
    .join('\n');
}
