import { symbolsFromTasks } from '../../src/core/tasksStatuses';

const status = (symbol: string, name: string, type: string) => ({
  symbol,
  name,
  type,
  nextStatusSymbol: 'x',
});
const settings = (coreStatuses: unknown, customStatuses: unknown) => ({
  statusSettings: { coreStatuses, customStatuses },
});
const CORE = [status(' ', 'Todo', 'TODO'), status('-', 'Cancelled', 'CANCELLED')];

test('the user’s own cancelled status goes before the core one', () => {
  expect(symbolsFromTasks(settings(CORE, [status('R', 'Rejected', 'CANCELLED')]))).toEqual({
    rejectedSymbol: 'R',
  });
  expect(symbolsFromTasks(settings(CORE, []))).toEqual({ rejectedSymbol: '-' });
});

test('a status named Proposed, in any case and of any type', () => {
  expect(symbolsFromTasks(settings([], [status('!', ' proposed ', 'ON_HOLD')]))).toEqual({
    proposedSymbol: '!',
  });
});

test('one status is not both', () => {
  const both = status('?', 'Proposed', 'CANCELLED');
  expect(symbolsFromTasks(settings(CORE, [both]))).toEqual({ proposedSymbol: '?', rejectedSymbol: '-' });
  expect(symbolsFromTasks(settings([], [both]))).toEqual({ proposedSymbol: '?' });
});

test.each([
  null,
  undefined,
  'text',
  7,
  [],
  {},
  { statusSettings: null },
  settings(null, 'x'),
  settings([null, 1, {}], [[]]),
])('nothing in %j', data => expect(symbolsFromTasks(data)).toEqual({}));
