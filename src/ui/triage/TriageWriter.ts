import type { StateAction, TaskAction, TaskChange } from '../../core/edit/taskChange';
import type { TaskNode } from '../../core/graph/PeopleGraph';

/** A change for each of the tasks that are decided together. */
export interface Decision {
  task: TaskNode;
  change: TaskChange;
}

/** What became of decisions. */
export interface DecisionReport {
  refused: readonly { path: string; line: number; reason: string }[];
  /** How many were left alone because the user called it off. */
  calledOff?: number;
  /** What undo would take back; the same object is in the report of that undo. Absent where nothing was changed. */
  step?: object;
}

/** The way from triage to the vault; it asks, writes and resolves when it is done. Never rejects. */
export interface TriageWriter {
  /** One step of undo. Says nothing where all went well. */
  decide(title: string, decisions: readonly Decision[]): Promise<DecisionReport>;
  /** Takes the last step back, whatever it was; null where there is none. Says so, unless all went well and it is `ours`. */
  takeBack(ours: (step?: object) => unknown): Promise<DecisionReport | null>;
  /** Asks what an action needs to know beside the task. */
  ask(action: TaskAction, task: TaskNode, then: (change: TaskChange) => void): void;
  /** Shows every line a change would alter, and takes those that are left chosen. */
  preview(action: StateAction, tasks: readonly TaskNode[], take: (tasks: readonly TaskNode[]) => void): void;
  /** A link from one note to a task in another. */
  linkTo(task: TaskNode, from: string): string;
}
