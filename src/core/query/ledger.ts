import { answerOf } from '../answerOf';
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

/** The open tasks between self and a person. A task that only third people own is theirs, not this person's. */
export interface Ledger {
  proposed: TaskNode[];
  iOwe: TaskNode[];
  theyOwe: TaskNode[];
  unassigned: TaskNode[];
}

export type LedgerCounts = Record<keyof Ledger, number>;

/** Who has to act on a task, be it proposed or not. */
type Side = Exclude<keyof Ledger, 'proposed'>;

export const ledgerOf = (graph: PeopleGraph, person: Person): Ledger => answerOf(readLedger(graph, person));

/** The same in steps: self may own tens of thousands. */
export function* readLedger(graph: PeopleGraph, person: Person): Generator<void, Ledger> {
  const piles = { proposed: newPile(), iOwe: newPile(), theyOwe: newPile(), unassigned: newPile() };
  yield* eachTask(graph, person, isOpen, (task, side) => pileUp(piles[columnOf(task, side)], task));
  return {
    proposed: yield* inOrder(piles.proposed),
    iOwe: yield* inOrder(piles.iOwe),
    theyOwe: yield* inOrder(piles.theyOwe),
    unassigned: yield* inOrder(piles.unassigned),
  };
}

/**
 * One column of the open tasks of everybody: what anybody else owns is theirs, what self alone owns is self's. There may
 * be tens of thousands: each step reads one note.
 */
export function* ledgerOfAll(graph: PeopleGraph, column: keyof Ledger): Generator<void, TaskNode[]> {
  const pile = newPile();
  for (const path of graph.paths().sort()) {
    for (const task of graph.tasks(path)) {
      if (!isOpen(task.record.state)) continue;
      const owners = graph.ownersOf(task);
      const isTheirs = owners.some(id => id !== graph.selfId);
      const side = isTheirs ? 'theyOwe' : owners.length > 0 ? 'iOwe' : 'unassigned';
      if (columnOf(task, side) === column) pileUp(pile, task);
    }
    yield;
  }
  return yield* inOrder(pile);
}

/** Tasks, those as urgent together. */
type Pile = Map<string, TaskNode[]>;
const newPile = (): Pile => new Map();

function pileUp(pile: Pile, task: TaskNode): void {
  const { due = '9999', priority } = task.record;
  ensure(pile, `${due} ${PRIORITIES.indexOf(priority)}`, () => []).push(task);
}

/** Due first, then what matters more, then where it stands. */
function* inOrder(pile: Pile): Generator<void, TaskNode[]> {
  const tasks: TaskNode[] = [];
  for (const key of [...pile.keys()].sort()) {
    for (const task of pile.get(key)?.sort(byPlace) ?? []) tasks.push(task);
    yield;
  }
  return tasks;
}

/** The proposed tasks between self and a person. */
export const proposedOf = (graph: PeopleGraph, person: Person): TaskNode[] =>
  ledgerOf(graph, person).proposed;

/** What was done between self and a person, the last first; undated ones come last. */
export function recentlyDone(graph: PeopleGraph, person: Person): TaskNode[] {
  const tasks: TaskNode[] = [];
  answerOf(eachTask(graph, person, isDone, task => tasks.push(task)));
  return tasks.sort((a, b) => byText(doneOn(b), doneOn(a)) || byText(a.note.path, b.note.path));
}

const doneOn = ({ record }: TaskNode): string => record.done ?? '';

export function countLedger(graph: PeopleGraph, person: Person): LedgerCounts {
  const counts: LedgerCounts = { proposed: 0, iOwe: 0, theyOwe: 0, unassigned: 0 };
  answerOf(eachTask(graph, person, isOpen, (task, side) => counts[columnOf(task, side)]++));
  return counts;
}

/** How many are open, the proposed ones aside. */
export const countOpen = ({ iOwe, theyOwe, unassigned }: LedgerCounts): number => iOwe + theyOwe + unassigned;

const isDone = (state: TaskState): boolean => state === 'done';
const isOpen = (state: TaskState): boolean => state !== 'done' && state !== 'rejected';

/** Visits what a person owns, and of the notes about them what self or nobody owns; in steps, a note each. */
function* eachTask(
  graph: PeopleGraph,
  person: Person,
  isWanted: (state: TaskState) => boolean,
  visit: (task: TaskNode, side: Side) => void,
): Generator<void, void> {
  const { id, self, owns } = person;
  for (const [nth, task] of owns.entries()) {
    if (isWanted(task.record.state)) visit(task, self ? 'iOwe' : 'theyOwe');
    if (task.note !== owns[nth + 1]?.note) yield;
  }
  // On one's own page there is nobody else: what nobody owns belongs to the meeting's other people.
  if (self) return;
  for (const { path } of notesAbout(graph, person)) {
    for (const task of graph.tasks(path)) {
      if (!isWanted(task.record.state)) continue;
      const owners = graph.ownersOf(task);
      if (owners.includes(graph.selfId) && !owners.includes(id)) visit(task, 'iOwe');
      else if (owners.length === 0) visit(task, 'unassigned');
    }
    yield;
  }
}

const columnOf = ({ record }: TaskNode, side: Side): keyof Ledger =>
  record.state === 'proposed' ? 'proposed' : side;

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
