import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import {
  areNicknames,
  foldAccents,
  plainSpellings,
  slipsBetween,
  slipsWithin,
} from '../../../src/core/graph/spellings';

test.each([
  ['Jürgen Øst', 'jurgen ost'],
  ['Sigríður Þór', 'sigridur thor'],
  ['Łukasz Đorđe', 'lukasz dorde'],
  ['GROẞ', 'gross'],
])('%j without accents is %j', (name, plain) => expect(foldAccents(name)).toBe(plain));

test.each([
  ['Jürgen Müller', 'Juergen Mueller'],
  ['Jürgen Müller', 'Jurgen Muller'],
  ['Søren Ågård', 'Soeren Aagaard'],
  ['Zoë Dvořák', 'Zoe Dvorak'],
  ['Ju\u0308rgen Ost', 'Juergen Ost'],
])('%j and %j have a plain spelling in common', (a, b) =>
  expect(plainSpellings(a).some(each => plainSpellings(b).includes(each))).toBe(true),
);

test.each([
  ['bob', 'robert', true],
  ['liz', 'beth', true],
  ['bob', 'bob', false],
  ['bob', 'william', false],
  ['constructor', '__proto__', false],
])('%j and %j go by one another: %j', (a, b, yes) => expect(areNicknames(a, b)).toBe(yes));

test.each([
  ['ed haselton', 'ed hasleton', 2],
  ['omar haddad', 'omar hadad', 1],
  ['priya raman', 'priya ramannn', 2],
  ['ann li', 'ann lo', 1],
  ['jo li', 'jo lo', 1],
  ['j li', 'j lo', 1],
  ['a b', 'a c', undefined],
  ['ann li', 'anne lo', undefined],
  ['ed haselton', 'ed hasleton', 2],
  ['dana ochoa', 'dana ochoa', undefined],
  ['dana ochoa', 'dana orchard', undefined],
])('between %j and %j are %j slips', (a, b, slips) => expect(slipsBetween(a, b)).toBe(slips));

test('the distance of two names is what the library says, as far as it is looked at', () => {
  const name = fc.string({ unit: fc.constantFrom(...'abc ü') });
  fc.assert(
    fc.property(name, name, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      const slips = distance(a, b);
      expect(slipsWithin(most, a, b)).toBe(slips <= most ? slips : Infinity);
    }),
    { numRuns: 2000 },
  );
});
