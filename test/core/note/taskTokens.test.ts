import { tokenize } from '../../../src/core/note/taskTokens';

/** What is found in a line, as `kind text`. */
const found = (line: string) =>
  tokenize(line, 0, line.length).map(({ kind, start, end }) => `${kind} ${line.slice(start, end)}`);

test('tokens stand in the order of the line and do not overlap', () => {
  expect(
    found('Ask @Omar 📅 2026-01-10 `@x` #task [[Orbit]] ⏫ https://example.com/#a 🔁 every week'),
  ).toEqual([
    'owners @Omar',
    'sign 📅 2026-01-10',
    'opaque `@x`',
    'tag #task',
    'opaque [[Orbit]]',
    'sign ⏫',
    'sign 🔁 every week',
  ]);
});

test('owners side by side are one token', () => {
  expect(found('@Timo, @Jo and @Dana Ochoa ⏫ @Omar')).toEqual([
    'owners @Timo, @Jo and @Dana Ochoa',
    'sign ⏫',
    'owners @Omar',
  ]);
});

test.each([
  ['`a` ``b ` c`` `d', ['opaque `a`', 'opaque ``b ` c``']],
  ['``` never', []],
  ['` `` ` ``', ['opaque ` `` `']],
])('code spans in %s', (line, expected) => expect(found(line)).toEqual(expected));

test('nothing is looked for outside', () => {
  const line = '@Timo #a ^id #b';
  expect(tokenize(line, 5, 8).map(({ kind }) => kind)).toEqual(['tag']);
});
