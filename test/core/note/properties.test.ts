import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import {
  hasIndexedType,
  readDate,
  readLabel,
  readLabels,
  readPlain,
} from '../../../src/core/note/properties';

const NOON = new Date(2025, 9, 29, 12).getTime();

test.each([
  ['people', true],
  ['People', true],
  ['"people"', false],
  [' people ', true],
  [['note', 'people'], true],
  ['note, people', true],
  ['meeting', false],
  ['', false],
  [undefined, false],
  [null, false],
  [7, false],
  [{ people: true }, false],
])('type %j is indexed: %s', (type, indexed) =>
  expect(hasIndexedType({ type }, DEFAULT_CONVENTIONS)).toBe(indexed),
);

test('the types are the user’s', () => {
  const conventions = { ...DEFAULT_CONVENTIONS, types: ['Customer'] };
  expect(hasIndexedType({ type: 'customer' }, conventions)).toBe(true);
  expect(hasIndexedType({ type: 'people' }, conventions)).toBe(false);
});

test('a list that holds itself says what else is in it', () => {
  const list: unknown[] = ['Dana'];
  list.push(list, [list, 'Omar']);
  expect(readLabels(list)).toEqual(['Dana', 'Omar']);
  expect(hasIndexedType({ type: list }, DEFAULT_CONVENTIONS)).toBe(false);
});

describe('a date', () => {
  test.each([
    ['a string', '2025-10-29'],
    ['with spaces', ' 2025-10-29 '],
    ['with a time', '2025-10-29T14:30:00'],
    ['with a time behind a space', '2025-10-29 14:30'],
    ['a link to a daily note', '[[2025-10-29]]'],
    ['a YAML date', new Date('2025-10-29')],
    ['a YAML date with a time', new Date('2025-10-29T14:30:00Z')],
    ['seconds', NOON / 1000],
    ['milliseconds', NOON],
    ['milliseconds in a string', String(NOON)],
    ['digits', 20251029],
    ['digits in a string', '20251029'],
  ])('%s', (_what, value) => expect(readDate(value)).toBe('2025-10-29'));

  test.each([
    '',
    'yesterday',
    '2025-02-30',
    '29.10.2025',
    2025,
    0,
    -1,
    20251340,
    1e30,
    NaN,
    true,
    null,
    undefined,
    new Date('nonsense'),
    ['2025-10-29'],
    {},
  ])('%p is none', value => expect(readDate(value)).toBeNull());
});

describe('labels', () => {
  test.each([
    ['a list', ['Dana Ochoa', 'Jo'], ['Dana Ochoa', 'Jo']],
    ['a string with commas', 'Dana Ochoa, Jo', ['Dana Ochoa', 'Jo']],
    ['a string with semicolons', 'Dana Ochoa; Jo;', ['Dana Ochoa', 'Jo']],
    ['wikilinks in strings', ['[[Dana Ochoa]]', '[[Jo|J]]'], ['[[Dana Ochoa]]', '[[Jo|J]]']],
    ['wikilinks in one string', '[[Ochoa, Dana]], [[Jo]]', ['[[Ochoa, Dana]]', '[[Jo]]']],
    ['an unquoted link', [['Dana Ochoa']], ['[[Dana Ochoa]]']],
    ['an unquoted link with an alias', [['People/Dana Ochoa|Dana']], ['[[People/Dana Ochoa|Dana]]']],
    ['a list of unquoted links', [[['Dana Ochoa']], [['Jo']]], ['[[Dana Ochoa]]', '[[Jo]]']],
    ['a list of one unquoted link', [[['Dana Ochoa']]], ['[[Dana Ochoa]]']],
    ['a mixed list', [[['Dana Ochoa']], 'Jo', null, '', 7], ['[[Dana Ochoa]]', 'Jo', '7']],
    ['a name with a comma in a list', ['Ochoa, Dana'], ['Ochoa, Dana']],
    ['a bracket that never closes', '[[Dana, Jo', ['[[Dana', 'Jo']],
    ['nothing', '', []],
    ['null', null, []],
    ['an object', { name: 'Dana' }, []],
    ['empty entries', ['', ' ', null], []],
  ])('%s', (_what, value, labels) => expect(readLabels(value)).toEqual(labels));

  test('one label keeps its commas', () => {
    expect(readLabel('Ochoa, Dana')).toBe('Ochoa, Dana');
    expect(readLabel([['Dana Ochoa']])).toBe('[[Dana Ochoa]]');
    expect(readLabel('')).toBeUndefined();
    expect(readLabel([])).toBeUndefined();
  });
});

test('text of one value', () => {
  expect(readPlain(' a\n b ')).toBe(' a\n b ');
  expect(readLabel(' a\n b ')).toBe('a b');
  expect(readPlain(7)).toBe('7');
  expect(readPlain(null)).toBe('');
  expect(readPlain(['a'])).toBe('');
});
