import {
  byText,
  type PeopleGraph,
  type Person,
  type PersonId,
  type TaskId,
  type TaskNode,
} from '../graph/PeopleGraph';
import { nameKey, shownName } from '../note/names';
import type { MeetingRecord, Priority, Problem, TaskDates, TaskState } from '../records';
import { summaryOf } from './meetings';
import { topicsOf } from './topics';

/** The whole graph as plain data. Others script against it: names and order of keys are a contract. */
export interface VaultExport {
  version: 1;
  self: PersonId[];
  people: ExportedPerson[];
  meetings: ExportedMeeting[];
  tasks: ExportedTask[];
  problems: Problem[];
}

export interface ExportedPerson {
  id: PersonId;
  name: string;
  aliases: string[];
  self: boolean;
  uncertain: boolean;
  profile: string | null;
  company?: string;
  role?: string;
  emails: string[];
  lastMet: string | null;
  meetings: string[];
  owns: TaskId[];
}

interface ExportedMeeting {
  path: string;
  title: string;
  date: string | null;
  person: PersonId | null;
  participants: PersonId[];
  topics: string[];
  summary?: string;
  sourceRef?: string;
  tasks: TaskId[];
}

export interface ExportedTask extends TaskDates {
  id: TaskId;
  path: string;
  line: number;
  raw: string;
  text: string;
  state: TaskState;
  symbol: string;
  owners: PersonId[];
  unresolvedOwners: string[];
  priority: Priority;
  tags: string[];
}

/** The same, its lists made while one goes through them, once: all at once they are as large as a large graph. */
export type VaultPieces = {
  [Field in keyof VaultExport]: VaultExport[Field] extends (infer Item)[]
    ? Iterable<Item>
    : VaultExport[Field];
};

/** Everything in one fixed order, so that one vault always gives the same bytes. */
export function exportVault(graph: PeopleGraph): VaultExport {
  const { version, self, people, meetings, tasks, problems } = exportPieces(graph);
  return {
    version,
    self: [...self],
    people: [...people],
    meetings: [...meetings],
    tasks: [...tasks],
    problems: [...problems],
  };
}

export function exportPieces(graph: PeopleGraph): VaultPieces {
  const people = peopleInOrder(graph);
  const meetings = graph.meetings().sort((a, b) => byText(a.path, b.path));
  return {
    version: 1,
    self: people.filter(person => person.self).map(person => person.id),
    people: each(people, exportPerson),
    meetings: each(meetings, meeting => exportMeeting(graph, meeting)),
    tasks: each(tasksInOrder(graph), task => exportTask(graph, task)),
    problems: sortedProblems(graph.problems()),
  };
}

function* each<From, To>(items: readonly From[], to: (item: From) => To): Generator<To> {
  for (const item of items) yield to(item);
}

/** By their ids. */
export const peopleInOrder = (graph: PeopleGraph): Person[] =>
  graph.people().sort((a, b) => byText(a.id, b.id));

/** By where they stand. */
export const tasksInOrder = (graph: PeopleGraph): TaskNode[] =>
  graph
    .paths()
    .sort(byText)
    .flatMap(path => graph.tasks(path));

export function sortedProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => byText(a.path, b.path) || (a.line ?? -1) - (b.line ?? -1) || byText(a.message, b.message),
  );
}

export function exportPerson(person: Person): ExportedPerson {
  const { id, name, aliases, self, uncertain, profile, company, role, emails, lastMet, meetings, owns } =
    person;
  return given<ExportedPerson>({
    id,
    name,
    aliases,
    self,
    uncertain,
    profile: profile?.path ?? null,
    company,
    role,
    emails,
    lastMet,
    meetings: meetings.map(({ path }) => path),
    owns: owns.map(({ id }) => id),
  });
}

function exportMeeting(graph: PeopleGraph, meeting: MeetingRecord): ExportedMeeting {
  const { path, title, date, person, participants, sourceRef } = meeting;
  return given<ExportedMeeting>({
    path,
    title,
    date,
    person: graph.idsOf(person === undefined ? [] : [person], path)[0] ?? null,
    participants: graph.idsOf(participants, path),
    topics: topicsOf(graph, meeting),
    summary: summaryOf(meeting),
    sourceRef,
    tasks: graph.tasks(path).map(({ id }) => id),
  });
}

export function exportTask(graph: PeopleGraph, task: TaskNode): ExportedTask {
  const { id, record, note } = task;
  return given<ExportedTask>({
    id,
    path: note.path,
    line: record.line,
    raw: record.raw,
    text: record.text,
    state: record.state,
    symbol: record.symbol,
    owners: graph.ownersOf(task),
    unresolvedOwners: record.owners
      .filter(label => graph.idsOf([label], note.path).length === 0 && nameKey(label) !== '')
      .map(shownName),
    due: record.due,
    scheduled: record.scheduled,
    start: record.start,
    created: record.created,
    done: record.done,
    cancelled: record.cancelled,
    priority: record.priority,
    tags: record.tags,
  });
}

/** Without the fields that are missing. Records spread into one another would each have a shape of its own in the engine. */
function given<Fields extends object>(fields: {
  [Key in keyof Fields]: Fields[Key] | undefined;
}): Fields {
  const found: Partial<Fields> = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined) found[key] = value;
  }
  return found as Fields;
}
