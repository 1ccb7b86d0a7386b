import type { Settings } from './settings';

/** The cancelled status that Tasks comes with. */
const TASKS_OWN = '-';

interface Status {
  symbol: string;
  name: string;
  type: string;
}

/**
 * The symbols that the Tasks plugin's settings name: a status called Proposed, and one of type CANCELLED; of several
 * the one the user made.
 * @param data Its `data.json`, of any shape.
 */
export function symbolsFromTasks(
  data: unknown,
): Partial<Pick<Settings, 'proposedSymbol' | 'rejectedSymbol'>> {
  const settings = get(data, 'statusSettings');
  const statuses = [
    ...readStatuses(get(settings, 'customStatuses')),
    ...readStatuses(get(settings, 'coreStatuses')),
  ];
  const proposed = statuses.find(({ name }) => name.trim().toLowerCase() === 'proposed');
  const cancelled = statuses.filter(({ type }) => type === 'CANCELLED');
  const rejected = cancelled.find(({ symbol }) => symbol !== TASKS_OWN) ?? cancelled[0];
  return {
    ...(proposed && { proposedSymbol: proposed.symbol }),
    ...(rejected && { rejectedSymbol: rejected.symbol }),
  };
}

function readStatuses(list: unknown): Status[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown) => {
    const [symbol, name, type] = [get(each, 'symbol'), get(each, 'name'), get(each, 'type')];
    const isStatus = typeof symbol === 'string' && typeof name === 'string' && typeof type === 'string';
    return isStatus ? [{ symbol, name, type }] : [];
  });
}

const get = (from: unknown, key: string): unknown =>
  typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[key] : undefined;
