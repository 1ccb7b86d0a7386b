import { nameKey, shownName, withoutRemark } from '../note/names';
import type { MeetingRecord, NoteReading, NoteRecord, Problem, ProfileRecord, TaskRecord } from '../records';
import { bareNameOf, firstNameOf, isNobody, SELF_KEYS, taskId } from './identity';

export type PersonId = string;
export type TaskId = string;

/** A task where it stands, with its owners as the graph knows them. */
export interface TaskNode {
  id: TaskId;
  record: TaskRecord;
  note: NoteRecord;
}

export interface Person {
  id: PersonId;
  name: string;
  /** Other spellings met in the vault and aliases of the profile. */
  aliases: string[];
  self: boolean;
  /** A bare name that may be several people. */
  uncertain: boolean;
  profile: ProfileRecord | null;
  emails: string[];
  company?: string;
  role?: string;
  /** Newest first. */
  meetings: MeetingRecord[];
  /** In the order of their notes' paths and lines. */
  owns: TaskNode[];
  /** Date of the newest meeting. */
  lastMet: string | null;
}

/** What a mutation touched; whatever it does not name is as it was. */
export interface Change {
  notes: ReadonlySet<string>;
  people: ReadonlySet<PersonId>;
}

/** Everything that is known under one spelling of a name, up to {@link nameKey}. */
interface NameUses {
  spellings: Map<string, number>;
  profiles: Set<string>;
  meetings: Set<string>;
  owns: Set<TaskId>;
}

/**
 * Person → meetings → tasks. Names are kept apart by key and joined into people only when asked for, so a note costs
 * what its own names cost, never what the vault costs.
 */
export class PeopleGraph {
  private readonly notes = new Map<string, NoteRecord>();
  private readonly noteProblems = new Map<string, readonly Problem[]>();
  private readonly tasksById = new Map<TaskId, TaskNode>();
  private readonly tasksByNote = new Map<string, TaskNode[]>();
  private readonly names = new Map<string, NameUses>();
  /** Alias key → key of the profile that claims it → number of claims. */
  private readonly claims = new Counts();
  /** The same, the other way round. */
  private readonly claimedBy = new Counts();
  /** First name → keys of full names. */
  private readonly fullNames = new Counts();
  /** First name → keys of bare names, with and without a remark. */
  private readonly bareNames = new Counts();
  private readonly people_ = new Map<PersonId, Person>();
  private readonly listeners = new Set<(change: Change) => void>();
  /** How many mutations there have been; tells whether something was missed. */
  revision = 0;
  private selfNames: readonly string[] = [];
  private selfKeys: ReadonlySet<string> = new Set(SELF_KEYS);

  constructor(selfNames: readonly string[] = []) {
    this.setSelf(selfNames);
  }

  // Mutations

  /** Puts a note's reading in the place of what was known of that path. */
  put(path: string, reading: NoteReading): Change {
    if (this.holds(path, reading)) return this.settle(new Touched());
    const touched = new Touched(path);
    this.forget(path, touched);
    if (reading.problems.length > 0) this.noteProblems.set(path, reading.problems);
    if (reading.record) this.learn(reading.record, touched);
    return this.settle(touched);
  }

  remove(path: string): Change {
    const touched = new Touched(path);
    this.forget(path, touched);
    return this.settle(touched);
  }

  rename(from: string, to: string): Change {
    const touched = new Touched(from, to);
    const record = this.notes.get(from);
    const problems = this.noteProblems.get(from);
    this.forget(from, touched);
    this.forget(to, touched);
    if (problems)
      this.noteProblems.set(
        to,
        problems.map(problem => ({ ...problem, path: to })),
      );
    if (record) this.learn({ ...record, path: to }, touched);
    return this.settle(touched);
  }

  /** Names of the vault's owner; the first is the one shown. */
  setSelf(names: readonly string[]): Change {
    const touched = new Touched();
    const touchAll = () => {
      touched.people.add(this.selfId);
      for (const key of this.names.keys()) this.touch(key, touched);
    };
    touchAll();
    this.selfNames = names.map(shownName).filter(name => name !== '');
    this.selfKeys = new Set([...this.selfNames.map(nameKey), ...SELF_KEYS]);
    touchAll();
    return this.settle(touched);
  }

  /** Calls `listener` after each mutation; returns what stops it. */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  // Questions

  get selfId(): PersonId {
    return nameKey(this.selfNames[0] ?? '') || 'myself';
  }

  note(path: string): NoteRecord | undefined {
    return this.notes.get(path);
  }

  paths(): string[] {
    return [...this.notes.keys()];
  }

  task(id: TaskId): TaskNode | undefined {
    return this.tasksById.get(id);
  }

  /** Tasks of one note, in its order; without a path those of all notes. */
  tasks(path?: string): readonly TaskNode[] {
    return path === undefined ? [...this.tasksById.values()] : (this.tasksByNote.get(path) ?? []);
  }

  problems(): Problem[] {
    return [...this.noteProblems.values()].flat();
  }

  /** Everybody the vault knows, in no particular order. */
  people(): Person[] {
    const ids = new Set<PersonId>();
    for (const key of this.names.keys()) ids.add(this.idOfKey(key));
    return [...ids].flatMap(id => this.person(id) ?? []);
  }

  person(id: PersonId): Person | undefined {
    let person = this.people_.get(id);
    if (!person) {
      person = this.assemble(id);
      if (person) this.people_.set(id, person);
    }
    return person;
  }

  /** The person a label names, where the vault knows one: a name, an alias, an e-mail address, a wikilink. */
  find(label: string): Person | undefined {
    const key = nameKey(label);
    return isNobody(key) ? undefined : this.person(this.idOfKey(key));
  }

  /** Ids of the people among `labels`, each once, in order; teams and nobodies are left out. */
  idsOf(labels: readonly string[]): PersonId[] {
    const ids = labels
      .map(nameKey)
      .filter(key => !isNobody(key))
      .map(key => this.idOfKey(key));
    return [...new Set(ids)];
  }

  // Building

  private learn(record: NoteRecord, touched: Touched): void {
    this.notes.set(record.path, record);
    const tasks = taskNodes(record);
    if (tasks.length > 0) this.tasksByNote.set(record.path, tasks);
    for (const task of tasks) this.tasksById.set(task.id, task);

    if (record.kind === 'profile') {
      const key = nameKey(record.name);
      const claimed = claimedKeys(record);
      for (const alias of claimed) this.touch(alias, touched);
      this.use(record.name, touched, uses => uses.profiles.add(record.path));
      for (const alias of claimed) {
        this.claims.add(alias, key);
        this.claimedBy.add(key, alias);
        this.touch(alias, touched);
      }
    } else {
      for (const label of attendees(record)) this.use(label, touched, uses => uses.meetings.add(record.path));
    }
    for (const task of tasks)
      for (const owner of task.record.owners) this.use(owner, touched, uses => uses.owns.add(task.id));
  }

  private forget(path: string, touched: Touched): void {
    this.noteProblems.delete(path);
    const record = this.notes.get(path);
    if (!record) return;
    const tasks = this.tasksByNote.get(path) ?? [];
    for (const task of tasks)
      for (const owner of task.record.owners) this.disuse(owner, touched, uses => uses.owns.delete(task.id));
    if (record.kind === 'profile') {
      const key = nameKey(record.name);
      for (const alias of claimedKeys(record)) {
        this.touch(alias, touched);
        this.claims.remove(alias, key);
        this.claimedBy.remove(key, alias);
        this.touch(alias, touched);
      }
      this.disuse(record.name, touched, uses => uses.profiles.delete(path));
    } else {
      for (const label of attendees(record)) this.disuse(label, touched, uses => uses.meetings.delete(path));
    }
    for (const task of tasks) this.tasksById.delete(task.id);
    this.tasksByNote.delete(path);
    this.notes.delete(path);
  }

  private use(label: string, touched: Touched, mark: (uses: NameUses) => void): void {
    const key = nameKey(label);
    if (isNobody(key)) return;
    this.touch(key, touched);
    let uses = this.names.get(key);
    if (!uses) {
      uses = { spellings: new Map(), profiles: new Set(), meetings: new Set(), owns: new Set() };
      this.names.set(key, uses);
      this.nameAppeared(key);
    }
    const spelling = withoutRemark(shownName(label));
    uses.spellings.set(spelling, (uses.spellings.get(spelling) ?? 0) + 1);
    mark(uses);
    this.touch(key, touched);
  }

  private disuse(label: string, touched: Touched, unmark: (uses: NameUses) => void): void {
    const key = nameKey(label);
    const uses = this.names.get(key);
    if (!uses) return;
    this.touch(key, touched);
    unmark(uses);
    const spelling = withoutRemark(shownName(label));
    const count = (uses.spellings.get(spelling) ?? 0) - 1;
    if (count > 0) uses.spellings.set(spelling, count);
    else uses.spellings.delete(spelling);
    if (uses.spellings.size === 0) {
      this.names.delete(key);
      this.nameVanished(key);
    }
    this.touch(key, touched);
  }

  private nameAppeared(key: string): void {
    const first = firstNameOf(key);
    if (first === undefined) this.bareNames.add(bareNameOf(key), key);
    else this.fullNames.add(first, key);
  }

  private nameVanished(key: string): void {
    const first = firstNameOf(key);
    if (first === undefined) this.bareNames.remove(bareNameOf(key), key);
    else this.fullNames.remove(first, key);
  }

  /** Names the person a key leads to now; called before and after whatever may lead it elsewhere. */
  private touch(key: string, touched: Touched): void {
    touched.people.add(this.idOfKey(key));
    // Whether a bare name is uncertain hangs on the full names there are.
    for (const bare of this.bareNames.of(firstNameOf(key) ?? ''))
      if (!touched.bareNames.has(bare)) touched.bareNames.set(bare, this.mayBeSeveral(bare));
  }

  private settle(touched: Touched): Change {
    this.revision++;
    for (const [bare, mayBeSeveral] of touched.bareNames)
      if (this.mayBeSeveral(bare) !== mayBeSeveral) touched.people.add(this.idOfKey(bare));
    for (const id of touched.people) this.people_.delete(id);
    if (touched.notes.size > 0 || touched.people.size > 0)
      for (const listener of [...this.listeners]) listener(touched);
    return touched;
  }

  private holds(path: string, { record, problems }: NoteReading): boolean {
    const known = { record: this.notes.get(path) ?? null, problems: this.noteProblems.get(path) ?? [] };
    return JSON.stringify(known) === JSON.stringify({ record, problems });
  }

  /** Certain identity only: self, a profile of that very name, an alias that exactly one profile claims. */
  private idOfKey(key: string): PersonId {
    if (this.selfKeys.has(key)) return this.selfId;
    if ((this.names.get(key)?.profiles.size ?? 0) > 0) return key;
    const [profile, ...others] = this.claims.of(key);
    if (profile === undefined || others.length > 0) return key;
    return this.selfKeys.has(profile) ? this.selfId : profile;
  }

  private keysOf(id: PersonId): string[] {
    const own = id === this.selfId ? [id, ...this.selfKeys] : [id];
    const all = own.flatMap(key => [key, ...this.claimedBy.of(key)]);
    return [...new Set(all)].filter(key => this.idOfKey(key) === id);
  }

  private assemble(id: PersonId): Person | undefined {
    const uses = this.keysOf(id).flatMap(key => this.names.get(key) ?? []);
    if (uses.length === 0) return undefined;
    const profiles = [...new Set(uses.flatMap(use => [...use.profiles]))]
      .sort(byText)
      .flatMap(path => this.notes.get(path) ?? [])
      .filter(note => note.kind === 'profile');
    const meetings = [...new Set(uses.flatMap(use => [...use.meetings]))]
      .flatMap(path => this.notes.get(path) ?? [])
      .filter(note => note.kind === 'meeting')
      .sort(newestFirst);
    const owns = [...new Set(uses.flatMap(use => [...use.owns]))]
      .flatMap(task => this.tasksById.get(task) ?? [])
      .sort(byPlace);
    const self = id === this.selfId;
    const name = (self ? this.selfNames[0] : undefined) ?? profiles[0]?.name ?? commonest(uses) ?? id;
    const spellings = new Set([
      ...profiles.flatMap(profile => profile.aliases.map(shownName)),
      ...uses.flatMap(use => [...use.spellings.keys()]),
    ]);
    const emails = [...new Set(profiles.flatMap(profile => profile.emails))];
    const addresses = new Set(emails.map(nameKey));
    const company = profiles.find(profile => profile.company)?.company;
    const role = profiles.find(profile => profile.role)?.role;
    return {
      id,
      name,
      aliases: [...spellings]
        .filter(spelling => spelling !== name && !addresses.has(nameKey(spelling)))
        .sort(byText),
      self,
      uncertain: !self && profiles.length === 0 && this.mayBeSeveral(id),
      profile: profiles[0] ?? null,
      emails,
      ...(company !== undefined && { company }),
      ...(role !== undefined && { role }),
      meetings,
      owns,
      lastMet: meetings.find(meeting => meeting.date !== null)?.date ?? null,
    };
  }

  private mayBeSeveral(key: string): boolean {
    if (firstNameOf(key) !== undefined) return false;
    return new Set(this.fullNames.of(bareNameOf(key)).map(full => this.idOfKey(full))).size > 1;
  }
}

/** Text → text → how often. */
class Counts {
  private readonly counts = new Map<string, Map<string, number>>();

  of(key: string): string[] {
    return [...(this.counts.get(key)?.keys() ?? [])];
  }

  add(key: string, value: string): void {
    const values = this.counts.get(key) ?? new Map<string, number>();
    this.counts.set(key, values.set(value, (values.get(value) ?? 0) + 1));
  }

  remove(key: string, value: string): void {
    const values = this.counts.get(key);
    const count = (values?.get(value) ?? 0) - 1;
    if (count > 0) values?.set(value, count);
    else values?.delete(value);
    if (values?.size === 0) this.counts.delete(key);
  }
}

class Touched implements Change {
  readonly notes: Set<string>;
  readonly people = new Set<PersonId>();
  /** Bare names whose full names may have changed → whether they might have been several people before. */
  readonly bareNames = new Map<string, boolean>();

  constructor(...paths: string[]) {
    this.notes = new Set(paths);
  }
}

function taskNodes(note: NoteRecord): TaskNode[] {
  const seen = new Map<string, number>();
  return note.tasks.map(record => {
    const ordinal = seen.get(record.text) ?? 0;
    seen.set(record.text, ordinal + 1);
    return { id: taskId(note.path, record.text, ordinal), record, note };
  });
}

const attendees = (meeting: MeetingRecord): string[] => [
  ...(meeting.person === undefined ? [] : [meeting.person]),
  ...meeting.participants,
];

const claimedKeys = (profile: ProfileRecord): string[] =>
  [...profile.aliases, ...profile.emails]
    .map(nameKey)
    .filter(key => !isNobody(key) && key !== nameKey(profile.name));

function commonest(uses: readonly NameUses[]): string | undefined {
  const counts = uses.flatMap(use => [...use.spellings]);
  return counts.sort(([a, countA], [b, countB]) => countB - countA || byText(a, b))[0]?.[0];
}

/** Plain order of code units: the same on every machine, whatever its language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const newestFirst = (a: MeetingRecord, b: MeetingRecord): number =>
  byText(b.date ?? '', a.date ?? '') || byText(a.path, b.path);

const byPlace = (a: TaskNode, b: TaskNode): number =>
  byText(a.note.path, b.note.path) || a.record.line - b.record.line;
