import { Component, type TFile } from 'obsidian';
import { PeopleGraph } from '../../src/core/graph/PeopleGraph';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings';
import { VaultIndexer, type IndexProgress } from '../../src/vault/VaultIndexer';
import { createHost, type Host } from '../host';
import { meetingNote } from '../notes';

let host: Host;
let component: Component;
afterEach(() => {
  component.unload();
  host.destroy();
});

async function startIndex(files: Record<string, string | Uint8Array>, settings: Partial<Settings> = {}) {
  host = await createHost({ files });
  const graph = new PeopleGraph();
  const indexer = new VaultIndexer(host.app, graph, () => ({ ...DEFAULT_SETTINGS, ...settings }));
  component = new Component();
  component.load();
  await host.layoutReady();
  const started = indexer.start(component);
  return { graph, indexer, started };
}

async function indexed(files: Record<string, string | Uint8Array>, settings: Partial<Settings> = {}) {
  const index = await startIndex(files, settings);
  await index.started;
  return index;
}

const fileAt = (path: string): TFile => {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no file ${path}`);
  return file;
};

async function settle(indexer: VaultIndexer) {
  await host.settle();
  await indexer.whenIdle();
}

test('indexes only notes whose front matter has an indexed type, outside the folders left out', async () => {
  const { graph } = await indexed(
    {
      'Meetings/a.md': meetingNote({ person: 'Dana Ochoa' }),
      'Templates/b.md': meetingNote({ person: 'Template Person' }),
      'Recipes/soup.md': '---\ntype: recipe\n---\n- [?] Salt @Dana Ochoa #proposed\n',
      'plain.md': '- [?] No front matter\n',
    },
    { excludedFolders: ['Templates'] },
  );
  expect(graph.paths()).toEqual(['Meetings/a.md']);
});

test('the newest notes are read first, whatever the order of the vault', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  host = await createHost({
    files: Object.fromEntries(names.map(name => [`${name}.md`, meetingNote({})])),
  });
  const { vault } = host.app;
  const changedAt = new Map(names.map((name, i) => [`${name}.md`, ((i * 5) % 6) + 1]));
  for (const file of vault.getMarkdownFiles()) file.stat.mtime = changedAt.get(file.path) ?? 0;
  const read: string[] = [];
  const cachedRead = vault.cachedRead.bind(vault);
  vault.cachedRead = file => {
    read.push(file.path);
    return cachedRead(file);
  };
  component = new Component();
  component.load();
  await host.layoutReady();
  await new VaultIndexer(host.app, new PeopleGraph(), () => DEFAULT_SETTINGS).start(component);
  expect(read).toEqual(['b.md', 'c.md', 'd.md', 'e.md', 'f.md', 'a.md']);
});

test.each(['/Templates', 'Templates/', 'Templates//Deep', '\\Templates\\Deep'])(
  'a folder left out may be written %j, as the app itself would take it',
  async folder => {
    const { graph } = await indexed(
      { 'a.md': meetingNote({}), 'Templates/Deep/b.md': meetingNote({}), 'Templates2/c.md': meetingNote({}) },
      { excludedFolders: [folder] },
    );
    expect(graph.paths().sort()).toEqual(['Templates2/c.md', 'a.md']);
  },
);

test('follows created, changed, renamed and deleted notes', async () => {
  const { graph, indexer } = await indexed({ 'a.md': meetingNote({ person: 'Dana Ochoa' }) });
  const { vault } = host.app;

  await vault.create(
    'b.md',
    meetingNote({ person: 'Omar Haddad', tasks: ['- [?] Share the deck. @Myself #proposed'] }),
  );
  await settle(indexer);
  expect(graph.find('Omar Haddad')?.meetings).toHaveLength(1);

  await vault.process(fileAt('b.md'), text => text.replace('Omar Haddad', 'Priya Raman'));
  await settle(indexer);
  expect(graph.find('Omar Haddad')).toBeUndefined();
  expect(graph.find('Priya Raman')).toBeDefined();

  await vault.rename(fileAt('b.md'), 'c.md');
  await settle(indexer);
  expect(graph.paths().sort()).toEqual(['a.md', 'c.md']);
  expect(graph.find('Priya Raman')?.meetings[0]?.path).toBe('c.md');

  await vault.delete(fileAt('c.md'));
  await settle(indexer);
  expect(graph.find('Priya Raman')).toBeUndefined();
});

test('a renamed profile is another person', async () => {
  const { graph, indexer } = await indexed({
    'People/Dana Ochoa.md': '---\ntype: people\nrole: Lead\n---\n',
  });
  await host.app.vault.rename(fileAt('People/Dana Ochoa.md'), 'People/Dana Ochoa-Lund.md');
  await settle(indexer);
  expect(graph.find('Dana Ochoa')).toBeUndefined();
  expect(graph.find('Dana Ochoa-Lund')?.role).toBe('Lead');
});

test('a renamed or deleted folder takes its notes along', async () => {
  const { graph, indexer } = await indexed({
    'Old/a.md': meetingNote({ person: 'Dana Ochoa' }),
    'Old/deep/b.md': meetingNote({ person: 'Dana Ochoa' }),
  });
  const { vault } = host.app;
  const folder = vault.getFolderByPath('Old');
  if (!folder) throw new Error('no folder');
  await vault.rename(folder, 'New');
  await settle(indexer);
  expect(graph.paths().sort()).toEqual(['New/a.md', 'New/deep/b.md']);
  await vault.delete(folder, true);
  await settle(indexer);
  expect(graph.paths()).toEqual([]);
});

test('a note that loses its type, or moves to a folder left out, is no longer indexed', async () => {
  const { graph, indexer } = await indexed(
    {
      'a.md': meetingNote({ person: 'Dana Ochoa' }),
      'b.md': meetingNote({ person: 'Omar Haddad' }),
      'Templates/x.md': '',
    },
    { excludedFolders: ['Templates'] },
  );
  await host.app.vault.process(fileAt('a.md'), text => text.replace('type: people', 'type: recipe'));
  await host.app.vault.rename(fileAt('b.md'), 'Templates/b.md');
  await settle(indexer);
  expect(graph.paths()).toEqual([]);
});

test('events that arrive while it indexes are not lost, and nothing stale stays', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`n${i}.md`, meetingNote({ person: `Person Number${i}` })]),
  );
  const { graph, indexer, started } = await startIndex(files);
  const { vault } = host.app;
  await vault.process(fileAt('n0.md'), text => text.replace('Person Number0', 'Late Changer'));
  await vault.process(fileAt('n299.md'), text => text.replace('Person Number299', 'Early Changer'));
  await vault.rename(fileAt('n1.md'), 'moved.md');
  await vault.delete(fileAt('n2.md'));
  await vault.create('new.md', meetingNote({ person: 'New Comer' }));
  await started;
  await settle(indexer);
  const names = new Set(graph.people().map(person => person.name));
  for (const name of ['Late Changer', 'Early Changer', 'New Comer', 'Person Number1'])
    expect(names).toContain(name);
  for (const name of ['Person Number0', 'Person Number299', 'Person Number2'])
    expect(names).not.toContain(name);
  expect(graph.note('moved.md')).toBeDefined();
  expect(graph.paths()).toHaveLength(300);
});

test('a slow read of what a note was does not arrive over what it is', async () => {
  const { graph, indexer } = await indexed({ 'a.md': meetingNote({ person: 'Dana Ochoa' }) });
  const { vault } = host.app;
  const file = fileAt('a.md');
  const old = await vault.read(file);
  const answers: ((text: string) => void)[] = [];
  vault.cachedRead = () => new Promise(resolve => answers.push(resolve));

  // Each brings the path without a text: while the note is read, it is to be read again.
  await vault.rename(file, 'b.md');
  await vault.rename(file, 'c.md');
  await vault.rename(file, 'b.md');
  await host.settle();
  const task = '- [?] Share the deck. @Myself #proposed';
  const now = meetingNote({ person: 'Dana Ochoa', tasks: [task] });
  const [first, ...others] = answers.splice(0);
  for (const answer of others) answer(now);
  await host.settle();
  first?.(old);
  for (const answer of answers.splice(0)) answer(now);
  await host.settle();
  for (const answer of answers.splice(0)) answer(now);
  await settle(indexer);
  expect(graph.tasks('b.md').map(({ record }) => record.raw)).toEqual([task]);
});

test('never more than four reads are in flight, and progress runs from nothing to null', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`n${i}.md`, meetingNote({ person: 'Dana Ochoa' })]),
  );
  host = await createHost({ files });
  await host.layoutReady();
  const { vault } = host.app;
  const read = vault.cachedRead.bind(vault);
  let open = 0;
  let most = 0;
  vault.cachedRead = async file => {
    most = Math.max(most, ++open);
    await new Promise(resolve => setTimeout(resolve));
    return read(file).finally(() => open--);
  };
  const indexer = new VaultIndexer(host.app, new PeopleGraph(), () => DEFAULT_SETTINGS);
  const seen: (IndexProgress | null)[] = [];
  indexer.onProgress(progress => seen.push(progress));
  component = new Component();
  component.load();
  await indexer.start(component);
  expect(most).toBe(4);
  expect(seen[1]).toEqual({ done: 0, total: 40 });
  expect(seen.at(-1)).toBeNull();
  const done = seen.flatMap(progress => progress?.done ?? []);
  expect(done).toEqual([...done].sort((a, b) => a - b));
});

describe('what cannot be read is a problem, and the rest is indexed', () => {
  const good = meetingNote({ person: 'Dana Ochoa' });

  test.each([
    ['invalid YAML', '---\ntype: people\nperson: "open\n---\n', /not valid YAML/],
    ['front matter that is a list', '---\n- type\n- people\n---\n', /is a list/],
    ['front matter that is a string', '---\njust words\n---\n', /is a string/],
    ['an empty file', '', /is empty/],
    [
      'bytes that are not UTF-8',
      bytes('---\ntype: people\ndate: 2026-01-02\n---\ncaf', 0xe9, '\n'),
      /not UTF-8/,
    ],
    [
      'a line of 20 MB',
      `---\ntype: people\ndate: 2026-01-02\n---\n- [?] ${'x'.repeat(20e6)}\n`,
      /longer than a million/,
    ],
  ])('%s', async (_name, bad, message) => {
    const { graph } = await indexed({ 'good.md': good, 'bad.md': bad });
    expect(graph.problems()).toEqual([
      expect.objectContaining({ path: 'bad.md', message: expect.stringMatching(message) }),
    ]);
    expect(graph.find('Dana Ochoa')).toBeDefined();
  });

  test('a read that fails', async () => {
    host = await createHost({ files: { 'good.md': good, 'bad.md': good } });
    await host.layoutReady();
    const { vault } = host.app;
    const read = vault.cachedRead.bind(vault);
    vault.cachedRead = file => (file.path === 'bad.md' ? Promise.reject(new Error('EIO: disk')) : read(file));
    const graph = new PeopleGraph();
    const indexer = new VaultIndexer(host.app, graph, () => DEFAULT_SETTINGS);
    component = new Component();
    component.load();
    await indexer.start(component);
    expect(graph.problems()).toEqual([{ path: 'bad.md', message: expect.stringContaining('EIO: disk') }]);
    expect(graph.paths()).toEqual(['good.md']);
  });

  test('a note deleted while it is read is simply gone', async () => {
    const { graph, indexer, started } = await startIndex({ 'good.md': good, 'bad.md': good });
    await host.app.vault.delete(fileAt('bad.md'));
    await started;
    await settle(indexer);
    expect(graph.paths()).toEqual(['good.md']);
    expect(graph.problems()).toEqual([]);
  });

  test('a problem goes when its note is mended', async () => {
    const { graph, indexer } = await indexed({ 'bad.md': '---\ntype: people\nperson: "open\n---\n' });
    await host.app.vault.modify(fileAt('bad.md'), good);
    await settle(indexer);
    expect(graph.problems()).toEqual([]);
    expect(graph.paths()).toEqual(['bad.md']);
  });
});

test('a note with empty front matter, or none, is no problem', async () => {
  const { graph } = await indexed({
    'a.md': '---\n---\nText\n',
    'b.md': 'Text\n',
    'c.md': '---\ntitle: x\n---\n',
  });
  expect(graph.problems()).toEqual([]);
});

test('nothing is indexed any more once its component is unloaded', async () => {
  const { graph } = await indexed({ 'a.md': meetingNote({ person: 'Dana Ochoa' }) });
  component.unload();
  await host.app.vault.create('b.md', meetingNote({ person: 'Omar Haddad' }));
  await host.settle();
  expect(graph.find('Omar Haddad')).toBeUndefined();
});

function bytes(...parts: (string | number)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap(part => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])),
  );
}
