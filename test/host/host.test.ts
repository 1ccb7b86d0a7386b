import { EditorView } from '@codemirror/view';
import { Events, HoverPopover, Modal, Notice, Platform, Plugin, TFile } from 'obsidian';
import { createHost, type Host } from '.';
import { fileAt, MANIFEST, one, readNote, startHost } from './startHost';

let host: Host;
afterEach(() => host.destroy());

describe('unloading a plugin', () => {
  test('undoes all that it registered', async () => {
    const before = await createHost().then(bare => {
      const counts = bare.registered();
      bare.destroy();
      return counts;
    });
    ({ host } = await startHost({ files: { 'a.md': '' } }, plugin => {
      plugin.registerEvent(plugin.app.vault.on('modify', () => undefined));
      plugin.registerDomEvent(document, 'mouseover', () => undefined, { capture: true });
      plugin.registerInterval(window.setInterval(() => undefined, 1000));
      plugin.registerEditorExtension(EditorView.lineWrapping);
      plugin.registerMarkdownPostProcessor(() => undefined);
      plugin.registerMarkdownCodeBlockProcessor('people', () => undefined);
      plugin.registerHoverLinkSource('sample', { display: 'Sample', defaultMod: true });
      plugin.registerCliHandler('sample:report', 'Report', null, () => '');
      plugin.registerObsidianProtocolHandler('sample', () => undefined);
      plugin.addCommand({ id: 'run', name: 'Run', callback: () => undefined });
      plugin.addRibbonIcon('users', 'People', () => undefined);
      plugin.addStatusBarItem();
      const popover = new HoverPopover({ hoverPopover: null }, null, 0);
      plugin.register(() => popover.hoverEl.dispatchEvent(new MouseEvent('mouseout')));
    }));
    await host.settle();
    const during = host.registered();
    for (const [kind, count] of Object.entries({
      listeners: 1,
      domListeners: 1,
      documentListeners: 1,
      popovers: 1,
    }))
      expect(during[kind]).toBeGreaterThanOrEqual((before[kind] ?? 0) + count);
    host.unloadPlugin('sample');
    await host.settle();
    expect(host.registered()).toEqual(before);
    expect(host.commands()).toEqual([]);
  });

  test('a listener on the document that nobody takes off is found out', async () => {
    ({ host } = await startHost());
    const before = host.registered()['documentListeners'] ?? 0;
    const listener = () => undefined;
    document.addEventListener('keyup', listener);
    document.addEventListener('keyup', listener);
    expect(host.registered()['documentListeners']).toBe(before + 1);
    document.removeEventListener('keyup', listener);
    expect(host.registered()['documentListeners']).toBe(before);
  });
});

describe('hosts one after the other', () => {
  test('leave nothing to the next', async () => {
    ({ host } = await startHost({ files: { 'a.md': '' }, mobile: true }, plugin => {
      plugin.registerEvent(plugin.app.workspace.on('file-open', () => undefined));
    }));
    await host.openNote('a.md');
    new Modal(host.app).open();
    new Notice('still here');
    expect(Platform.isMobile).toBe(true);
    host.destroy();
    expect(document.body.children).toHaveLength(0);
    expect(document.body.className).toBe('');
    ({ host } = await startHost());
    expect(Platform.isMobile).toBe(false);
    expect(host.app.vault.getFiles()).toEqual([]);
    expect(host.registered()).toEqual({ ...host.registered(), listeners: host.registered()['listeners'] });
    expect(host.commands()).toEqual([]);
  });

  test('count only their own', async () => {
    ({ host } = await startHost({}, plugin =>
      plugin.registerEvent(plugin.app.vault.on('modify', () => undefined)),
    ));
    const first = host.registered();
    const second = await createHost();
    expect(second.registered()['listeners']).toBeLessThan(first['listeners'] ?? 0);
    second.destroy();
    expect(host.registered()).toEqual(first);
  });
});

describe('plugins', () => {
  test('onload is awaited; one that fails is not there', async () => {
    host = await createHost();
    const seen: string[] = [];
    class Slow extends Plugin {
      override async onload() {
        await this.loadData();
        seen.push('loaded');
      }
    }
    await host.loadPlugin(Slow, MANIFEST);
    expect(seen).toEqual(['loaded']);
    class Failing extends Plugin {
      override async onload() {
        this.addCommand({ id: 'run', name: 'Run', callback: () => undefined });
        await this.loadData();
        throw new Error('no');
      }
    }
    await expect(host.loadPlugin(Failing, { ...MANIFEST, id: 'failing' })).rejects.toThrow('no');
    expect(host.commands()).toEqual([]);
  });

  test('find their data where the app keeps it', async () => {
    const { plugin, host: its } = await startHost({ data: { names: ['Mira'] } });
    host = its;
    expect(await plugin.loadData()).toEqual({ names: ['Mira'] });
    const { adapter, configDir } = host.app.vault;
    expect(await adapter.read(`${configDir}/plugins/sample/data.json`)).toContain('Mira');
    expect(await adapter.exists(`${configDir}/plugins/other`)).toBe(false);
    expect(host.app.vault.getFiles()).toEqual([]);
  });

  test('a shipped main.js with a default export gets the app’s own CodeMirror', async () => {
    host = await createHost();
    const code = `Object.defineProperty(exports, '__esModule', { value: true });
      const { Plugin } = require('obsidian');
      exports.default = class extends Plugin { onload() { this.view = require('@codemirror/view').EditorView; } };`;
    const plugin = (await host.loadPluginSource(code, MANIFEST)) as unknown as { view: unknown };
    expect(plugin.view).toBe(EditorView);
    await expect(host.loadPluginSource("require('electron')", MANIFEST)).rejects.toThrow(
      "Cannot find module 'electron'",
    );
  });

  test('commands carry the plugin’s name and id; a checking editor command is asked for its editor', async () => {
    const asked: [boolean, string][] = [];
    ({ host } = await startHost({ files: { 'a.md': 'text' } }, plugin =>
      plugin.addCommand({
        id: 'run',
        name: 'Run',
        editorCheckCallback: (checking, editor) => {
          asked.push([checking, editor.getValue()]);
          return editor.getValue() !== '';
        },
      }),
    ));
    expect(host.commands().map(({ id, name }) => [id, name])).toEqual([['sample:run', 'Sample: Run']]);
    expect(host.runCommand('sample:run')).toBe(false);
    const view = await host.openNote('a.md');
    expect(host.runCommand('sample:run')).toBe(true);
    expect(asked).toEqual([
      [true, 'text'],
      [false, 'text'],
    ]);
    view.editor.setValue('');
    expect(host.runCommand('sample:run')).toBe(false);
    await host.openNote('a.md', { mode: 'preview' });
    expect(host.isAvailable('sample:run')).toBe(false);
  });
});

describe('what another program does', () => {
  test('comes in with events, stat and cache, and the mirror is not asked', async () => {
    const fail = () => Promise.reject(new Error('asked'));
    const mirror = { write: fail, remove: fail, rename: fail, mkdir: fail };
    ({ host } = await startHost({ files: { 'a.md': 'x' }, mirror }));
    const seen: string[] = [];
    for (const name of ['create', 'modify', 'delete', 'rename'] as const)
      host.app.vault.on(name as 'create', file => void seen.push(`${name} ${file.path}`));
    await host.outside.write('New/b.md', '---\nx: 1\n---\n');
    await host.outside.write('a.md', 'longer');
    await host.outside.rename('a.md', 'c.md');
    await host.settle();
    expect(host.app.metadataCache.getCache('New/b.md')?.frontmatter).toEqual({ x: 1 });
    expect(fileAt(host, 'c.md').stat.size).toBe(6);
    await host.outside.remove('New');
    expect(seen).toEqual([
      'create New',
      'create New/b.md',
      'modify a.md',
      'rename c.md',
      'delete New/b.md',
      'delete New',
    ]);
  });
});

test('the workspace is drawn where it is told to', async () => {
  const container = document.body.createDiv('window');
  host = await createHost({ container });
  expect(one('.window > .workspace').isConnected).toBe(true);
  host.destroy();
  expect(container.children).toHaveLength(0);
  container.remove();
});

test('the adapter and the file manager change files as the vault does', async () => {
  ({ host } = await startHost({ files: { 'a.md': '---\nx: 1\n---\nSee [[b]].\n', 'b.md': 'b' } }));
  const { vault, fileManager } = host.app;
  await fileManager.processFrontMatter(fileAt(host, 'a.md'), (frontMatter: Record<string, unknown>) => {
    frontMatter['y'] = [2];
    delete frontMatter['x'];
  });
  expect(await readNote(host, 'a.md')).toBe('---\ny:\n  - 2\n---\nSee [[b]].\n');
  await host.settle();
  await fileManager.renameFile(fileAt(host, 'b.md'), 'Bee.md');
  expect(await readNote(host, 'a.md')).toContain('See [[Bee]].');
  await vault.adapter.write('c.md', 'new');
  expect(vault.getAbstractFileByPath('c.md')).toBeInstanceOf(TFile);
  await Promise.all(Array.from({ length: 5 }, () => vault.append(fileAt(host, 'c.md'), '!')));
  expect(await vault.adapter.read('c.md')).toBe('new!!!!!');
});

test('one listener that throws does not keep the others from hearing', async () => {
  ({ host } = await startHost());
  const errors: unknown[] = [];
  const onError = (event: ErrorEvent) => {
    errors.push((event.error as Error).message);
    event.preventDefault();
  };
  window.addEventListener('error', onError);
  const heard: string[] = [];
  const events = new Events();
  events.on('x', () => {
    throw new Error('first');
  });
  events.on('x', () => heard.push('second'));
  events.trigger('x');
  await new Promise(resolve => setTimeout(resolve, 5));
  window.removeEventListener('error', onError);
  expect(heard).toEqual(['second']);
});
