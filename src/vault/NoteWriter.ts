import { MarkdownView, type App, type Editor, type TFile } from 'obsidian';
import { editNote, type LineChange, type LineRequest, type NoteEdit } from '../core/edit/editNote';
import type { NoteRequests } from '../core/edit/planEdit';
import { applySplices, type Splice } from '../core/edit/splices';
import { FOREIGN_BYTES } from '../core/note/foreignBytes';
import { UndoStack, undoRequests } from '../core/edit/UndoStack';
import { holdsForeignBytes } from './foreignBytes';

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
}

/** Lets somebody watch a long write and call it off between two notes. */
export interface WriteWatch {
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: AbortSignal;
}

/** The only writer of notes. One change of one note is one transaction of its editor, or one `vault.process`. */
export class NoteWriter {
  private readonly undoStack = new UndoStack();
  /** Writes wait for one another, so that the order of undo is the order of writing. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly app: App) {}

  get canUndo(): boolean {
    return this.undoStack.size > 0;
  }

  /**
   * Carries requests out, note by note, and remembers what was done as one step under `title`. Never throws: what
   * failed is refused.
   */
  apply(title: string, notes: readonly NoteRequests[], watch: WriteWatch = {}): Promise<WriteReport> {
    return this.inTurn(async () => {
      const { report, done } = await this.write(notes, watch);
      if (done.length > 0) this.undoStack.push({ title, notes: done });
      return report;
    });
  }

  /** Takes the last step back, with the same verification; null where there is none. */
  undo(onProgress?: WriteWatch['onProgress']): Promise<(WriteReport & { title: string }) | null> {
    return this.inTurn(async () => {
      const step = this.undoStack.pop();
      if (!step) return null;
      const { report } = await this.write(
        step.notes.map(({ path, changes }) => ({ path, requests: undoRequests(changes) })),
        { onProgress },
      );
      return { title: step.title, ...report };
    });
  }

  /** Call when a note moves, so that what was done in it can still be taken back. */
  noteRenamed(from: string, to: string): void {
    this.undoStack.rename(from, to);
  }

  private inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.last.then(job);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async write(notes: readonly NoteRequests[], { onProgress, signal }: WriteWatch) {
    const report: WriteReport = { changed: 0, refused: [] };
    const done: { path: string; changes: LineChange[] }[] = [];
    for (const [i, { path, requests }] of notes.entries()) {
      onProgress?.(i, notes.length);
      if (signal?.aborted) {
        report.calledOff = (report.calledOff ?? 0) + requests.length;
        continue;
      }
      const edit = await this.writeNote(path, requests);
      const changes = edit.changes.filter(change => change !== null);
      report.changed += changes.length;
      report.refused.push(...edit.refusals.map(refusal => ({ path, ...refusal })));
      if (changes.length > 0) done.push({ path, changes });
    }
    return { report, done };
  }

  private async writeNote(path: string, requests: readonly LineRequest[]): Promise<NoteEdit> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return refuseAll(requests, 'The note is not there any more.');
    const view = this.sourceViewOf(file);
    try {
      return view ? await editInView(view, requests) : await this.editFile(file, requests);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return refuseAll(requests, `The note could not be written: ${reason}`);
    }
  }

  /** A view in which the user may have typed what the file does not hold yet; the active one first. */
  private sourceViewOf(file: TFile): MarkdownView | undefined {
    const active = this.app.workspace.getActiveViewOfType(MarkdownView);
    const views = this.app.workspace.getLeavesOfType('markdown').map(leaf => leaf.view);
    return [active, ...views].find(
      (view): view is MarkdownView =>
        view instanceof MarkdownView && view.file?.path === file.path && view.getMode() === 'source',
    );
  }

  private async editFile(file: TFile, requests: readonly LineRequest[]): Promise<NoteEdit> {
    const { vault } = this.app;
    if (await holdsForeignBytes(vault, file, await vault.read(file)))
      return refuseAll(requests, FOREIGN_BYTES.write);
    let edit: NoteEdit | undefined;
    try {
      await vault.process(file, text => {
        edit = editNote(text, requests);
        // Thrown, not returned: an unchanged text would still be written, and the file be newer for nothing.
        if (edit.splices.length === 0) throw new NothingToWrite();
        return applySplices(text, edit.splices);
      });
    } catch (error) {
      if (!(error instanceof NothingToWrite)) throw error;
    }
    return edit ?? refuseAll(requests, 'The note could not be read.');
  }
}

class NothingToWrite extends Error {}

async function editInView(view: MarkdownView, requests: readonly LineRequest[]): Promise<NoteEdit> {
  const { editor } = view;
  const edit = editNote(editor.getValue(), requests);
  if (edit.splices.length === 0) return edit;
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
