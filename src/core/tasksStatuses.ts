import type { Settings } from './settings';
import { fieldOf } from './shapes';

/** The cancelled status that Tasks comes with. */
const TASKS_OWN = '-';

export interface Status {
  symbol: string;
  name: string;
  type: string;
}

export type TasksSymbols = Partial<Pick<Settings, 'proposedSymbol' | 'rejectedSymbol'>>;

/** The types of what its queries call not done. Source: its user guide, "Status Types". */
const OPEN_TYPES: readonly string[] = ['TODO', 'IN_PROGRESS', 'ON_HOLD'];

/** Whether a task of that status, or of none, is open to the Tasks plugin. */
export const isOpenThere = (status: Status | undefined): boolean =>
  !status || OPEN_TYPES.includes(status.type);

/** What its queries for what is not done leave alone, and a click accepts. */
export const proposedStatus = (symbol: string): Status & Record<string, unknown> => ({
  symbol,
  name: 'Proposed',
  nextStatusSymbol: ' ',
  availableAsCommand: false,
  type: 'NON_TASK',
});

/** The status that a symbol has in the Tasks plugin's settings; of several, as there, the first. @param data Of any shape. */
export const statusOf = (data: unknown, symbol: string): Status | undefined =>
  statusesIn(data, ['coreStatuses', 'customStatuses']).find(status => status.symbol === symbol);

/**
 * The symbols that the Tasks plugin's settings name: a status called Proposed, and another of type CANCELLED; of several
 * the one the user made.
 * @param data Its `data.json`, of any shape.
 */
export function symbolsFromTasks(data: unknown): TasksSymbols {
  const statuses = statusesIn(data, ['customStatuses', 'coreStatuses']);
  const proposed = statuses.find(({ name }) => name.trim().toLowerCase() === 'proposed');
  const cancelled = statuses.filter(
    ({ symbol, type }) => type === 'CANCELLED' && symbol !== proposed?.symbol,
  );
  const rejected = cancelled.find(({ symbol }) => symbol !== TASKS_OWN) ?? cancelled[0];
  return {
    ...(proposed && { proposedSymbol: proposed.symbol }),
    ...(rejected && { rejectedSymbol: rejected.symbol }),
  };
}

function statusesIn(data: unknown, lists: readonly string[]): Status[] {
  const settings = fieldOf(data, 'statusSettings');
  const all = lists.map(name => fieldOf(settings, name)).filter(Array.isArray);
  return all.flat().flatMap((each: unknown) => {
    const [symbol, name, type] = ['symbol', 'name', 'type'].map(field => fieldOf(each, field));
    const isStatus = typeof symbol === 'string' && typeof name === 'string' && typeof type === 'string';
    return isStatus ? [{ symbol, name, type }] : [];
  });
}
