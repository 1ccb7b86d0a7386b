import { daysBetween } from '../dates';
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
export const OWNER_FILTERS = Object.keys(OWNERS) as OwnerFilter[];
export const AGE_FILTERS = Object.keys(AGES) as AgeFilter[];
export const AUTO_FILTERS = Object.keys(AUTO) as AutoFilter[];

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
  clusterOf: (id: TaskId) => readonly TaskNode[];
  filter: TriageFilter;
  sort: TriageSort;
  /** ISO. */
  today: string;
}

/** What is left to decide, in order: those that say the same together. */
export function triageQueue(
  graph: PeopleGraph,
  { clusterOf, filter, sort, today }: TriageQuestion,
): TriageUnit[] {
  const passes = filterOf(graph, filter, today);
  const units: TriageUnit[] = [];
  const seen = new Set<TaskId>();
  for (const task of graph.tasks()) {
    if (seen.has(task.id) || !isWaiting(task, today)) continue;
    const cluster = clusterOf(task.id);
    for (const { id } of cluster) seen.add(id);
    const tasks = cluster.filter(each => isWaiting(each, today) && passes(each)).sort(bySaying);
    if (tasks.length > 0) units.push({ tasks, cluster });
  }
  return units
    .map(unit => ({ unit, key: sortKeyOf(graph, unit) }))
    .sort((a, b) => SORTS[sort](a.key, b.key) || byPlace(a.key.place, b.key.place))
    .map(({ unit }) => unit);
}

function filterOf(graph: PeopleGraph, filter: TriageFilter, today: string): (task: TaskNode) => boolean {
  const words = searchable(filter.query).split(' ').filter(Boolean);
  const notes = filter.notes && new Set(filter.notes.flatMap(path => copiesOf(graph, path)));
  return task => {
    const { note, record } = task;
    const owners = graph.ownersOf(task);
    const date = dateOf(note);
    if (!OWNERS[filter.owner](owners, graph.selfId)) return false;
    if (!AUTO[filter.auto](record.tags)) return false;
    if (!AGES[filter.age](date === null ? Infinity : daysBetween(date, today))) return false;
    if (notes && !notes.has(note.path)) return false;
    if (
      filter.person !== null &&
      !owners.includes(filter.person) &&
      !peopleOf(graph, note).includes(filter.person)
    )
      return false;
    if (words.length === 0) return true;
    const text = searchable([record.text, ...record.owners, ...record.tags, titleOf(task)].join(' '));
    return words.every(word => text.includes(word));
  };
}

const titleOf = ({ note }: TaskNode): string =>
  note.kind === 'meeting' ? [note.title, ...attendees(note)].join(' ') : note.name;

/** Whom a proposal is about: whom the meeting was with, else who owns it. */
export function personOf(graph: PeopleGraph, task: TaskNode): Person | undefined {
  const [id = graph.ownersOf(task).find(owner => owner !== graph.selfId)] = peopleOf(graph, task.note);
  return id === undefined ? undefined : graph.person(id);
}

/** What a unit is sorted by; that of its whole cluster, so that deciding one task moves nothing. */
interface SortKey {
  /** The last resort. */
  place: TaskNode;
  met: string;
  person: PersonId;
  priority: number;
  due: string;
}

function sortKeyOf(graph: PeopleGraph, { cluster }: TriageUnit): SortKey {
  const people = cluster.flatMap(task => personOf(graph, task) ?? []);
  const [latest] = people.sort((a, b) => byText(b.lastMet ?? '', a.lastMet ?? '') || byText(a.id, b.id));
  return {
    place: cluster.reduce((a, b) => (byPlace(a, b) <= 0 ? a : b)),
    met: latest?.lastMet ?? '',
    person: latest?.id ?? '',
    priority: Math.min(...cluster.map(({ record }) => PRIORITIES.indexOf(record.priority))),
    due: cluster.map(({ record }) => record.due ?? UNDATED).sort(byText)[0] ?? UNDATED,
  };
}

const UNDATED = '9999';

type Order = (a: SortKey, b: SortKey) => number;
const byPerson: Order = (a, b) => byText(a.person, b.person);
const byPriority: Order = (a, b) => a.priority - b.priority;
const byDue: Order = (a, b) => byText(a.due, b.due);
const metLast: Order = (a, b) => byText(b.met, a.met);

/** One after the other, the first that tells the two apart. */
const inTurn =
  (...orders: Order[]): Order =>
  (a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };

/** Ways to sort the queue. */
const SORTS = {
  'met-last': inTurn(metLast, byPerson, byPriority, byDue),
  'met-long-ago': inTurn((a, b) => metLast(b, a), byPerson, byPriority, byDue),
  priority: inTurn(byPriority, byDue, metLast),
  due: inTurn(byDue, byPriority, metLast),
} satisfies Record<string, Order>;

export type TriageSort = keyof typeof SORTS;
export const TRIAGE_SORTS = Object.keys(SORTS) as TriageSort[];

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
