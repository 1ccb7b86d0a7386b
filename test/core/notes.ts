import { PeopleGraph, type Person } from '../../src/core/graph/PeopleGraph';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { readNote } from '../../src/core/note/readNote';
import { parseTaskLine, type ParsedTask } from '../../src/core/note/taskLine';
import type { MeetingRecord, NoteReading, ProfileRecord, TaskRecord } from '../../src/core/records';

/*
 * Small notes for the tests of the core. Everybody in them is invented.
 */

export function parsed(line: string): ParsedTask {
  const task = parseTaskLine(line, DEFAULT_CONVENTIONS);
  if (!task) throw new Error(`Not a task: ${JSON.stringify(line)}`);
  return task;
}

export const task = (line: string): TaskRecord => parsed(line).record;
export const owners = (line: string): string[] => task(line).owners;
export const tags = (line: string): string[] => task(line).tags;

/** What reading a note of type people gives; `body` stands below its front matter. */
export function read(path: string, properties: object, body = ''): NoteReading {
  const text = `---\ntype: people\n---\n${body}`;
  return readNote({ path, text, frontMatter: { type: 'people', ...properties } }, DEFAULT_CONVENTIONS);
}

export function meeting(properties: object, body = '', path = 'Meetings/Sync.md'): MeetingRecord {
  const { record } = read(path, { date: '2025-10-29', ...properties }, body);
  if (record?.kind !== 'meeting') throw new Error('Not a meeting');
  return record;
}

export function profile(path: string, properties: object = {}, body = ''): ProfileRecord {
  const { record } = read(path, properties, body);
  if (record?.kind !== 'profile') throw new Error('Not a profile');
  return record;
}

/** A graph of notes: path → front matter and body. */
export function graphOf(notes: Record<string, [object, string?]>, self: readonly string[] = []): PeopleGraph {
  const graph = new PeopleGraph({ selfNames: self });
  for (const [path, [properties, body]] of Object.entries(notes))
    graph.put(path, read(path, properties, body));
  return graph;
}

export function person(graph: PeopleGraph, label: string): Person {
  const found = graph.find(label);
  if (!found) throw new Error(`Nobody is called ${label}`);
  return found;
}

export const names = (graph: PeopleGraph): string[] =>
  graph
    .people()
    .map(({ name }) => name)
    .sort();
