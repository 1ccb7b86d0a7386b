import { daysBetween } from '../dates';
import { ensure } from '../ensure';
import {
  attendees,
  byPlace,
  byText,
  type PeopleGraph,
  type Person,
  type PersonId,
  type TaskId,
  type TaskNode,
} from '../graph/PeopleGraph';
import { PRIORITIES } from '../records';
import { searchable } from '../graph/spellings';
import { peopleOf } from './ledger';
import { copiesOf, dateOf } from './meetings';
import { isProposed, isPutOff, isWaiting } from './proposals';
import { namesOf } from '../shapes';

/** Proposals that say the same, decided together or one by one. */
export interface TriageUnit {
  /** Those to decide, the one that says most first. Never empty. */
  tasks: TaskNode[];
  /** All that say the same, those decided or left out by the filter too. */
  cluster: readonly TaskNode[];
}

/** Which proposals to go through. */
export interface TriageFilter {
  query: string;
  owner: OwnerFilter;
  age: AgeFilter;
  auto: AutoFilter;
  /** Who it is about: whom the meeting was with, or who owns the task. */
  person: PersonId | null;
  /** Paths of notes; copies of a meeting count as the same. */
  notes: readonly string[] | null;
}

export const NO_FILTER: TriageFilter = {
  query: '',
  owner: 'anybody',
  age: 'any',
  auto: 'any',
  person: null,
  notes: null,
};

/** By what is filtered at all. */
export const filteredBy = (filter: TriageFilter): (keyof TriageFilter)[] =>
  namesOf(NO_FILTER).filter(key => filter[key] !== NO_FILTER[key]);

const OWNERS = {
  anybody: () => true,
  mine: (owners, self) => owners.includes(self),
  others: (owners, self) => owners.length > 0 && !owners.includes(self),
  nobody: owners => owners.length === 0,
} satisfies Record<string, (owners: readonly PersonId[], self: PersonId) => boolean>;

/** Of the meeting, in days; what has no date is as old as can be. */
const AGES = {
  any: () => true,
  week: days => days <= 7,
  month: days => days <= 31,
  older: days => days > 31,
} satisfies Record<string, (days: number) => boolean>;

const AUTO_TAG = '#auto';
const AUTO = {
  any: () => true,
  auto: tags => tags.includes(AUTO_TAG),
  written: tags => !tags.includes(AUTO_TAG),
} satisfies Record<string, (tags: readonly string[]) => boolean>;

export type OwnerFilter = keyof typeof OWNERS;
export type AgeFilter = keyof typeof AGES;
export type AutoFilter = keyof typeof AUTO;
export const OWNER_FILTERS = namesOf(OWNERS);
export const AGE_FILTERS = namesOf(AGES);
export const AUTO_FILTERS = namesOf(AUTO);

/** The day on which the first of the proposals that were put off comes up again; null where there is none. */
export function nextDay(tasks: readonly TaskNode[], today: string): string | null {
  const days = tasks
    .filter(task => isProposed(task) && isPutOff(task, today))
    .map(({ record }) =>
      [record.scheduled, record.start]
        .filter(day => day !== undefined)
        .sort(byText)
        .at(-1),
    );
  return days.filter(day => day !== undefined).sort(byText)[0] ?? null;
}

export interface TriageQuestion {
  clusterOf: (task: TaskNode) => readonly TaskNode[];
  filter: TriageFilter;
  sort: TriageSort;
  /** ISO. */
  today: string;
}

/**
 * What is left to decide, in order: those that say the same together. There may be tens of thousands: each step looks at
 * the tasks of one note.
 */
export function* triageQueue(
  graph: PeopleGraph,
  { clusterOf, filter, sort, today }: TriageQuestion,
): Generator<void, TriageUnit[]> {
  const passes = filterOf(graph, filter, today);
  /** By what counts first: no group takes long to sort. */
  const groups = new Map<string, { unit: TriageUnit; key: string }[]>();
  const seen = new Set<TaskId>();
  for (const path of graph.paths()) {
    for (const task of graph.tasks(path)) {
      if (!isWaiting(task, today) || seen.has(task.id)) continue;
      const cluster = clusterOf(task);
      for (const { id } of cluster) seen.add(id);
      const tasks = cluster.filter(each => isWaiting(each, today) && passes(each)).sort(bySaying);
      if (tasks.length === 0) continue;
      const [first, ...others] = SORTS[sort](factsOf(graph, cluster));
      const key = [...others, placeOf(cluster)].join('\n');
      ensure(groups, first, () => []).push({ unit: { tasks, cluster }, key });
    }
    yield;
  }
  const queue: TriageUnit[] = [];
  for (const first of [...groups.keys()].sort()) {
    const group = groups.get(first) ?? [];
    for (const { unit } of group.sort((a, b) => byText(a.key, b.key))) queue.push(unit);
    yield;
  }
  return queue;
}

/** Asks a task only about what is filtered at all. */
function filterOf(graph: PeopleGraph, filter: TriageFilter, today: string): (task: TaskNode) => boolean {
  const { owner, auto, age, person } = filter;
  const words = searchable(filter.query).split(' ').filter(Boolean);
  const notes = new Set(filter.notes?.flatMap(path => copiesOf(graph, path)));
  const tests: Record<keyof TriageFilter, (task: TaskNode) => boolean> = {
    owner: task => OWNERS[owner](graph.ownersOf(task), graph.selfId),
    auto: ({ record }) => AUTO[auto](record.tags),
    age: ({ note }) => {
      const date = dateOf(note);
      return AGES[age](date === null ? Infinity : daysBetween(date, today));
    },
    notes: ({ note }) => notes.has(note.path),
    person: task =>
      person === null || graph.ownersOf(task).includes(person) || peopleOf(graph, task.note).includes(person),
    query: task => {
      const { text, owners, tags } = task.record;
      const searched = searchable([text, ...owners, ...tags, titleOf(task)].join(' '));
      return words.every(word => searched.includes(word));
    },
  };
  const asked = filteredBy(filter).map(key => tests[key]);
  return task => asked.every(test => test(task));
}

const titleOf = ({ note }: TaskNode): string =>
  note.kind === 'meeting' ? [note.title, ...attendees(note)].join(' ') : note.name;

/** Whom a proposal is about: whom the meeting was with, else who owns it. */
export function personOf(graph: PeopleGraph, task: TaskNode): Person | undefined {
  const [id = graph.ownersOf(task).find(owner => owner !== graph.selfId)] = peopleOf(graph, task.note);
  return id === undefined ? undefined : graph.person(id);
}

/** What units are sorted by; those of the whole cluster, so that deciding one task moves nothing. */
interface SortFacts {
  met: string;
  person: PersonId;
  priority: string;
  due: string;
}

function factsOf(graph: PeopleGraph, cluster: readonly TaskNode[]): SortFacts {
  const people = cluster.flatMap(task => personOf(graph, task) ?? []);
  const [latest] = people.sort((a, b) => byText(b.lastMet ?? '', a.lastMet ?? '') || byText(a.id, b.id));
  return {
    met: latest?.lastMet ?? '',
    person: latest?.id ?? '',
    priority: String(Math.min(...cluster.map(({ record }) => PRIORITIES.indexOf(record.priority)))),
    due: cluster.map(({ record }) => record.due ?? UNDATED).sort()[0] ?? UNDATED,
  };
}

/** The last resort. */
function placeOf(cluster: readonly TaskNode[]): string {
  const { note, record } = cluster.reduce((a, b) => (byPlace(a, b) <= 0 ? a : b));
  return `${note.path}\n${String(record.line).padStart(9, '0')}`;
}

const UNDATED = '9999';

/** Sorts the other way round, nobody met last. */
const latestFirst = (day: string): string =>
  day === '' ? '~' : day.replace(/\d/g, digit => String(9 - Number(digit)));

/** Ways to sort the queue: what counts first, and what tells apart those in which it is the same. */
const SORTS = {
  'met-last': ({ met, person, priority, due }) => [latestFirst(met), person, priority, due],
  'met-long-ago': ({ met, person, priority, due }) => [met, person, priority, due],
  priority: ({ met, priority, due }) => [priority, due, latestFirst(met)],
  due: ({ met, priority, due }) => [due, priority, latestFirst(met)],
} satisfies Record<string, (facts: SortFacts) => [string, ...string[]]>;

export type TriageSort = keyof typeof SORTS;
export const TRIAGE_SORTS = namesOf(SORTS);

/** The newest first, since it carries what was said since; then the one that says most. */
function bySaying(a: TaskNode, b: TaskNode): number {
  const facts = ({ record }: TaskNode) =>
    Number(record.due !== undefined) + Number(record.owners.length > 0) + Number(record.priority !== 'none');
  return (
    byText(dateOf(b.note) ?? '', dateOf(a.note) ?? '') ||
    facts(b) - facts(a) ||
    b.record.text.length - a.record.text.length ||
    byPlace(a, b)
  );
}
