import { readSettings } from '../../src/core/settings';
import {
  DEFAULT_TRIAGE_KEYS,
  TRIAGE_COMMANDS,
  triageKeyProblem,
  triageKeysProblem,
} from '../../src/core/triageKeys';

test('every command has a key of its own at first', () => {
  expect(triageKeysProblem(DEFAULT_TRIAGE_KEYS)).toBeUndefined();
  expect(new Set(Object.values(DEFAULT_TRIAGE_KEYS)).size).toBe(TRIAGE_COMMANDS.length);
});

test.each([
  ['', 'A key is one character.'],
  ['ab', 'A key is one character.'],
  [' ', 'A key is one character.'],
  [7, 'A key is one character.'],
  ['Y', 'Keys are pressed without Shift: use the small letter.'],
  ['?', '“?” already means something else in triage.'],
  ['3', '“3” is taken: Reject.'],
])('%j is no key for accepting', (key, reason) =>
  expect(triageKeyProblem(DEFAULT_TRIAGE_KEYS, 'accept', key)).toBe(reason),
);

test.each(['1', 'y', 'ü', '.', '🚀'])('%s is', key =>
  expect(triageKeyProblem(DEFAULT_TRIAGE_KEYS, 'accept', key)).toBeUndefined(),
);

describe('saved keys', () => {
  const read = (triageKeys: unknown) => readSettings({ triageKeys }).triageKeys;

  test('beside those that have their own', () =>
    expect(read({ accept: 'y' })).toEqual({ ...DEFAULT_TRIAGE_KEYS, accept: 'y' }));

  test.each([null, 'y', ['y'], { accept: '3' }, { accept: 7 }, { accept: 'y', reject: 'y' }])(
    '%j gives the keys there were at first',
    saved => expect(read(saved)).toEqual(DEFAULT_TRIAGE_KEYS),
  );
});
