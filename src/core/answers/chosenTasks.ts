import type { PeopleGraph, TaskNode } from '../graph/PeopleGraph';
import { tasksInOrder } from '../query/exportVault';
import { ledgerOf } from '../query/ledger';
import { NotFoundError } from './answer';
import type { Verdict } from './decision';
import { personNamed } from './people';

/** Which tasks: those of a note, of a person, or one by its id; all where nothing is said. */
export interface TaskChoice {
  note?: string | undefined;
  person?: string | undefined;
  task?: string | undefined;
}

/** The words of a choice, of which one is chosen. */
export const CHOICES = ['note', 'person', 'task', 'all'] as const;

/**
 * The proposed tasks a command is about, in the order of their notes and lines. Only a task named by its id may be
 * rejected when it is open, but not proposed. Throws a NotFoundError where there is no such note, person or task.
 * @param pathOf The path in the vault that is meant by what was written as a note.
 */
export function chosenTasks(
  graph: PeopleGraph,
  verdict: Verdict,
  { note, person, task: id }: TaskChoice,
  pathOf: (note: string) => string,
): TaskNode[] {
  const proposed = (tasks: readonly TaskNode[]) => tasks.filter(({ record }) => record.state === 'proposed');
  if (id !== undefined) {
    const task = graph.task(id);
    if (!task) throw new NotFoundError(`There is no task ${id}.`);
    const isOpen = task.record.state !== 'done' && task.record.state !== 'rejected';
    return verdict === 'reject' && isOpen ? [task] : proposed([task]);
  }
  if (note !== undefined) {
    const path = pathOf(note);
    if (!graph.note(path)) throw new NotFoundError(`There is no note ${note} of the types asked for.`);
    return proposed(graph.tasks(path));
  }
  if (person !== undefined)
    return ledgerOf(graph, personNamed(graph, person)).proposed.map(({ task }) => task);
  return proposed(tasksInOrder(graph));
}
