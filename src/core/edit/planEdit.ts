import type { NoteRecord, TaskRecord } from '../records';
import { editTaskLine, type EditContext, type TaskEdit } from './editTaskLine';
import type { TaskChange } from './taskChange';
import { findLines, type LineRequest, type LineTarget } from './editNote';

/** Everything asked of one note. */
export interface NoteRequests {
  path: string;
  requests: LineRequest[];
}

/** One change of any number of tasks, sorted by the notes they stand in. */
export function planEdits(
  tasks: readonly { note: NoteRecord; record: TaskRecord }[],
  change: TaskChange,
  context: EditContext,
): NoteRequests[] {
  return planLineEdits(tasks, (line, { path }) => editTaskLine(line, change, { ...context, path }));
}

/** The same for any change of lines. */
export function planLineEdits(
  tasks: readonly { note: NoteRecord; record: TaskRecord }[],
  change: (line: string, note: NoteRecord) => TaskEdit,
): NoteRequests[] {
  const notes = new Map<string, LineRequest[]>();
  for (const { note, record } of tasks) {
    const request = {
      target: lineTarget(note, record),
      change: (line: string) => change(line, note),
    };
    const requests = notes.get(note.path);
    if (requests) requests.push(request);
    else notes.set(note.path, [request]);
  }
  return [...notes].map(([path, requests]) => ({ path, requests }));
}

/** How a task's line is to be found again in its note. */
export function lineTarget(note: NoteRecord, task: TaskRecord): LineTarget {
  const twins = note.tasks.filter(({ raw }) => raw === task.raw).map(({ line }) => line);
  return { raw: task.raw, line: task.line, twins };
}

/** The same for a line of a text somebody is looking at; null where no list item stands in that line. */
export function lineTargetIn(text: string, line: number): LineTarget | null {
  const raw = text.split('\n', line + 1)[line]?.replace(/\r$/, '');
  if (raw === undefined) return null;
  const twins = (findLines(text, new Set([raw])).get(raw) ?? []).map(place => place.line);
  return twins.includes(line) ? { raw, line, twins } : null;
}
