import {
  bareNameOf,
  doubled,
  firstNameOf,
  listedNames,
  namesSeveral,
  undoubled,
} from '../../../src/core/graph/nameParts';

test.each([
  ['dana ochoa', 'dana', 'dana'],
  ['dana', undefined, 'dana'],
  ['timo (acme)', undefined, 'timo'],
  ['ana lind-berg', 'ana', 'ana'],
])('%j: first name %j, bare name %j', (key, first, bare) => {
  expect(firstNameOf(key)).toBe(first);
  expect(bareNameOf(key)).toBe(bare);
});

test.each([
  ['jo lind', 'jo lind lind'],
  ['ana maria ruiz', 'ana maria ruiz ruiz'],
])('%j doubled is %j, and back', (once, twice) => {
  expect(doubled(once)).toBe(twice);
  expect(undoubled(twice)).toBe(once);
});

test.each(['jo', 'jo lind', 'jo lind moller', 'lind lind', 'jo lind xlind', 'lind', '', 'jo lind lind lind'])(
  'the last word of %j is not there twice',
  key => expect(undoubled(key)).toBeUndefined(),
);

test.each([
  ['dana ochoa and omar haddad', ['dana ochoa', 'omar haddad']],
  ['a b, c d and e f', ['a b', 'c d', 'e f']],
  ['vice president, cloud', ['vice president', 'cloud']],
  ['a b, and c d', ['a b', 'c d']],
  ['dana ochoa,', undefined],
  ['andrea sand', undefined],
])('%j lists %j', (key, names) => expect(listedNames(key)).toEqual(names));

test.each([
  ['a or b', true],
  ['ben & carla voss', true],
  ['a and b', true],
  ['oran dor', false],
  ['vice president, cloud', false],
])('%j names several: %j', (key, several) => expect(namesSeveral(key)).toBe(several));
