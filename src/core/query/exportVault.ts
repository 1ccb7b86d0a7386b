import {
  byPlace,
  byText,
  type PeopleGraph,
  type Person,
  type PersonId,
  type TaskId,
  type TaskNode,
} from '../graph/PeopleGraph';
import { nameKey, shownName } from '../note/names';
import type { MeetingRecord, Priority, Problem, TaskDates, TaskState } from '../records';
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

/** Everything in one fixed order, so that one vault always gives the same bytes. */
export function exportVault(graph: PeopleGraph): VaultExport {
  const people = peopleInOrder(graph);
  const notes = graph
    .paths()
    .sort(byText)
    .flatMap(path => graph.note(path) ?? []);
  return {
    version: 1,
    self: people.filter(person => person.self).map(person => person.id),
    people: people.map(exportPerson),
    meetings: notes.filter(note => note.kind === 'meeting').map(meeting => exportMeeting(graph, meeting)),
    tasks: tasksInOrder(graph).map(task => exportTask(graph, task)),
    problems: sortedProblems(graph.problems()),
  };
}

/** By their ids. */
export const peopleInOrder = (graph: PeopleGraph): Person[] =>
  graph.people().sort((a, b) => byText(a.id, b.id));

/** By where they stand. */
export const tasksInOrder = (graph: PeopleGraph): TaskNode[] => [...graph.tasks()].sort(byPlace);

export function sortedProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => byText(a.path, b.path) || (a.line ?? -1) - (b.line ?? -1) || byText(a.message, b.message),
  );
}

export function exportPerson(person: Person): ExportedPerson {
  return {
    ...pick(person, 'id', 'name', 'aliases', 'self', 'uncertain'),
    profile: person.profile?.path ?? null,
    ...pick(person, 'company', 'role', 'emails', 'lastMet'),
    meetings: person.meetings.map(({ path }) => path),
    owns: person.owns.map(({ id }) => id),
  };
}

function exportMeeting(graph: PeopleGraph, meeting: MeetingRecord): ExportedMeeting {
  return {
    ...pick(meeting, 'path', 'title', 'date'),
    person: graph.idsOf(meeting.person === undefined ? [] : [meeting.person], meeting.path)[0] ?? null,
    participants: graph.idsOf(meeting.participants, meeting.path),
    topics: topicsOf(graph, meeting),
    ...pick(meeting, 'summary', 'sourceRef'),
    tasks: graph.tasks(meeting.path).map(({ id }) => id),
  };
}

export function exportTask(graph: PeopleGraph, task: TaskNode): ExportedTask {
  const { id, record, note } = task;
  return {
    id,
    path: note.path,
    ...pick(record, 'line', 'raw', 'text', 'state', 'symbol'),
    owners: graph.ownersOf(task),
    unresolvedOwners: record.owners
      .filter(label => graph.idsOf([label], note.path).length === 0 && nameKey(label) !== '')
      .map(shownName),
    ...pick(record, 'due', 'scheduled', 'start', 'created', 'done', 'cancelled', 'priority', 'tags'),
  };
}

/** Fields of a record, in this order; those it lacks are left out. */
function pick<Fields extends object, Key extends keyof Fields>(record: Fields, ...keys: Key[]) {
  const entries = keys.map(key => [key, record[key]] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Pick<Fields, Key>;
}
