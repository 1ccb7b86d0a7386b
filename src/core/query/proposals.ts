import { addDays } from 'date-fns';
import { dayStart, toIsoDate } from '../dates';
import { byPlace, byText, type PeopleGraph, type TaskNode } from '../graph/PeopleGraph';

/** Whether a proposal was put off to a day that has not come. @param today ISO. */
export function isPutOff({ record }: TaskNode, today: string): boolean {
  return (record.scheduled ?? '') > today || (record.start ?? '') > today;
}

export const isProposed = ({ record }: TaskNode): boolean => record.state === 'proposed';

/** Whether a proposal waits to be decided now. @param today ISO. */
export function isWaiting(task: TaskNode, today: string): boolean {
  return isProposed(task) && !isPutOff(task, today);
}

/** Tells which tasks are proposals that waited until they were overdue by more than `days`. @param today ISO. */
function isStale(days: number, today: string): (task: TaskNode) => boolean {
  const last = toIsoDate(addDays(dayStart(today), -days));
  return task => isProposed(task) && task.record.due !== undefined && task.record.due < last;
}

/** How many they are; there may be tens of thousands of tasks: each step looks at one note. */
export function* countStale(graph: PeopleGraph, days: number, today: string): Generator<void, number> {
  const isOverdue = isStale(days, today);
  let count = 0;
  for (const path of graph.paths()) {
    count += graph.tasks(path).filter(isOverdue).length;
    yield;
  }
  return count;
}

/** Proposals that waited until they were overdue by more than `days`. @param today ISO. */
export function staleProposals(graph: PeopleGraph, days: number, today: string): TaskNode[] {
  return graph
    .tasks()
    .filter(isStale(days, today))
    .sort((a, b) => byText(a.record.due ?? '', b.record.due ?? '') || byPlace(a, b));
}
