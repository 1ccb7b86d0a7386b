import {
  Plugin,
  PluginSettingTab,
  Setting,
  SettingPage,
  type App,
  type SettingDefinitionItem,
} from 'obsidian';
import { createHost, type Host } from '.';
import { MANIFEST, one, press, texts } from './startHost';

let host: Host;
let plugin: Plugin;
let tab: PluginSettingTab;
afterEach(() => host.destroy());

interface TabOptions {
  define?: (tab: PluginSettingTab) => SettingDefinitionItem[];
  settings?: Record<string, unknown>;
  mobile?: boolean;
}

/** Opens a tab with these definitions on these settings. */
async function open({ define, settings = {}, mobile = false }: TabOptions): Promise<HTMLElement> {
  class Tab extends PluginSettingTab {
    override getSettingDefinitions() {
      return define?.(this) ?? [];
    }
    override display() {
      new Setting(this.containerEl).setName('Drawn by hand');
    }
  }
  class TestPlugin extends Plugin {
    override settings = settings;
    constructor(app: App, manifest: typeof MANIFEST) {
      super(app, manifest);
      tab = new Tab(app, this);
    }
    override onload() {
      this.addSettingTab(tab);
    }
  }
  host = await createHost({ mobile, files: { 'Templates/a.md': '', 'b.md': '' } });
  plugin = await host.loadPlugin(TestPlugin, MANIFEST);
  const container = host.openSettings('sample');
  await host.settle();
  return container;
}

const row = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('.setting-item')].find(
    item => one('.setting-item-name', item).textContent === name,
  );
  if (!found) throw new Error(`There is no setting ${name}`);
  return found;
};

const isShown = (name: string) => row(name).isShown();

async function type(name: string, value: string, event = 'input') {
  const input = one('input, textarea, select', row(name)) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event(event, { bubbles: true }));
  await host.settle();
}

test('definitions come before display, which is for tabs without any', async () => {
  await open({ define: () => [{ name: 'Declared' }] });
  expect(texts('.setting-item-name')).toContain('Declared');
  expect(texts('.setting-item-name')).not.toContain('Drawn by hand');
  host.destroy();
  await open({});
  expect(texts('.setting-item-name')).toEqual(['Drawn by hand']);
});

test('every kind of control reads its key and writes it, and the plugin’s data keeps it', async () => {
  await open({
    settings: { on: true, pick: 'b', words: 'hello', lines: 'a\nb', count: 3, size: 4, colour: '#112233' },
    define: () => [
      { name: 'On', control: { type: 'toggle', key: 'on' } },
      { name: 'Pick', control: { type: 'dropdown', key: 'pick', options: { a: 'A', b: 'B' } } },
      { name: 'Words', control: { type: 'text', key: 'words' } },
      { name: 'Lines', control: { type: 'textarea', key: 'lines', rows: 5 } },
      { name: 'Count', control: { type: 'number', key: 'count', defaultValue: 7 } },
      { name: 'Size', control: { type: 'slider', key: 'size', min: 0, max: 10, step: 1 } },
      { name: 'Colour', control: { type: 'color', key: 'colour' } },
      { name: 'Later', control: { type: 'text', key: 'missing', defaultValue: 'fallback' } },
    ],
  });
  expect(one('.checkbox-container', row('On')).hasClass('is-enabled')).toBe(true);
  expect((one('input', row('Later')) as HTMLInputElement).value).toBe('fallback');
  one('.checkbox-container', row('On')).click();
  await type('Pick', 'a', 'change');
  await type('Words', 'bye');
  await type('Lines', 'c');
  await type('Count', '12');
  await type('Size', '9', 'change');
  await type('Colour', '#445566', 'change');
  const expected = { on: false, pick: 'a', words: 'bye', lines: 'c', count: 12, size: 9, colour: '#445566' };
  expect(plugin.settings).toEqual(expected);
  expect(await plugin.loadData()).toEqual(expected);
  await type('Count', 'no number');
  expect(plugin.settings).toMatchObject({ count: 7 });
});

test('a value that does not pass is not stored; its reason stands in the row until one passes', async () => {
  const validate = (value: string) => (value.length === 1 ? undefined : 'Exactly one character.');
  await open({
    settings: { sign: 'too long' },
    define: () => [{ name: 'Sign', control: { type: 'text', key: 'sign', validate } }],
  });
  expect(row('Sign').textContent).toContain('Exactly one character.');
  await type('Sign', 'x');
  expect(row('Sign').hasClass('is-invalid')).toBe(false);
  await type('Sign', '??');
  expect(row('Sign').textContent).toContain('Exactly one character.');
  expect(plugin.settings).toEqual({ sign: 'x' });
});

test('visible and disabled are asked again after a change, and by refreshDomState', async () => {
  const settings: Record<string, unknown> = { on: false };
  await open({
    settings,
    define: () => [
      { name: 'On', control: { type: 'toggle', key: 'on' } },
      { name: 'More', visible: () => settings['on'] === true },
      { name: 'Words', control: { type: 'text', key: 'words', disabled: () => settings['on'] !== true } },
    ],
  });
  const input = one('input', row('Words')) as HTMLInputElement;
  expect([isShown('More'), input.disabled]).toEqual([false, true]);
  one('.checkbox-container', row('On')).click();
  await host.settle();
  expect([isShown('More'), input.disabled]).toEqual([true, false]);
  settings['on'] = false;
  tab.refreshDomState();
  expect([isShown('More'), input.disabled]).toEqual([false, true]);
});

test('an action runs on click and on Enter, with its row and place; not where it is disabled', async () => {
  const ran: unknown[] = [];
  let disabled = false;
  await open({
    define: () => [
      { name: 'First' },
      {
        name: 'Do it',
        action: (el, index) => ran.push([el === row('Do it'), index]),
        disabled: () => disabled,
      },
    ],
  });
  row('Do it').click();
  press(row('Do it'), 'Enter');
  disabled = true;
  row('Do it').click();
  expect(ran).toEqual([
    [true, 1],
    [true, 1],
  ]);
});

test('a page opens behind its row and leads back; a page of the plugin’s own is shown and hidden', async () => {
  const seen: string[] = [];
  class Own extends SettingPage {
    override title = 'By hand';
    display() {
      seen.push('display');
      this.containerEl.setText('own content');
    }
    override hide() {
      seen.push('hide');
    }
  }
  const container = await open({
    define: () => [
      {
        type: 'group',
        heading: 'Pages',
        items: [
          { type: 'page', name: 'Inner', displayValue: '3', items: [{ name: 'Deep' }] },
          { type: 'page', name: 'Own', page: () => new Own() },
        ],
      },
    ],
  });
  expect(texts('.setting-item-name', container)).toEqual(['Pages', 'Inner', 'Own']);
  expect(row('Inner').textContent).toContain('3');
  row('Inner').click();
  expect(texts('.setting-item-name', container)).toContain('Deep');
  one('[aria-label="Back"]', container).click();
  row('Own').click();
  expect(container.textContent).toContain('By hand');
  expect(container.textContent).toContain('own content');
  one('[aria-label="Back"]', container).click();
  expect(seen).toEqual(['display', 'hide']);
});

test('a row drawn by the plugin is cleaned up when it goes', async () => {
  const seen: string[] = [];
  await open({
    define: () => [
      {
        name: 'Custom',
        render: setting => {
          setting.addButton(button => button.setButtonText('Press').onClick(() => seen.push('pressed')));
          return () => seen.push('cleaned');
        },
      },
    ],
  });
  one('button', row('Custom')).click();
  press(document, 'Escape');
  expect(seen).toEqual(['pressed', 'cleaned']);
  expect(document.querySelector('.modal')).toBeNull();
});

test.each([false, true])('a list adds, deletes and says when it is empty (phone: %s)', async mobile => {
  let names = ['one', 'two'];
  const container = await open({
    mobile,
    define: own => [
      {
        type: 'list',
        heading: 'Names',
        emptyState: 'Nobody yet.',
        items: names.map(name => ({ name })),
        onDelete: index => {
          names = names.filter((_, i) => i !== index);
          own.update();
        },
        addItem: { name: 'Add name', action: () => ((names = [...names, 'three']), own.update()) },
      },
    ],
  });
  const rows = () =>
    texts('.setting-items .setting-item-name', container).filter(name => !name.startsWith('+'));
  one('[aria-label="Delete"]', row('one')).click();
  expect(rows()).toEqual(['two']);
  if (mobile) row('+ Add name').click();
  else one('[aria-label="Add name"]').click();
  expect(rows()).toEqual(['two', 'three']);
  press(row('three'), 'Delete');
  press(row('two'), 'Delete');
  expect(container.textContent).toContain('Nobody yet.');
});

test('a group can be searched, and keeps the query when it is drawn anew', async () => {
  await open({
    define: () => [
      {
        type: 'group',
        heading: 'Signs',
        search: { match: ({ name }, query) => name.includes(query) },
        items: [{ name: 'alpha' }, { name: 'beta' }],
      },
    ],
  });
  await type('Signs', 'be');
  expect([isShown('alpha'), isShown('beta')]).toEqual([false, true]);
  tab.update();
  expect([isShown('alpha'), isShown('beta')]).toEqual([false, true]);
});

test('folders and files of the vault are suggested, and taken on a click', async () => {
  await open({
    define: () => [
      { name: 'Folder', control: { type: 'folder', key: 'folder' } },
      { name: 'File', control: { type: 'file', key: 'file', filter: ({ extension }) => extension === 'md' } },
    ],
  });
  await type('Folder', 'tem');
  await Promise.resolve();
  one('.suggestion-item').click();
  await host.settle();
  await type('File', 'b');
  expect(texts('.suggestion-item')).toEqual(['b.md']);
  one('.suggestion-item').click();
  await host.settle();
  expect(plugin.settings).toEqual({ folder: 'Templates', file: 'b.md' });
});

test('a plugin’s tab closes with the plugin', async () => {
  await open({ define: () => [{ name: 'Declared' }] });
  host.unloadPlugin('sample');
  expect(document.querySelector('.mod-settings')).toBeNull();
  expect(() => host.openSettings('sample')).toThrow('no setting tab');
});
