import { DEFAULT_CONVENTIONS, isProposedTag, taskState } from '../../../src/core/note/conventions';

const stateOf = (symbol: string, tags: string[]) =>
  taskState(
    symbol,
    tags.some(tag => isProposedTag(tag, DEFAULT_CONVENTIONS)),
    DEFAULT_CONVENTIONS,
  );

test.each<[string, string[], string]>([
  ['?', [], 'proposed'],
  ['?', ['#proposed'], 'proposed'],
  [' ', [], 'accepted'],
  [' ', ['#proposed'], 'proposed'],
  [' ', ['#task', '#Proposed'], 'proposed'],
  [' ', ['#proposed/auto'], 'accepted'],
  ['x', [], 'done'],
  ['X', ['#proposed'], 'done'],
  ['/', ['#proposed'], 'in-progress'],
  ['-', ['#proposed'], 'rejected'],
  ['R', [], 'rejected'],
  ['!', [], 'accepted'],
  ['!', ['#proposed'], 'proposed'],
  ['constructor', [], 'accepted'],
])('a box with %p and the tags %p is %s', (symbol, tags, state) => {
  expect(stateOf(symbol, tags)).toBe(state);
});

test('the tag is compared whole and without case', () => {
  expect(isProposedTag('#PROPOSED', DEFAULT_CONVENTIONS)).toBe(true);
  expect(isProposedTag('#proposed-late', DEFAULT_CONVENTIONS)).toBe(false);
});
