import type { LineChange, LineRequest } from './editNote';
import { difference } from './splices';

/** One thing a user did, over any number of notes. */
export interface UndoStep {
  /** What was done, e.g. `Promoted`. */
  title: string;
  notes: { path: string; changes: LineChange[] }[];
  /** What else has to be taken back: changes of properties, decisions. Throws an error that says why it cannot. */
  takeBack?: () => Promise<void>;
}

const DEPTH = 200;

/** What can be taken back in this session, newest last. Holds changes of lines, never copies of notes. */
export class UndoStack {
  #steps: UndoStep[] = [];

  get size(): number {
    return this.#steps.length;
  }

  push(step: UndoStep): void {
    this.#steps = [...this.#steps.slice(1 - DEPTH), step];
  }

  pop(): UndoStep | undefined {
    return this.#steps.pop();
  }

  /** A note's new path, so that its changes can still be taken back. */
  rename(from: string, to: string): void {
    for (const step of this.#steps) for (const note of step.notes) if (note.path === from) note.path = to;
  }
}

/** The requests that take `changes` back: the same lines, found and verified like any other. */
export function undoRequests(changes: readonly LineChange[]): LineRequest[] {
  return changes.map(({ before, after, line, twins, inverse, anywhere }) => ({
    target: { raw: after, line, twins, anywhere },
    // Of several lines the endings may be others by now.
    change: now => ({ splices: now === after ? inverse : [difference(now, before)] }),
  }));
}
