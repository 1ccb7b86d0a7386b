import { StateField, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorInfoField, MarkdownView, type Editor } from 'obsidian';
import type { Host, HostOptions } from '.';
import { fileAt, one, readNote, startHost } from './startHost';

let host: Host;
afterEach(() => host.destroy());

async function open(text: string, options: HostOptions = {}, mode: 'source' | 'preview' = 'source') {
  ({ host } = await startHost({ files: { 'a.md': text }, ...options }));
  return host.openNote('a.md', { mode });
}

const cmOf = (editor: Editor): EditorView => (editor as unknown as { cm: EditorView }).cm;

describe('saving', () => {
  test('what was typed is in the file only after a save, and goes through the mirror', async () => {
    const written: string[] = [];
    const nothing = async () => undefined;
    const mirror = {
      write: async (path: string, text: string) => void written.push(`${path}: ${text}`),
      remove: nothing,
      rename: nothing,
      mkdir: nothing,
    };
    const { editor } = await open('one\n', { mirror });
    editor.replaceRange('two\n', { line: 1, ch: 0 });
    expect(await readNote(host, 'a.md')).toBe('one\n');
    await host.flushSaves();
    expect(await readNote(host, 'a.md')).toBe('one\ntwo\n');
    expect(written).toEqual(['a.md: one\ntwo\n']);
  });

  test('a note that was only looked at is not written', async () => {
    const view = await open('one\r\ntwo');
    const { mtime } = fileAt(host, 'a.md').stat;
    view.editor.setCursor({ line: 1, ch: 1 });
    await host.flushSaves();
    expect(fileAt(host, 'a.md').stat.mtime).toBe(mtime);
  });

  test('a save that failed leaves the text unsaved, to be saved again', async () => {
    let full = true;
    const nothing = async () => undefined;
    const write = async () => {
      if (full) throw new Error('disk full');
    };
    const mirror = { write, remove: nothing, rename: nothing, mkdir: nothing };
    const view = await open('one', { mirror });
    view.editor.setValue('two');
    await expect(view.save()).rejects.toThrow('disk full');
    full = false;
    await view.save();
    expect(await readNote(host, 'a.md')).toBe('two');
  });

  test('another note in the same leaf takes what was typed to its own file first', async () => {
    const view = await open('one', { files: { 'a.md': 'one', 'b.md': 'bee' } });
    view.editor.setValue('typed');
    await host.openNote('b.md');
    expect(await readNote(host, 'a.md')).toBe('typed');
    expect(await readNote(host, 'b.md')).toBe('bee');
    expect(view.editor.getValue()).toBe('bee');
  });
});

describe('another writer at the file', () => {
  test('two who changed one line both find their words in it', async () => {
    const { editor } = await open('- [ ] call Dana today\n');
    editor.replaceRange(' please', { line: 0, ch: 21 });
    await host.app.vault.process(fileAt(host, 'a.md'), text => text.replace('[ ]', '[x]'));
    expect(editor.getValue()).toBe('- [x] call Dana today please\n');
    await host.flushSaves();
    expect(await readNote(host, 'a.md')).toBe('- [x] call Dana today please\n');
  });

  test('the cursor stays at its words', async () => {
    const { editor } = await open('one\ntwo\n');
    editor.setCursor({ line: 1, ch: 2 });
    await host.outside.write('a.md', 'new first line\none\ntwo\n');
    expect(editor.getCursor()).toEqual({ line: 2, ch: 2 });
  });

  test('what came from the file is no typing: it is not written back', async () => {
    await open('one\n');
    await host.outside.write('a.md', 'two\n');
    const { mtime } = fileAt(host, 'a.md').stat;
    await host.flushSaves();
    expect(fileAt(host, 'a.md').stat.mtime).toBe(mtime);
  });

  test('a note open in two leaves is the same in both', async () => {
    const first = await open('one\n');
    const second = await host.openNote('a.md', { newLeaf: true });
    first.editor.setValue('two\n');
    await host.flushSaves();
    expect(second.editor.getValue()).toBe('two\n');
  });

  test('the leaf of a deleted note closes', async () => {
    await open('one\n');
    await host.outside.remove('a.md');
    expect(host.app.workspace.getLeavesOfType('markdown')).toEqual([]);
    expect(host.app.workspace.getActiveFile()).toBeNull();
  });

  test('a note deleted while its view still saves takes what was typed along, and the view goes', async () => {
    const view = await open('one\n');
    view.editor.setValue('typed');
    view.leaf.detach();
    await host.outside.remove('a.md');
    await host.settle();
    expect(view.containerEl.isConnected).toBe(false);
    expect(host.app.vault.getFiles()).toEqual([]);
  });

  test('a renamed note keeps its view, and shows its new name', async () => {
    const view = await open('one\n');
    await host.outside.rename('a.md', 'b.md');
    expect(view.file?.path).toBe('b.md');
    expect(one('.view-header-title', view.containerEl).textContent).toBe('b');
  });
});

describe('the editor', () => {
  test('a transaction is one CodeMirror transaction, its selection in the text after it', async () => {
    const { editor } = await open('one\ntwo\n');
    const seen: number[] = [];
    host.app.workspace.on('editor-change', () => void seen.push(1));
    editor.transaction({
      changes: [
        { from: { line: 0, ch: 0 }, text: 'zero\n' },
        { from: { line: 1, ch: 0 }, to: { line: 1, ch: 3 }, text: 'TWO!' },
      ],
      selection: { from: { line: 2, ch: 4 } },
    });
    expect(editor.getValue()).toBe('zero\none\nTWO!\n');
    expect(editor.getCursor()).toEqual({ line: 2, ch: 4 });
    expect(seen).toHaveLength(1);
    editor.undo();
    expect(editor.getValue()).toBe('one\ntwo\n');
    editor.redo();
    expect(editor.getValue()).toBe('zero\none\nTWO!\n');
  });

  test('positions outside the text mean its nearest end', async () => {
    const { editor } = await open('one\ntwo');
    expect(editor.posToOffset({ line: 9, ch: 0 })).toBe(7);
    expect(editor.posToOffset({ line: 0, ch: 99 })).toBe(3);
    expect(editor.offsetToPos(99)).toEqual({ line: 1, ch: 3 });
    expect(editor.getLine(9)).toBe('');
    expect(editor.lineCount()).toBe(2);
  });

  test('lines are processed in one step', async () => {
    const { editor } = await open('a\n\nb');
    editor.processLines(
      (_line, text) => text.toUpperCase(),
      (line, text, value) => ({ from: { line, ch: 0 }, to: { line, ch: text.length }, text: value ?? '' }),
    );
    expect(editor.getValue()).toBe('A\n\nB');
    editor.undo();
    expect(editor.getValue()).toBe('a\n\nb');
  });

  test('extensions find the view they are in; an array handed over is read anew', async () => {
    const field = StateField.define({ create: () => 'here', update: value => value });
    const extensions: Extension[] = [];
    ({ host } = await startHost({ files: { 'a.md': '' } }, plugin =>
      plugin.registerEditorExtension(extensions),
    ));
    const view = await host.openNote('a.md');
    const { state } = cmOf(view.editor);
    expect(state.field(editorInfoField)).toBe(view);
    expect(state.field(editorInfoField).file?.path).toBe('a.md');
    extensions.push(field);
    host.app.workspace.updateOptions();
    expect(cmOf(view.editor).state.field(field, false)).toBe('here');
  });

  test('of a link the alias carries the class of live preview', async () => {
    const view = await open('See [[Omar Haddad|him]] and [[Dana]].');
    const links = [...view.containerEl.querySelectorAll('.is-live-preview .cm-hmd-internal-link')];
    expect(links.map(link => link.textContent)).toEqual(['him', 'Dana']);
    const [first] = links;
    expect(first && cmOf(view.editor).posAtDOM(first)).toBe(18);
  });

  test('its menu is the plugins’ to fill', async () => {
    const view = await open('x');
    host.app.workspace.on('editor-menu', (menu, editor) =>
      menu.addItem(item => item.setTitle(editor.getValue())),
    );
    one('.cm-content', view.containerEl).dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
    );
    expect(one('.menu-item').textContent).toBe('x');
  });
});

describe('the reading view', () => {
  test('a section’s element stands in its own lines, behind the front matter', async () => {
    const seen: unknown[] = [];
    ({ host } = await startHost({ files: { 'a.md': '---\nx: 1\n---\n# Head\n\ntext\nmore\n' } }, plugin =>
      plugin.registerMarkdownPostProcessor((el, context) => {
        const { lineStart, lineEnd } = context.getSectionInfo(el) ?? { lineStart: -1, lineEnd: -1 };
        seen.push([el.textContent?.trim().split('\n')[0], lineStart, lineEnd, context.frontmatter]);
      }),
    ));
    await host.openNote('a.md', { mode: 'preview' });
    expect(seen).toEqual([
      ['Head', 3, 3, { x: 1 }],
      ['text', 5, 6, { x: 1 }],
    ]);
  });

  test('what a processor adds is unloaded when the note is drawn anew', async () => {
    const seen: string[] = [];
    const { MarkdownRenderChild } = await import('obsidian');
    class Child extends MarkdownRenderChild {
      override onload() {
        seen.push('load');
      }
      override onunload() {
        seen.push('unload');
      }
    }
    ({ host } = await startHost({ files: { 'a.md': 'text' } }, plugin =>
      plugin.registerMarkdownPostProcessor((el, context) => context.addChild(new Child(el))),
    ));
    await host.openNote('a.md', { mode: 'preview' });
    await host.outside.write('a.md', 'other');
    await host.settle();
    expect(seen).toEqual(['load', 'load', 'unload']);
  });

  test('follows the file', async () => {
    const view = await open('one', {}, 'preview');
    await host.outside.write('a.md', 'two');
    await host.settle();
    expect(one('.markdown-reading-view .markdown-preview-view', view.containerEl).textContent).toContain(
      'two',
    );
    expect(view.getMode()).toBe('preview');
  });
});

test('a line to open at is where the cursor goes', async () => {
  ({ host } = await startHost({ files: { 'a.md': 'one\ntwo\nthree' } }));
  const { editor } = await host.openNote('a.md', { line: 2 });
  expect(editor.getCursor()).toEqual({ line: 2, ch: 0 });
});

test('a link with a heading opens there; a link to nothing makes the note', async () => {
  ({ host } = await startHost({ files: { 'a.md': 'x\n\n# Next steps\n' } }));
  const { workspace } = host.app;
  await workspace.openLinkText('a#Next steps', '');
  expect(workspace.activeEditor?.editor?.getCursor().line).toBe(2);
  await workspace.openLinkText('New one', 'a.md', 'tab');
  expect(workspace.getActiveFile()?.path).toBe('New one.md');
  expect(workspace.getActiveViewOfType(MarkdownView)?.file?.path).toBe('New one.md');
});
