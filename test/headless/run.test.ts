import { applyPatch } from 'diff';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import type { VaultExport } from '../../src/core/query/exportVault';
import { FolderVault } from '../../src/headless/FolderVault';
import { indexFolder } from '../../src/headless/indexFolder';
import { meetingNote, profileNote } from '../notes';
import { makeVault, rapport, readNote } from './rapport';

const FIRST = '- [?] Send the sizing sheet. @Myself 📅 2026-01-10 #task #proposed';
const SECOND = '- [ ] Confirm the list. @Dana Ochoa #proposed ^list';
const NOTE = meetingNote({
  person: 'Dana Ochoa',
  participants: ['Mira Lindqvist', 'Dana Ochoa'],
  tasks: [FIRST, SECOND, '- [ ] Open. @Myself'],
});
const FILES = {
  'Meetings/a.md': NOTE,
  'Meetings/b.md': meetingNote({ person: 'Omar Haddad', tasks: ['- [?] Share the deck. @Myself #proposed'] }),
  'People/Dana Ochoa/README.md': profileNote({
    role: 'Lead',
    company: 'Umbra Labs',
    email: 'dana@example.com',
  }),
};

const exportOf = async (vault: string, ...more: string[]) =>
  JSON.parse((await rapport('export', vault, ...more)).out) as VaultExport;

describe('report', () => {
  test('counts people, meetings, tasks and problems', async () => {
    const vault = makeVault({ ...FILES, 'Broken.md': '---\nx: "\n---\n' });
    const { status, out } = await rapport('report', vault, '--self', 'Mira Lindqvist');
    expect(status).toBe(0);
    expect(out).toMatch(/^people +3$/m);
    expect(out).toMatch(/^meetings +2$/m);
    expect(out).toMatch(/^tasks proposed +3$/m);
    expect(out).toMatch(/^Dana Ochoa +2026-01-08 +2 +1 +0$/m);
    expect(out).toMatch(/^Broken\.md:\d+: .*YAML/m);
  });

  test('--json gives the same as an object', async () => {
    const { out } = await rapport('report', makeVault(FILES), '--json');
    expect(JSON.parse(out)).toMatchObject({ meetings: 2, tasks: { proposed: 3, accepted: 1 }, problems: [] });
  });
});

describe('brief', () => {
  test('prints Markdown, or the same as JSON', async () => {
    const vault = makeVault(FILES);
    const { status, out } = await rapport(
      'brief',
      vault,
      '--person',
      'dana ochoa',
      '--self',
      'Mira Lindqvist',
    );
    expect(status).toBe(0);
    expect(out).toMatch(/^# Brief: Dana Ochoa\n\nLead, Umbra Labs\. Last met 2026-01-08\./);
    expect(out).toContain('## I owe\n\n- Open. ([[Meetings/a]])\n');
    const asJson = await rapport(
      'brief',
      vault,
      '--person',
      'Dana Ochoa',
      '--self',
      'Mira Lindqvist',
      '--json',
    );
    expect(JSON.parse(asJson.out)).toEqual({ person: 'dana ochoa', markdown: out });
  });

  test('of nobody: 1; without a name: 2', async () => {
    const vault = makeVault(FILES);
    expect(await rapport('brief', vault, '--person', 'Zoe')).toMatchObject({
      status: 1,
      err: expect.stringContaining('Nobody in this vault is called Zoe.'),
    });
    expect((await rapport('brief', vault)).status).toBe(2);
    expect((await rapport('report', vault, '--person', 'Dana')).status).toBe(2);
  });
});

describe('export', () => {
  test('has the contract’s keys in the contract’s order, and the same bytes every time', async () => {
    const vault = makeVault(FILES);
    const { out } = await rapport('export', vault, '--self', 'Mira Lindqvist');
    const keys = Object.keys(JSON.parse(out) as object);
    expect(keys).toEqual(['version', 'self', 'people', 'meetings', 'tasks', 'problems']);
    expect((await rapport('export', vault, '--self', 'Mira Lindqvist')).out).toBe(out);
  });

  test('--self makes a name and @Myself one person', async () => {
    const vault = await exportOf(makeVault(FILES), '--self', 'Mira Lindqvist');
    expect(vault.self).toEqual(['mira lindqvist']);
    expect(vault.people.find(({ self }) => self)).toMatchObject({
      name: 'Mira Lindqvist',
      aliases: ['Myself'],
    });
  });

  test('--types reads other notes', async () => {
    const vault = makeVault({ 'a.md': NOTE.replace('type: people', 'type: customer'), 'b.md': NOTE });
    expect((await exportOf(vault, '--types', 'customer')).meetings.map(({ path }) => path)).toEqual(['a.md']);
    expect((await exportOf(vault, '--types', 'customer,people')).meetings).toHaveLength(2);
  });

  test('--out writes a file; csv has a row a task and no formula', async () => {
    const tasks = ['- [?] =HYPERLINK("x","y") @Myself #proposed', '- [ ] Say "hi", twice'];
    const vault = makeVault({ 'a.md': meetingNote({ tasks }) });
    const out = join(vault, 'tasks.csv');
    expect((await rapport('export', vault, '--format', 'csv', '--out', out)).out).toBe('');
    const rows = readNote(vault, 'tasks.csv').split('\r\n');
    expect(rows[0]).toMatch(/^id,state,text,owners,/);
    expect(rows[1]).toContain(`"'=HYPERLINK(""x"",""y"")"`);
    expect(rows[2]).toContain('"Say ""hi"", twice"');
    expect(rows).toHaveLength(4);
  });

  test('graphml has a node for each of what the JSON holds; another format is none', async () => {
    const vault = makeVault(FILES);
    const { people, meetings, tasks } = await exportOf(vault);
    const { status, out } = await rapport('export', vault, '--format', 'graphml');
    expect(status).toBe(0);
    expect(out.match(/<node /g)).toHaveLength(people.length + meetings.length + tasks.length);
    expect((await rapport('export', vault, '--format', 'graphml')).out).toBe(out);
    expect(await rapport('export', vault, '--format', 'xml')).toMatchObject({
      status: 2,
      err: expect.stringContaining('There is no format "xml", only json, csv, graphml.'),
    });
  });

  test('skips dot folders and follows no link out of the vault', async () => {
    const outside = makeVault({ 'secret.md': NOTE, 'folder/secret.md': NOTE });
    const vault = makeVault({ 'a.md': NOTE, '.trash/b.md': NOTE });
    symlinkSync(join(outside, 'secret.md'), join(vault, 'link.md'));
    symlinkSync(join(outside, 'folder'), join(vault, 'linked'));
    expect((await exportOf(vault)).meetings.map(({ path }) => path)).toEqual(['a.md']);
  });
});

describe('promote and reject', () => {
  test.each([
    [['--note', './Meetings/a.md'], 2],
    [['--note', 'Meetings\\a.md'], 2],
    [['--person', 'dana ochoa'], 2],
    [['--person', 'dana@example.com'], 2],
    [['--all'], 3],
  ])('promote %j changes %i tasks', async (choice, count) => {
    const vault = makeVault(FILES);
    const { status, out } = await rapport('promote', vault, ...choice);
    expect(status).toBe(0);
    expect(out).toContain(`${count} tasks in`);
    expect(readNote(vault, 'Meetings/a.md')).toBe(NOTE.replace('[?]', '[ ]').replaceAll(' #proposed', ''));
  });

  test('one task by its id, which stays its id', async () => {
    const vault = makeVault(FILES);
    const id = (await exportOf(vault)).tasks.find(({ raw }) => raw === SECOND)?.id ?? '';
    expect((await rapport('reject', vault, '--task', id)).status).toBe(0);
    const rejected = '- [-] Confirm the list. @Dana Ochoa ❌ 2026-01-09 ^list';
    expect(readNote(vault, 'Meetings/a.md')).toBe(NOTE.replace(SECOND, rejected));
    const after = (await exportOf(vault)).tasks.find(task => task.id === id);
    expect(after).toMatchObject({ state: 'rejected', cancelled: '2026-01-09' });
    const again = await rapport('reject', vault, '--task', id);
    expect(again).toMatchObject({ status: 0, out: expect.stringMatching(/^Nothing/) });
  });

  test('reject --all leaves accepted tasks alone', async () => {
    const vault = makeVault(FILES);
    await rapport('reject', vault, '--all');
    expect(readNote(vault, 'Meetings/a.md')).toContain('- [ ] Open. @Myself');
  });

  test('--dry-run writes nothing; its diff is what would be written', async () => {
    const vault = makeVault(FILES);
    const { out } = await rapport('promote', vault, '--note', 'Meetings/a.md', '--dry-run');
    expect(readNote(vault, 'Meetings/a.md')).toBe(NOTE);
    const patched = applyPatch(NOTE, out.slice(0, out.lastIndexOf('2 tasks')));
    await rapport('promote', vault, '--note', 'Meetings/a.md');
    expect(patched).toBe(readNote(vault, 'Meetings/a.md'));
  });

  test('line endings, BOM, odd spaces and a last line without an end stay', async () => {
    const head = '\uFEFF---\r\ntype: people\r\ndate: 2026-01-02\r\n---\r\n';
    const vault = makeVault({
      'a.md': `${head}* [ ? ]  Odd\u00a0spaces \t #proposed  \r\n\r\n1. [?] Last #proposed`,
    });
    await rapport('promote', vault, '--all');
    expect(readNote(vault, 'a.md')).toBe(`${head}* [ ]  Odd\u00a0spaces \t  \r\n\r\n1. [ ] Last`);
  });

  test('a file with bytes that are not UTF-8 is read, but refused', async () => {
    const bytes = Buffer.concat([Buffer.from(NOTE), Buffer.from([0xe9, 0x0a])]);
    const vault = makeVault({ 'a.md': bytes, 'b.md': NOTE });
    const { status, err } = await rapport('promote', vault, '--all');
    expect(status).toBe(1);
    expect(err).toMatch(/^a\.md:\d+: The note holds bytes that are not UTF-8/m);
    expect(readNote(vault, 'b.md')).not.toContain('#proposed');
    expect(readFileSync(join(vault, 'a.md')).equals(bytes)).toBe(true);
  });

  test('nothing is left beside the notes', async () => {
    const vault = makeVault({ 'a.md': NOTE });
    await rapport('promote', vault, '--all');
    expect(readdirSync(vault)).toEqual(['a.md']);
  });

  // Windows has no such modes: there a file is writable or not.
  const onUnix = process.platform === 'win32' ? test.skip : test;
  onUnix.each(['600', '664'])('who may read and write a note stays: mode %s', async mode => {
    const vault = makeVault({ 'a.md': NOTE });
    chmodSync(join(vault, 'a.md'), mode);
    await rapport('promote', vault, '--all');
    expect(readNote(vault, 'a.md')).not.toBe(NOTE);
    expect((statSync(join(vault, 'a.md')).mode & 0o777).toString(8)).toBe(mode);
  });

  test('--json tells what changed', async () => {
    const vault = makeVault({ 'a.md': meetingNote({ tasks: [FIRST] }) });
    const { out } = await rapport('promote', vault, '--all', '--json');
    const after = '- [ ] Send the sizing sheet. @Myself 📅 2026-01-10 #task';
    expect(JSON.parse(out)).toEqual({
      changed: [{ path: 'a.md', line: 9, before: FIRST, after }],
      refused: [],
    });
  });
});

describe('exit status', () => {
  test.each<[string[], number, string]>([
    [[], 2, 'Say what to do'],
    [['nope'], 2, 'no command "nope"'],
    [['constructor', 'VAULT'], 2, 'no command'],
    [['report'], 2, 'Say which folder'],
    [['report', 'VAULT', 'too', 'much'], 2, 'One folder at a time'],
    [['report', 'VAULT', '--bogus'], 2, '--bogus'],
    [['report', 'VAULT', '--all'], 2, 'does not know --all'],
    [['report', 'VAULT', '--types', ','], 2, 'names no type'],
    [['export', 'VAULT', '--format', 'xml'], 2, 'no format "xml"'],
    [['promote', 'VAULT'], 2, 'exactly one of'],
    [['promote', 'VAULT', '--all', '--person', 'Dana Ochoa'], 2, 'exactly one of'],
    [['promote', 'VAULT', '--person', 'Nobody Here'], 1, 'Nobody Here'],
    [['promote', 'VAULT', '--note', 'gone.md'], 1, 'gone.md'],
    [['promote', 'VAULT', '--task', 't0'], 1, 'no task t0'],
    [['report', 'VAULT/missing'], 1, 'no folder'],
    [['report', 'VAULT/Meetings/a.md'], 1, 'is a file'],
    [['report', 'VAULT', '--types', 'recipe'], 1, 'no notes of type recipe'],
    [['report', 'VAULT'], 0, ''],
    [['--help'], 0, ''],
    [['--version'], 0, ''],
  ])('%j → %i', async (argv, status, says) => {
    const vault = makeVault(FILES);
    const result = await rapport(...argv.map(word => word.replace('VAULT', vault)));
    expect(result.status).toBe(status);
    expect(result.err).toContain(says);
    expect(result.err.split('\n').length).toBeLessThanOrEqual(2);
  });

  test('--help names every command', async () => {
    const { out } = await rapport('--help');
    for (const command of ['report', 'export', 'promote', 'reject'])
      expect(out).toContain(`rapport ${command} VAULT`);
  });
});

describe('bad input is a row in problems, and the rest is indexed', () => {
  const longLine = `---\ntype: people\ndate: 2026-01-02\n---\n- [?] ${'x '.repeat(1e7)}\n`;

  test.each<[string, string | Uint8Array, { message: RegExp; line?: number }]>([
    ['invalid YAML', '---\ntype: people\nperson: "open\n---\n', { line: 2, message: /not valid YAML/ }],
    ['front matter that is a list', '---\n- type\n- people\n---\n', { line: 1, message: /is a list/ }],
    ['front matter that is a string', '---\njust words\n---\n', { line: 1, message: /is a string/ }],
    [
      'properties that hold themselves',
      '---\ntype: people\ndate: &d { a: *d }\n---\n',
      { message: /could not be read: .*circular/ },
    ],
    ['an empty file', '', { message: /is empty/ }],
    ['a line of 20 MB', longLine, { line: 4, message: /longer than a million/ }],
    ['binary bytes', Uint8Array.of(0, 159, 146, 150, 255, 10), { line: 0, message: /not UTF-8/ }],
    [
      'a date that is none',
      '---\ntype: people\ndate: soon\nperson: Dana Ochoa\n---\n',
      { message: /not a date/ },
    ],
    [
      'a date in a task that no calendar has',
      meetingNote({ tasks: ['- [?] x 📅 2026-02-30'] }),
      { line: 9, message: /2026-02-30/ },
    ],
  ])('%s', async (_name, bad, { message, ...rest }) => {
    const { problems, meetings } = await exportOf(makeVault({ 'good.md': NOTE, 'bad.md': bad }));
    expect(problems).toEqual([{ path: 'bad.md', ...rest, message: expect.stringMatching(message) }]);
    expect(meetings.map(({ path }) => path)).toContain('good.md');
  });

  test('a note that vanishes between listing and reading is a row; a folder that ends in .md is none of ours', async () => {
    const vault = makeVault({ 'good.md': NOTE });
    mkdirSync(join(vault, 'folder.md'));
    const folder = new FolderVault(vault);
    expect(folder.paths()).toEqual(['good.md']);
    folder.paths = () => ['good.md', 'gone.md'];
    const graph = indexFolder(folder, { conventions: DEFAULT_CONVENTIONS, self: [] });
    expect(graph.problems()).toEqual([{ path: 'gone.md', message: expect.stringContaining('ENOENT') }]);
    expect(graph.paths()).toEqual(['good.md']);
  });

  test('a large note is read to its end, and nothing of it is in the next', () => {
    const large = `${NOTE}${'é long line\n'.repeat(3e5)}end`;
    const folder = new FolderVault(makeVault({ 'a.md': large, 'b.md': NOTE }));
    expect(folder.read('a.md')).toEqual({ text: large, whole: true });
    expect(folder.read('b.md')).toEqual({ text: NOTE, whole: true });
  });

  test('a rule on top is no front matter, and a note of another type is no problem', async () => {
    const vault = makeVault({
      'good.md': NOTE,
      'a.md': '---\nText: "with\n\nno end\n',
      'b.md': '---\ntype: recipe\n---\n',
      'c.md': '---\n---\nText\n',
    });
    expect((await exportOf(vault)).problems).toEqual([]);
  });

  test('front matter cannot run code or reach a prototype', async () => {
    const vault = makeVault({
      'good.md': NOTE,
      'a.md': '---js\nglobalThis.broken = 1; module.exports = {}\n---\n',
      'b.md': '---\ntype: people\n__proto__:\n  polluted: 1\nperson: Proto Type\n---\n',
      'c.md': '---\ntype: people\nperson: !!js/function "function(){}"\n---\n',
    });
    const { people, problems } = await exportOf(vault);
    expect(people.map(({ name }) => name)).toContain('Proto Type');
    expect(people.map(({ name }) => name)).toContain('function(){}');
    expect(problems).toEqual([]);
    expect((globalThis as Record<string, unknown>)['broken']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
