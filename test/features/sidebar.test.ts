import manifest from '../../manifest.json';
import RapportPlugin from '../../src/main';
import { createHost, type Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { one, readNote, settled, startPlugin, texts } from './plugin';

let host: Host;
afterEach(() => host.destroy());

const VAULT = {
  'People/Dana Ochoa.md': profileNote({
    role: 'Head of platform',
    company: 'Umbra Labs',
    email: 'dana@example.com',
  }),
  'Meetings/a.md': meetingNote({
    person: 'Dana Ochoa',
    date: '2026-01-08',
    summary: 'The sizing sheet.',
    tasks: [
      '- [?] Send the sizing sheet. @Myself #proposed',
      '- [ ] Book the room. @Myself',
      '- [ ] Confirm the region list. @Dana Ochoa',
      '- [ ] Find a date. @TBD',
      '- [ ] Nobody’s business here. @Omar Haddad',
      '- [x] Old one. @Myself',
    ],
  }),
  'Meetings/b.md': meetingNote({ person: 'Omar Haddad', date: '2026-02-01', title: 'Deck' }),
};

async function open(files: Record<string, string> = VAULT, data?: unknown) {
  host = await startPlugin(files, data);
  host.runCommand('rapport:open-people-sidebar');
  await settled(host);
}

async function click(selector: string) {
  one(selector).click();
  await settled(host);
}

test('lists everybody but self, the last met first, with what is open', async () => {
  await open();
  expect(texts('.rapport-row-name')).toEqual(['Omar Haddad', 'Dana Ochoa']);
  const dana = one('[data-person="dana ochoa"]');
  expect(one('.rapport-row-work', dana).textContent).toBe('Umbra Labs');
  expect(texts('.rapport-badge .rapport-sr-only', dana)).toEqual(['1 you owe', '1 they owe', '1 proposed']);
});

test('before notes are read nobody is said to be missing, and the search is there already', async () => {
  host = await createHost({ files: VAULT });
  await host.loadPlugin(RapportPlugin, manifest);
  host.runCommand('rapport:open-people-sidebar');
  await settled(host);
  expect(texts('.rapport-empty')).toEqual([]);
  const search = one('.rapport-search input');
  await host.layoutReady();
  await settled(host);
  expect(texts('.rapport-row-name')).toEqual(['Omar Haddad', 'Dana Ochoa']);
  expect(one('.rapport-search input')).toBe(search);
});

test('once they are read it is said that there is nobody', async () => {
  host = await createHost({ files: { 'Note.md': 'Nothing.' } });
  await host.loadPlugin(RapportPlugin, manifest);
  host.runCommand('rapport:open-people-sidebar');
  await settled(host);
  expect(texts('.rapport-empty')).toEqual([]);
  await host.layoutReady();
  await settled(host);
  expect(texts('.rapport-empty p')).toHaveLength(3);
});

test('where there is nobody, the list says what notes it reads', async () => {
  await open({ 'Note.md': 'Nothing.' });
  expect(texts('.rapport-empty p')).toHaveLength(3);
  expect(document.querySelector('.rapport-search')).toBeNull();
});

test('searches names and companies', async () => {
  await open();
  const input = one('.rapport-search input') as HTMLInputElement;
  input.value = 'umbra';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(host);
  expect(texts('.rapport-row-name')).toEqual(['Dana Ochoa']);
});

test('the keyboard goes through the list and opens a person', async () => {
  await open();
  const press = (key: string) =>
    one('.rapport-search input').dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  press('ArrowDown');
  await settled(host);
  expect(one('[aria-selected="true"]').dataset.person).toBe('dana ochoa');
  press('Enter');
  await settled(host);
  expect(one('.rapport-person-page .rapport-name').textContent).toBe('Dana Ochoa');
});

test('a person’s page splits the open tasks and lists the meetings', async () => {
  await open();
  await click('[data-person="dana ochoa"]');
  const sections = [...document.querySelectorAll('.rapport-section')].map(section => [
    one('.rapport-heading', section).firstChild?.textContent?.trim(),
    texts('.rapport-task .rapport-task-text, .rapport-meeting .rapport-task-text', section).map(text =>
      text.replace('Proposed: ', ''),
    ),
  ]);
  expect(Object.fromEntries(sections)).toEqual({
    Proposed: ['Send the sizing sheet.'],
    'Recently done': ['Old one.'],
    'I owe': ['Book the room.'],
    'They owe': ['Confirm the region list.'],
    Unassigned: ['Find a date.'],
    Meetings: ['Sizing review'],
  });
});

test('the buttons of a proposed row promote and reject it in the file, and the row moves', async () => {
  await open();
  await click('[data-person="dana ochoa"]');
  await click('.rapport-accept');
  expect(await readNote(host, 'Meetings/a.md')).toBe(
    VAULT['Meetings/a.md'].replace(
      '- [?] Send the sizing sheet. @Myself #proposed',
      '- [ ] Send the sizing sheet. @Myself',
    ),
  );
  expect(document.querySelector('.rapport-accept')).toBeNull();
  expect(texts('.is-accepted .rapport-task-text')).toContain('Send the sizing sheet.');
});

test('what was done is said, with a way back', async () => {
  await open();
  await click('[data-person="dana ochoa"]');
  await click('.rapport-reject');
  expect(one('.notice').textContent).toContain('Rejected 1 task');
  await click('.notice .rapport-undo');
  expect(await readNote(host, 'Meetings/a.md')).toBe(VAULT['Meetings/a.md']);
});

test('a task opens its note at its line', async () => {
  await open();
  await click('[data-person="dana ochoa"]');
  await click('.is-proposed .rapport-task-text');
  expect(host.app.workspace.getActiveFile()?.path).toBe('Meetings/a.md');
});

test('follows the active note, but not away from somebody the note is about', async () => {
  await open();
  await host.openNote('Meetings/b.md');
  await settled(host);
  expect(one('.rapport-name').textContent).toBe('Omar Haddad');
  await host.openNote('People/Dana Ochoa.md');
  await settled(host);
  expect(one('.rapport-name').textContent).toBe('Dana Ochoa');
  await click('.rapport-back');
  expect(document.querySelector('.rapport-person-page')).toBeNull();
});

test('an empty vault says what to do', async () => {
  await open({ 'note.md': 'Nothing here.\n' });
  expect(one('.rapport-empty').textContent).toContain('type: people');
});

test('problems are listed with path, line and reason', async () => {
  await open({ ...VAULT, 'Broken/a.md': '---\ntype: people\nperson: "open\n---\n' });
  const problem = one('.rapport-problems li');
  expect(one('button', problem).textContent).toMatch(/^Broken\/a\.md, line \d/);
  expect(problem.textContent).toContain('not valid YAML');
});

test('the vault owner’s names come from the settings', async () => {
  await open(VAULT, { selfNames: ['Omar Haddad'] });
  expect(texts('.rapport-row-name')).toEqual(['Dana Ochoa']);
});

test('what is indexed between drawing and listening is not missed', async () => {
  host = await startPlugin({ 'note.md': 'Nothing here.\n' });
  host.runCommand('rapport:open-people-sidebar');
  await host.outside.write('a.md', meetingNote({ person: 'Dana Ochoa' }));
  await settled(host);
  expect(texts('.rapport-row-name')).toEqual(['Dana Ochoa']);
});
