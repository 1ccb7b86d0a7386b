import { notPeople, NOT_PEOPLE } from '../../../src/core/graph/notPeople';
import { nameKey } from '../../../src/core/note/names';

const isNobody = notPeople(NOT_PEOPLE);

test.each([
  'TBD',
  'tbd.',
  'Unknown',
  '(Unknown)',
  'TBD (owner unknown)',
  'n/a',
  'Everyone',
  'Platform team',
  'Google networking team',
  'Legal',
  'Finance',
  'Product',
  'Data Engineering',
  'Legal team (EMEA)',
  '',
  '[[]]',
])('%j is nobody', label => expect(isNobody(nameKey(label))).toBe(true));

test.each(['Myself', 'Dana', 'Dana Ochoa', 'Legal Eagle', 'Teamer', 'dana@example.com', 'Timo (Acme)'])(
  '%j is somebody',
  label => expect(isNobody(nameKey(label))).toBe(false),
);

test('the list is the user’s', () => {
  const mine = notPeople(['Board', '... guild', '…', ' ']);
  expect(['board', 'board (2025)', 'platform guild', 'guild', 'tbd', 'boarder'].map(mine)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
