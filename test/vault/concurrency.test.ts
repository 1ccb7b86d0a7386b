import fc from 'fast-check';
import { NoteWriter, type WriteReport } from '../../src/vault/NoteWriter';
import { createHost, type Host } from '../host';
import { nextTask } from '../host/pending';
import { Crowd, DOERS, requestFor, withoutMarks, type Asked, type Deed, type Note } from './crowd';

const SEED = 20260109;
const RUNS = 1000;

const deed = fc.record<Deed>({
  who: fc.constantFrom(...DOERS, 'weApply', 'weApply', 'userTypes', 'userOpens', 'otherPluginWrites'),
  note: fc.nat(11),
  place: fc.nat(11),
  pause: fc.nat(3),
});
const deeds = fc.array(deed, { minLength: 6, maxLength: 20, size: 'max' });
const latencies = fc.array(fc.nat(4), { minLength: 1, maxLength: 6 });

const occurrences = (text: string, word: string) => text.split(word).length - 1;
/** Two changes of an editor within half a second may become one step of undo: the clock is part of the record. */
beforeAll(() => jest.spyOn(Date, 'now').mockImplementation(() => Crowd.clock));
afterAll(() => jest.restoreAllMocks());

const notesLeft = (crowd: Crowd) => crowd.notes.filter(({ deleted }) => !deleted);

function everyRequestIsAnswered(asked: readonly Asked[], { changed, refused }: WriteReport): void {
  if (changed + refused.length !== asked.length)
    throw new Error(`${asked.length} asked for, ${changed} changed, ${refused.length} refused`);
}

function everyRefusalHasItsReason({ refused }: WriteReport): void {
  for (const { reason } of refused) if (!/\w+ \w+/.test(reason)) throw new Error(`Refused for "${reason}"`);
}

function nothingWrittenIsLost(crowd: Crowd): void {
  for (const { word, note, withdrawn } of crowd.marks)
    if (!note.deleted && !withdrawn && !crowd.textOf(note).includes(word))
      throw new Error(`${word} is lost from ${note.file.path}:\n${crowd.textOf(note)}`);
}

function nothingIsThereTwice(crowd: Crowd): void {
  for (const { word, note } of crowd.marks)
    if (!note.deleted && occurrences(crowd.textOf(note), word) > 1)
      throw new Error(`${word} is doubled in ${note.file.path}:\n${crowd.textOf(note)}`);
}

/** Every byte but the marks is as it was, and every task as reported: promoted exactly once, or untouched. */
function onlyWhatWasReportedChanged(crowd: Crowd, note: Note): void {
  const text = crowd.textOf(note);
  const ending = note.ending;
  const lines = withoutMarks(text).split(ending);
  const allowed = note.lines.map(line => new Set([line]));
  for (const task of note.tasks) allowed[task.line] = task.allowed;
  const wrong = allowed.findIndex((forms, i) => !forms.has(lines[i] ?? ''));
  if (wrong < 0 && lines.length === allowed.length) return;
  const wanted = [...(allowed[wrong] ?? [])].join(' or ');
  throw new Error(`${note.file.path}, line ${wrong}: wanted ${wanted}, found ${lines[wrong]} in:\n${text}`);
}

function editorsShowTheirFiles(crowd: Crowd): void {
  for (const view of crowd.views()) {
    const note = crowd.noteIn(view);
    if (note && crowd.textOf(note).replaceAll('\r\n', '\n') !== view.editor.getValue())
      throw new Error(`The editor of ${note.file.path} shows another text than the file has`);
  }
}

/** Of the same line asked for twice one request is refused, so at most one is left. */
function changedOf(asked: readonly Asked[], { refused }: WriteReport): Asked[] {
  const left = [...refused];
  return asked.filter(({ path, line }) => {
    const at = left.findIndex(refusal => refusal.path === path && refusal.line === line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Of equal lines that were all asked for some may be gone; the reports then do not tell which one was left. */
function leaveOpenWhichTwin(asked: readonly Asked[], { refused }: WriteReport): void {
  for (const { note, task, path } of asked) {
    const twins = asked.filter(ask => ask.note === note && ask.task.original === task.original);
    if (!twins.some(ask => ask.task !== task)) continue;
    if (refused.some(refusal => refusal.path === path && twins.some(({ line }) => line === refusal.line)))
      task.open = true;
  }
}

const tally = { changed: 0, refused: 0, undone: 0, marks: 0 };

/** What the reports say, in the order in which the writer carried out what it was asked. */
async function believeTheReports(crowd: Crowd): Promise<void> {
  const steps = new Map<string, Asked[]>();
  for (const answer of crowd.answers) {
    if (answer.kind === 'apply') {
      const report = await answer.report;
      everyRequestIsAnswered(answer.asked, report);
      everyRefusalHasItsReason(report);
      const changed = changedOf(answer.asked, report);
      steps.set(answer.title, changed);
      leaveOpenWhichTwin(answer.asked, report);
      for (const { task } of changed) task.allowed = new Set([task.promoted]);
      tally.changed += report.changed;
      tally.refused += report.refused.length;
    } else {
      const report = await answer.report;
      if (!report) continue;
      const asked = steps.get(report.title) ?? [];
      everyRequestIsAnswered(asked, report);
      everyRefusalHasItsReason(report);
      tally.undone += report.changed;
      // Where only some could be taken back the report names lines as they stood then, not tasks.
      for (const { task } of asked)
        if (report.changed === asked.length) task.allowed = new Set([task.original]);
        else if (report.changed > 0) task.allowed = new Set([task.original, task.promoted]);
    }
  }
  for (const task of crowd.notes.flatMap(note => note.tasks))
    if (task.open) task.allowed = new Set([task.original, task.promoted]);
  tally.marks += crowd.marks.length;
}

async function holdsWhatIsPromised(given: readonly Deed[], disk: readonly number[]): Promise<void> {
  const crowd = await Crowd.gather(disk);
  try {
    await crowd.act(given);
    await believeTheReports(crowd);
    nothingWrittenIsLost(crowd);
    nothingIsThereTwice(crowd);
    for (const note of notesLeft(crowd)) onlyWhatWasReportedChanged(crowd, note);
    editorsShowTheirFiles(crowd);
  } finally {
    crowd.disperse();
  }
}

test(`${RUNS} interleavings of people and programs at the same notes keep every promise`, async () => {
  await fc.assert(fc.asyncProperty(deeds, latencies, holdsWhatIsPromised), { seed: SEED, numRuns: RUNS });
  // The crowd has to meet, or the promises are easy to keep.
  expect(tally.changed).toBeGreaterThan(RUNS);
  expect(tally.refused).toBeGreaterThan(RUNS);
  expect(tally.undone).toBeGreaterThan(RUNS / 4);
  expect(tally.marks).toBeGreaterThan(RUNS);
}, 280_000);

/** Each fails until the writer is mended; then it says so, and belongs among the writer's own tests. */
describe('found by it', () => {
  const TASK = '- [?] Send the minutes #proposed';
  const DONE = '- [ ] Send the minutes';
  let host: Host;
  afterEach(() => host.destroy());
  const read = (path: string) => host.app.vault.read(host.app.vault.getFileByPath(path)!);

  test('a leaf that still loads the note holds another one’s text, and that is not to be changed', async () => {
    const [before, after] = [`${TASK}\nof last week\n`, `Text\n${TASK}\nof this week\n`];
    host = await createHost({ files: { 'before.md': before, 'after.md': after } });
    await host.layoutReady();
    const view = await host.openNote('before.md', { mode: 'source' });
    const opening = host.openNote('after.md', { mode: 'source' });
    while (view.file?.path !== 'after.md') await Promise.resolve();
    const requests = [requestFor(after, 1)];
    const { changed } = await new NoteWriter(host.app, 5).apply('Promoted', [{ path: 'after.md', requests }]);
    await opening;
    await host.flushSaves();
    expect(await read('before.md')).toBe(before);
    expect(await read('after.md')).toBe(changed === 1 ? after.replace(TASK, DONE) : after);
  });

  test('a note renamed while it is written is taken back under its new name, and no other note', async () => {
    const disk: (() => void)[] = [];
    const answer = async () => {
      for (let i = 0; i < 12; i++) {
        await nextTask();
        disk.splice(0).forEach(done => done());
      }
    };
    const nothing = async () => undefined;
    const write = () => new Promise<void>(done => disk.push(done));
    host = await createHost({
      files: { 'a.md': TASK, 'b.md': DONE },
      mirror: { write, remove: nothing, rename: nothing, mkdir: nothing },
    });
    await host.layoutReady();
    const { vault } = host.app;
    const writer = new NoteWriter(host.app, 5);
    vault.on('rename', (file, from) => writer.noteRenamed(from, file.path));
    const applied = writer.apply('Promoted', [{ path: 'a.md', requests: [requestFor(TASK, 0)] }]);
    while (disk.length === 0) await nextTask();
    await vault.rename(vault.getFileByPath('a.md')!, 'c.md');
    await vault.rename(vault.getFileByPath('b.md')!, 'a.md');
    await answer();
    expect((await applied).changed).toBe(1);
    const undone = writer.undo();
    await answer();
    expect((await undone)?.changed).toBe(1);
    expect([await read('c.md'), await read('a.md')]).toEqual([TASK, DONE]);
  });
});
