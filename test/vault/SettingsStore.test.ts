import { Plugin } from 'obsidian';
import manifest from '../../manifest.json';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { SettingsStore } from '../../src/vault/SettingsStore';
import { Hands, notices, stopTheCalendar, withText } from '../features/hands';
import { settled, startPlugin } from '../features/plugin';
import { createHost, type Host } from '../host';
import { meetingNote } from '../notes';

const FOLDER = '.obsidian/plugins/rapport';
const DATA = `${FOLDER}/data.json`;
const DECISION = 'not a person ["orbit"]';

stopTheCalendar();
let host: Host;
afterEach(() => host.destroy());

const files = async () => (await host.app.vault.adapter.list(FOLDER)).files.sort();
const textOf = (path: string) => host.app.vault.adapter.read(path);
const saved = async () => JSON.parse(await textOf(DATA)) as Record<string, unknown>;

/** The settings of a plugin that has just been turned on over this `data.json`. */
async function load(data?: string | Uint8Array): Promise<{ store: SettingsStore; plugin: Plugin }> {
  host = await createHost({ files: data === undefined ? {} : { [DATA]: data } });
  const plugin = await host.loadPlugin(class extends Plugin {}, manifest);
  return { plugin, store: await SettingsStore.load(plugin) };
}

describe('a corrupt data.json', () => {
  const KEPT = `${FOLDER}/data.corrupt-2026-01-11T10-00-00.json`;

  test.each([
    ['half written', '{"selfNames":["Mira Lind'],
    ['empty', ''],
    ['a list', '[1]'],
    ['nothing', 'null'],
    ['a word', '"x"'],
  ])('%s: kept aside byte for byte, the defaults are used, the user is told', async (_what, text) => {
    const { store } = await load(text);
    expect(store.value).toEqual(DEFAULT_SETTINGS);
    expect(await files()).toEqual([KEPT]);
    expect(await textOf(KEPT)).toBe(text);
    expect(notices()).toEqual([
      `Rapport’s settings could not be read. The defaults are used. The old file is ${KEPT}: mend it, name it data.json again, and turn Rapport off and on.`,
    ]);
  });

  test('bytes that are no text are kept too', async () => {
    const bytes = new Uint8Array([0x7b, 0xff, 0xfe, 0x00]);
    await load(bytes);
    expect(new Uint8Array(await host.app.vault.adapter.readBinary(KEPT))).toEqual(bytes);
  });

  test('is told of once', async () => {
    const { store, plugin } = await load('{');
    await store.update({ staleDays: 7 });
    const again = await SettingsStore.load(plugin);
    expect(again.value.staleDays).toBe(7);
    expect(await files()).toEqual([KEPT, DATA]);
    expect(notices()).toHaveLength(1);
  });

  test('where it cannot be kept aside nothing is saved over it, until it can be', async () => {
    host = await createHost({ files: { [DATA]: '{' } });
    const { adapter } = host.app.vault;
    const plugin = await host.loadPlugin(class extends Plugin {}, manifest);
    const rename = adapter.rename.bind(adapter);
    adapter.rename = () => Promise.reject(new Error('The folder is locked.'));
    const store = await SettingsStore.load(plugin);
    await store.update({ staleDays: 7 });
    expect(await textOf(DATA)).toBe('{');
    expect(notices()).toEqual([
      expect.stringContaining('so nothing is saved over it: The folder is locked.'),
      'Rapport’s settings hold for now, but could not be saved: The folder is locked.',
    ]);
    adapter.rename = rename;
    await store.update({ statusBar: true });
    expect(await textOf(KEPT)).toBe('{');
    expect(await saved()).toMatchObject({ staleDays: 7, statusBar: true });
  });

  test('that sync brings: kept aside, what was set stays and is saved', async () => {
    const { store } = await load(JSON.stringify({ staleDays: 7, [DECISION]: true }));
    await host.app.vault.adapter.write(DATA, '{');
    await store.reload();
    await settled(host);
    expect(store.value.staleDays).toBe(7);
    expect(await textOf(KEPT)).toBe('{');
    expect(await saved()).toMatchObject({ staleDays: 7, [DECISION]: true });
    expect(notices()[0]).toContain('Those that were in force stay.');
  });

  test('no file at all is nothing to tell of', async () => {
    const { store } = await load();
    expect(store.value).toEqual(DEFAULT_SETTINGS);
    expect([await files(), notices()]).toEqual([[], []]);
  });
});

describe('a data.json of a newer version', () => {
  const KEPT = `${FOLDER}/data.v3-2026-01-11T10-00-00.json`;
  const NEWER = JSON.stringify({
    version: 3,
    selfNames: ['Mira Lindqvist'],
    staleDays: { proposed: 5 },
    moods: ['calm'],
    [DECISION]: true,
  });

  test('a copy is kept, what can be read is used, the user is told once', async () => {
    const { store, plugin } = await load(NEWER);
    expect(store.value).toEqual({ ...DEFAULT_SETTINGS, selfNames: ['Mira Lindqvist'] });
    expect(store.nameRules.decisions?.notPeople).toEqual(['orbit']);
    await SettingsStore.load(plugin);
    await store.update({ statusBar: true });
    await SettingsStore.load(plugin);
    expect(await files()).toEqual([DATA, KEPT]);
    expect(await textOf(KEPT)).toBe(NEWER);
    expect(notices()).toEqual([
      `Rapport’s settings were saved by a newer version. What this one understands is used, the rest is kept. A copy is ${KEPT}. Update Rapport when you can.`,
    ]);
  });

  test('what is not understood is saved as it was', async () => {
    const { store } = await load(NEWER);
    await store.update({ statusBar: true });
    expect(await saved()).toEqual({ ...(JSON.parse(NEWER) as object), statusBar: true });
  });

  test('data from before there was a version is of the first, and says so from now on', async () => {
    const { store } = await load(JSON.stringify({ staleDays: 7 }));
    await store.update({ statusBar: true });
    expect(await saved()).toEqual({ version: 1, staleDays: 7, statusBar: true });
    expect(notices()).toEqual([]);
  });
});

describe('saving', () => {
  test('quick updates: the last one is what is saved, however long each takes', async () => {
    const { store, plugin } = await load();
    const save = plugin.saveData.bind(plugin);
    let delay = 40;
    plugin.saveData = async data => {
      await new Promise(resolve => setTimeout(resolve, (delay -= 15)));
      await save(data);
    };
    await Promise.all([1, 2, 3].map(staleDays => store.update({ staleDays })));
    expect(await saved()).toMatchObject({ staleDays: 3 });
  });

  test('what sync brings while a change waits to be saved does not undo it', async () => {
    const { store } = await load(JSON.stringify({ staleDays: 1 }));
    await host.app.vault.adapter.write(DATA, JSON.stringify({ staleDays: 2, statusBar: true }));
    const reloaded = store.reload();
    const updated = store.update({ staleDays: 3 });
    await Promise.all([reloaded, updated]);
    expect(store.value).toMatchObject({ staleDays: 3, statusBar: true });
    expect(await saved()).toMatchObject({ staleDays: 3, statusBar: true });
  });

  test.each([[new Error('The disk is full.')], ['The disk is full.']])(
    'a failure is said (%o); the setting holds and is saved with the next one',
    async what => {
      const { store, plugin } = await load();
      const save = plugin.saveData.bind(plugin);
      plugin.saveData = () => Promise.reject(what);
      await store.update({ staleDays: 7 });
      expect(store.value.staleDays).toBe(7);
      expect(notices()).toEqual([
        'Rapport’s settings hold for now, but could not be saved: The disk is full.',
      ]);
      plugin.saveData = save;
      await store.update({ statusBar: true });
      expect(await saved()).toMatchObject({ staleDays: 7, statusBar: true });
    },
  );
});

describe('“Reset settings”', () => {
  const SET = { selfNames: ['Mira Lindqvist'], staleDays: 7, statusBar: true, [DECISION]: true };

  async function openReset(): Promise<Hands> {
    host = await startPlugin({ 'a.md': meetingNote() }, SET);
    const hands = new Hands(host);
    host.openSettings('rapport');
    await hands.click(
      withText('.setting-item', 'Reset settings', item => item.querySelector('.setting-item-name') ?? item),
    );
    return hands;
  }

  test('asks first', async () => {
    const hands = await openReset();
    await hands.click(withText('.notice button', 'Leave them'));
    expect(await saved()).toEqual(SET);
  });

  test('gives the defaults, keeps what was decided about names, and can be undone', async () => {
    const hands = await openReset();
    await hands.click(withText('.notice button', 'Reset'));
    expect(await saved()).toEqual({ version: 1, ...DEFAULT_SETTINGS, [DECISION]: true });
    expect(notices().at(-1)).toBe('Reset the settings.Undo');
    await hands.run('undo-last-change');
    expect(await saved()).toEqual({ version: 1, ...DEFAULT_SETTINGS, ...SET });
  });

  test('undone, what was set since stays', async () => {
    const hands = await openReset();
    await hands.click(withText('.notice button', 'Reset'));
    await host.outside.write(DATA, JSON.stringify({ ...(await saved()), staleDays: 99 }));
    await hands.run('undo-last-change');
    expect(await saved()).toMatchObject({ staleDays: 99, statusBar: true });
  });
});
