import type { App, Editor, MarkdownView, TFile } from 'obsidian';
import { editNote, type LineChange, type LineRequest, type NoteEdit } from '../core/edit/editNote';
import type { NoteRequests } from '../core/edit/planEdit';
import { applySplices, difference, type Splice } from '../core/edit/splices';
import { UndoStack, undoRequests, type UndoStep } from '../core/edit/UndoStack';
import { reasonOf } from '../core/reasonOf';
import { holdsForeignBytes } from './foreignBytes';
import { takingTurns } from './takingTurns';
import { viewsOf } from './viewsOf';
import { en, fill } from '../core/words';

export interface WriteRefusal {
  path: string;
  /** Where the line was last seen, from 0. */
  line: number;
  reason: string;
}

export interface WriteReport {
  /** How many lines were changed. */
  changed: number;
  refused: WriteRefusal[];
  /** How many were left alone because the user called it off. */
  calledOff?: number;
  /** What undo takes back, or what it took back, or what a dry run would do; absent where nothing was changed. */
  step?: UndoStep;
}

export interface UndoReport extends WriteReport {
  /** What was done. */
  title: string;
  /** Whether it was a change of lines. */
  ofLines: boolean;
}

type DryRun = ((path: string, before: string, after: string) => void) | false | undefined;

/** Lets somebody watch a long write and call it off between two notes. */
export interface WriteWatch {
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: AbortSignal;
  /** Hears what each note would become; then nothing is written. */
  dryRun?: DryRun;
}

/** The only writer of notes. One change of one note is one transaction of its editor, or one `vault.process`. */
export class NoteWriter {
  readonly #app: App;
  readonly #settleDelay: number;

  readonly #undoStack = new UndoStack();
  /** Writes wait for one another, so that the order of undo is the order of writing. */
  readonly #inTurn = takingTurns();

  /** @param settleDelay How long a view that shows another text than its file is given to load it, in ms. */
  constructor(app: App, settleDelay = 250) {
    this.#app = app;
    this.#settleDelay = settleDelay;
  }

  get canUndo(): boolean {
    return this.#undoStack.size > 0;
  }

  /**
   * Carries requests out, note by note, and remembers what was done as one step under `title`. Never throws: what
   * failed is refused.
   */
  apply(title: string, notes: readonly NoteRequests[], watch: WriteWatch = {}): Promise<WriteReport> {
    return this.#inTurn(async () => {
      const { report, done } = await this.#write(notes, watch);
      if (done.length === 0) return report;
      const step = { title, notes: done };
      if (!watch.dryRun) this.#undoStack.push(step);
      return { ...report, step };
    });
  }

  /**
   * Does what is no change of lines, in turn with those that are, and remembers it as one step. `job` resolves to what
   * takes it back; where it throws, nothing is remembered.
   */
  perform(title: string, job: () => Promise<() => Promise<void>>): Promise<void> {
    return this.#inTurn(async () => {
      const takeBack = await job();
      this.#undoStack.push({ title, notes: [], takeBack });
    });
  }

  /** Takes the last step back, with the same verification; null where there is none. Throws where it cannot be. */
  undo(onProgress?: WriteWatch['onProgress']): Promise<UndoReport | null> {
    return this.#inTurn(async () => {
      const step = this.#undoStack.pop();
      if (!step) return null;
      await step.takeBack?.();
      const { report } = await this.#write(
        step.notes.map(({ path, changes }) => ({ path, requests: undoRequests(changes) })),
        { onProgress },
      );
      return { title: step.title, ofLines: !step.takeBack, ...report, step };
    });
  }

  /** Call when a note moves, so that what was done in it can still be taken back. */
  noteRenamed(from: string, to: string): void {
    this.#undoStack.rename(from, to);
  }

  async #write(notes: readonly NoteRequests[], { onProgress, signal, dryRun }: WriteWatch) {
    const { vault } = this.#app;
    const report: WriteReport = { changed: 0, refused: [] };
    const done: { file: TFile; changes: LineChange[] }[] = [];
    // Each may be renamed while it, or another, is written; a file knows its path.
    const files = notes.map(({ path }) => vault.getFileByPath(path));
    for (const [i, { path, requests }] of notes.entries()) {
      onProgress?.(i, notes.length);
      if (signal?.aborted) {
        report.calledOff = (report.calledOff ?? 0) + requests.length;
        continue;
      }
      const file = vault.getFileByPath(files[i]?.path ?? path);
      const edit = file ? await this.#writeNote(file, requests, dryRun) : refuseAll(requests, en.noteGone);
      const changes = edit.changes.filter(change => change !== null);
      report.changed += changes.length;
      report.refused.push(...edit.refusals.map(refusal => ({ path, ...refusal })));
      if (file && changes.length > 0) done.push({ file, changes });
    }
    return { report, done: done.map(({ file, changes }) => ({ path: file.path, changes })) };
  }

  async #writeNote(file: TFile, requests: readonly LineRequest[], dryRun: DryRun): Promise<NoteEdit> {
    try {
      const view = await this.#settledView(file);
      if (typeof view === 'string') return refuseAll(requests, view);
      if (view) return await editInView(view, file.path, requests, dryRun);
      if (!dryRun) await this.#saveReadingViews(file);
      return await this.#editFile(file, requests, dryRun);
    } catch (error) {
      const reason = reasonOf(error);
      return refuseAll(requests, fill(en.noteNotWritten, reason));
    }
  }

  /**
   * A view in which the user may have typed what the file does not hold yet; the active one first. A view that is
   * opening a note names it before its text has come: until then it holds another note, which must not be changed.
   * Where the view must not be written, the reason.
   */
  async #settledView(file: TFile): Promise<MarkdownView | undefined | string> {
    const { vault } = this.#app;
    for (let patience = SETTLE_ATTEMPTS; ; patience--) {
      const view = viewsOf(this.#app, file).find(each => each.getMode() === 'source');
      if (!view) return undefined;
      const [shown, text] = [view.editor.getValue(), await vault.read(file)];
      const isForeign = await holdsForeignBytes(vault, file, text);
      if (view.file?.path !== file.path || view.getMode() !== 'source') continue;
      if (isForeign) return en.foreignBytesWrite;
      const saved = withoutReturns(text);
      const waited = patience < SETTLE_ATTEMPTS;
      if (shown === saved || (waited && isTypedInto(saved, shown))) return view;
      if (patience === 0) return en.noteOpening;
      await sleep(this.#settleDelay);
    }
  }

  /** What was typed before the switch to reading view may not be in the file yet. */
  async #saveReadingViews(file: TFile): Promise<void> {
    const saved = withoutReturns(await this.#app.vault.read(file));
    for (const view of viewsOf(this.#app, file)) {
      const shown = withoutReturns(view.getViewData());
      if (shown !== saved && isTypedInto(saved, shown)) await view.save();
    }
  }

  async #editFile(file: TFile, requests: readonly LineRequest[], dryRun: DryRun): Promise<NoteEdit> {
    const { vault } = this.#app;
    if (await holdsForeignBytes(vault, file, await vault.read(file)))
      return refuseAll(requests, en.foreignBytesWrite);
    let edit: NoteEdit | undefined;
    try {
      await vault.process(file, text => {
        const planned = plan(file.path, text, requests, dryRun);
        edit = planned.edit;
        // Thrown, not returned: an unchanged text would still be written, and the file be newer for nothing.
        if (!planned.isToWrite) throw new NothingToWrite();
        return applySplices(text, edit.splices);
      });
    } catch (error) {
      if (!(error instanceof NothingToWrite)) throw error;
    }
    return edit ?? refuseAll(requests, en.noteNotRead);
  }
}

class NothingToWrite extends Error {}

const SETTLE_ATTEMPTS = 10;

const withoutReturns = (text: string): string => text.replaceAll('\r\n', '\n');

/** Whether `text` can be `saved` with what was typed since: typing leaves most of what is before and behind it. */
function isTypedInto(saved: string, text: string): boolean {
  const { from, to } = difference(saved, text);
  return 2 * (to - from) <= saved.length;
}

function plan(path: string, text: string, requests: readonly LineRequest[], dryRun: DryRun) {
  const edit = editNote(text, requests);
  if (dryRun) dryRun(path, text, applySplices(text, edit.splices));
  return { edit, isToWrite: !dryRun && edit.splices.length > 0 };
}

async function editInView(
  view: MarkdownView,
  path: string,
  requests: readonly LineRequest[],
  dryRun: DryRun,
): Promise<NoteEdit> {
  const { editor } = view;
  const { edit, isToWrite } = plan(path, editor.getValue(), requests, dryRun);
  if (!isToWrite) return edit;
  editor.transaction({ changes: edit.splices.map(splice => editorChange(editor, splice)) });
  // The editor saves by itself in a while; the screens want to know now. If it cannot, it will say so itself.
  await view.save().catch(() => undefined);
  return edit;
}

function editorChange(editor: Editor, { from, to, insert }: Splice) {
  return { from: editor.offsetToPos(from), to: editor.offsetToPos(to), text: insert };
}

function refuseAll(requests: readonly LineRequest[], reason: string): NoteEdit {
  return {
    splices: [],
    changes: requests.map(() => null),
    refusals: requests.map(({ target }) => ({ line: target.line, reason })),
  };
}
