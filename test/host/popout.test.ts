import { MarkdownView, Notice, WorkspaceWindow } from 'obsidian';
import type { Host } from '.';
import { fileAt, one, readNote, startHost, texts } from './startHost';

let host: Host;
afterEach(() => host.destroy());

async function openInPopout(path: string): Promise<MarkdownView> {
  const leaf = host.app.workspace.openPopoutLeaf();
  await leaf.openFile(fileAt(host, path), { state: { mode: 'source' } });
  return leaf.view as MarkdownView;
}

const windowsTold = () => {
  const told: string[] = [];
  const { workspace } = host.app;
  workspace.on('window-open', ({ win }, window) => void told.push(`open ${win === window}`));
  workspace.on('window-close', ({ win }, window) => void told.push(`close ${win === window}`));
  return told;
};

describe('a popout', () => {
  test('is a window with a document of its own, and the helpers the app adds to each', async () => {
    ({ host } = await startHost({ files: { 'a.md': 'one' } }));
    const told = windowsTold();
    const view = await openInPopout('a.md');
    const container = view.leaf.getContainer();
    expect(container).toBeInstanceOf(WorkspaceWindow);
    expect(container.doc).not.toBe(document);
    expect(container.win).toBe(container.doc.defaultView);
    expect([view.containerEl.doc, view.containerEl.win]).toEqual([container.doc, container.win]);
    expect(container.doc.body.hasClass('is-popout-window')).toBe(true);
    const made = container.doc.body.createDiv({ cls: 'mine', text: 'hello' });
    expect(one('.mine', container.doc).textContent).toBe('hello');
    expect(document.querySelector('.mine')).toBeNull();
    expect(made.doc).toBe(container.doc);
    expect(told).toEqual(['open true']);
  });

  test('has classes of its own, which instanceOf sees through and instanceof does not', async () => {
    ({ host } = await startHost());
    const { doc } = host.app.workspace.openPopoutLeaf().getContainer();
    const made = doc.createElement('div');
    expect(made instanceof HTMLElement).toBe(false);
    expect(made.instanceOf(HTMLElement)).toBe(true);
    expect(made.instanceOf(SVGElement)).toBe(false);
  });

  test('its leaves are among all leaves, but not in the main area', async () => {
    ({ host } = await startHost({ files: { 'a.md': '', 'b.md': '' } }));
    const { workspace } = host.app;
    const main = await host.openNote('a.md');
    const { leaf } = await openInPopout('b.md');
    const all: unknown[] = [];
    workspace.iterateAllLeaves(each => all.push(each));
    const root: unknown[] = [];
    workspace.iterateRootLeaves(each => root.push(each));
    expect(all).toContain(leaf);
    expect(root).toEqual([main.leaf]);
    expect(workspace.getLeavesOfType('markdown')).toEqual([main.leaf, leaf]);
    expect(workspace.getMostRecentLeaf()).toBe(leaf);
    expect(workspace.getMostRecentLeaf(workspace.rootSplit)).toBe(main.leaf);
    expect(main.leaf.getContainer()).toBe(workspace.rootSplit);
  });

  test('in front it has the active document, file and editor; notices open in it', async () => {
    ({ host } = await startHost({ files: { 'a.md': 'one', 'b.md': 'two' } }));
    const { workspace } = host.app;
    const main = await host.openNote('a.md');
    const view = await openInPopout('b.md');
    expect([activeDocument, activeWindow]).toEqual([view.containerEl.doc, view.containerEl.win]);
    expect(workspace.getActiveFile()?.path).toBe('b.md');
    expect(workspace.getActiveViewOfType(MarkdownView)).toBe(view);
    new Notice('Hello', 0);
    expect(texts('.notice', view.containerEl.doc)).toEqual(['Hello']);
    workspace.setActiveLeaf(main.leaf);
    expect(activeDocument).toBe(document);
  });

  test('closing it saves what was typed in it, detaches its leaves and tells', async () => {
    ({ host } = await startHost({ files: { 'a.md': 'one\n' } }));
    const told = windowsTold();
    const view = await openInPopout('a.md');
    view.editor.replaceRange('typed\n', { line: 1, ch: 0 });
    view.containerEl.win.close();
    expect(host.app.workspace.getLeavesOfType('markdown')).toEqual([]);
    expect([told, activeDocument]).toEqual([['open true', 'close true'], document]);
    await host.settle();
    expect(await readNote(host, 'a.md')).toBe('one\ntyped\n');
    expect(document.querySelector('iframe')).toBeNull();
  });

  test('goes with its last leaf', async () => {
    ({ host } = await startHost({ files: { 'a.md': 'one\n' } }));
    const told = windowsTold();
    const view = await openInPopout('a.md');
    view.editor.replaceRange('typed\n', { line: 1, ch: 0 });
    view.leaf.detach();
    await host.settle();
    expect(told).toEqual(['open true', 'close true']);
    expect(await readNote(host, 'a.md')).toBe('one\ntyped\n');
  });

  test('takes over a leaf with its view, its typing and its undo', async () => {
    ({ host } = await startHost({ files: { 'a.md': 'one\n', 'b.md': '' } }));
    const view = await host.openNote('a.md', { mode: 'source' });
    await host.openNote('b.md', { newLeaf: true });
    view.editor.replaceRange('typed\n', { line: 1, ch: 0 });
    const seen: unknown[] = [];
    view.contentEl.onWindowMigrated(win => void seen.push(win));
    const popout = host.app.workspace.moveLeafToPopout(view.leaf);
    expect(view.leaf.view).toBe(view);
    expect(view.leaf.getContainer()).toBe(popout);
    expect(seen).toEqual([popout.win]);
    expect(popout.doc.contains(view.containerEl)).toBe(true);
    expect(texts('.mod-root .workspace-tab-header-inner-title')).toEqual(['b']);
    expect(view.editor.getValue()).toBe('one\ntyped\n');
    view.editor.undo();
    expect(view.editor.getValue()).toBe('one\n');
  });

  test('is not to be had on a phone', async () => {
    ({ host } = await startHost({ mobile: true }));
    expect(() => host.app.workspace.openPopoutLeaf()).toThrow('not supported');
    expect(() => host.app.workspace.getLeaf('window')).toThrow('not supported');
  });

  test('goes with the host, and leaves nothing behind', async () => {
    ({ host } = await startHost({ files: { 'a.md': '' } }));
    const before = host.registered();
    await openInPopout('a.md');
    const { workspace } = host.app;
    workspace.getMostRecentLeaf()?.detach();
    await host.settle();
    expect(host.registered()).toEqual(before);
    await openInPopout('a.md');
    host.destroy();
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(document.querySelector('iframe')).toBeNull();
    expect(activeDocument).toBe(document);
    ({ host } = await startHost());
  });
});

describe('two editors on one note', () => {
  async function openTwice(text: string) {
    ({ host } = await startHost({ files: { 'a.md': text } }));
    return [await host.openNote('a.md', { mode: 'source' }), await openInPopout('a.md')] as const;
  }

  test('what is typed in one shows in the other before it is saved', async () => {
    const [first, second] = await openTwice('one\ntwo\n');
    first.editor.replaceRange('typed\n', { line: 1, ch: 0 });
    expect(second.editor.getValue()).toBe('one\ntyped\ntwo\n');
    expect(await readNote(host, 'a.md')).toBe('one\ntwo\n');
  });

  test('typing in both is in both and in the file, each word once', async () => {
    const [first, second] = await openTwice('one\ntwo\n');
    first.editor.replaceRange('here\n', { line: 0, ch: 0 });
    second.editor.replaceRange('there\n', { line: 2, ch: 0 });
    await host.outside.write('a.md', 'one\ntwo\noutside\n');
    first.editor.replaceRange('!', { line: 0, ch: 4 });
    await host.flushSaves();
    const text = 'here!\none\nthere\ntwo\noutside\n';
    expect([first.editor.getValue(), second.editor.getValue()]).toEqual([text, text]);
    expect(await readNote(host, 'a.md')).toBe(text);
  });

  test('a second one opens with what the first has not saved yet', async () => {
    ({ host } = await startHost({ files: { 'a.md': 'one\n' } }));
    const first = await host.openNote('a.md', { mode: 'source' });
    first.editor.replaceRange('typed\n', { line: 1, ch: 0 });
    const second = await openInPopout('a.md');
    expect(second.editor.getValue()).toBe('one\ntyped\n');
    expect(await readNote(host, 'a.md')).toBe('one\n');
  });

  test('the cursor of the other stays at its words', async () => {
    const [first, second] = await openTwice('one\ntwo\n');
    second.editor.setCursor({ line: 1, ch: 2 });
    first.editor.replaceRange('typed\n', { line: 0, ch: 0 });
    expect(second.editor.getCursor()).toEqual({ line: 2, ch: 2 });
  });

  test('plugins hear of typing before it is saved, with the whole text', async () => {
    const [first] = await openTwice('one\n');
    const seen: unknown[] = [];
    host.app.workspace.on('quick-preview', (file, text) => void seen.push([file.path, text]));
    first.editor.replaceRange('typed\n', { line: 1, ch: 0 });
    expect(seen).toEqual([['a.md', 'one\ntyped\n']]);
  });
});

describe('a leaf that is loading another note', () => {
  test('never writes the one into the other', async () => {
    ({ host } = await startHost({ files: { 'a.md': 'one\n', 'b.md': 'two\n' } }));
    const view = await host.openNote('a.md', { mode: 'source' });
    const opening = host.openNote('b.md', { mode: 'source' });
    while (view.file?.path !== 'b.md') await Promise.resolve();
    view.editor.replaceRange('typed\n', { line: 0, ch: 0 });
    await view.save();
    await opening;
    await host.flushSaves();
    expect(await readNote(host, 'b.md')).toBe('two\n');
    expect(view.editor.getValue()).toBe('two\n');
  });
});
