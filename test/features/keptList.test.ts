import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import manifest from '../../manifest.json';
import RapportPlugin from '../../src/main';
import { until } from '../browser/vaultOnDisk';
import { createHost, type Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { one, settled, texts } from './plugin';

const weekly = (person: string, dates: readonly string[]) =>
  Object.fromEntries(dates.map(date => [`Meetings/${person} ${date}.md`, meetingNote({ person, date })]));
const FILES = {
  'People/Dana Ochoa.md': profileNote({
    role: 'Head of platform',
    company: 'Umbra Labs',
    photo: '"[[dana.png]]"',
  }),
  'dana.png': new Uint8Array([1]),
  'Meetings/a.md': meetingNote({
    person: 'Dana Ochoa',
    tasks: ['- [?] Send the sizing sheet. @Myself #proposed'],
  }),
  'Meetings/b.md': meetingNote({ person: 'Omar Haddad', date: '2026-02-01' }),
  ...weekly('Quinn Older', ['2025-01-01', '2025-01-08', '2025-01-15', '2025-01-22']),
};

/** What the app keeps on this device beside databases. */
let device: Record<string, unknown> = {};
const running: Host[] = [];
beforeEach(() => {
  window.indexedDB = new IDBFactory();
  device = {};
});
afterEach(() => running.splice(0).forEach(host => host.destroy()));

/** Something that is waited for until the test lets it happen. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>(resolve => (open = resolve));
  return { opened, open };
}

interface Start {
  /** When a note may be read. */
  mayRead?: (path: string) => Promise<void>;
  version?: string;
  data?: Record<string, unknown>;
}

/** Starts the app with the sidebar open. */
async function start(
  files: Record<string, string | Uint8Array>,
  { mayRead = () => Promise.resolve(), version = manifest.version, data = {} }: Start = {},
): Promise<Host> {
  const host = await createHost({ files, data });
  running.push(host);
  host.app.loadLocalStorage = key => device[key] ?? null;
  host.app.saveLocalStorage = (key, value) => void (device[key] = value);
  const { vault } = host.app;
  const read = vault.cachedRead.bind(vault);
  vault.cachedRead = file => mayRead(file.path).then(() => read(file));
  // The newest is read first.
  for (const file of vault.getMarkdownFiles()) if (file.path.startsWith('People/')) file.stat.mtime += 1000;
  await host.loadPlugin(RapportPlugin, { ...manifest, version });
  await host.layoutReady();
  host.runCommand('rapport:open-people-sidebar');
  await settled(host);
  return host;
}

/** Does something with what is kept of the list; with nothing where there is no database. */
async function withKept<T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const names = (await indexedDB.databases()).map(each => each.name ?? '');
  const name = names.find(each => each.endsWith('-list'));
  return name === undefined ? undefined : inStore(name, work);
}

async function inStore<T>(name: string, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.result.createObjectStore('chunks');
  await new Promise(resolve => (opening.onsuccess = resolve));
  const transaction = opening.result.transaction('chunks', 'readwrite');
  const request = work(transaction.objectStore('chunks'));
  await new Promise(resolve => (transaction.oncomplete = resolve));
  opening.result.close();
  return request.result;
}

const isKept = async (): Promise<boolean> => ((await withKept(store => store.count())) ?? 0) > 0;
const rows = () => texts('.rapport-person-row');
const names = () => texts('.rapport-row-name');
/** Waits until the list is as it should be, and says what it is. */
async function shown(isSo: (list: string[]) => boolean): Promise<void> {
  const list = await until(async () => names(), isSo);
  expect([list, isSo(list)]).toEqual([list, true]);
}
const chips = () => texts('.rapport-chip').filter(text => /\d/.test(text));
const pictures = () => document.querySelectorAll('img.rapport-avatar').length;

let last: { values: [IDBValidKey, unknown][]; device: Record<string, unknown>; rows: string[] } | undefined;

/** Starts, waits until the list is kept, and quits. It is done once; what was kept is the same every time. */
async function keptOnce(): Promise<string[]> {
  if (!last) {
    const host = await start(FILES);
    const seen = rows();
    await until(isKept, Boolean);
    expect(await isKept()).toBe(true);
    const keys = (await withKept(store => store.getAllKeys())) ?? [];
    const values = (await withKept<unknown[]>(store => store.getAll())) ?? [];
    last = { values: keys.map((key, i) => [key, values[i]]), device, rows: seen };
    running.pop();
    host.destroy();
    window.indexedDB = new IDBFactory();
  }
  device = { ...last.device };
  const [name] = Object.values(device).filter(value => String(value).startsWith('rapport-'));
  for (const [key, value] of last.values)
    await inStore(`${String(name)}-list`, store => store.put(value, key));
  return last.rows;
}

test('everybody is on screen before a note is read, and then it is true', async () => {
  const before = await keptOnce();
  expect(before).toHaveLength(3);
  const { opened, open } = gate();
  const host = await start(
    {
      ...FILES,
      'Meetings/a.md': meetingNote({ person: 'Dana Ochoa', tasks: ['- [ ] Confirm it. @Dana Ochoa'] }),
      'Meetings/b.md': meetingNote({ person: 'Ana Sousa', date: '2026-02-01' }),
    },
    { mayRead: () => opened },
  );
  await shown(list => list.length > 0);
  expect(rows()).toEqual(before);
  expect(chips()).toEqual(['All3', 'Proposed1', 'Going quiet1']);
  expect(pictures()).toBe(1);
  expect(one('.rapport-progress')).toBeTruthy();
  open();
  await shown(list => list.includes('Ana Sousa'));
  await settled(host);
  expect(names()).toEqual(['Ana Sousa', 'Dana Ochoa', 'Quinn Older']);
  expect(texts('.rapport-badge')).toEqual([expect.stringContaining('they owe')]);
  expect(chips()).toEqual(['All3', 'They owe1', 'Going quiet1']);
});

test('it is searched, and sorted another way, like the true one', async () => {
  await keptOnce();
  const { opened, open } = gate();
  const host = await start(FILES, {
    mayRead: path => (path.startsWith('People/') ? Promise.resolve() : opened),
  });
  await shown(list => list.length > 0);
  const [leaf] = host.app.workspace.getLeavesOfType('rapport-people');
  await leaf?.setViewState({ type: 'rapport-people', state: { ...leaf.getViewState().state, sort: 'name' } });
  await settled(host);
  expect(names()).toEqual(['Dana Ochoa', 'Omar Haddad', 'Quinn Older']);
  const field = one('.rapport-search input') as HTMLInputElement;
  field.value = 'umbra';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(host);
  expect(names()).toEqual(['Dana Ochoa']);
  open();
  await settled(host);
});

test('whoever is clicked before their notes are read is waited for', async () => {
  await keptOnce();
  const { opened, open } = gate();
  const host = await start(FILES, { mayRead: () => opened });
  await shown(list => list.length > 0);
  one('.rapport-person-row').click();
  await settled(host);
  expect(one('.rapport-person-page').textContent).toContain('Reading notes');
  open();
  await until(
    async () => texts('.rapport-person-page').join(),
    text => text.includes('Omar Haddad'),
  );
  expect(texts('.rapport-person-page').join()).toContain('Omar Haddad');
  one('.rapport-back').click();
  await settled(host);
  expect(names()).toEqual(['Omar Haddad', 'Dana Ochoa', 'Quinn Older']);
});

test('of whom only the profile was read, nothing is said about tasks', async () => {
  await keptOnce();
  const { opened, open } = gate();
  await start(FILES, { mayRead: path => (path.startsWith('People/') ? Promise.resolve() : opened) });
  await shown(list => list.includes('Dana Ochoa'));
  one('[data-person="dana ochoa"]').click();
  const page = async () => texts('.rapport-person-page').join();
  await until(page, text => text.includes('Umbra Labs'));
  expect(await page()).toContain('Umbra Labs');
  expect(await page()).not.toContain('Nothing is open');
  open();
  await until(page, text => text.includes('Send the sizing sheet'));
  expect(await page()).toContain('Send the sizing sheet');
});

test('whose profile is gone since is dragged by name', async () => {
  await keptOnce();
  const { opened, open } = gate();
  const { 'People/Dana Ochoa.md': gone, ...rest } = FILES;
  expect(gone).toBeDefined();
  await start(rest, { mayRead: () => opened });
  await shown(list => list.includes('Dana Ochoa'));
  const data: string[] = [];
  const event = new Event('dragstart', { bubbles: true });
  Object.assign(event, { dataTransfer: { setData: (_type: string, text: string) => data.push(text) } });
  one('[data-person="dana ochoa"]').dispatchEvent(event);
  expect(data).toEqual(['[[Dana Ochoa]]']);
  open();
});

test('where reading takes for ever, what is read is shown in the end', async () => {
  await keptOnce();
  const real = window.setTimeout;
  const sooner = (run: () => void, ms?: number) => real(run, ms === 60_000 ? 300 : ms);
  window.setTimeout = sooner as typeof window.setTimeout;
  try {
    await start(FILES, {
      mayRead: path => (path.startsWith('People/') ? Promise.resolve() : gate().opened),
    });
    await shown(list => list.join() === 'Dana Ochoa');
  } finally {
    window.setTimeout = real;
  }
});

/** Lets what is kept of the list be read when the test says so. */
function slowDatabase(): () => void {
  const { opened, open } = gate();
  const opening = IDBFactory.prototype.open;
  window.indexedDB.open = function (name: string, version?: number) {
    const request = opening.call(this, name, version);
    if (name.endsWith('-list'))
      Object.defineProperty(request, 'onsuccess', {
        set: (listener: () => void) =>
          request.addEventListener('success', () => void opened.then(() => listener())),
      });
    return request;
  };
  return open;
}

test('while it is asked for, who is read first is not drawn for a moment', async () => {
  await keptOnce();
  const openDatabase = slowDatabase();
  const { opened, open } = gate();
  let told = 0;
  const host = await start(FILES, {
    // The graph tells of what was read only now and then.
    mayRead: path =>
      path.endsWith('b.md') ? opened : sleep(path.startsWith('Meetings/Quinn') ? 300 * ++told : 0),
  });
  await sleep(1500);
  await settled(host);
  expect(names()).toEqual([]);
  openDatabase();
  await shown(list => list.length > 0);
  expect(names()).toHaveLength(3);
  open();
});

test('a list that comes when the notes are read already is too old', async () => {
  await keptOnce();
  const open = slowDatabase();
  const { 'Meetings/b.md': gone, ...rest } = FILES;
  expect(gone).toBeDefined();
  const host = await start(rest);
  expect(names()).toEqual(['Dana Ochoa', 'Quinn Older']);
  open();
  await settled(host);
  await host.app.vault.create('Meetings/c.md', meetingNote({ person: 'Ana Sousa', date: '2026-03-01' }));
  await shown(list => list.includes('Ana Sousa'));
  expect(names()).toEqual(['Ana Sousa', 'Dana Ochoa', 'Quinn Older']);
});

const damage = () => withKept(store => store.put(new ArrayBuffer(9), 0));
const close = () => {
  window.indexedDB.open = () => {
    throw new Error('No.');
  };
};

test.each<[string, () => unknown, Start]>([
  ['of another version of the plugin', () => undefined, { version: '0.0.1' }],
  ['of other settings', () => undefined, { data: { excludedFolders: ['Archive'] } }],
  ['that cannot be unpacked', damage, {}],
  ['in a database that does not open', close, {}],
])('a list %s is not shown', async (_name, change, how) => {
  await keptOnce();
  await change();
  const { opened, open } = gate();
  const host = await start(FILES, { ...how, mayRead: () => opened });
  // Nothing tells of what does not come; the list that is shown is there in a tenth of the time.
  await new Promise(resolve => setTimeout(resolve, 500));
  expect(names()).toEqual([]);
  open();
  await shown(list => list.length === 3);
  await settled(host);
});

test('nothing is kept once the plugin is off', async () => {
  const host = await start(FILES);
  host.unloadPlugin(manifest.id);
  await new Promise(resolve => setTimeout(resolve, 6000));
  expect(await isKept()).toBe(false);
});
