import type { PeopleGraph, TaskNode } from '../core/graph/PeopleGraph';
import { Listeners } from '../core/Listeners';
import { Twins } from '../core/graph/twins/Twins';
import type { Strictness } from '../core/graph/twins/strictness';
import type { Twins as TwinScreen } from '../ui/actions';
import { Slices } from '../ui/Slices';

/** Finds tasks that say the same, a slice at a time; begins when somebody first wants to know. */
export class TwinFinder implements TwinScreen {
  readonly #graph: PeopleGraph;
  #strictness: Strictness;

  #twins: Twins | null = null;
  #stopFollowing: (() => void) | null = null;
  readonly #listeners = new Listeners();
  readonly #slices = new Slices(isTimeUp => {
    if (this.#twins?.settle(isTimeUp) === false) return false;
    this.#listeners.call();
    return true;
  });

  constructor(graph: PeopleGraph, strictness: Strictness) {
    this.#graph = graph;
    this.#strictness = strictness;
  }

  start(): void {
    if (this.#twins) return;
    this.#twins = new Twins(this.#graph, this.#strictness);
    this.#stopFollowing = this.#graph.onChange(() => this.#slices.goOn());
    this.#slices.goOn();
  }

  stop(): void {
    this.#slices.stop();
    this.#stopFollowing?.();
    this.#twins?.stop();
    this.#listeners.clear();
  }

  setStrictness(strictness: Strictness): void {
    this.#strictness = strictness;
    this.#twins?.setStrictness(strictness);
    if (this.#twins) this.#slices.goOn();
  }

  get isSettled(): boolean {
    return this.#twins?.isSettled ?? false;
  }

  clusterOf(task: TaskNode): readonly TaskNode[] {
    return this.#twins?.clusterOf(task) ?? [task];
  }

  relatedTo(task: TaskNode): readonly TaskNode[] {
    return this.#twins?.relatedTo(task) ?? [];
  }

  onSettled(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }
}
