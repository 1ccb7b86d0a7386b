import { DEFAULT_CONVENTIONS, isProposedTag, taskState } from '../../../src/core/note/conventions';

test.each([
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
  expect(taskState(symbol, tags, DEFAULT_CONVENTIONS)).toBe(state);
});

test('the tag is compared whole and without case', () => {
  expect(isProposedTag('#PROPOSED', DEFAULT_CONVENTIONS)).toBe(true);
  expect(isProposedTag('#proposed-late', DEFAULT_CONVENTIONS)).toBe(false);
});
