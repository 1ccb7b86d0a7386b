import { nearest } from '../../src/core/nearest';

const NAMES = ['Dana Ochoa', 'Omar Haddad', 'Dan Ochs', 'Jürgen Øst'];

test.each([
  ['Dana Ocha', 'Dana Ochoa'],
  ['dana ochoa', 'Dana Ochoa'],
  ['Dnaa Ochoa', 'Dana Ochoa'],
  ['Omar', 'Omar Haddad'],
  ['Jurgen Ost', 'Jürgen Øst'],
  ['Dan Och', 'Dan Ochs'],
])('%s means %s', (written, meant) => expect(nearest(written, NAMES)).toBe(meant));

test.each(['Zoe Quist', 'O', 'da', ''])('%j means nobody', written =>
  expect(nearest(written, NAMES)).toBeUndefined(),
);
