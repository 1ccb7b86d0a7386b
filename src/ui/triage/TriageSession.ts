import { Listeners } from '../../core/Listeners';
import type { Verdict } from '../../core/answers/decision';
import type { TaskAction } from '../../core/edit/taskChange';
import type { PeopleGraph, TaskId, TaskNode } from '../../core/graph/PeopleGraph';
import { isProposed, isPutOff, isWaiting } from '../../core/query/proposals';
import {
  filteredBy,
  NO_FILTER,
  triageQueue,
  type TriageFilter,
  type TriageSort,
  type TriageUnit,
} from '../../core/query/triage';
import { isoToday } from '../isoToday';
import type { TwinSource } from '../actions';
import { Slices, takeSteps } from '../Slices';
import { ACTION_WORDS, capitalized } from '../taskWords';
import { Selection } from './Selection';
import { newTriageState, START } from './triageState';
import type { Decision, TriageWriter } from './TriageWriter';
import { inWords, say } from '../../core/words';

/** What the screen shows at one moment. */
export interface TriageMoment {
  units: readonly TriageUnit[];
  /** All tasks of the units, in order. */
  queue: readonly TaskNode[];
  /** Index of the task in focus in `queue`; -1 where there is none. */
  at: number;
  task: TaskNode | undefined;
  unit: TriageUnit | undefined;
}

/** Just decided, with others that say the same: one key rejects them as duplicates of it. */
export interface Offer {
  kept: TaskNode;
  twins: readonly TaskNode[];
}

export interface Failure {
  task: TaskNode;
  reason: string;
}

interface Step {
  step: object;
  /** What was decided; the first is where undo leads back to. */
  ids: readonly TaskId[];
  decided: number;
  alongside: number;
}

const DUPLICATES = ACTION_WORDS.duplicate.done;

/** Of the search for proposals so many steps are taken at once: in most vaults all of them. */
const FIRST_STEPS = 100;

/** Looks for proposals; until all are found, those found before are shown. */
interface Search {
  steps: Generator<void, TriageUnit[]>;
  /** Decided, and so in the graph when it began: it does not find them. */
  decided: readonly TaskId[];
}

/**
 * Going through proposals one by one. A decision is on screen at once and written behind it; what cannot be written
 * comes back with the reason. Nothing is patched: what is decided is what the graph says, sooner or later.
 */
export class TriageSession {
  readonly #graph: PeopleGraph;
  readonly #writer: TriageWriter;
  readonly #today: () => string;

  readonly state = newTriageState();
  /** Decided, but not yet so in the graph. */
  readonly #pending = new Map<TaskId, TaskNode>();
  readonly #failures = new Map<TaskId, Failure>();
  readonly #selected = new Selection();
  #offered: Offer | null = null;
  #steps: Step[] = [];
  #units: readonly TriageUnit[] = [];
  /** Whether others may be to decide than were found. */
  #isToSearch = true;
  #search: Search | null = null;
  readonly #slices = new Slices(isTimeUp => {
    if (!this.#goOnSearching(isTimeUp)) return false;
    this.#listeners.call();
    return true;
  });
  /** On which the units were looked for; ISO. */
  #day = '';
  /** Whether all tasks have been compared once. */
  #compared: boolean;
  #now: TriageMoment | null = null;
  /** Where in the queue the focus was, for when the task in focus is gone. */
  #lastAt = 0;
  #lastPlace: { path: string; line: number } | null = null;
  readonly #listeners = new Listeners();
  readonly #stops: (() => void)[];
  /** What was done last, for those who do not see it. */
  message = '';

  constructor(
    graph: PeopleGraph,
    readonly twins: TwinSource,
    writer: TriageWriter,
    /** Calls a job in a moment, once for however many asked; the graph changes often while it is built. */
    soon: (job: () => void) => () => void = job => job,
    today: () => string = isoToday,
  ) {
    this.#graph = graph;
    this.#writer = writer;
    this.#today = today;
    this.#compared = twins.isSettled;
    const follow = soon(() => {
      // Until what changed is compared again, what says the same would fall apart for a moment.
      if (twins.isSettled || !this.#compared) this.#followGraph();
    });
    this.#stops = [
      graph.onChange(follow),
      twins.onSettled(() => {
        this.#compared = true;
        this.#followGraph();
      }),
      this.state.onChange(() => this.#redraw(false)),
    ];
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#slices.stop();
    this.#listeners.clear();
  }

  /** Calls `listener` when there is something else to show; returns what stops it. */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  // What there is to see

  get moment(): TriageMoment {
    // What was put off until today comes up by itself.
    if (this.#isToSearch || this.#day !== this.#today()) this.#beginSearch();
    return (this.#now ??= this.#look());
  }

  /** Whether none was found yet, and some may be. */
  get isSearching(): boolean {
    return this.#search !== null && this.#units.length === 0;
  }

  /** Whether it is not yet known of all tasks which say the same. */
  get isComparing(): boolean {
    return !this.#compared;
  }

  get offer(): Offer | null {
    return this.#offered;
  }

  get isFiltered(): boolean {
    return filteredBy(this.state.value).length > 0;
  }

  get selection(): readonly TaskNode[] {
    return this.#selected.in(this.moment.queue);
  }

  isSelected(id: TaskId): boolean {
    return this.#selected.has(id);
  }

  failureOf(id: TaskId): string | undefined {
    return this.#failures.get(id)?.reason;
  }

  /** What could not be written and still waits. */
  get failed(): Failure[] {
    return [...this.#failures.values()].filter(({ task }) => this.#graph.current(task));
  }

  /** How many proposals were put off to a later day. */
  get putOff(): TaskNode[] {
    return this.#graph.tasks().filter(task => isProposed(task) && isPutOff(task, this.#today()));
  }

  #beginSearch(): void {
    const { value } = this.state;
    const today = this.#today();
    this.#isToSearch = false;
    this.#day = today;
    this.#search = {
      steps: triageQueue(this.#graph, {
        clusterOf: task => this.twins.clusterOf(task),
        filter: value,
        sort: value.sort,
        today,
      }),
      decided: [...this.#pending.values()].flatMap(task => {
        const now = this.#graph.current(task);
        return now && isWaiting(now, today) ? [] : [task.id];
      }),
    };
    let left = FIRST_STEPS;
    if (!this.#goOnSearching(() => --left === 0)) this.#slices.goOn();
  }

  /** Whether all are found. */
  #goOnSearching(isTimeUp: () => boolean): boolean {
    if (!this.#search) return true;
    const { steps, decided } = this.#search;
    const step = takeSteps(steps, isTimeUp);
    if (!step.done) return false;
    this.#search = this.#now = null;
    this.#units = step.value;
    for (const id of decided) this.#pending.delete(id);
    return true;
  }

  #look(): TriageMoment {
    const units =
      this.#pending.size === 0
        ? this.#units
        : this.#units.flatMap(unit => {
            const tasks = unit.tasks.filter(({ id }) => !this.#pending.has(id));
            return tasks.length > 0 ? [{ ...unit, tasks }] : [];
          });
    const queue = units.flatMap(({ tasks }) => tasks);
    const at = this.#placeIn(queue);
    const task = queue[at];
    if (task) {
      this.#lastAt = at;
      this.#lastPlace = { path: task.note.path, line: task.record.line };
    }
    return { units, queue, at, task, unit: units.find(({ tasks }) => task && tasks.includes(task)) };
  }

  #placeIn(queue: readonly TaskNode[]): number {
    const { focus } = this.state.value;
    const at = queue.findIndex(({ id }) => id === focus);
    if (at >= 0 || queue.length === 0) return at;
    // Reworded, a task has another id and stands where it stood.
    const { path, line } = this.#lastPlace ?? {};
    const same = queue.findIndex(({ note, record }) => note.path === path && record.line === line);
    if (same >= 0) return same;
    return Math.min(this.#lastAt, queue.length - 1);
  }

  // Moving

  focus(id: TaskId): void {
    this.state.update({ focus: id });
  }

  /** @param extend Whether what lies between is selected. */
  move(by: number, extend = false): void {
    const { queue, at, task } = this.moment;
    const next = queue[Math.max(0, Math.min(queue.length - 1, at + by))];
    if (!next || !task) return;
    if (extend) this.#selected.extend(queue, task, next);
    this.focus(next.id);
    this.#redraw(false);
  }

  toggleSelected(id: TaskId): void {
    this.#selected.toggle(id);
    this.#redraw(false);
  }

  selectCluster(): void {
    const { unit } = this.moment;
    this.#selected.choose(this.selectsCluster ? [] : (unit?.tasks ?? []));
    this.#redraw(false);
  }

  /** Whether just the tasks that say the same as the one in focus are selected. */
  get selectsCluster(): boolean {
    const { tasks = [] } = this.moment.unit ?? {};
    const chosen = tasks.every(({ id }) => this.#selected.has(id));
    return tasks.length > 1 && chosen && this.selection.length === tasks.length;
  }

  clearSelection(): void {
    this.#selected.clear();
    this.#redraw(false);
  }

  /** Those that fit, whatever was chosen before; without a choice all of them. */
  showOnly(filter: Partial<TriageFilter>): void {
    this.setFilter({ ...NO_FILTER, ...filter });
  }

  setFilter(filter: Partial<TriageFilter>): void {
    this.#lastPlace = null;
    this.#lastAt = 0;
    this.state.update({ ...filter, focus: null });
    this.#redraw(true);
  }

  sortBy(sort: TriageSort): void {
    this.#isToSearch = true;
    this.state.update({ sort });
  }

  /** Nothing decided yet, everything in sight. */
  startOver(): void {
    this.#steps = [];
    this.#failures.clear();
    this.#offered = null;
    this.#isToSearch = true;
    this.state.update({ ...START, sort: this.state.value.sort });
  }

  // Deciding

  /** Accepts or rejects what is selected, or else the task in focus. */
  decide(action: Verdict): void {
    const { task, unit } = this.moment;
    if (!task || !unit) return;
    const { selection } = this;
    if (selection.length === 0 || (selection.length === 1 && selection[0] === task))
      this.#decideAll(action, [task]);
    // Of tasks that say the same one is accepted.
    else if (this.selectsCluster && action === 'promote')
      this.#decideAll(
        action,
        [task],
        this.#asDuplicates(
          selection.filter(each => each !== task),
          task,
        ),
      );
    else if (this.selectsCluster) this.#decideAll(action, selection);
    else this.#preview(action, selection);
  }

  /** The same for all that the filter leaves, once every line was shown. */
  decideShown(action: Verdict): void {
    this.#preview(action, this.moment.queue);
  }

  #preview(action: Verdict, tasks: readonly TaskNode[]): void {
    this.#writer.preview(action, tasks, chosen => this.#decideAll(action, chosen));
  }

  #decideAll(action: Verdict, tasks: readonly TaskNode[], along?: readonly Decision[]): void {
    this.#carryOut(
      ACTION_WORDS[action].done,
      tasks.map(task => ({ task, change: { action } })),
      along,
    );
  }

  /** Rejects those that say the same as the one that was just decided, or has been before. */
  decideTwins(): void {
    const offer = this.#offered ?? this.standingOffer;
    if (offer) this.#carryOut(DUPLICATES, [], this.#asDuplicates(offer.twins, offer.kept));
  }

  /** Where a task that says the same was accepted or done before: it stays, those that wait may go. */
  get standingOffer(): Offer | null {
    const { unit } = this.moment;
    const kept = unit?.cluster.find(({ record }) => KEEPS.includes(record.state));
    return unit && kept ? { kept, twins: unit.tasks } : null;
  }

  /** Asks for what an action needs, then does it to all that are selected: a decision goes on, an edit stays. */
  ask(action: TaskAction): void {
    const { task } = this.moment;
    if (!task) return;
    const tasks = action !== 'reword' && this.selection.length > 1 ? this.selection : [task];
    this.#writer.ask(action, task, change => {
      const decisions = tasks.map(each => ({ task: each, change }));
      if (change.action === 'duplicate' || change.action === 'later')
        this.#carryOut(ACTION_WORDS[change.action].done, decisions);
      else void this.#write(say.changed, [...decisions]);
    });
  }

  #asDuplicates(twins: readonly TaskNode[], kept: TaskNode): Decision[] {
    return twins.map(task => ({
      task,
      change: { action: 'duplicate', of: this.#writer.linkTo(kept, task.note.path) },
    }));
  }

  #carryOut(title: string, decisions: readonly Decision[], along: readonly Decision[] = []): void {
    const decided = [...decisions, ...along].map(({ task }) => task);
    const ids = new Set(decided.map(({ id }) => id));
    // Decided already, and not yet written.
    if (ids.size === 0 || [...ids].some(id => this.#pending.has(id))) return;
    const { queue, at, unit } = this.moment;
    const next = [...queue.slice(at + 1), ...queue.slice(0, at).reverse()].find(({ id }) => !ids.has(id));
    const [only] = decisions;
    const left = unit?.tasks.filter(({ id }) => !ids.has(id)) ?? [];
    this.#offered =
      decisions.length === 1 && only?.change.action === 'promote' && left.length > 0
        ? { kept: only.task, twins: left }
        : null;
    for (const task of decided) {
      this.#pending.set(task.id, task);
      this.#failures.delete(task.id);
      this.#selected.drop(task.id);
    }
    this.message = `${capitalized(title)}.`;
    this.#now = null;
    this.state.update({ focus: next?.id ?? null });
    this.#count(decisions.length, along.length);
    void this.#write(title, decisions, along);
  }

  /** @param along Undefined where nothing is decided, only changed. */
  async #write(title: string, decisions: readonly Decision[], along?: readonly Decision[]): Promise<void> {
    const all = [...decisions, ...(along ?? [])];
    const report = await this.#writer.decide(title, all);
    const reasons = new Map(
      all.flatMap(({ task }) => {
        const { note, record } = task;
        const found = report.refused.find(({ path, line }) => path === note.path && line === record.line);
        return found ? [[task.id, { task, reason: found.reason }] as const] : [];
      }),
    );
    const isBack = ({ task }: Decision) => (report.calledOff ?? 0) > 0 || reasons.has(task.id);
    for (const { task } of all.filter(isBack)) this.#pending.delete(task.id);
    for (const [id, failure] of reasons) {
      this.#failures.set(id, failure);
      this.message = say.notChanged(inWords(failure.reason));
    }
    // Duplicates of what was not accepted would point at nothing.
    if (this.#offered && reasons.has(this.#offered.kept.id)) this.#offered = null;
    const counted = along ? [decisions, along] : [[], []];
    const [back = 0, alsoBack = 0] = counted.map(each => each.filter(isBack).length);
    this.#count(-back, -alsoBack);
    const [decided = 0, alongside = 0] = counted.map(each => each.length);
    if (report.step)
      this.#steps.push({
        step: report.step,
        ids: all.map(({ task }) => task.id),
        decided: decided - back,
        alongside: alongside - alsoBack,
      });
    this.#redraw(false);
  }

  #count(decided: number, alongside: number): void {
    const { value } = this.state;
    this.state.update({
      decided: Math.max(0, value.decided + decided),
      alongside: Math.max(0, value.alongside + alongside),
    });
  }

  /** Takes the last change back and goes to the task it was about. */
  async undo(): Promise<void> {
    const stepOf = (taken?: object) => this.#steps.find(({ step }) => step === taken);
    const report = await this.#writer.takeBack(stepOf);
    const step = stepOf(report?.step);
    if (!step) return;
    this.#steps = this.#steps.filter(each => each !== step);
    for (const id of step.ids) this.#pending.delete(id);
    this.#offered = null;
    // What could not be taken back is decided still, and was said.
    const left = report?.refused.length ?? 0;
    this.message = left > 0 ? '' : say.undoneMessage;
    this.state.update({ focus: step.ids[0] ?? null });
    this.#count(left - step.decided, -step.alongside);
    this.#redraw(true);
  }

  // What happens elsewhere

  #followGraph(): void {
    for (const [id, { task }] of this.#failures)
      if (this.#graph.current(task)?.record.state !== 'proposed') this.#failures.delete(id);
    this.#redraw(true);
  }

  #redraw(queueToo: boolean): void {
    if (queueToo) this.#isToSearch = true;
    this.#now = null;
    this.#listeners.call();
  }
}

const KEEPS: readonly string[] = ['accepted', 'in-progress', 'done'];
