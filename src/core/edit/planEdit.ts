import { ensure } from '../ensure';
import { groupBy } from '../groupBy';
import type { NoteRecord, TaskRecord } from '../records';
import { editTaskLine, type EditContext, type TaskEdit } from './editTaskLine';
import type { TaskChange } from './taskChange';
import { findLines, lineKey, type LineRequest, type LineTarget } from './editNote';

/** Everything asked of one note. */
export interface NoteRequests {
  path: string;
  requests: LineRequest[];
}

/** A task where it stands. */
interface PlacedTask {
  note: NoteRecord;
  record: TaskRecord;
}

/** One change of any number of tasks, sorted by the notes they stand in. */
export function planEdits(
  tasks: readonly PlacedTask[],
  change: TaskChange,
  context: EditContext,
): NoteRequests[] {
  return planDecisions(
    tasks.map(task => ({ task, change })),
    context,
  );
}

/** The same where each task has a change of its own. */
export function planDecisions(
  decisions: readonly { task: PlacedTask; change: TaskChange }[],
  context: EditContext,
): NoteRequests[] {
  const changes = new Map(decisions.map(({ task, change }) => [task.record, change]));
  return planLineEdits(
    decisions.map(({ task }) => task),
    (line, { path }, record) => editTaskLine(line, changes.get(record) as TaskChange, { ...context, path }),
  );
}

/** The same for any change of lines. */
export function planLineEdits(
  tasks: readonly PlacedTask[],
  change: (line: string, note: NoteRecord, task: TaskRecord) => TaskEdit,
): NoteRequests[] {
  return byNote(
    tasks.map(({ note, record }) => ({
      path: note.path,
      request: { target: lineTarget(note, record), change: line => change(line, note, record) },
    })),
  );
}

/** Requests, sorted by the notes whose lines they are about. */
export const byNote = (all: readonly { path: string; request: LineRequest }[]): NoteRequests[] =>
  [...groupBy(all.map(({ path, request }) => [path, request] as const))].map(([path, requests]) => ({
    path,
    requests,
  }));

/** Line → where it stands; all tasks of a note ask. */
const knownLines = new WeakMap<NoteRecord, ReadonlyMap<string, readonly number[]>>();

/** How a task's line is to be found again in its note. */
export function lineTarget(note: NoteRecord, { raw, line }: TaskRecord): LineTarget {
  const lines = ensure(knownLines, note, () =>
    groupBy(note.tasks.map(task => [task.raw, task.line] as const)),
  );
  return { raw, line, twins: lines.get(raw) ?? [] };
}

/** The same for a line of a text somebody is looking at; null where no list item stands in that line. */
export function lineTargetIn(text: string, line: number): LineTarget | null {
  const raw = text.split('\n', line + 1)[line]?.replace(/\r$/, '');
  if (raw === undefined) return null;
  const twins = (findLines(text, [{ raw }]).get(lineKey({ raw })) ?? []).map(place => place.line);
  return twins.includes(line) ? { raw, line, twins } : null;
}
