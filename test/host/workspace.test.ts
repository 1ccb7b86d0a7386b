import {
  ItemView,
  MarkdownRenderer,
  MarkdownView,
  Menu,
  Modal,
  Notice,
  Plugin,
  SuggestModal,
  Component,
} from 'obsidian';
import { StateField } from '@codemirror/state';
import { createHost, type Host } from '.';

let host: Host;
afterEach(() => host.destroy());

const MANIFEST = {
  id: 'p',
  name: 'P',
  version: '1.0.0',
  minAppVersion: '1.0.0',
  author: 'x',
  description: 'x',
};

async function start(files: Record<string, string> = {}, onload: (plugin: Plugin) => void = () => undefined) {
  host = await createHost({ files, saveDelay: 1 });
  class TestPlugin extends Plugin {
    override onload() {
      onload(this);
    }
  }
  const plugin = await host.loadPlugin(TestPlugin, MANIFEST);
  await host.layoutReady();
  return plugin;
}

const readFile = (path: string) => host.app.vault.read(host.app.vault.getFileByPath(path)!);
const pause = () => new Promise(resolve => setTimeout(resolve, 30));

describe('a note in the editor', () => {
  test('is written a while after typing, in the file’s own line endings', async () => {
    await start({ 'a.md': 'one\r\ntwo\r\n' });
    const view = await host.openNote('a.md');
    expect(view.editor.getValue()).toBe('one\ntwo\n');
    view.editor.replaceRange('x', { line: 1, ch: 0 });
    expect(await readFile('a.md')).toBe('one\r\ntwo\r\n');
    await pause();
    expect(await readFile('a.md')).toBe('one\r\nxtwo\r\n');
  });

  test('a transaction of several changes is one step of undo', async () => {
    await start({ 'a.md': 'one\ntwo\n' });
    const { editor } = await host.openNote('a.md');
    editor.transaction({
      changes: [
        { from: { line: 0, ch: 0 }, text: 'A' },
        { from: { line: 1, ch: 0 }, to: { line: 1, ch: 3 }, text: 'B' },
      ],
    });
    expect(editor.getValue()).toBe('Aone\nB\n');
    editor.undo();
    expect(editor.getValue()).toBe('one\ntwo\n');
  });

  test('shows what another writer did; what was typed meanwhile stays', async () => {
    await start({ 'a.md': 'one\ntwo\nthree\n' });
    const { editor } = await host.openNote('a.md');
    await host.outside.write('a.md', 'ONE\ntwo\nthree\n');
    await pause();
    expect(editor.getValue()).toBe('ONE\ntwo\nthree\n');
    editor.replaceRange('typed ', { line: 2, ch: 0 });
    await host.outside.write('a.md', 'EINS\ntwo\nthree\n');
    await pause();
    await host.flushSaves();
    expect(await readFile('a.md')).toBe('EINS\ntwo\ntyped three\n');
  });

  test('extensions of a plugin come into open editors and go with it', async () => {
    const field = StateField.define({ create: () => 'here', update: value => value });
    await start({ 'a.md': 'x' }, plugin => plugin.registerEditorExtension(field));
    const view = (await host.openNote('a.md')) as MarkdownView & {
      editor: { cm: { state: { field: (f: unknown, r: false) => unknown } } };
    };
    expect(view.editor.cm.state.field(field, false)).toBe('here');
    host.unloadPlugin('p');
    expect(view.editor.cm.state.field(field, false)).toBeUndefined();
  });
});

describe('reading view', () => {
  test('renders links, tasks and tags, and nothing that could run', async () => {
    await start();
    const el = createDiv();
    const text =
      '- [?] See [[Dana Ochoa|Dana]] #task\n- [ ?] two\n\n<img src=x onerror=alert(1)><script>alert(1)</script>\n';
    const component = new Component();
    await MarkdownRenderer.render(host.app, text, el, '', component);
    component.unload();
    expect(el.querySelector('a.internal-link')?.getAttribute('data-href')).toBe('Dana Ochoa');
    expect([...el.querySelectorAll('[data-task]')].map(item => item.getAttribute('data-task'))).toEqual([
      '?',
    ]);
    expect(el.querySelector('a.tag')?.textContent).toBe('#task');
    expect(el.querySelector('script, [onerror]')).toBeNull();
  });

  test('post processors and code block processors run', async () => {
    await start({ 'a.md': '```box\nhi\n```\n\nText\n' }, plugin => {
      plugin.registerMarkdownCodeBlockProcessor('box', (source, el) => void el.setText(`[${source}]`));
      plugin.registerMarkdownPostProcessor(el => void el.addClass('seen'));
    });
    const { containerEl } = await host.openNote('a.md', { mode: 'preview' });
    expect(containerEl.querySelector('.block-language-box')?.textContent).toBe('[hi]');
    expect(containerEl.querySelector('.el-p')?.hasClass('seen')).toBe(true);
  });
});

describe('leaves', () => {
  class PaneView extends ItemView {
    getViewType() {
      return 'pane';
    }
    getDisplayText() {
      return 'Pane';
    }
    protected override async onOpen() {
      this.contentEl.setText('open');
    }
  }

  test('a side leaf is made once, then found again, and keeps its place when its plugin goes', async () => {
    await start({}, plugin => plugin.registerView('pane', leaf => new PaneView(leaf)));
    const { workspace } = host.app;
    const leaf = await workspace.ensureSideLeaf('pane', 'right');
    expect(await workspace.ensureSideLeaf('pane', 'right')).toBe(leaf);
    expect(document.querySelector('.mod-right-split [data-type="pane"] .view-content')?.textContent).toBe(
      'open',
    );
    host.unloadPlugin('p');
    await host.settle();
    expect(document.querySelector('[data-type="pane"] .view-header-title')?.textContent).toBe(
      'Plugin no longer active',
    );
  });

  test('file-open tells once of each file that comes to the front', async () => {
    await start({ 'a.md': '', 'b.md': '' });
    const seen: (string | undefined)[] = [];
    host.app.workspace.on('file-open', file => void seen.push(file?.path));
    await host.openNote('a.md');
    await host.openNote('a.md', { mode: 'preview' });
    await host.openNote('b.md');
    expect(seen).toEqual(['a.md', 'b.md']);
  });
});

describe('commands', () => {
  test('the kinds of callback decide what is available', async () => {
    const ran: string[] = [];
    let ready = false;
    await start({ 'a.md': 'x' }, plugin => {
      plugin.addCommand({ id: 'plain', name: 'Plain', callback: () => void ran.push('plain') });
      plugin.addCommand({
        id: 'check',
        name: 'Check',
        checkCallback: checking => (ready && !checking && ran.push('check'), ready),
      });
      plugin.addCommand({
        id: 'editor',
        name: 'Editor',
        editorCallback: editor => void ran.push(editor.getValue()),
      });
    });
    expect(host.runCommand('p:plain')).toBe(true);
    expect(host.runCommand('p:check')).toBe(false);
    expect(host.runCommand('p:editor')).toBe(false);
    ready = true;
    await host.openNote('a.md');
    expect(host.runCommand('p:check')).toBe(true);
    expect(host.runCommand('p:editor')).toBe(true);
    expect(host.runCommand('p:unknown')).toBe(false);
    expect(ran).toEqual(['plain', 'check', 'x']);
  });

  test('a second CLI handler of one name throws', async () => {
    const plugin = (await start()) as Plugin & {
      registerCliHandler: (id: string, ...rest: unknown[]) => void;
    };
    plugin.registerCliHandler('p:x', 'x', null, () => '');
    expect(() => plugin.registerCliHandler('p:x', 'x', null, () => '')).toThrow('already registered');
  });

  test('data goes through JSON and is null at first', async () => {
    const plugin = await start();
    expect(await plugin.loadData()).toBeNull();
    await plugin.saveData({ at: new Date(0) });
    expect(await plugin.loadData()).toEqual({ at: '1970-01-01T00:00:00.000Z' });
  });
});

describe('what lies over the page', () => {
  test('a modal opens once, Escape closes it', async () => {
    await start();
    const modal = new Modal(host.app);
    modal.open();
    modal.open();
    expect(document.querySelectorAll('.modal')).toHaveLength(1);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(document.querySelectorAll('.modal')).toHaveLength(0);
  });

  test('a suggester is driven by the keyboard', async () => {
    await start();
    const chosen: string[] = [];
    class Letters extends SuggestModal<string> {
      getSuggestions(query: string) {
        return ['alpha', 'beta', 'gamma'].filter(letter => letter.includes(query));
      }
      renderSuggestion(letter: string, el: HTMLElement) {
        el.setText(letter);
      }
      onChooseSuggestion(letter: string) {
        chosen.push(letter);
      }
    }
    const modal = new Letters(host.app);
    modal.open();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter'])
      modal.inputEl.dispatchEvent(new KeyboardEvent('keydown', { key }));
    expect(chosen).toEqual(['gamma']);
    expect(document.querySelector('.prompt')).toBeNull();
  });

  test('a menu runs its item and closes; a disabled item does neither', async () => {
    await start();
    const ran: string[] = [];
    const menu = new Menu();
    menu.addItem(item =>
      item
        .setTitle('Off')
        .setDisabled(true)
        .onClick(() => ran.push('off')),
    );
    menu.addItem(item => item.setTitle('On').onClick(() => ran.push('on')));
    menu.showAtPosition({ x: 1, y: 1 });
    const items = [...document.querySelectorAll<HTMLElement>('.menu-item')];
    items[0]?.click();
    expect(document.querySelector('.menu')).not.toBeNull();
    items[1]?.click();
    expect(ran).toEqual(['on']);
    expect(document.querySelector('.menu')).toBeNull();
  });

  test('a notice shows until it is clicked', async () => {
    await start();
    new Notice('Hello', 0);
    expect(document.querySelector('.notice')?.textContent).toBe('Hello');
    document.querySelector<HTMLElement>('.notice')?.click();
    expect(document.querySelector('.notice')).toBeNull();
  });
});

describe('a shipped main.js', () => {
  test('may require what the app brings along, and nothing else', async () => {
    host = await createHost();
    const good =
      'const { Plugin } = require("obsidian"); require("@codemirror/view"); module.exports = class extends Plugin {};';
    await expect(host.loadPluginSource(good, MANIFEST)).resolves.toBeDefined();
    await expect(host.loadPluginSource('require("node:fs")', MANIFEST)).rejects.toThrow(
      "Cannot find module 'node:fs'",
    );
  });
});

test('a plugin that leaves a listener behind is found out', async () => {
  const plugin = await start();
  const before = host.registered();
  host.app.vault.on('modify', () => undefined);
  plugin.registerEvent(host.app.vault.on('modify', () => undefined));
  host.unloadPlugin('p');
  expect(host.registered()).toEqual({ ...before, listeners: (before['listeners'] ?? 0) + 1 });
});
