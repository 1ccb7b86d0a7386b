import { linkTarget, nameKey, noteName, shownName, withoutRemark } from '../../../src/core/note/names';

test.each([
  ['People/Dana Ochoa.md', 'Dana Ochoa'],
  ['People/Dana Ochoa/README.md', 'Dana Ochoa'],
  ['People/Dana Ochoa/index.md', 'Dana Ochoa'],
  ['People/Dana Ochoa/readme', 'Dana Ochoa'],
  ['Dana Ochoa', 'Dana Ochoa'],
  ['2025-10-29 - Sync.MD', '2025-10-29 - Sync'],
  ['README.md', ''],
  ['', ''],
])('the note %j is called %j', (path, name) => expect(noteName(path)).toBe(name));

test.each([
  ['[[Dana Ochoa]]', 'Dana Ochoa'],
  ['[[People/Dana Ochoa|Dana]]', 'People/Dana Ochoa'],
  ['[[Dana Ochoa#Role]]', 'Dana Ochoa'],
  [' ![[Dana]] ', 'Dana'],
  ['Dana Ochoa', undefined],
  ['[[Dana]] and [[Jo]]', undefined],
  ['[[', undefined],
])('%j points to %j', (label, target) => expect(linkTarget(label)).toBe(target));

test.each([
  ['[[People/Dana Ochoa/README|Dana]]', 'Dana Ochoa'],
  ['  Dana\u00A0 Ochoa ', 'Dana Ochoa'],
  ['Dana\u200B Ochoa', 'Dana Ochoa'],
  ['JosÃ© Lind', 'José Lind'],
])('%j is shown as %j', (label, name) => expect(shownName(label)).toBe(name));

describe('one certain name has one key', () => {
  test.each([
    ['case', ['Dana Ochoa', 'dana ochoa', 'DANA OCHOA']],
    ['spaces', ['Dana Ochoa', ' Dana  Ochoa', 'Dana\u00A0Ochoa', 'Dana\tOchoa']],
    [
      'dashes',
      ['Ana Lind-Berg', 'Ana Lind–Berg', 'Ana Lind — Berg', 'Ana Lind\u2011Berg', 'Ana Lind - Berg'],
    ],
    ['Unicode form', ['José Lind', 'Jose\u0301 Lind', 'JosÃ© Lind']],
    [
      'link brackets',
      ['Dana Ochoa', '[[Dana Ochoa]]', '[[People/Dana Ochoa|Dana]]', '[[Dana Ochoa/README]]'],
    ],
    ['a remark behind a full name', ['Priya Raman', 'Priya Raman (Unknown last name)', 'Priya Raman (Acme)']],
    ['punctuation around it', ['Dana Ochoa', '"Dana Ochoa"', 'Dana Ochoa.', 'Dana Ochoa,']],
    ['width', ['Dana Ochoa', 'Ｄａｎａ Ｏｃｈｏａ']],
  ])('%s', (_what, labels) => {
    expect(new Set(labels.map(nameKey))).toEqual(new Set([nameKey(labels[0] ?? '')]));
  });

  test.each([
    ['Dana Ochoa', 'Dana'],
    ['Timo (Acme)', 'Timo (Orbit)'],
    ['Jo Lind', 'Jo Lindt'],
    ['José', 'Jose'],
    ['Lind-Berg', 'Lind Berg'],
  ])('%s is not %s', (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));

  test.each(['', '  ', '""', '...', '[[]]', '[[#heading]]'])('%j is no name', label =>
    expect(nameKey(label)).toBe(''),
  );
});

test('only a remark behind a full name goes', () => {
  expect(withoutRemark('Priya Raman (Unknown last name)')).toBe('Priya Raman');
  expect(withoutRemark('Timo (Acme)')).toBe('Timo (Acme)');
  expect(withoutRemark('(Unknown)')).toBe('(Unknown)');
});
