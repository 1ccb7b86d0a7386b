import { ensure } from '../ensure';
import {
  byPlace,
  byText,
  type PeopleGraph,
  type Person,
  type PersonId,
  type TaskNode,
} from '../graph/PeopleGraph';
import { PRIORITIES, type MeetingRecord, type NoteRecord, type TaskState } from '../records';

/** Who has to act on a task between self and somebody else. */
export type Side = 'i-owe' | 'they-owe' | 'unassigned';

export interface LedgerEntry {
  task: TaskNode;
  side: Side;
}

/** The open tasks between self and a person. A task that only third people own is theirs, not this person's. */
export interface Ledger {
  proposed: LedgerEntry[];
  iOwe: LedgerEntry[];
  theyOwe: LedgerEntry[];
  unassigned: LedgerEntry[];
}

export type LedgerCounts = Record<keyof Ledger, number>;

const COLUMN: Record<Side, 'iOwe' | 'theyOwe' | 'unassigned'> = {
  'i-owe': 'iOwe',
  'they-owe': 'theyOwe',
  unassigned: 'unassigned',
};

export function ledgerOf(graph: PeopleGraph, person: Person): Ledger {
  const ledger: Ledger = { proposed: [], iOwe: [], theyOwe: [], unassigned: [] };
  eachEntry(graph, person, isOpen, (task, side) => ledger[columnOf(task, side)].push({ task, side }));
  for (const entries of Object.values(ledger) as LedgerEntry[][]) entries.sort(byUrgency);
  return ledger;
}

/**
 * One column of the open tasks of everybody: what anybody else owns is theirs, what self alone owns is self's. There may
 * be tens of thousands, so each step reads one note, in its place, and puts its tasks with those as urgent.
 */
export function* ledgerOfAll(graph: PeopleGraph, column: keyof Ledger): Generator<void, LedgerEntry[]> {
  const asUrgent = new Map<string, LedgerEntry[]>();
  for (const path of graph.paths().sort()) {
    for (const task of graph.tasks(path)) {
      const { state, due = '9999', priority } = task.record;
      if (!isOpen(state)) continue;
      const owners = graph.ownersOf(task);
      const isTheirs = owners.some(id => id !== graph.selfId);
      const side = isTheirs ? 'they-owe' : owners.length > 0 ? 'i-owe' : 'unassigned';
      if (columnOf(task, side) !== column) continue;
      ensure(asUrgent, `${due} ${PRIORITIES.indexOf(priority)}`, () => []).push({ task, side });
    }
    yield;
  }
  return [...asUrgent.keys()].sort().flatMap(key => asUrgent.get(key) ?? []);
}

/** The proposed tasks between self and a person. */
export const proposedOf = (graph: PeopleGraph, person: Person): TaskNode[] =>
  ledgerOf(graph, person).proposed.map(({ task }) => task);

/** What was done between self and a person, the last first; undated ones come last. */
export function recentlyDone(graph: PeopleGraph, person: Person): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  eachEntry(
    graph,
    person,
    state => state === 'done',
    (task, side) => entries.push({ task, side }),
  );
  return entries.sort(
    ({ task: a }, { task: b }) => byText(doneOn(b), doneOn(a)) || byText(a.note.path, b.note.path),
  );
}

const doneOn = ({ record }: TaskNode): string => record.done ?? '';

export function countLedger(graph: PeopleGraph, person: Person): LedgerCounts {
  const counts: LedgerCounts = { proposed: 0, iOwe: 0, theyOwe: 0, unassigned: 0 };
  eachEntry(graph, person, isOpen, (task, side) => counts[columnOf(task, side)]++);
  return counts;
}

/** How many are open, the proposed ones aside. */
export const countOpen = ({ iOwe, theyOwe, unassigned }: LedgerCounts): number => iOwe + theyOwe + unassigned;

const isOpen = (state: TaskState): boolean => state !== 'done' && state !== 'rejected';

/** Visits what a person owns, and of the notes about them what self or nobody owns. */
function eachEntry(
  graph: PeopleGraph,
  person: Person,
  isWanted: (state: TaskState) => boolean,
  visit: (task: TaskNode, side: Side) => void,
): void {
  const { id, self, owns } = person;
  for (const task of owns) if (isWanted(task.record.state)) visit(task, self ? 'i-owe' : 'they-owe');
  // On one's own page there is nobody else: what nobody owns belongs to the meeting's other people.
  if (self) return;
  for (const { path } of notesAbout(graph, person))
    for (const task of graph.tasks(path)) {
      if (!isWanted(task.record.state)) continue;
      const owners = graph.ownersOf(task);
      if (owners.includes(graph.selfId) && !owners.includes(id)) visit(task, 'i-owe');
      else if (owners.length === 0) visit(task, 'unassigned');
    }
}

const columnOf = ({ record }: TaskNode, side: Side): keyof Ledger =>
  record.state === 'proposed' ? 'proposed' : COLUMN[side];

/** Whom a meeting was with: its person, or where it names none (or only self) everybody else who took part. */
export function counterparts(graph: PeopleGraph, meeting: MeetingRecord): PersonId[] {
  const others = (labels: readonly string[]) =>
    graph.idsOf(labels, meeting.path).filter(id => id !== graph.selfId);
  const main = others(meeting.person === undefined ? [] : [meeting.person]);
  return main.length > 0 ? main : others(meeting.participants);
}

/** Whom a note is about: whom the meeting was with, or whose profile it is; nobody where it is not indexed. */
export function peopleOf(graph: PeopleGraph, note: NoteRecord | undefined): PersonId[] {
  if (!note) return [];
  return note.kind === 'meeting' ? counterparts(graph, note) : graph.idsOf([note.name]);
}

const notesAbout = (graph: PeopleGraph, { id, meetings, profile }: Person): NoteRecord[] => [
  ...meetings.filter(meeting => counterparts(graph, meeting).includes(id)),
  ...(profile ? [profile] : []),
];

/** Due first, then what matters more, then where it stands. */
function byUrgency({ task: a }: LedgerEntry, { task: b }: LedgerEntry): number {
  return (
    byText(a.record.due ?? '9999', b.record.due ?? '9999') ||
    PRIORITIES.indexOf(a.record.priority) - PRIORITIES.indexOf(b.record.priority) ||
    byPlace(a, b)
  );
}
