import { Plugin } from 'obsidian';
import type { Host } from '../host';
import { createHost } from '../host';
import { makeVault, rapport } from '../headless/rapport';
import manifest from '../../manifest.json';
import { meetingNote, profileNote } from '../notes';
import RapportPlugin from '../../src/main';
import { Hands, stopTheCalendar } from './hands';
import { readNote, settled, startPlugin } from './plugin';

stopTheCalendar();
let host: Host;
afterEach(() => host.destroy());

const FIRST = '- [?] Send the sizing sheet. @Myself 📅 2026-01-10 #task #proposed';
const FILES = {
  'Meetings/b.md': meetingNote({ person: 'Omar Haddad', tasks: ['- [?] Share the deck. @Myself #proposed'] }),
  'Meetings/a.md': meetingNote({
    person: 'Dana Ochoa',
    participants: ['Mira Lindqvist', 'Dana Ochoa'],
    summary: 'The sizing sheet.',
    tasks: [FIRST, '- [ ] Confirm the list. @Dana Ochoa #proposed ^list', '- [ ] Open. @Myself'],
  }),
  'People/Dana Ochoa/README.md': profileNote({
    role: 'Lead',
    company: 'Umbra Labs',
    email: 'dana@example.com',
  }),
};

const start = async (files: Record<string, string | Uint8Array> = FILES) => {
  host = await startPlugin(files, { selfNames: ['Mira Lindqvist'] });
};

/** The same asked of the headless program, on the same day. */
async function headless(command: string, ...words: string[]): Promise<string> {
  const { out, err } = await rapport(command, makeVault(FILES), '--self', 'Mira Lindqvist', ...words);
  return (out + err).replaceAll('2026-01-09', '2026-01-11');
}

describe('the same words as the headless program', () => {
  test.each<[string, string[], string[]]>([
    ['report', [], []],
    ['report', ['format=json'], ['--json']],
    ['brief', ['person=dana ochoa'], ['--person', 'dana ochoa']],
    ['brief', ['person=Dana Ochoa', 'format=json'], ['--person', 'Dana Ochoa', '--json']],
    ['brief', ['person=Zoe'], ['--person', 'Zoe']],
    ['promote', ['note=./Meetings/a.md'], ['--note', './Meetings/a.md']],
    ['promote', ['note=Meetings\\a.md', 'dry-run'], ['--note', 'Meetings\\a.md', '--dry-run']],
    ['promote', ['person=dana@example.com', 'format=json'], ['--person', 'dana@example.com', '--json']],
    ['promote', ['note=gone.md'], ['--note', 'gone.md']],
    ['promote', ['task=t0'], ['--task', 't0']],
    ['reject', ['all'], ['--all']],
    ['reject', ['all', 'dry-run'], ['--all', '--dry-run']],
    ['reject', ['all', 'dry-run', 'format=json'], ['--all', '--dry-run', '--json']],
  ])('%s %j', async (command, words, headlessWords) => {
    await start();
    expect(await host.cli(`rapport:${command}`, ...words)).toBe(await headless(command, ...headlessWords));
  });

  test('the notes hold the same afterwards, and one undo takes it all back', async () => {
    await start();
    await host.cli('rapport:promote', 'all');
    await settled(host);
    expect(await readNote(host, 'Meetings/a.md')).toBe(
      FILES['Meetings/a.md'].replace('[?]', '[ ]').replaceAll(' #proposed', ''),
    );
    expect(await host.cli('rapport:promote', 'all')).toMatch(/^Nothing to promote/);
    await new Hands(host).run('undo-last-change');
    for (const path of ['Meetings/a.md', 'Meetings/b.md'] as const)
      expect(await readNote(host, path)).toBe(FILES[path]);
    expect(await new Hands(host).run('undo-last-change')).toBe(false);
  });
});

describe('a dry run', () => {
  test.each(['dry-run', '--dry-run', 'dryrun', 'dry-run=true'])('“%s” writes nothing', async word => {
    await start();
    const view = await host.openNote('Meetings/a.md', { mode: 'source' });
    const said = await host.cli('rapport:reject', 'all', word);
    await settled(host);
    expect(said).toContain('+- [-] Send the sizing sheet. @Myself 📅 2026-01-10 #task ❌ 2026-01-11\n');
    expect(said).toMatch(/3 tasks in 2 notes would be rejected\.\n$/);
    expect(view.editor.getValue()).toBe(FILES['Meetings/a.md']);
    expect(await readNote(host, 'Meetings/b.md')).toBe(FILES['Meetings/b.md']);
    expect(host.isAvailable('rapport:undo-last-change')).toBe(false);
  });

  test('tells what is typed, not yet saved', async () => {
    await start();
    const view = await host.openNote('Meetings/a.md', { mode: 'source' });
    view.editor.replaceRange('\nTyped', { line: view.editor.lastLine(), ch: 0 });
    expect(await host.cli('rapport:promote', 'note=Meetings/a.md', 'dry-run')).toContain(' Typed');
  });
});

test('what is refused is named with its place, in words and as JSON', async () => {
  const bytes = Buffer.concat([Buffer.from(FILES['Meetings/a.md']), Buffer.from([0xe9, 0x0a])]);
  await start({ ...FILES, 'Meetings/a.md': bytes });
  const said = await host.cli('rapport:promote', 'all');
  expect(said).toMatch(
    /^Meetings\/b\.md: 1 task\n1 task in 1 note promoted\.\nMeetings\/a\.md:\d+: The note holds/,
  );
  const { refused } = JSON.parse(await host.cli('rapport:promote', 'all', 'format=json')) as {
    refused: { path: string; reason: string }[];
  };
  expect(refused.map(({ path }) => path)).toEqual(['Meetings/a.md', 'Meetings/a.md']);
});

test('proposed tasks come with the ids that promote and reject take', async () => {
  await start();
  const said = await host.cli('rapport:proposed', 'person=Dana Ochoa');
  expect(said.split('\n')[0]).toMatch(
    /^t\w+ +2026-01-10 +Mira Lindqvist +Meetings\/a\.md:\d+ +Send the sizing sheet\.$/,
  );
  const tasks = JSON.parse(await host.cli('rapport:proposed', 'format=json')) as {
    id: string;
    raw: string;
  }[];
  expect(tasks.map(({ raw }) => raw)).toHaveLength(3);
  const id = tasks.find(({ raw }) => raw === FIRST)?.id ?? '';
  expect(await host.cli('rapport:proposed', `task=${id}`)).toBe(`${said.split('\n')[0]}\n`);
  expect(await host.cli('rapport:reject', `task=${id}`)).toContain('1 task in 1 note rejected.');
  expect(await host.cli('rapport:proposed', 'note=People/Dana Ochoa/README.md')).toBe(
    'No task asked for is proposed.\n',
  );
});

test('a person: who it is, and what is open between us', async () => {
  await start();
  const said = await host.cli('rapport:person', 'person=dana@example.com');
  const [who, ...tasks] = said.split('\n');
  expect(who).toBe('Dana Ochoa, Lead, Umbra Labs, dana@example.com: 1 meeting, last met 2026-01-08');
  expect(tasks).toEqual([
    expect.stringMatching(/^proposed {2}t\w+ .* Send the sizing sheet\.$/),
    expect.stringMatching(/^proposed {2}t\w+ .* Confirm the list\.$/),
    expect.stringMatching(/^I owe {5}t\w+ .* Open\.$/),
    '',
  ]);
  const data = JSON.parse(await host.cli('rapport:person', 'person=Dana Ochoa', 'format=json')) as object;
  expect(data).toMatchObject({
    person: { id: 'dana ochoa', lastMet: '2026-01-08' },
    iOwe: [{ text: 'Open.' }],
  });
});

test.each<[string, string[], string]>([
  ['promote', [], 'rapport: Choose exactly one of note=PATH, person=NAME, task=ID, all.\n'],
  [
    'promote',
    ['all', 'person=Dana Ochoa'],
    'rapport: Choose exactly one of note=PATH, person=NAME, task=ID, all.\n',
  ],
  [
    'proposed',
    ['all', 'note=a.md'],
    'rapport: Choose exactly one of note=PATH, person=NAME, task=ID, all.\n',
  ],
  ['person', [], 'rapport: Say about whom: person=NAME.\n'],
  ['report', ['format=xml'], 'rapport: There is no format "xml", only text, json.\n'],
  ['brief', ['person=Zoe', 'format=json'], '{\n  "error": "Nobody in this vault is called Zoe."\n}\n'],
])('%s %j is answered with what is wrong', async (command, words, said) => {
  await start();
  expect(await host.cli(`rapport:${command}`, ...words)).toBe(said);
  expect(await readNote(host, 'Meetings/a.md')).toBe(FILES['Meetings/a.md']);
});

test('a vault without notes of ours says so', async () => {
  await start({ 'a.md': 'Text\n' });
  expect(await host.cli('rapport:report')).toMatch(/^rapport: .* holds no notes of type people\.\n$/);
});

test('asked while the app starts, it answers when all is read', async () => {
  host = await createHost({ files: FILES, data: { selfNames: ['Mira Lindqvist'] } });
  await host.loadPlugin(RapportPlugin, manifest);
  const said = host.cli('rapport:report');
  await host.layoutReady();
  expect(await said).toBe(await headless('report'));
});

describe('the words of the command line', () => {
  test('are free again when the plugin is turned off', async () => {
    await start();
    host.unloadPlugin('rapport');
    await expect(host.cli('rapport:report')).rejects.toThrow('not found');
    await host.loadPlugin(RapportPlugin, manifest);
    expect(await host.cli('rapport:report')).toContain('people');
  });

  test('taken already, as by what is left of an earlier load, are no reason to fail', async () => {
    host = await createHost({ files: FILES });
    const other = await host.loadPlugin(class extends Plugin {}, { ...manifest, id: 'other' });
    other.registerCliHandler('rapport:brief', 'Taken', null, () => 'theirs');
    await host.loadPlugin(RapportPlugin, manifest);
    await host.layoutReady();
    expect(await host.cli('rapport:brief')).toBe('theirs');
    expect(await host.cli('rapport:proposed')).toContain('Send the sizing sheet.');
    expect(host.isAvailable('rapport:open-triage')).toBe(true);
  });

  test('an app without a command line has the plugin all the same', async () => {
    const { registerCliHandler } = Plugin.prototype;
    Reflect.deleteProperty(Plugin.prototype, 'registerCliHandler');
    try {
      await start();
      expect(host.registered().cliHandlers).toBe(0);
      expect(host.isAvailable('rapport:open-triage')).toBe(true);
    } finally {
      Object.defineProperty(Plugin.prototype, 'registerCliHandler', {
        value: registerCliHandler,
        configurable: true,
        writable: true,
      });
    }
  });
});
