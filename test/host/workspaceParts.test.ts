import { ItemView, Menu, type Plugin, type TFile } from 'obsidian';
import type { Host } from '.';
import { fileAt, one, startHost, texts } from './startHost';

let host: Host;
afterEach(() => host.destroy());

class Pane extends ItemView {
  shown = '';

  getViewType() {
    return 'pane';
  }

  getDisplayText() {
    return 'Pane';
  }

  override getState() {
    return { shown: this.shown };
  }

  override async setState(state: unknown) {
    this.shown = (state as { shown?: string }).shown ?? '';
  }
}

const withPane = (plugin: Plugin) => plugin.registerView('pane', leaf => new Pane(leaf));

test('the window has a ribbon, two side panes, the notes between them, and a status bar', async () => {
  ({ host } = await startHost({}, plugin => {
    plugin.addRibbonIcon('users', 'People', () => undefined);
    plugin.addStatusBarItem().setText('3 open');
  }));
  for (const part of ['.mod-left-split', '.mod-root', '.mod-right-split'])
    one(`.workspace > .workspace-split${part} > .workspace-tabs > .workspace-tab-container`);
  expect(one('.workspace-ribbon.mod-left [aria-label="People"] svg')).toBeDefined();
  expect(one('.status-bar').textContent).toBe('3 open');
  host.unloadPlugin('sample');
  expect(document.querySelector('[aria-label="People"], .status-bar-item')).toBeNull();
});

test('at the start one empty leaf is active, and the first note opens in it', async () => {
  ({ host } = await startHost({ files: { 'a.md': '' } }));
  const { workspace } = host.app;
  const leaf = workspace.getMostRecentLeaf();
  expect(leaf?.view.getViewType()).toBe('empty');
  await host.openNote('a.md');
  expect(workspace.getMostRecentLeaf()).toBe(leaf);
});

test('true and tab give a leaf beside the active one, split a row of its own; a pinned leaf is left alone', async () => {
  ({ host } = await startHost({ files: { 'a.md': '', 'b.md': '' } }));
  const { workspace } = host.app;
  await host.openNote('a.md');
  const first = workspace.getLeaf(false);
  const tab = workspace.getLeaf('tab');
  expect(tab).not.toBe(first);
  expect(tab.parent).toBe(first.parent);
  expect(workspace.getLeaf('split').parent).not.toBe(first.parent);
  workspace.setActiveLeaf(first);
  first.setPinned(true);
  expect(workspace.getLeaf(false)).not.toBe(first);
});

test('with a side pane in front the last note’s editor and file stay at hand', async () => {
  ({ host } = await startHost({ files: { 'a.md': 'text' } }, withPane));
  const { workspace } = host.app;
  await host.openNote('a.md');
  const leaf = await workspace.ensureSideLeaf('pane', 'right', { active: true });
  expect(workspace.getActiveViewOfType(Pane)).toBe(leaf.view);
  expect(workspace.getActiveFile()?.path).toBe('a.md');
  expect(workspace.activeEditor?.editor?.getValue()).toBe('text');
  expect(workspace.getMostRecentLeaf()?.view.getViewType()).toBe('markdown');
});

test('revealing a leaf in a side pane opens the pane, and leaves the focus where it is', async () => {
  ({ host } = await startHost({ files: { 'a.md': '' } }, withPane));
  const { workspace } = host.app;
  await host.openNote('a.md');
  const { activeLeaf } = workspace;
  workspace.rightSplit.collapse();
  const leaf = await workspace.ensureSideLeaf('pane', 'right', { reveal: true });
  expect(workspace.rightSplit.collapsed).toBe(false);
  expect(leaf.view.containerEl.isShown()).toBe(true);
  expect(workspace.activeLeaf).toBe(activeLeaf);
});

test('a view’s state goes in and out through its leaf; the same type again gets only the state', async () => {
  ({ host } = await startHost({}, withPane));
  const leaf = host.app.workspace.getLeaf('tab');
  await leaf.setViewState({ type: 'pane', state: { shown: 'Dana' } });
  const { view } = leaf;
  expect(leaf.getViewState()).toMatchObject({ type: 'pane', state: { shown: 'Dana' } });
  await leaf.setViewState({ type: 'pane', state: { shown: 'Omar' } });
  expect(leaf.view).toBe(view);
  expect(leaf.getViewState().state).toEqual({ shown: 'Omar' });
});

test('a view comes back with its state when its plugin does', async () => {
  const started = await startHost({}, withPane);
  ({ host } = started);
  const leaf = host.app.workspace.getLeaf('tab');
  await leaf.setViewState({ type: 'pane', state: { shown: 'Dana' } });
  host.unloadPlugin('sample');
  await host.settle();
  expect(leaf.view).not.toBeInstanceOf(Pane);
  await host.loadPlugin(
    class extends (started.plugin.constructor as new (...args: never[]) => Plugin) {} as never,
    started.plugin.manifest,
  );
  await host.settle();
  expect(leaf.view).toBeInstanceOf(Pane);
  expect((leaf.view as Pane).shown).toBe('Dana');
});

test('active-leaf-change and layout-change tell of what they name', async () => {
  ({ host } = await startHost({ files: { 'a.md': '', 'b.md': '' } }));
  const { workspace } = host.app;
  const seen: string[] = [];
  workspace.on('active-leaf-change', leaf => void seen.push(`active ${leaf?.view.getViewType()}`));
  workspace.on('layout-change', () => void seen.push('layout'));
  const view = await host.openNote('a.md', { newLeaf: true });
  view.leaf.detach();
  expect(seen).toEqual(['active markdown', 'layout', 'active empty', 'layout']);
});

test('onLayoutReady waits for the layout, and later runs at once', async () => {
  const seen: string[] = [];
  ({ host } = await startHost({ files: { 'a.md': '' } }, ({ app }) => {
    app.vault.on('create', file => void seen.push(`early ${file.path}`));
    app.workspace.onLayoutReady(() => {
      seen.push('ready');
      app.vault.on('create', file => void seen.push(`late ${file.path}`));
    });
  }));
  expect(seen).toEqual(['early a.md', 'ready']);
  host.app.workspace.onLayoutReady(() => seen.push('at once'));
  expect(seen.at(-1)).toBe('at once');
});

test('the menus of a file are the plugins’ to fill', async () => {
  ({ host } = await startHost({ files: { 'a.md': 'See [[a]]' } }));
  const seen: [string, string][] = [];
  host.app.workspace.on('file-menu', (_menu, file, source) => void seen.push([(file as TFile).path, source]));
  const view = await host.openNote('a.md', { mode: 'preview' });
  one('[aria-label="More options"]', view.containerEl).click();
  one('a.internal-link', view.containerEl).dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
  );
  host.app.workspace.handleLinkContextMenu(new Menu(), 'nowhere', '');
  expect(seen).toEqual([
    ['a.md', 'more-options'],
    ['a.md', 'link-context-menu'],
  ]);
});

test('tabs name their leaves, and a click brings one to the front', async () => {
  ({ host } = await startHost({ files: { 'a.md': '', 'b.md': '' } }));
  await host.openNote('a.md');
  await host.openNote('b.md', { newLeaf: true });
  expect(texts('.mod-root .workspace-tab-header-inner-title')).toEqual(['a', 'b']);
  one('.mod-root .workspace-tab-header[aria-label="a"]').click();
  expect(host.app.workspace.getActiveFile()).toBe(fileAt(host, 'a.md'));
});
