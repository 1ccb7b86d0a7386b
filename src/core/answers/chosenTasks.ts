import { CHANGES_FROM } from '../edit/taskChange';
import type { PeopleGraph, TaskNode } from '../graph/PeopleGraph';
import { tasksInOrder } from '../query/exportVault';
import { proposedOf } from '../query/ledger';
import { isProposed } from '../query/proposals';
import type { Verdict } from './decision';
import { personNamed } from './people';

/** Which tasks: those of a note, of a person, or one by its id; all where nothing else is said. */
export interface TaskChoice {
  note?: string | undefined;
  person?: string | undefined;
  task?: string | undefined;
  all: boolean;
}

/** The words of a choice, of which one is chosen. */
export const CHOICES = ['note', 'person', 'task', 'all'] as const;

/** How many were. */
export const countChoices = (words: TaskChoice): number =>
  CHOICES.filter(choice => (words[choice] ?? false) !== false).length;

/**
 * The proposed tasks a command is about, in the order of their notes and lines. Only a task named by its id may be
 * rejected when it is open, but not proposed. Throws where there is no such note, person or task.
 * @param pathOf The path in the vault that is meant by what was written as a note.
 */
export function chosenTasks(
  graph: PeopleGraph,
  verdict: Verdict,
  { note, person, task: id }: TaskChoice,
  pathOf: (note: string) => string,
): readonly TaskNode[] {
  if (id !== undefined) {
    const task = graph.task(id);
    if (!task) throw new Error(`There is no task ${id}.`);
    return CHANGES_FROM[verdict].includes(task.record.state) ? [task] : [];
  }
  if (note !== undefined) {
    const path = pathOf(note);
    if (!graph.note(path)) throw new Error(`There is no note ${note} of the types asked for.`);
    return graph.tasks(path).filter(isProposed);
  }
  if (person !== undefined) return proposedOf(graph, personNamed(graph, person));
  return tasksInOrder(graph).filter(isProposed);
}
