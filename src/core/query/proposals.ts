import { daysBetween } from '../dates';
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

/** Proposals that waited until they were overdue by more than `days`. @param today ISO. */
export function staleProposals(graph: PeopleGraph, days: number, today: string): TaskNode[] {
  return graph
    .tasks()
    .filter(task => isProposed(task) && task.record.due !== undefined)
    .filter(({ record }) => daysBetween(record.due ?? today, today) > days)
    .sort((a, b) => byText(a.record.due ?? '', b.record.due ?? '') || byPlace(a, b));
}
