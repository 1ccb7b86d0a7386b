import type { PeopleGraph, TaskId, TaskNode } from '../core/graph/PeopleGraph';
import { Listeners } from '../core/Listeners';
import { Twins, type Strictness } from '../core/graph/twins/Twins';
import type { Twins as TwinScreen } from '../ui/actions';

/** How long comparing may keep the main thread, in ms; the rest of a frame is the app's. */
const SLICE = 8;

/** Finds tasks that say the same, a slice at a time; begins when somebody first wants to know. */
export class TwinFinder implements TwinScreen {
  private twins: Twins | null = null;
  private timer = 0;
  private stopFollowing: (() => void) | null = null;
  private readonly listeners = new Listeners();

  constructor(
    private readonly graph: PeopleGraph,
    private strictness: Strictness,
  ) {}

  start(): void {
    if (this.twins) return;
    this.twins = new Twins(this.graph, this.strictness);
    this.stopFollowing = this.graph.onChange(() => this.goOn());
    this.goOn();
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.stopFollowing?.();
    this.twins?.stop();
    this.listeners.clear();
  }

  setStrictness(strictness: Strictness): void {
    this.strictness = strictness;
    this.twins?.setStrictness(strictness);
    if (this.twins) this.goOn();
  }

  get isSettled(): boolean {
    return this.twins?.isSettled ?? false;
  }

  clusterOf(id: TaskId): readonly TaskNode[] {
    const task = this.graph.task(id);
    if (this.twins) return this.twins.clusterOf(id);
    return task ? [task] : [];
  }

  relatedTo(id: TaskId): readonly TaskNode[] {
    return this.twins?.relatedTo(id) ?? [];
  }

  onSettled(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  private goOn(): void {
    if (this.timer !== 0) return;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      const end = performance.now() + SLICE;
      if (this.twins?.settle(() => performance.now() > end) === false) this.goOn();
      else this.listeners.call();
    });
  }
}
