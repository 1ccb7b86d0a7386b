import { MarkdownView, type TFile, type WorkspaceLeaf } from 'obsidian';
import { editTaskLine } from '../../src/core/edit/editTaskLine';
import type { LineRequest } from '../../src/core/edit/editNote';
import { lineTargetIn } from '../../src/core/edit/planEdit';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { NoteWriter, type WriteReport } from '../../src/vault/NoteWriter';
import { createHost, type Host } from '../host';
import { nextTask } from '../host/pending';
import type { Vault as HostVault } from '../host/vault';

/** What somebody does; the numbers choose among the notes, views, tasks and places there are. */
export interface Deed {
  who: keyof typeof DEEDS;
  note: number;
  place: number;
  /** For how many turns of the event loop the others get to go on before the next deed. */
  pause: number;
}

export interface Task {
  line: number;
  original: string;
  promoted: string;
  /** What may stand in the note at the end. */
  allowed: Set<string>;
  /** Nobody can say any more which of its forms it has, so both are right from then on. */
  open: boolean;
}

export interface Note {
  file: TFile;
  lines: string[];
  ending: string;
  tasks: Task[];
  deleted: boolean;
  /** The text and path on the screen that the user decides by, which may be out of date. */
  seen: { path: string; text: string };
}

export interface Mark {
  word: string;
  note: Note;
  /** Whoever wrote it took it away again, or was told that it could not be written. */
  withdrawn: boolean;
}

export interface Asked {
  note: Note;
  task: Task;
  path: string;
  line: number;
}

export type Answer =
  | { kind: 'apply'; title: string; asked: Asked[]; report: Promise<WriteReport> }
  | { kind: 'undo'; report: Promise<(WriteReport & { title: string }) | null> };

const NEVER = 2 ** 30;
const HEAD = ['---', 'type: people', 'person: Dana Ochoa', '---'];
const task = (words: string) => `- [?] Send ${words}. @Myself 📅 2026-01-10 #task #proposed`;
// One line stands in both notes: a leaf that loads one still holds the other's text, which must not be changed.
const NOTES: Record<string, { lines: string[]; ending: string }> = {
  'Budget.md': {
    lines: [
      ...HEAD,
      'Text one',
      task('the sheet'),
      task('the offer'),
      'Text two',
      task('the minutes'),
      'End',
    ],
    ending: '\n',
  },
  'Kick-off.md': {
    lines: [...HEAD, task('the minutes'), 'Text one', task('it again'), 'Text two', task('it again'), 'End'],
    ending: '\r\n',
  },
};

const promoted = (line: string) => line.replace('[?]', '[ ]').replace(' #proposed', '');

/** Turns of the event loop: the promises there are go on meanwhile. */
export async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await nextTask();
}

/** A vault with several people and programs at it at once, and a record of what each of them did. */
export class Crowd {
  /** In ms; between two deeds as long passes as somebody needs for them. */
  static clock = 0;
  readonly notes: Note[] = [];
  readonly marks: Mark[] = [];
  readonly answers: Answer[] = [];
  readonly writer: NoteWriter;
  private readonly underWay: Promise<unknown>[] = [];
  private readonly loading = new Set<WorkspaceLeaf>();
  private opening = 0;
  private writing = 0;
  private names = 0;

  private constructor(
    readonly host: Host,
    private readonly vault: HostVault,
  ) {
    this.writer = new NoteWriter(host.app, 2);
    host.app.vault.on('rename', (file, from) => this.writer.noteRenamed(from, file.path));
    for (const [path, { lines, ending }] of Object.entries(NOTES)) {
      const file = host.app.vault.getFileByPath(path)!;
      const note: Note = { file, lines, ending, tasks: [], deleted: false, seen: { path, text: '' } };
      this.notes.push(note);
      lines.forEach((original, line) => {
        if (!original.startsWith('- [')) return;
        const allowed = new Set([original]);
        note.tasks.push({ line, original, promoted: promoted(original), allowed, open: false });
      });
      this.look(note);
    }
  }

  /** `latencies` are how long the disk takes, one write after the other, in turns of the event loop. */
  static async gather(latencies: readonly number[]): Promise<Crowd> {
    let count = 0;
    const crowd: { current?: Crowd } = {};
    const wait = () => turns(latencies[count++ % latencies.length] ?? 0);
    const write = async () => {
      if (crowd.current) crowd.current.writing++;
      await wait();
      if (crowd.current) crowd.current.writing--;
    };
    const host = await createHost({
      files: Object.fromEntries(
        Object.entries(NOTES).map(([path, { lines, ending }]) => [path, lines.join(ending)]),
      ),
      // Time passes when the record says so, and then everything that waits to be saved is saved.
      saveDelay: NEVER,
      mirror: { write, remove: wait, rename: wait, mkdir: wait },
    });
    await host.layoutReady();
    crowd.current = new Crowd(host, host.app.vault as unknown as HostVault);
    return crowd.current;
  }

  async act(deeds: readonly Deed[]): Promise<void> {
    for (const deed of deeds) {
      Crowd.clock += 300;
      DEEDS[deed.who](this, deed);
      await turns(deed.pause);
    }
    await Promise.all(this.underWay);
    await Promise.all(this.answers.map(({ report }) => report));
    // What one editor saves another one takes in, and saves in its turn.
    for (let i = 0; i < 2; i++) {
      await this.host.flushSaves();
      await this.host.settle();
    }
  }

  disperse(): void {
    this.host.destroy();
  }

  textOf(note: Note): string {
    return this.vault.textOf(this.vault.contentOf(note.file as never));
  }

  views(): MarkdownView[] {
    return this.host.app.workspace
      .getLeavesOfType('markdown')
      .filter(leaf => !this.loading.has(leaf))
      .map(leaf => leaf.view)
      .filter((view): view is MarkdownView => view instanceof MarkdownView && view.file !== null);
  }

  /** The editors somebody can type in. */
  editors(): MarkdownView[] {
    return this.views().filter(view => view.getMode() === 'source');
  }

  noteAt(index: number): Note | undefined {
    const there = this.notes.filter(({ deleted }) => !deleted);
    return there[index % there.length];
  }

  noteIn(view: MarkdownView): Note | undefined {
    return this.notes.find(({ file }) => file === view.file);
  }

  look(note: Note): void {
    note.seen = { path: note.file.path, text: this.textOf(note) };
  }

  mark(note: Note, kind: 'line' | 'word'): Mark {
    const mark = { word: `z${kind}${this.marks.length}z`, note, withdrawn: false };
    this.marks.push(mark);
    return mark;
  }

  newPath(): string {
    return `Renamed ${this.names++}.md`;
  }

  /** Goes on while the others do; what cannot be done is done by nobody. */
  start(work: Promise<unknown>, onFailure: () => void = () => undefined): void {
    this.underWay.push(work.catch(onFailure));
  }

  /** One at a time: nobody clicks on a second note before the first one stands there. */
  open(note: Note, mode: 'source' | 'preview', newLeaf: boolean): void {
    if (this.opening > 0) return;
    const { workspace } = this.host.app;
    const leaf = workspace.getLeaf(newLeaf ? 'tab' : false);
    this.load(leaf, leaf.openFile(note.file, { state: { mode } }));
  }

  switchMode({ leaf, file }: MarkdownView, mode: 'source' | 'preview'): void {
    if (this.opening > 0) return;
    this.load(leaf, leaf.setViewState({ type: 'markdown', state: { file: file?.path, mode } }));
  }

  /** No program can be kept apart from a write that is under way, so it comes before or after it. */
  get diskIsBusy(): boolean {
    return this.writing > 0;
  }

  private load(leaf: WorkspaceLeaf, work: Promise<unknown>): void {
    this.loading.add(leaf);
    this.opening++;
    const loaded = () => {
      this.loading.delete(leaf);
      this.opening--;
    };
    this.start(work.then(loaded, loaded));
  }
}

const any = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length];

/** Lines begin below the front matter: what stands there stays YAML. */
const linePlace = (lines: number, place: number) => HEAD.length + (place % Math.max(1, lines - HEAD.length));

/** Puts a mark into a text as a line or as a word of a line of text, in the text's own line ending. */
function withMark(text: string, { word }: Mark, place: number): string {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(ending);
  const at = linePlace(lines.length, place);
  if (word.startsWith('zline')) lines.splice(at, 0, word);
  else lines[lines.findIndex(line => line.startsWith('Text'))] += ` ${word}`;
  return lines.join(ending);
}

const taskLines = (text: string) => text.split('\n').filter(line => line.startsWith('- ['));

/** Every deed begins at once; it waits for nobody. */
const DEEDS = {
  userTypes(crowd: Crowd, { note: which, place }: Deed) {
    const view = any(crowd.editors(), which);
    const note = view && crowd.noteIn(view);
    if (!note) return;
    const { word } = crowd.mark(note, 'line');
    view.editor.replaceRange(`${word}\n`, { line: linePlace(view.editor.lineCount(), place), ch: 0 });
  },

  userTypesInTask(crowd: Crowd, { note: which, place }: Deed) {
    const view = any(crowd.editors(), which);
    const note = view && crowd.noteIn(view);
    if (!note) return;
    const lines = view.editor.getValue().split('\n');
    const line = any(
      [...lines.keys()].filter(at => lines[at]?.startsWith('- [')),
      place,
    );
    if (line === undefined) return;
    const ch = (lines[line] ?? '').indexOf('Send') + 'Send'.length;
    view.editor.replaceRange(` ${crowd.mark(note, 'word').word}`, { line, ch });
  },

  /** What it takes back is the user's to lose, and a task it changes is the user's from then on. */
  userPressesCtrlZ(crowd: Crowd, { note: which }: Deed) {
    const view = any(crowd.editors(), which);
    const note = view && crowd.noteIn(view);
    if (!note) return;
    const before = view.editor.getValue();
    view.editor.undo();
    const after = view.editor.getValue();
    for (const mark of crowd.marks)
      if (before.includes(mark.word) && !after.includes(mark.word)) mark.withdrawn = true;
    const stoodSo = taskLines(withoutMarks(before));
    taskLines(withoutMarks(after)).forEach((line, i) => {
      if (line !== stoodSo[i] && note.tasks[i]) note.tasks[i].open = true;
    });
  },

  userOpens(crowd: Crowd, { note: which, place }: Deed) {
    const note = crowd.noteAt(which);
    if (note) crowd.open(note, place % 4 === 0 ? 'preview' : 'source', place % 3 === 0);
  },

  userSwitchesMode(crowd: Crowd, { note: which }: Deed) {
    const view = any(crowd.views(), which);
    if (!view) return;
    // The writer does not look for typing in a reading view that the file does not hold yet.
    crowd.start(view.save());
    crowd.switchMode(view, view.getMode() === 'source' ? 'preview' : 'source');
  },

  userCloses(crowd: Crowd, { note: which }: Deed) {
    any(crowd.views(), which)?.leaf.detach();
  },

  userRenames(crowd: Crowd, { note: which }: Deed) {
    const note = crowd.noteAt(which);
    if (note) crowd.start(crowd.host.app.vault.rename(note.file, crowd.newPath()));
  },

  userDeletes(crowd: Crowd, { note: which }: Deed) {
    const note = crowd.noteAt(which);
    if (!note || which % 3 > 0) return;
    note.deleted = true;
    crowd.start(crowd.host.app.fileManager.trashFile(note.file));
  },

  userLooks(crowd: Crowd, { note: which }: Deed) {
    const note = crowd.noteAt(which);
    if (note) crowd.look(note);
  },

  timePasses(crowd: Crowd) {
    crowd.start(crowd.host.flushSaves());
  },

  otherPluginWrites(crowd: Crowd, { note: which, place }: Deed) {
    const note = crowd.noteAt(which);
    if (!note) return;
    const mark = crowd.mark(note, place % 2 === 0 ? 'line' : 'word');
    const work = crowd.host.app.vault.process(note.file, text => withMark(text, mark, place));
    crowd.start(work, () => (mark.withdrawn = true));
  },

  otherProgramWrites(crowd: Crowd, { note: which, place }: Deed) {
    const note = crowd.noteAt(which);
    if (!note || crowd.diskIsBusy) return;
    const mark = crowd.mark(note, 'line');
    crowd.start(crowd.host.outside.write(note.file.path, withMark(crowd.textOf(note), mark, place)));
  },

  weApply(crowd: Crowd, { note: which, place }: Deed) {
    const notes = which % 4 === 0 ? crowd.notes : [crowd.notes[which % crowd.notes.length]!];
    const asked = notes.flatMap(note => {
      const lines = note.seen.text.split(/\r?\n/);
      const places = [...lines.keys()].filter(line => lines[line]?.startsWith('- ['));
      return note.tasks.flatMap((task, i) => {
        const chosen = place % 8 === 7 || ((place % 8) & (1 << i)) > 0;
        const line = places[i];
        return chosen && line !== undefined ? [{ note, task, path: note.seen.path, line }] : [];
      });
    });
    // Somebody in a hurry asks twice.
    if (place % 5 === 0) asked.push(...asked.slice(0, 1));
    const title = `Step ${crowd.answers.length}`;
    const byNote = notes.map(note => ({
      path: note.seen.path,
      requests: asked.filter(ask => ask.note === note).map(ask => requestFor(note.seen.text, ask.line)),
    }));
    crowd.answers.push({ kind: 'apply', title, asked, report: crowd.writer.apply(title, byNote) });
  },

  weUndo(crowd: Crowd) {
    crowd.answers.push({ kind: 'undo', report: crowd.writer.undo() });
  },
} satisfies Record<string, (crowd: Crowd, deed: Deed) => void>;

export const DOERS = Object.keys(DEEDS) as Deed['who'][];

export function requestFor(text: string, line: number): LineRequest {
  const target = lineTargetIn(text, line);
  if (!target) throw new Error(`No list item stands in line ${line}`);
  const context = { conventions: DEFAULT_CONVENTIONS, today: '2026-01-09' };
  return { target, change: raw => editTaskLine(raw, { action: 'promote' }, context) };
}

/** A text as it would be had nobody but us written in it. */
export function withoutMarks(text: string): string {
  return text.replace(/zline\d+z\r?\n/g, '').replace(/ zword\d+z/g, '');
}
