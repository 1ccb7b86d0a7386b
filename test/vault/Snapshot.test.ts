import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { Component, type TFile } from 'obsidian';
import { PeopleGraph } from '../../src/core/graph/PeopleGraph';
import { exportVault } from '../../src/core/query/exportVault';
import { conventionsOf, DEFAULT_SETTINGS, type Settings } from '../../src/core/settings';
import { Snapshot } from '../../src/vault/Snapshot';
import { VaultIndexer } from '../../src/vault/VaultIndexer';
import { createHost, type Host } from '../host';
import { meetingNote } from '../notes';

type Files = Record<string, string>;

interface Start {
  host: Host;
  graph: PeopleGraph;
  indexer: VaultIndexer;
  /** Paths of the notes that were read. */
  read: string[];
  /** Those of which the graph knew something before. */
  knownBefore: string[];
  close(): void;
}

const MTIME = 1_760_000_000_000;
const note = (i: number, person = `Person Number${i}`): string =>
  meetingNote({ person, tasks: [`- [?] Send document ${i}. @Myself 📅 2026-01-10 #task #proposed`] });
const FILES: Files = {
  ...Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`n${i}.md`, note(i)])),
  'bad.md': '---\ntype: people\nperson: "open\n---\n',
  'rule.md': '---\n---\nText\n',
  'recipe.md': '---\ntype: recipe\n---\n- [?] Salt\n',
};

beforeEach(() => {
  window.indexedDB = new IDBFactory();
});

const opened: Start[] = [];
afterEach(() => opened.splice(0).forEach(({ close }) => close()));

/** The app is started over these files, all as old as they ever were unless `mtimes` says otherwise. */
async function start(
  files: Files,
  {
    settings = {},
    version = '1.0.0',
    name = 'a vault',
    mtimes = {},
  }: { settings?: Partial<Settings>; version?: string; name?: string; mtimes?: Record<string, number> } = {},
): Promise<Start> {
  const host = await createHost({ files });
  await host.layoutReady();
  const { vault } = host.app;
  for (const file of vault.getFiles()) file.stat.mtime = mtimes[file.path] ?? MTIME;
  const read: string[] = [];
  const knownBefore: string[] = [];
  const cachedRead = vault.cachedRead.bind(vault);
  vault.cachedRead = (file: TFile) => {
    read.push(file.path);
    if (graph.has(file.path)) knownBefore.push(file.path);
    return cachedRead(file);
  };
  const graph = new PeopleGraph();
  const current = { ...DEFAULT_SETTINGS, ...settings };
  const snapshot = new Snapshot(name, () => JSON.stringify([version, conventionsOf(current)]));
  const indexer = new VaultIndexer(host.app, graph, () => current, snapshot);
  const component = new Component();
  component.load();
  const close = () => {
    component.unload();
    host.destroy();
  };
  opened.push({ host, graph, indexer, read, knownBefore, close });
  await indexer.start(component);
  return { host, graph, indexer, read, knownBefore, close };
}

/** Starts, saves and quits. What the graph held. */
async function savedOnce(files = FILES): Promise<unknown> {
  const { graph, indexer, close } = await start(files);
  const all = exportVault(graph);
  await indexer.save();
  opened.pop();
  close();
  return all;
}

test('a warm start reads no unchanged file and knows the same', async () => {
  const before = await savedOnce();
  const { graph, read } = await start(FILES);
  expect(read).toEqual([]);
  expect(exportVault(graph)).toEqual(before);
  expect(graph.find('Person Number7')?.meetings).toHaveLength(1);
});

test('what changed, came or went while the app was closed is read; an older date is another date', async () => {
  await savedOnce();
  const { 'n1.md': gone, ...rest } = FILES;
  expect(gone).toBeDefined();
  const { graph, read } = await start(
    {
      ...rest,
      'n2.md': note(2, 'Longer Name Now'),
      'n3.md': note(9).replace('9', '3'),
      'new.md': note(1000),
    },
    { mtimes: { 'n3.md': MTIME - 1000 } },
  );
  expect(read.sort()).toEqual(['n2.md', 'n3.md', 'new.md']);
  expect(graph.find('Person Number1')).toBeUndefined();
  expect(graph.find('Longer Name Now')).toBeDefined();
  expect(graph.find('Person Number1000')).toBeDefined();
});

test.each([
  ['as long as it was', note(7).replace('document', 'contract'), MTIME + 1000],
  ['as old as it was', note(7).replace('document', 'sheet'), MTIME],
])('of a note that changed meanwhile, %s, nothing old is ever shown', async (_name, text, mtime) => {
  await savedOnce();
  const { graph, read, knownBefore } = await start(
    { ...FILES, 'n7.md': text },
    { mtimes: { 'n7.md': mtime } },
  );
  expect(read).toEqual(['n7.md']);
  expect(knownBefore).toEqual([]);
  expect(graph.tasks().map(({ record }) => record.text)).not.toContain('Send document 7.');
});

test('a save writes what changed, and the next start reads nothing again', async () => {
  await savedOnce();
  const second = await start(FILES);
  await second.host.app.vault.modify(fileAt(second.host, 'n5.md'), note(5, 'Late Changer'));
  await second.host.app.vault.delete(fileAt(second.host, 'n6.md'));
  await second.host.settle();
  await second.indexer.whenIdle();
  const { mtime } = fileAt(second.host, 'n5.md').stat;
  await second.indexer.save();
  const files = { ...FILES, 'n5.md': note(5, 'Late Changer') };
  delete (files as Files)['n6.md'];
  const third = await start(files, { mtimes: { 'n5.md': mtime } });
  expect(third.read).toEqual([]);
  expect(third.graph.find('Late Changer')).toBeDefined();
  expect(third.graph.find('Person Number6')).toBeUndefined();
});

test.each([
  ['another version', { version: '1.0.1' }],
  ['settings by which notes are read otherwise', { settings: { proposedTag: '#maybe' } }],
  ['another vault', { name: 'another vault' }],
])('%s: everything is read', async (_name, how) => {
  await savedOnce();
  expect((await start(FILES, how)).read).toHaveLength(252);
});

test('what the settings leave out now is left out', async () => {
  await savedOnce({ ...FILES, 'Old/a.md': note(1, 'Out Sider') });
  const { graph, read } = await start(
    { ...FILES, 'Old/a.md': note(1, 'Out Sider') },
    { settings: { excludedFolders: ['Old'] } },
  );
  expect(read).toEqual([]);
  expect(graph.find('Out Sider')).toBeUndefined();
});

test('an event during the start is newer than the snapshot', async () => {
  await savedOnce();
  const starting = start(FILES);
  const { host, graph, indexer } = await starting;
  await host.app.vault.modify(fileAt(host, 'n0.md'), note(0, 'Quick Change'));
  await host.settle();
  await indexer.whenIdle();
  expect(graph.find('Quick Change')).toBeDefined();
  expect(graph.find('Person Number0')).toBeUndefined();
});

describe('what goes wrong with the database costs no more than reading the notes', () => {
  const everythingIsRead = async (): Promise<void> => {
    const { graph, read } = await start(FILES);
    expect(read).toHaveLength(252);
    expect(graph.paths()).toHaveLength(250);
  };

  test('there is none', async () => {
    Reflect.deleteProperty(window, 'indexedDB');
    await everythingIsRead();
  });

  test('it never answers', async () => {
    window.indexedDB.open = () => ({}) as IDBOpenDBRequest;
    await everythingIsRead();
  });

  test('it answers when nobody waits any more, and is closed', async () => {
    const open = window.indexedDB.open.bind(window.indexedDB);
    const late = {} as { result?: IDBDatabase; onsuccess?: () => void };
    window.indexedDB.open = name => {
      const request = open(name);
      request.onsuccess = () => (late.result = request.result);
      return late as unknown as IDBOpenDBRequest;
    };
    await everythingIsRead();
    const close = jest.spyOn(late.result!, 'close');
    late.onsuccess?.();
    late.result!.close();
    expect(close).toHaveBeenCalledTimes(2);
  });

  test('it refuses to open', async () => {
    window.indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    await everythingIsRead();
  });

  test('a save that is killed in the middle, or finds the disk full, leaves what was saved before', async () => {
    const before = await savedOnce();
    const second = await start(FILES);
    await second.indexer.rebuild();
    await second.host.app.vault.modify(fileAt(second.host, 'n5.md'), note(5, 'Late Changer'));
    await second.host.settle();
    await second.indexer.whenIdle();
    const { put } = IDBObjectStore.prototype;
    let puts = 0;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
      const request = put.apply(this, args);
      if (++puts === 2) this.transaction.abort();
      return request;
    };
    await second.indexer.save();
    IDBObjectStore.prototype.put = put;
    expect(puts).toBeGreaterThan(1);
    const third = await start(FILES);
    expect(third.read).toEqual([]);
    expect(exportVault(third.graph)).toEqual(before);
    // What was not saved is still to be.
    await second.indexer.save();
    expect((await start(FILES)).read).toEqual(['n5.md']);
  });

  test('what it holds is no snapshot', async () => {
    await savedOnce();
    const open = window.indexedDB.open('a vault');
    const database = await new Promise<IDBDatabase>(resolve => {
      open.onsuccess = () => resolve(open.result);
    });
    const transaction = database.transaction('chunks', 'readwrite');
    transaction.objectStore('chunks').put(new ArrayBuffer(9), 0);
    await new Promise(resolve => (transaction.oncomplete = resolve));
    database.close();
    const { graph } = await start(FILES);
    expect(graph.paths()).toHaveLength(250);
  });
});

test('nothing is saved any more once the plugin is off', async () => {
  const { close } = await start(FILES);
  opened.pop();
  close();
  await new Promise(resolve => setTimeout(resolve, 20));
  expect((await start(FILES)).read).toHaveLength(252);
});

const fileAt = (host: Host, path: string): TFile => {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no file ${path}`);
  return file;
};
