import type { Host } from '../host';
import { meetingNote } from '../notes';
import { Hands, notices, stopTheCalendar, withText } from './hands';
import { one, readNote, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const task = (i: number) => `- [?] Send part ${i} @Myself #proposed`;
const noteOf = (i: number) => meetingNote({ person: 'Dana Ochoa', title: `Part ${i}`, tasks: [task(i)] });
const pathOf = (i: number) => `Meetings/n${String(i).padStart(2, '0')}.md`;
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

async function start(count: number): Promise<void> {
  host = await startPlugin(Object.fromEntries(numbers(count).map(i => [pathOf(i), noteOf(i)])));
  hands = new Hands(host);
}

const promoteDana = async () => {
  await hands.run('promote-person');
  await hands.pick('Dana Ochoa');
};

/** Makes the file system refuse to write these notes from now on. */
function lock(paths: readonly string[]): void {
  const { vault } = host.app;
  const process = vault.process.bind(vault);
  vault.process = (file, ...args) =>
    paths.includes(file.path) ? Promise.reject(new Error('EACCES: locked')) : process(file, ...args);
}

async function promoted(count: number): Promise<number[]> {
  const all = await Promise.all(numbers(count).map(i => readNote(host, pathOf(i))));
  all.forEach((text, i) =>
    expect([noteOf(i), noteOf(i).replace(task(i), `- [ ] Send part ${i} @Myself`)]).toContain(text),
  );
  return numbers(count).filter(i => all[i] !== noteOf(i));
}

describe('a refusal', () => {
  test('names path, line and reason; a click on it opens the note there', async () => {
    await start(3);
    lock([pathOf(1)]);
    await promoteDana();
    const line = noteOf(1).split('\n').indexOf(task(1));
    expect(texts('.notice .rapport-refusal')).toEqual([
      `${pathOf(1)}, line ${line + 1}: The note could not be written: EACCES: locked`,
    ]);
    expect(notices().join()).toContain('Promoted 2 tasks.');
    await hands.click(one('.notice .rapport-refusal-place'));
    expect(host.app.workspace.getActiveFile()?.path).toBe(pathOf(1));
    expect(host.app.workspace.activeEditor?.editor?.getCursor().line).toBe(line);
  });

  test('with the Mod key held the note opens in a tab of its own', async () => {
    await start(2);
    await host.openNote(pathOf(0));
    lock([pathOf(1)]);
    await promoteDana();
    await hands.click(one('.notice .rapport-refusal-place'), { ctrlKey: true, metaKey: true });
    const open = host.app.workspace.getLeavesOfType('markdown').map(leaf => leaf.getViewState().state?.file);
    expect(open).toEqual([pathOf(0), pathOf(1)]);
  });

  test('of a note that is gone by the time of the click: said, nothing opens', async () => {
    await start(2);
    lock([pathOf(1)]);
    await promoteDana();
    await host.outside.remove(pathOf(1));
    await hands.click(one('.notice .rapport-refusal-place'));
    expect(notices().join()).toContain(`${pathOf(1)} is not there any more.`);
    expect(host.app.workspace.getActiveFile()).toBeNull();
  });

  test('where nothing at all was changed there is nothing to undo', async () => {
    await start(2);
    lock([pathOf(0), pathOf(1)]);
    await promoteDana();
    expect(notices().join()).not.toContain('Promoted');
    expect(document.querySelector('.notice .rapport-undo')).toBeNull();
    expect(await hands.run('undo-last-change')).toBe(false);
    expect(await promoted(2)).toEqual([]);
  });

  test.each([
    [5, undefined],
    [6, '… and 1 task more that could not be changed.'],
    [8, '… and 3 tasks more that could not be changed.'],
  ])('%i of them: five are named, the others counted', async (count, rest) => {
    await start(count + 1);
    lock(numbers(count).map(pathOf));
    await promoteDana();
    expect(document.querySelectorAll('.notice .rapport-refusal')).toHaveLength(5);
    const message = one('.notice').textContent ?? '';
    expect(message).toContain('Promoted 1 task.');
    if (rest === undefined) expect(message).not.toContain('…');
    else expect(message).toContain(rest);
    expect(await promoted(count + 1)).toEqual([count]);
  });
});

describe('many notes', () => {
  const COUNT = 25;

  /** Does something each time so many notes are written, while the next one waits. */
  function whenWritten(count: number, act: () => void): void {
    let written = 0;
    host.app.vault.on('modify', () => ++written === count && act());
  }

  test('how far it is can be seen, and is gone when it is done', async () => {
    await start(COUNT);
    const seen: string[] = [];
    for (const count of [1, 12, 24]) whenWritten(count, () => seen.push(...notices()));
    await promoteDana();
    expect(seen).toEqual([1, 12, 24].map(count => `Promote: note ${count} of ${COUNT}Stop`));
    expect(notices()).toEqual([`Promoted ${COUNT} tasks.Undo`]);
    expect(await promoted(COUNT)).toEqual(numbers(COUNT));
  });

  test('“Stop” leaves the rest alone; undo takes the finished part back as one step', async () => {
    await start(COUNT);
    whenWritten(10, () => withText('.notice a', 'Stop').click());
    await promoteDana();
    const finished = await promoted(COUNT);
    expect(finished).toHaveLength(10);
    expect(notices()).toEqual(['Promoted 10 tasks.Undo15 tasks left unchanged.']);
    expect(document.querySelector('.rapport-call-off')).toBeNull();
    await hands.run('undo-last-change');
    expect(await promoted(COUNT)).toEqual([]);
    expect(notices().join()).toContain('Undone: Promoted 10 tasks.');
    expect(await hands.run('undo-last-change')).toBe(false);
  });

  test('the plugin that goes leaves the rest alone, too', async () => {
    await start(COUNT);
    whenWritten(10, () => host.unloadPlugin('rapport'));
    await promoteDana();
    expect(await promoted(COUNT)).toHaveLength(10);
  });

  test('what was left can be promoted afterwards, as a step of its own', async () => {
    await start(COUNT);
    whenWritten(10, () => withText('.notice a', 'Stop').click());
    await promoteDana();
    const first = await promoted(COUNT);
    await promoteDana();
    expect(await promoted(COUNT)).toEqual(numbers(COUNT));
    await hands.run('undo-last-change');
    expect(await promoted(COUNT)).toEqual(first);
    await hands.run('undo-last-change');
    expect(await promoted(COUNT)).toEqual([]);
  });

  test('undo says how far it is as well, and cannot be stopped half-way', async () => {
    await start(COUNT);
    await promoteDana();
    const seen: string[] = [];
    whenWritten(5, () => seen.push(...notices().filter(text => text.includes('note'))));
    await hands.run('undo-last-change');
    expect(seen).toEqual([`Undoing: note 5 of ${COUNT}`]);
    expect(await promoted(COUNT)).toEqual([]);
  });

  test('a few are not worth a word', async () => {
    await start(5);
    const seen: string[] = [];
    whenWritten(3, () => seen.push(...notices()));
    await promoteDana();
    expect(seen).toEqual([]);
    await settled(host);
    expect(notices()).toEqual(['Promoted 5 tasks.Undo']);
  });
});
