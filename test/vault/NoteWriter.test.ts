import type { MarkdownView } from 'obsidian';
import { editTaskLine } from '../../src/core/edit/editTaskLine';
import type { StateAction } from '../../src/core/edit/taskChange';
import { lineTargetIn } from '../../src/core/edit/planEdit';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { NoteWriter } from '../../src/vault/NoteWriter';
import { createHost, type Host } from '../host';

const PROPOSED = '- [?] Send the sizing sheet. @Myself 📅 2026-01-10 ⏫ #task #proposed';
const PROMOTED = '- [ ] Send the sizing sheet. @Myself 📅 2026-01-10 ⏫ #task';
const NOTE = `---\r\ntype: people\r\n---\r\nText\r\n${PROPOSED}\r\n- [?] Other #proposed  \r\nlast`;

let host: Host;
let writer: NoteWriter;
afterEach(() => host.destroy());

async function start(files: Record<string, string | Uint8Array>) {
  host = await createHost({ files });
  await host.layoutReady();
  writer = new NoteWriter(host.app);
}

const requestFor = (text: string, line: number, action: StateAction = 'promote') => {
  const target = lineTargetIn(text, line);
  if (!target) throw new Error(`no line ${line}`);
  return {
    target,
    change: (raw: string) =>
      editTaskLine(raw, { action }, { conventions: DEFAULT_CONVENTIONS, today: '2026-01-09' }),
  };
};

/** What was done, and what not; what undo takes back is looked at by itself. */
const apply = async (path: string, text: string, ...lines: number[]) => {
  const requests = lines.map(line => requestFor(text, line));
  const { step, ...report } = await writer.apply('Promoted', [{ path, requests }]);
  expect(step !== undefined).toBe(report.changed > 0);
  return report;
};

async function read(path: string): Promise<string> {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no file ${path}`);
  return host.app.vault.read(file);
}

const fileAt = (path: string) => host.app.vault.getFileByPath(path)!;

test('a closed note: only the bytes asked for change', async () => {
  await start({ 'a.md': NOTE });
  expect(await apply('a.md', NOTE, 4)).toEqual({ changed: 1, refused: [] });
  expect(await read('a.md')).toBe(NOTE.replace(PROPOSED, PROMOTED));
});

test('nothing to change writes nothing: the file keeps its time', async () => {
  await start({ 'a.md': NOTE });
  await apply('a.md', NOTE, 4);
  const { mtime } = fileAt('a.md').stat;
  const again = await writer.apply('Promoted', [{ path: 'a.md', requests: [requestFor(NOTE, 4)] }]);
  expect(again.changed).toBe(0);
  expect(again.refused).toEqual([
    { path: 'a.md', line: 4, reason: expect.stringContaining('not in the note any more') },
  ]);
  expect(fileAt('a.md').stat.mtime).toBe(mtime);
});

test('the line is found where it stands now, not where it stood', async () => {
  await start({ 'a.md': NOTE });
  await host.app.vault.process(fileAt('a.md'), text => text.replace('Text', 'Text\r\nmore\r\nand more'));
  await apply('a.md', NOTE, 4);
  expect(await read('a.md')).toBe(
    NOTE.replace('Text', 'Text\r\nmore\r\nand more').replace(PROPOSED, PROMOTED),
  );
});

test('two equal lines in a note that changed are refused; both at once are both promoted', async () => {
  const twins = `---\ntype: people\n---\n${PROPOSED}\n${PROPOSED}\n`;
  await start({ 'a.md': twins });
  await host.app.vault.process(fileAt('a.md'), text => text.replace('type', 'kind: x\ntype'));
  expect(await apply('a.md', twins, 3)).toEqual({
    changed: 0,
    refused: [{ path: 'a.md', line: 3, reason: expect.stringContaining('more than once') }],
  });
  expect((await apply('a.md', twins, 3, 4)).changed).toBe(2);
  expect(await read('a.md')).toBe(`---\nkind: x\ntype: people\n---\n${PROMOTED}\n${PROMOTED}\n`);
});

test('a note that is gone, and a write that fails, are refused with the reason; the other notes are written', async () => {
  await start({ 'a.md': NOTE, 'b.md': NOTE });
  host.app.vault.process = (file, fn) =>
    file.path === 'a.md'
      ? Promise.reject(new Error('EACCES: locked'))
      : Object.getPrototypeOf(host.app.vault).process.call(host.app.vault, file, fn);
  const report = await writer.apply('Promoted', [
    { path: 'a.md', requests: [requestFor(NOTE, 4)] },
    { path: 'gone.md', requests: [requestFor(NOTE, 4)] },
    { path: 'b.md', requests: [requestFor(NOTE, 4)] },
  ]);
  expect(report.changed).toBe(1);
  expect(report.refused.map(({ path, reason }) => [path, reason])).toEqual([
    ['a.md', expect.stringContaining('EACCES: locked')],
    ['gone.md', expect.stringContaining('not there any more')],
  ]);
  expect(await read('b.md')).toBe(NOTE.replace(PROPOSED, PROMOTED));
});

test.each(['source', 'preview', null] as const)(
  'a file with bytes that are not UTF-8 is never written, open in mode %j',
  async mode => {
    const raw = Uint8Array.from([...new TextEncoder().encode(`${PROPOSED}\ncaf`), 0xe9, 0x0a]);
    await start({ 'a.md': raw });
    if (mode) await host.openNote('a.md', { mode });
    const text = await read('a.md');
    const report = await apply('a.md', text, 0);
    expect(report).toEqual({
      changed: 0,
      refused: [{ path: 'a.md', line: 0, reason: expect.stringContaining('not UTF-8') }],
    });
    await host.flushSaves();
    expect(new Uint8Array(await host.app.vault.readBinary(fileAt('a.md')))).toEqual(raw);
  },
);

test('a U+FFFD that really stands in the file is no obstacle', async () => {
  await start({ 'a.md': `${PROPOSED}\ncaf\uFFFD\n` });
  expect((await apply('a.md', `${PROPOSED}\ncaf\uFFFD\n`, 0)).changed).toBe(1);
});

describe('a note that is open in the editor', () => {
  const OPEN = `---\ntype: people\n---\n${PROPOSED}\nlast\n`;
  let view: MarkdownView;
  beforeEach(async () => {
    await start({ 'a.md': OPEN });
    view = await host.openNote('a.md', { mode: 'source' });
  });

  test('is changed there: unsaved typing stays, the file has both', async () => {
    view.editor.replaceRange('typed but not saved\n', { line: 4, ch: 0 });
    expect((await apply('a.md', OPEN, 3)).changed).toBe(1);
    const expected = OPEN.replace(PROPOSED, PROMOTED).replace('last', 'typed but not saved\nlast');
    expect(view.editor.getValue()).toBe(expected);
    await host.flushSaves();
    expect(await read('a.md')).toBe(expected);
  });

  test('one undo of the editor takes it back, cursor and all', async () => {
    view.editor.setCursor({ line: 4, ch: 2 });
    await apply('a.md', OPEN, 3);
    expect(view.editor.getCursor()).toEqual({ line: 4, ch: 2 });
    view.editor.undo();
    expect(view.editor.getValue()).toBe(OPEN);
  });
});

describe('a note that is open in a popout', () => {
  const OPEN = `---\ntype: people\n---\n${PROPOSED}\nlast\n`;
  async function openInPopout(): Promise<MarkdownView> {
    const leaf = host.app.workspace.openPopoutLeaf();
    await leaf.openFile(fileAt('a.md'), { state: { mode: 'source' } });
    return leaf.view as MarkdownView;
  }

  test('is changed there, though another window is in front: typing stays, one undo takes it back', async () => {
    await start({ 'a.md': OPEN, 'b.md': '' });
    const other = await host.openNote('b.md', { mode: 'source' });
    const { editor } = await openInPopout();
    host.app.workspace.setActiveLeaf(other.leaf);
    const typed = OPEN.replace('last', 'typed but not saved\nlast');
    editor.replaceRange('typed but not saved\n', { line: 4, ch: 0 });
    let transactions = 0;
    host.app.workspace.on('editor-change', () => void transactions++);
    expect(await apply('a.md', OPEN, 3)).toEqual({ changed: 1, refused: [] });
    expect([editor.getValue(), transactions]).toEqual([typed.replace(PROPOSED, PROMOTED), 1]);
    // The editor wrote it: what was typed is in the file with it, not merged into the editor afterwards.
    expect(await read('a.md')).toBe(typed.replace(PROPOSED, PROMOTED));
    editor.undo();
    expect(editor.getValue()).toBe(typed);
  });

  test('and in the main window too: both show the change, and nothing typed in either is lost', async () => {
    await start({ 'a.md': OPEN });
    const main = await host.openNote('a.md', { mode: 'source' });
    const popout = await openInPopout();
    main.editor.replaceRange('typed here\n', { line: 3, ch: 0 });
    popout.editor.replaceRange('typed there\n', { line: 5, ch: 0 });
    expect((await apply('a.md', OPEN, 3)).changed).toBe(1);
    await host.flushSaves();
    const expected = OPEN.replace(PROPOSED, `typed here\n${PROMOTED}\ntyped there`);
    expect([main.editor.getValue(), popout.editor.getValue()]).toEqual([expected, expected]);
    expect(await read('a.md')).toBe(expected);
    expect((await writer.undo())?.changed).toBe(1);
    expect([main.editor.getValue(), popout.editor.getValue()]).toEqual([
      expected.replace(PROMOTED, PROPOSED),
      expected.replace(PROMOTED, PROPOSED),
    ]);
  });
});

test('a note open in reading view is written in its file', async () => {
  const text = `---\ntype: people\n---\n${PROPOSED}\n`;
  await start({ 'a.md': text });
  await host.openNote('a.md', { mode: 'preview' });
  await apply('a.md', text, 3);
  expect(await read('a.md')).toBe(text.replace(PROPOSED, PROMOTED));
});

describe('undo', () => {
  test('gives the bytes back, also after other lines were edited and the note was renamed', async () => {
    await start({ 'a.md': NOTE });
    await writer.apply('Promoted 2 tasks', [
      { path: 'a.md', requests: [requestFor(NOTE, 4), requestFor(NOTE, 5)] },
    ]);
    await host.app.vault.process(fileAt('a.md'), text => text.replace('Text', 'Text\r\nmore'));
    await host.app.vault.rename(fileAt('a.md'), 'b.md');
    writer.noteRenamed('a.md', 'b.md');
    expect(await writer.undo()).toMatchObject({ title: 'Promoted 2 tasks', changed: 2, refused: [] });
    expect(await read('b.md')).toBe(NOTE.replace('Text', 'Text\r\nmore'));
  });

  test.each([
    ['a.md', 'behind the one that is written', false],
    ['c.md', 'before the one that is taken back', true],
  ])('of several notes gives all bytes back, though %s is renamed %s', async (renamed, _when, later) => {
    await start({ 'a.md': NOTE, 'b.md': NOTE, 'c.md': NOTE });
    const { vault } = host.app;
    vault.on('rename', (file, from) => writer.noteRenamed(from, file.path));
    const renameOnce = () => {
      const process = vault.process.bind(vault);
      vault.process = async (file, change) => {
        if (file.path === 'b.md' && fileAt(renamed)) await vault.rename(fileAt(renamed), 'moved.md');
        return process(file, change);
      };
    };
    const notes = ['a.md', 'b.md', 'c.md'].map(path => ({ path, requests: [requestFor(NOTE, 4)] }));
    if (!later) renameOnce();
    expect((await writer.apply('Promoted', notes)).changed).toBe(3);
    if (later) renameOnce();
    expect(await writer.undo()).toMatchObject({ changed: 3, refused: [] });
    for (const { path } of vault.getMarkdownFiles()) expect(await read(path)).toBe(NOTE);
  });

  test('refuses when the line itself was edited since', async () => {
    await start({ 'a.md': NOTE });
    await apply('a.md', NOTE, 4);
    await host.app.vault.process(fileAt('a.md'), text => text.replace('sizing', 'pricing'));
    const edited = await read('a.md');
    expect((await writer.undo())?.refused).toEqual([{ path: 'a.md', line: 4, reason: expect.any(String) }]);
    expect(await read('a.md')).toBe(edited);
  });

  test('goes back step by step and then says that there is nothing', async () => {
    await start({ 'a.md': NOTE });
    await apply('a.md', NOTE, 4);
    await apply('a.md', NOTE, 5);
    expect(writer.canUndo).toBe(true);
    await writer.undo();
    expect(await read('a.md')).toBe(NOTE.replace(PROPOSED, PROMOTED));
    await writer.undo();
    expect(await read('a.md')).toBe(NOTE);
    expect(writer.canUndo).toBe(false);
    expect(await writer.undo()).toBeNull();
  });
});

test('twenty writes at once all land', async () => {
  const lines = Array.from({ length: 20 }, (_, i) => `- [?] Task ${i} #proposed`);
  const text = `${lines.join('\n')}\n`;
  await start({ 'a.md': text });
  const reports = await Promise.all(lines.map((_, i) => apply('a.md', text, i)));
  expect(reports.every(({ changed }) => changed === 1)).toBe(true);
  expect(await read('a.md')).toBe(text.replaceAll('[?]', '[ ]').replaceAll(' #proposed', ''));
});
