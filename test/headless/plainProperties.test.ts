import fc from 'fast-check';
import { parse } from 'yaml';
import { plainProperties } from '../../src/headless/plainProperties';
import { generatedVault, PEOPLE_MIX } from '../bench/generatedVault';

const parsed = (lines: string): unknown => {
  try {
    return parse(lines, { logLevel: 'silent' }) as unknown;
  } catch {
    return 'not YAML';
  }
};

/** What the reader may give for `lines`: what the parser says, or nothing. */
function expectSame(lines: string): void {
  const read = plainProperties(lines);
  if (read !== undefined) expect({ lines, read }).toEqual({ lines, read: parsed(lines) });
}

test('reads what the pipelines write, so that the parser has little to do', () => {
  const lines = `type: people
title: Regions & pricing (northern depots), 2nd round
date: '2026-10-20'
created: 2025-05-20
person: "[[Dana Ochoa]]"
participants:
- Dana Ochoa
- Sigríður Hallsdóttir
source_ref: Inbox/_archive/2026-10-20/2026-10-20 - Omar asked about the regions for
  the northern depots (and pricing, deck for
  (the) team.md
aliases:
  - Dana
  - D. Ochoa
expertise: [routing, cold storage]
count: 12
bio:
linkedin: https://example.com/in/dana`;
  expect(plainProperties(lines)).toEqual(parsed(lines));
  expect(plainProperties(lines)).toMatchObject({ count: 12, bio: null, aliases: ['Dana', 'D. Ochoa'] });
});

test.each([
  'a: b: c',
  'a: b #c',
  'a: b:',
  'a: null',
  'a: 012',
  'a: 0x1f',
  'a: 1e3',
  'a: 12:30',
  'a: *b',
  'a: |',
  "a: 'it''s'",
  'a: "\\n"',
  'a: [[Dana Ochoa]]',
  'a: b\na: c',
  'a: b\n- c',
  'a:\n- b: c',
  'a:\n- b\n  - c',
  'a:\n  b: c',
  '__proto__: a',
  'a: b\n---\nc: d',
  'a:\tb',
])('leaves %j to the parser', lines => expect(plainProperties(lines)).toBeUndefined());

test('says what the parser says, or nothing: lines of any pieces', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'type',
      ': ',
      ':',
      ' ',
      '  ',
      '- ',
      '\n',
      '\n',
      '\n  ',
      '\n- ',
      "'",
      '"',
      '[',
      ']',
      ', ',
      '#',
      ' #',
    ],
    ...[
      '1',
      '0',
      '2026-01-08',
      'null',
      'true',
      'é',
      'ß',
      '(',
      ')',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '?',
      '~',
    ],
    ...['\r', '\t', '\u00A0', '\u2028', '\uFEFF', '.', '-', '_', '{', '}', '\\', '📅'],
  );
  const line = fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join(''));
  const lines = fc.array(
    fc.oneof(
      line,
      line.map(rest => `k${rest.length}: ${rest}`),
    ),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(lines, all => expectSame(all.join('\n'))),
    { numRuns: 20_000 },
  );
});

test('reads every note of a generated vault as the parser does, nearly all of them without it', () => {
  const heads = [...generatedVault(500, PEOPLE_MIX)].map(
    ({ text }) => /^---\n([^]*?)\n---\n/.exec(text)?.[1] ?? '',
  );
  heads.forEach(expectSame);
  expect(heads.filter(head => plainProperties(head)).length).toBeGreaterThan(450);
});
