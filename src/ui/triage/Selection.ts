import type { TaskId, TaskNode } from '../../core/graph/PeopleGraph';

/** Tasks that are chosen to be decided together. */
export class Selection {
  readonly #ids = new Set<TaskId>();
  /** Where a range begins. */
  #anchor: TaskId | null = null;

  has(id: TaskId): boolean {
    return this.#ids.has(id);
  }

  /** Those of `queue` that are chosen, in its order. */
  in(queue: readonly TaskNode[]): TaskNode[] {
    return this.#ids.size === 0 ? [] : queue.filter(({ id }) => this.#ids.has(id));
  }

  choose(tasks: readonly TaskNode[]): void {
    this.#ids.clear();
    for (const { id } of tasks) this.#ids.add(id);
  }

  toggle(id: TaskId): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = id;
  }

  /** Chooses what lies between where the range began, or else `from`, and `to`. */
  extend(queue: readonly TaskNode[], from: TaskNode, to: TaskNode): void {
    if (queue.every(({ id }) => id !== this.#anchor)) this.#anchor = from.id;
    const ends = [queue.findIndex(({ id }) => id === this.#anchor), queue.indexOf(to)];
    this.choose(queue.slice(Math.min(...ends), Math.max(...ends) + 1));
  }

  drop(id: TaskId): void {
    this.#ids.delete(id);
    this.#anchor = null;
  }

  clear(): void {
    this.#ids.clear();
    this.#anchor = null;
  }
}
