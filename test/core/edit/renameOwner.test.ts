import { renameOwner } from '../../../src/core/edit/renameOwner';
import { applySplices } from '../../../src/core/edit/splices';
import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';

const renamed = (line: string, to = 'Dana Lee') => {
  const edit = renameOwner(line, 'dana ochoa', to, DEFAULT_CONVENTIONS);
  return 'refusal' in edit ? edit.refusal : applySplices(line, edit.splices);
};

test.each([
  ['- [?] Send it. @Dana Ochoa 📅 2026-01-10 #task', '- [?] Send it. @Dana Lee 📅 2026-01-10 #task'],
  ['- [ ] Send it @Omar @dana  ochoa ^id', '- [ ] Send it @Omar @Dana Lee ^id'],
  ['- [ ] Ask @Dana Ochoa about the budget', '- [ ] Ask @Dana Lee about the budget'],
  ['- [ ] Send it @Dana Ochoa (Unknown last name)', '- [ ] Send it @Dana Lee'],
  // Others, links and words are not touched.
  ['- [ ] Send it @Dana', '- [ ] Send it @Dana'],
  ['- [ ] Call @[[Dana Ochoa]]', '- [ ] Call @[[Dana Ochoa]]'],
  ['- [ ] About Dana Ochoa @Omar', '- [ ] About Dana Ochoa @Omar'],
])('%j → %j', (before, after) => expect(renamed(before)).toBe(after));

test('a name that would not read as one is written as a link', () => {
  expect(renamed('- [ ] Send it @Dana Ochoa', 'Dana for Orbit')).toBe('- [ ] Send it @[[Dana for Orbit]]');
});

test.each([
  ['- [ ] @Dana Ochoa, call Omar', '- [ ] @[[dana]], call Omar'],
  ['- [ ] Tell @Dana Ochoa, then @Omar', '- [ ] Tell @[[dana]], then @Omar'],
  ['- [ ] Send it @Dana Ochoa 📅 2026-01-10', '- [ ] Send it @dana 📅 2026-01-10'],
])('so is one that the words behind it would lengthen: %j → %j', (before, after) =>
  expect(renamed(before, 'dana')).toBe(after),
);

test('a name that no owner can have is refused', () => {
  expect(renamed('- [ ] Call @Dana Ochoa about it', 'Dana [2] #x')).toContain(
    'something else than was asked for',
  );
});

test('no task', () => expect(renamed('Dana Ochoa')).toBe('This line is no task any more.'));
