import { groupBy } from '../../groupBy';
import type { TaskRecord } from '../../records';
import { byPlace, byText, type Change, type PeopleGraph, type TaskNode } from '../PeopleGraph';
import { Candidates } from './Candidates';
import { clustersOf, type Edge } from './clusters';
import { bond, likeness, type Statement } from './likeness';
import type { Strictness } from './strictness';
import { Mentions, type Namesakes } from './Mentions';
import { NumberLists } from './NumberLists';
import { Numbers } from './Numbers';
import { Signatures } from './Signatures';
import { settingOf, type Setting } from './settings';
import { labelsOf, WhoIsWho } from './WhoIsWho';
import { readWording } from './wording';

/** A task among the others. */
interface Item extends Statement {
  node: TaskNode;
  /** What it goes by; -1 until it has one. */
  number: number;
  /** In order; absent where it is alone. */
  cluster: readonly TaskNode[] | undefined;
}

/** A note as it was read. */
interface Page {
  items: readonly Item[];
  /** Tells whether names mean the same when it is read again. */
  digest: number;
  mentions: readonly Namesakes[];
}

/** More lines than this between two tasks, and another list begins. */
const LINES_APART = 2;

/**
 * Which tasks of the vault say the same in other words. Notes are read into items; candidates of an item that say the
 * same become its twins; all that hangs together by twins is cut into clusters. What changes is only marked, and worked
 * off by `settle`; what comes out depends on what the notes say now, never on how they came to say it.
 */
export class Twins {
  readonly #graph: PeopleGraph;
  #strictness: Strictness;

  readonly #pages = new Map<string, Page>();
  /** By number. Those of items that are gone are given away again. */
  readonly #items: (Item | undefined)[] = [];
  readonly #freeNumbers: number[] = [];
  readonly #candidates = new Candidates();
  readonly #signatures = new Signatures();
  /** Number → those of items that say the same by themselves, each with how surely (see `Link`). */
  readonly #twins = new NumberLists();
  readonly #related = new NumberLists();
  readonly #mentions: Mentions;

  // What is to be done, in this order.
  /** Notes are to be found whose names may mean somebody else. */
  #areNamesStale = false;
  /** Paths → whether the note itself changed, not only, perhaps, what its names mean. */
  readonly #toRead = new Map<string, boolean>();
  readonly #toLink = new Numbers();
  readonly #toCluster = new Numbers();
  /** What was begun; it keeps nothing until it is done with a note or a cluster, and so may be dropped. */
  #work: Generator<void, void> | undefined;

  readonly stop: () => void;

  constructor(graph: PeopleGraph, strictness: Strictness = 'normal') {
    this.#graph = graph;
    this.#strictness = strictness;
    this.#mentions = new Mentions(graph);
    for (const path of pathsByPerson(graph)) this.#toRead.set(path, true);
    this.stop = graph.onChange(change => this.#mark(change));
  }

  /** All clusters are worked out anew by the next settle. */
  setStrictness(strictness: Strictness): void {
    if (strictness === this.#strictness) return;
    this.#strictness = strictness;
    this.#work = undefined;
    for (const item of this.#items) if (item) this.#toLink.add(item.number);
  }

  get isSettled(): boolean {
    return !this.#areNamesStale && this.#toRead.size + this.#toLink.size + this.#toCluster.size === 0;
  }

  /** Works off what changed; stops early, and returns false, once `isTimeUp` says so. */
  settle(isTimeUp: () => boolean = () => false): boolean {
    while (!this.isSettled) {
      this.#work ??= this.#workOff();
      if (this.#work.next().done) this.#work = undefined;
      if (isTimeUp()) break;
    }
    return this.isSettled;
  }

  /**
   * All tasks that say the same as this one, itself included, in order of date of their meeting, then path, then line;
   * undated ones last.
   */
  clusterOf(task: TaskNode): readonly TaskNode[] {
    return this.#itemOf(task)?.cluster ?? [task];
  }

  /** Tasks that share a part with this one but are not the same: bundles, and what they bundle. */
  relatedTo(task: TaskNode): readonly TaskNode[] {
    const item = this.#itemOf(task);
    const related: TaskNode[] = [];
    if (item) this.#related.forEach(item.number, link => related.push(this.#item(Link.to(link)).node));
    return related.sort(inOrder);
  }

  #itemOf({ id, note }: TaskNode): Item | undefined {
    return this.#pages.get(note.path)?.items.find(({ node }) => node.id === id);
  }

  #item(number: number): Item {
    const item = this.#items[number];
    if (!item) throw new Error(`No item ${number}`);
    return item;
  }

  // Marking

  #mark({ notes, people }: Change): void {
    // Without a note it was a rule, which may be about anybody.
    if (notes.size === 0) for (const path of this.#pages.keys()) this.#readAgain(path);
    else if (this.#mentions.markStale(people)) this.#areNamesStale = true;
    for (const path of notes) this.#toRead.set(path, true);
    this.#work = undefined;
  }

  /** Its names may mean somebody else. */
  #readAgain(path: string): void {
    this.#toRead.set(path, this.#toRead.get(path) ?? false);
  }

  readonly #relink = (number: number): void => this.#toLink.add(number);

  // Working off. Each yield is a good moment to leave the rest for later.

  *#workOff(): Generator<void, void> {
    if (this.#areNamesStale) yield* this.#findStale();
    for (const [path, hasChanged] of this.#toRead) yield* this.#read(path, hasChanged);
    for (const item of this.#marked(this.#toLink)) {
      this.#link(item);
      yield;
    }
    for (const item of this.#marked(this.#toCluster)) yield* this.#cluster(item);
  }

  *#marked(numbers: Numbers): Generator<Item, void> {
    for (let item; (item = this.#items[numbers.any()]);) yield item;
  }

  *#findStale(): Generator<void, void> {
    for (const [path, { mentions }] of this.#pages) {
      if (mentions.some(({ isStale }) => isStale)) this.#readAgain(path);
      yield;
    }
    this.#mentions.clearStale();
    this.#areNamesStale = false;
  }

  *#read(path: string, hasChanged: boolean): Generator<void, void> {
    const note = this.#graph.note(path);
    const names = note && new WhoIsWho(this.#graph, note);
    const items: Item[] = [];
    if (names)
      for (const item of itemsOf(this.#graph.tasks(path), settingOf(note, names.people, names.self), names)) {
        items.push(item);
        yield;
      }
    this.#toRead.delete(path);
    const before = this.#pages.get(path);
    if (!hasChanged && before?.digest === names?.digest) return;
    if (before) this.#forget(path, before);
    if (!names || items.length === 0) return;
    const mentions = this.#mentions.add(names.asked);
    this.#pages.set(path, { items: items.slice(), digest: names.digest, mentions });
    for (const item of items) {
      item.number = this.#freeNumbers.pop() ?? this.#items.length;
      this.#items[item.number] = item;
      this.#signatures.set(item.number, item);
      this.#candidates.add(item.number, item, this.#relink);
      this.#toLink.add(item.number);
    }
  }

  #forget(path: string, { items, mentions }: Page): void {
    this.#pages.delete(path);
    this.#mentions.remove(mentions);
    for (const item of items) {
      this.#unlink(item.number);
      this.#candidates.remove(item.number, item, this.#relink);
    }
    for (const { number } of items) {
      this.#toLink.delete(number);
      this.#toCluster.delete(number);
      this.#items[number] = undefined;
      this.#freeNumbers.push(number);
    }
  }

  #link(item: Item): void {
    const { number } = item;
    this.#unlink(number);
    this.#toLink.delete(number);
    this.#toCluster.add(number);
    this.#candidates.forEach(number, item, candidate => {
      // It will look for itself.
      if (this.#toLink.has(candidate)) return;
      if (!this.#signatures.mayBeAlike(number, candidate, this.#strictness)) return;
      const found = bond(item, this.#item(candidate), this.#strictness);
      if (found?.kind === 'twin') {
        connect(this.#twins, number, candidate, found.score);
        this.#toCluster.add(candidate);
      } else if (found?.kind === 'related') connect(this.#related, number, candidate, found.score);
    });
  }

  #unlink(number: number): void {
    disconnect(this.#twins, number, twin => this.#toCluster.add(twin));
    disconnect(this.#related, number);
  }

  /** Works out the clusters of all that hangs together with `first`. */
  *#cluster(first: Item): Generator<void, void> {
    const found = new Set([first]);
    for (const { number } of found) {
      this.#twins.forEach(number, link => found.add(this.#item(Link.to(link))));
      yield;
    }
    const members = [...found].sort((a, b) => inOrder(a.node, b.node));
    const places = new Map(members.map(({ number }, place) => [number, place]));
    const compare = (a: Item, b: Item) => likeness(a, b, this.#strictness);
    const edges: Edge[] = [];
    for (const [a, item] of members.entries()) {
      this.#twins.forEach(item.number, link => {
        const b = places.get(Link.to(link)) ?? a;
        if (a < b) edges.push({ a, b, score: Link.score(link) });
      });
      yield;
    }
    const groups = yield* clustersOf(members, edges, compare);
    for (const group of groups) {
      const cluster = group.length > 1 ? group.map(({ node }) => node) : undefined;
      for (const item of group) {
        item.cluster = cluster;
        this.#toCluster.delete(item.number);
      }
    }
  }
}

/** Tasks of one person are compared most: read one after the other, they are near in memory too. */
function pathsByPerson(graph: PeopleGraph): string[] {
  const personOf = (path: string) => {
    const note = graph.note(path);
    return (note && labelsOf(note)[0]) ?? '';
  };
  return [...groupBy(graph.paths().map(path => [personOf(path), path] as const)).values()].flat();
}

function* itemsOf(tasks: readonly TaskNode[], setting: Setting, names: WhoIsWho): Generator<Item, void> {
  let list = 0;
  let before: TaskRecord | undefined;
  for (const node of tasks) {
    const { section, line, text, owners, state, duplicateOf } = node.record;
    if (before && (before.section !== section || line - before.line > LINES_APART)) list++;
    before = node.record;
    if (state === 'rejected' && duplicateOf !== undefined) continue;
    const wording = readWording(text, names.whoIs, names.idsOf(owners));
    yield { node, number: -1, setting, wording, list, cluster: undefined };
  }
}

/** A number and a score, from 0 to 1, in one whole number. */
const Link = {
  of: (number: number, score: number): number => (Math.round(score * 511) << 22) | number,
  to: (link: number): number => link & 0x3fffff,
  score: (link: number): number => link >> 22,
};

function connect(lists: NumberLists, one: number, other: number, score: number): void {
  lists.add(one, Link.of(other, score));
  lists.add(other, Link.of(one, score));
}

function disconnect(lists: NumberLists, one: number, tell?: (other: number) => void): void {
  lists.forEach(one, link => {
    const other = Link.to(link);
    lists.remove(other, (link - other) | one);
    tell?.(other);
  });
  lists.clear(one);
}

const dateOf = ({ note }: TaskNode): string => (note.kind === 'meeting' ? note.date : null) ?? '9999';

const inOrder = (a: TaskNode, b: TaskNode): number => byText(dateOf(a), dateOf(b)) || byPlace(a, b);
