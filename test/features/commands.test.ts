import { createHost, type Host } from '../host';
import { meetingNote } from '../notes';
import { one, readNote, settled, startPlugin, texts } from './plugin';

let host: Host;
afterEach(() => host.destroy());

const FIRST = '- [?] Send the sizing sheet. @Myself #proposed';
const SECOND = '- [ ?] Draft the plan. @Dana Ochoa 📅 2026-01-10 #task #proposed ^plan';
const NOTE = meetingNote({ person: 'Dana Ochoa', tasks: [FIRST, SECOND, '- [ ] Accepted. @Myself'] });
const FILES = {
  'a.md': NOTE,
  'b.md': meetingNote({ person: 'Omar Haddad', tasks: ['- [?] Other. @Myself #proposed'] }),
};

const lineOf = (line: string) => NOTE.split('\n').indexOf(line);
const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-');
};

async function run(id: string) {
  const ran = host.runCommand(`rapport:${id}`);
  await settled(host);
  return ran;
}

test('every command of the palette is there', async () => {
  host = await startPlugin(FILES);
  expect(host.commands().map(({ name }) => name.replace('Rapport: ', ''))).toEqual([
    'Open people sidebar',
    'Open person…',
    'Promote task at cursor',
    'Reject task at cursor',
    'Mark task at cursor as duplicate of…',
    'Start task at cursor',
    'Complete task at cursor',
    'Reopen task at cursor',
    'Set due date of task at cursor…',
    'Set scheduled date of task at cursor…',
    'Put task at cursor off until…',
    'Set priority of task at cursor…',
    'Assign task at cursor to…',
    'Edit task at cursor…',
    'Edit text of task at cursor…',
    'Promote all proposed tasks in this note',
    'Reject all proposed tasks in this note',
    'Promote all proposed tasks of a person…',
    'Open triage',
    'Triage proposed tasks of this note',
    'Triage proposed tasks about a person…',
    'Reject stale proposed tasks…',
    'Undo last change',
    'Prepare for meeting with…',
    'Open map of people',
    'Sort out people',
    'Show person card',
    'Repair damaged text in this note',
    'Repair damaged text in all people notes…',
    'Export people, meetings and tasks…',
    'Rebuild index',
    'Copy debug report',
  ]);
});

test('promote and reject the task at the cursor; the note is changed in its editor', async () => {
  host = await startPlugin(FILES);
  const view = await host.openNote('a.md', { mode: 'source' });
  view.editor.setCursor({ line: lineOf(FIRST), ch: 10 });
  expect(await run('promote-task')).toBe(true);
  view.editor.setCursor({ line: lineOf(SECOND), ch: 0 });
  expect(await run('reject-task')).toBe(true);
  const expected = NOTE.replace(FIRST, '- [ ] Send the sizing sheet. @Myself').replace(
    SECOND,
    `- [-] Draft the plan. @Dana Ochoa 📅 2026-01-10 #task ❌ ${today()} ^plan`,
  );
  expect(view.editor.getValue()).toBe(expected);
  await host.flushSaves();
  expect(await readNote(host, 'a.md')).toBe(expected);
});

test('commands on a task are there only where there is one to act on', async () => {
  host = await startPlugin(FILES);
  const view = await host.openNote('a.md', { mode: 'source' });
  view.editor.setCursor({ line: 0, ch: 0 });
  expect(await run('promote-task')).toBe(false);
  view.editor.setCursor({ line: lineOf('- [ ] Accepted. @Myself'), ch: 0 });
  expect(await run('promote-task')).toBe(false);
  expect(await run('undo-last-change')).toBe(false);
});

test('promote all of a note, and undo it as one step', async () => {
  host = await startPlugin(FILES);
  await host.openNote('a.md', { mode: 'preview' });
  expect(await run('promote-note')).toBe(true);
  expect(await readNote(host, 'a.md')).toBe(
    NOTE.replace('[?]', '[ ]').replace('[ ?]', '[ ]').replaceAll(' #proposed', ''),
  );
  expect(await run('promote-note')).toBe(false);
  expect(await run('undo-last-change')).toBe(true);
  expect(await readNote(host, 'a.md')).toBe(NOTE);
});

test('promote all of a person asks for whom and leaves the others alone', async () => {
  host = await startPlugin(FILES);
  await run('promote-person');
  expect(texts('.suggestion-item')).toEqual(expect.arrayContaining([expect.stringContaining('Dana Ochoa')]));
  [...document.querySelectorAll<HTMLElement>('.suggestion-item')]
    .find(item => item.textContent?.includes('Dana'))
    ?.click();
  await settled(host);
  expect(await readNote(host, 'a.md')).not.toContain('#proposed');
  expect(await readNote(host, 'b.md')).toBe(FILES['b.md']);
});

test('the card of whom the note is about, without a pointer', async () => {
  host = await startPlugin(FILES);
  await host.openNote('a.md', { mode: 'preview' });
  expect(await run('show-person-card')).toBe(true);
  expect(one('.modal .rapport-card').getAttribute('aria-label')).toBe('Dana Ochoa');
});

test('rebuild finds what an outside program changed behind the app’s back', async () => {
  host = await startPlugin(FILES);
  await host.outside.write('c.md', meetingNote({ person: 'Priya Raman' }));
  expect(await run('rebuild-index')).toBe(true);
  await run('open-person');
  expect(texts('.suggestion-item').join()).toContain('Priya Raman');
});

test('unloading leaves nothing behind', async () => {
  const before = await withoutPlugin();
  host = await startPlugin(FILES, { statusBar: true });
  await run('open-people-sidebar');
  await run('open-triage');
  await run('show-person-card');
  await host.cli('rapport:promote', 'all', 'dry-run');
  await host.openUri('obsidian://rapport?person=Dana%20Ochoa');
  await run('promote-note');
  await run('prepare-for-meeting');
  host.unloadPlugin('rapport');
  expect(document.querySelector('.modal, .prompt, .notice button, .notice a')).toBeNull();
  expect(host.registered()).toEqual(before);
  await settled(host);
  expect(document.querySelector('.rapport-triage')).toBeNull();
});

async function withoutPlugin(): Promise<Record<string, number>> {
  const bare = await createHost({ files: FILES });
  await bare.layoutReady();
  const counts = bare.registered();
  bare.destroy();
  return counts;
}
