import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import manifest from '../../manifest.json';
import RapportPlugin from '../../src/main';
import { createHost, type Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { one, settled, texts } from './plugin';

const PROFILE = profileNote({ role: 'Head of platform', company: 'Umbra Labs' });
const FILES = {
  'People/Dana Ochoa.md': PROFILE,
  'Meetings/a.md': meetingNote({
    person: 'Dana Ochoa',
    tasks: ['- [?] Send the sizing sheet. @Myself #proposed'],
  }),
  'Meetings/b.md': meetingNote({ person: 'Omar Haddad', date: '2026-02-01' }),
};
/** The list is kept 5 s after it was true. */
const PATIENCE = 20_000;

let device: Record<string, unknown> = {};
const running: Host[] = [];
beforeEach(() => {
  window.indexedDB = new IDBFactory();
  device = {};
});
afterEach(() => running.splice(0).forEach(host => host.destroy()));

/** Starts the app with the sidebar open; it reads no note before `mayRead`. */
async function start(
  files: Record<string, string>,
  { mayRead = Promise.resolve(), version = manifest.version } = {},
): Promise<Host> {
  const host = await createHost({ files });
  running.push(host);
  host.app.loadLocalStorage = key => device[key] ?? null;
  host.app.saveLocalStorage = (key, value) => void (device[key] = value);
  const { vault } = host.app;
  const read = vault.cachedRead.bind(vault);
  vault.cachedRead = file => mayRead.then(() => read(file));
  await host.loadPlugin(RapportPlugin, { ...manifest, version });
  await host.layoutReady();
  host.runCommand('rapport:open-people-sidebar');
  await settled(host);
  return host;
}

/** Starts, waits until the list is kept, and quits. */
async function keptOnce(files: Record<string, string> = FILES): Promise<string[]> {
  const host = await start(files);
  const shown = rows();
  const end = Date.now() + PATIENCE;
  while (!(await isKept())) {
    if (Date.now() > end) throw new Error('The list was not kept.');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  await settled(host);
  running.pop();
  host.destroy();
  return shown;
}

/** Does something with what is kept of the list; with nothing where there is no database. */
async function withKept<T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const name = (await indexedDB.databases())
    .map(each => each.name ?? '')
    .find(each => each.endsWith('-list'));
  if (name === undefined) return undefined;
  const opening = indexedDB.open(name);
  await new Promise(resolve => (opening.onsuccess = resolve));
  const writing = opening.result.transaction('chunks', 'readwrite');
  const request = work(writing.objectStore('chunks'));
  await new Promise(resolve => (writing.oncomplete = resolve));
  opening.result.close();
  return request.result;
}

const isKept = async (): Promise<boolean> => ((await withKept(store => store.count())) ?? 0) > 0;

const rows = () => texts('.rapport-person-row');

test('everybody is on screen before a note is read, and then it is true', async () => {
  const before = await keptOnce();
  expect(before).toHaveLength(2);
  let open: () => void = () => undefined;
  const mayRead = new Promise<void>(resolve => (open = resolve));
  const host = await start(
    {
      ...FILES,
      'Meetings/a.md': meetingNote({ person: 'Dana Ochoa', tasks: ['- [ ] Confirm the list. @Dana Ochoa'] }),
      'Meetings/b.md': meetingNote({ person: 'Ana Sousa', date: '2026-02-01' }),
    },
    { mayRead },
  );
  expect(rows()).toEqual(before);
  expect(one('.rapport-progress')).toBeTruthy();
  open();
  await settled(host);
  expect(texts('.rapport-row-name')).toEqual(['Ana Sousa', 'Dana Ochoa']);
  expect(texts('.rapport-badge')).toEqual([expect.stringContaining('they owe')]);
  expect(texts('.rapport-chip .rapport-count')).toEqual(['2', '1']);
});

test.each([
  ['another version of the plugin', () => undefined, '0.0.1'],
  ['what cannot be read', () => withKept(store => store.put(new ArrayBuffer(9), 0)), manifest.version],
  [
    'a database that does not open',
    () => {
      window.indexedDB.open = () => {
        throw new Error('No.');
      };
    },
    manifest.version,
  ],
])('%s: nobody is shown until notes are read', async (_name, change, version) => {
  await keptOnce();
  await change();
  let open: () => void = () => undefined;
  const mayRead = new Promise<void>(resolve => (open = resolve));
  const host = await start(FILES, { mayRead, version });
  expect(texts('.rapport-row-name')).toEqual([]);
  open();
  await settled(host);
  expect(texts('.rapport-row-name')).toEqual(['Omar Haddad', 'Dana Ochoa']);
});

test('nothing is kept once the plugin is off', async () => {
  const host = await start(FILES);
  host.unloadPlugin(manifest.id);
  await new Promise(resolve => setTimeout(resolve, 6000));
  expect(await isKept()).toBe(false);
});
