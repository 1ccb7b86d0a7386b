import { ensure } from '../ensure';
import { Listeners } from '../Listeners';
import { keysOf, nameKey, shownName } from '../note/names';
import { onlyOf } from '../onlyOf';
import type { MeetingRecord, NoteReading, NoteRecord, Problem, ProfileRecord, TaskRecord } from '../records';
import { DEFAULT_NAME_RULES, type NameDecisions, type NameRules } from './NameRules';
import { Names, type Meaning, type NoteNames, type NameUses, type PersonId } from './Names';
import { taskId } from './taskId';

export type { PersonId } from './Names';
export type TaskId = string;

/** A task where it stands. */
export interface TaskNode {
  readonly id: TaskId;
  readonly record: TaskRecord;
  readonly note: NoteRecord;
}

/** A label in a note, and whom it means there. */
export interface Mention {
  /** As one would show it. */
  label: string;
  kind: Meaning['kind'];
  people: readonly Identity[];
  /** The full name in the note that made it plain; absent where it is certain. */
  inferredFrom?: string;
}

/** Who somebody is. */
export interface Identity {
  id: PersonId;
  name: string;
  /** Other spellings met in the vault and aliases of the profile. */
  aliases: string[];
  self: boolean;
  /** A bare name that may be several people. */
  uncertain: boolean;
  profile: ProfileRecord | null;
  emails: string[];
  company: string | undefined;
  role: string | undefined;
}

export interface Person extends Identity {
  /** Newest first. */
  meetings: MeetingRecord[];
  /** In the order of their notes' paths and lines. */
  owns: TaskNode[];
  /** Date of the newest meeting. */
  lastMet: string | null;
}

/** A label that names no one person, and where it stands. */
export interface NamelessLabel {
  key: string;
  label: string;
  kind: 'group' | 'nobody';
  /** Paths. */
  notes: string[];
}

/** What a mutation touched; whatever it does not name is as it was. */
export interface Change {
  notes: ReadonlySet<string>;
  people: ReadonlySet<PersonId>;
  /** Profiles that are about the same person under another name now. */
  renamed: readonly { from: string; to: string }[];
}

/**
 * Person → meetings → tasks. People are put together only when asked for, so a note costs what its own names cost,
 * never what the vault costs.
 */
export class PeopleGraph {
  readonly #notes = new Map<string, NoteRecord>();
  readonly #noteProblems = new Map<string, readonly Problem[]>();
  /** Made when they are asked for: few of them are at start. */
  readonly #tasksByNote = new Map<string, readonly TaskNode[]>();
  /** Null after each change: hardly anybody asks for a task by its id, and then for many. */
  #tasksById: Map<TaskId, TaskNode> | null = null;
  readonly #names: Names;
  readonly #identities = new Map<PersonId, Identity>();
  readonly #people_ = new Map<PersonId, Person>();
  readonly #listeners = new Listeners<[Change]>();
  /** Paths of notes that nobody was told of. */
  readonly #added: string[] = [];
  /** How many mutations there have been; tells whether something was missed. */
  revision = 0;

  constructor(rules: Partial<NameRules> = {}) {
    this.#names = new Names({ ...DEFAULT_NAME_RULES, ...rules });
  }

  // Mutations

  /** Puts a note's reading in the place of what was known of that path. */
  put(path: string, reading: NoteReading): Change {
    if (this.#holds(path, reading)) return this.#settle(new Touched());
    const touched = new Touched([path]);
    const [before, after] = [this.#notes.get(path), reading.record];
    if (
      before?.kind === 'profile' &&
      after?.kind === 'profile' &&
      nameKey(before.name) !== nameKey(after.name)
    )
      touched.renamed.push({ from: before.name, to: after.name });
    this.#forget(path, touched);
    if (reading.problems.length > 0) this.#noteProblems.set(path, reading.problems);
    if (reading.record) this.#learn(reading.record, touched);
    return this.#settle(touched);
  }

  /**
   * Like `put`, of a note it has not heard of. Nobody is told until `tellAdded`, which knows only whom these notes name;
   * whom they make somebody else is left to `tellAll`, which must follow in the end. Most of the work of `put` is that.
   */
  add(path: string, { record, problems }: NoteReading): void {
    if (problems.length > 0) this.#noteProblems.set(path, problems);
    if (record) this.#learn(record);
    this.#added.push(path);
  }

  tellAdded(): void {
    const touched = new Touched(this.#added);
    this.#names.touchNamedIn(this.#added.splice(0), touched);
    this.#settle(touched);
  }

  /** Tells that everything may be another. */
  tellAll(): void {
    this.#added.length = 0;
    const touched = new Touched(this.#notes.keys());
    for (const path of this.#noteProblems.keys()) touched.notes.add(path);
    for (const id of this.mayBePeople()) touched.people.add(id);
    this.#people_.clear();
    this.#identities.clear();
    this.#settle(touched);
  }

  remove(path: string): Change {
    const touched = new Touched([path]);
    this.#forget(path, touched);
    return this.#settle(touched);
  }

  rename(from: string, to: string): Change {
    const touched = new Touched([from, to]);
    const record = this.#notes.get(from);
    const problems = this.#noteProblems.get(from);
    this.#forget(from, touched);
    this.#forget(to, touched);
    if (problems)
      this.#noteProblems.set(
        to,
        problems.map(problem => ({ ...problem, path: to })),
      );
    if (record) this.#learn({ ...record, path: to }, touched);
    return this.#settle(touched);
  }

  /** What the user says about names; what is left out stays as it was. */
  setRules(rules: Partial<NameRules>): Change {
    const touched = new Touched();
    this.#names.setRules(rules, touched);
    return this.#settle(touched);
  }

  /** Calls `listener` after each mutation; returns what stops it. */
  onChange(listener: (change: Change) => void): () => void {
    return this.#listeners.add(listener);
  }

  // Questions

  get selfId(): PersonId {
    return this.#names.selfId;
  }

  note(path: string): NoteRecord | undefined {
    return this.#notes.get(path);
  }

  has(path: string): boolean {
    return this.#notes.has(path) || this.#noteProblems.has(path);
  }

  /** What was put in, or would have been. */
  reading(path: string): NoteReading {
    return { record: this.#notes.get(path) ?? null, problems: [...(this.#noteProblems.get(path) ?? [])] };
  }

  paths(): string[] {
    return [...this.#notes.keys()];
  }

  task(id: TaskId): TaskNode | undefined {
    this.#tasksById ??= new Map(this.tasks().map(task => [task.id, task]));
    return this.#tasksById.get(id);
  }

  /** In no particular order. */
  meetings(): MeetingRecord[] {
    return [...this.#notes.values()].filter(note => note.kind === 'meeting');
  }

  /** Tasks of one note, in its order; without a path those of all notes. */
  tasks(path?: string): readonly TaskNode[] {
    if (path === undefined) return this.paths().flatMap(each => this.tasks(each));
    const note = this.#notes.get(path);
    if (!note || note.tasks.length === 0) return [];
    return ensure(this.#tasksByNote, path, () => note.tasks.map((task, nth) => new Task(task, note, nth)));
  }

  /** A task as it is now: one that says the same where it stood, whatever else became of it. */
  current({ id, note }: TaskNode): TaskNode | undefined {
    return this.tasks(note.path).find(task => task.id === id);
  }

  problems(): Problem[] {
    return [...this.#noteProblems.values()].flat();
  }

  /** Everybody the vault knows, in no particular order. */
  people(): Person[] {
    return [...new Set(this.mayBePeople())].flatMap(id => this.person(id) ?? []);
  }

  /** Ids of everybody, and more; `person` tells who is somebody. */
  mayBePeople(): Iterable<PersonId> {
    return this.#names.mayBePeople();
  }

  person(id: PersonId): Person | undefined {
    let person = this.#people_.get(id);
    if (!person) {
      person = this.#assemble(id);
      if (person) this.#people_.set(id, person);
    }
    return person;
  }

  /** Who a person is, without what they did: cheaper than `person`, and also of those who did nothing. */
  identity(id: PersonId): Identity {
    return ensure(this.#identities, id, () => this.#identify(id));
  }

  /**
   * The person a label names, where the vault knows one: a name, an alias, an e-mail address, a wikilink.
   * @param path The note it stands in, which may make a first name plain.
   */
  find(label: string, path?: string): Person | undefined {
    const id = onlyOf(this.idsOf([label], path));
    return id === undefined ? undefined : this.person(id);
  }

  /** Ids of the people among `labels`, each once, in order; teams, groups and nobodies are left out. */
  idsOf(labels: readonly string[], path?: string): PersonId[] {
    return this.#idsOfKeys(keysOf(labels), path);
  }

  #idsOfKeys(keys: readonly string[], path?: string): PersonId[] {
    const [key] = keys;
    if (key !== undefined && keys.length === 1) return [...this.#names.meaning(key, path).people];
    return [...new Set(keys.flatMap(each => this.#names.meaning(each, path).people))];
  }

  /** What each of the labels in a note means there. */
  mentions(labels: readonly string[], path: string): Mention[] {
    return labels.map(label => {
      const { kind, people, inferredFrom } = this.#names.meaning(nameKey(label), path);
      return {
        label: shownName(label),
        kind,
        people: people.filter(id => this.knows(id)).map(id => this.identity(id)),
        ...(inferredFrom !== undefined && { inferredFrom: this.spelling(inferredFrom) }),
      };
    });
  }

  /** Whose full names begin with a bare name; keys in, ids out. */
  namesakes(key: string): ReadonlySet<PersonId> {
    return this.#names.namesakes(key);
  }

  /** Whether the vault knows somebody of this id; cheaper than `person`, which puts them together. */
  knows(id: PersonId): boolean {
    return this.#names.keysOf(id).some(key => this.#names.usesOf(key) !== undefined);
  }

  /** Name keys that are certainly a person's. */
  keysOf(id: PersonId): readonly string[] {
    return this.#names.keysOf(id);
  }

  /** All that says, wherever it stands, whom a name key means: equal as long as it means the same everywhere. */
  identityOf(key: string): string {
    return [this.#names.identityOf(key), ...this.#names.meaning(key).people.map(id => this.knows(id))].join(
      '\n',
    );
  }

  get decisions(): NameDecisions {
    return this.#names.rules.decisions;
  }

  ownersOf({ record, note }: TaskNode): PersonId[] {
    return this.#idsOfKeys(ownerKeys(record.owners), note.path);
  }

  /** Labels that name no one person: teams, groups, `TBD`. In no particular order. */
  namelessLabels(): NamelessLabel[] {
    return [...this.#names.keys()].flatMap(key => {
      const { kind } = this.#names.meaning(key);
      if (kind === 'person') return [];
      const uses = this.#names.usesOf(key);
      const notes = [...new Set([...(uses?.attends ?? []), ...(uses?.owns ?? [])])].sort(byText);
      return { key, label: this.spelling(key), kind, notes };
    });
  }

  /** How a name is most often spelt. */
  spelling(key: string): string {
    return commonest([this.#names.usesOf(key)].flatMap(uses => uses ?? [])) ?? key;
  }

  // Building

  #learn(record: NoteRecord, touched?: Touched): void {
    this.#notes.set(record.path, record);
    this.#tasksById = null;
    this.#names.learn(namesIn(record), touched);
  }

  #forget(path: string, touched: Touched): void {
    this.#noteProblems.delete(path);
    const record = this.#notes.get(path);
    if (!record) return;
    this.#names.forget(namesIn(record), touched);
    this.#tasksByNote.delete(path);
    this.#tasksById = null;
    this.#notes.delete(path);
  }

  #settle(touched: Touched): Change {
    this.revision++;
    this.#names.settle(touched);
    for (const id of touched.people) {
      this.#people_.delete(id);
      this.#identities.delete(id);
    }
    if (touched.notes.size + touched.people.size > 0) this.#listeners.call(touched);
    return touched;
  }

  #holds(path: string, { record, problems }: NoteReading): boolean {
    const known = this.reading(path);
    if ((known.record === null) !== (record === null)) return false;
    return JSON.stringify(known) === JSON.stringify({ record, problems });
  }

  #identify(id: PersonId): Identity {
    const names = this.#names;
    const uses = names.keysOf(id).flatMap(key => names.usesOf(key) ?? []);
    const profiles = [...new Set(uses.flatMap(use => [...use.profiles]))]
      .sort(byText)
      .flatMap(path => this.#notes.get(path) ?? [])
      .filter(note => note.kind === 'profile');
    const self = id === this.selfId;
    const ownName = self ? names.rules.selfNames[0] : undefined;
    const name = ownName ?? profiles[0]?.name ?? commonest(uses) ?? (self ? 'Myself' : id);
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
      uncertain: !self && profiles.length === 0 && names.mayBeSeveral(id),
      profile: profiles[0] ?? null,
      emails,
      company,
      role,
    };
  }

  #assemble(id: PersonId): Person | undefined {
    const names = this.#names;
    const mentions = names.mentionsOf(id);
    const meetings: MeetingRecord[] = [];
    const owns: TaskNode[] = [];
    // Far fewer to put in order than tasks.
    for (const path of [...mentions.keys()].sort()) {
      const note = this.#notes.get(path);
      const keys = mentions.get(path) ?? [];
      const isNamedAs = (as: 'attends' | 'owns') => keys.some(key => names.usesOf(key)?.[as].has(path));
      if (note?.kind === 'meeting' && isNamedAs('attends')) meetings.push(note);
      if (isNamedAs('owns'))
        for (const task of this.tasks(path))
          if (ownerKeys(task.record.owners).some(key => keys.includes(key))) owns.push(task);
    }
    const { name, aliases, self, uncertain, profile, emails, company, role } = this.identity(id);
    if (!profile && meetings.length + owns.length === 0) return undefined;
    meetings.sort(newestFirst);
    const lastMet = meetings.find(meeting => meeting.date !== null)?.date ?? null;
    // Each field by its name: to the engine all people are of one shape, which spreading would not make them.
    return { id, name, aliases, self, uncertain, profile, emails, company, role, meetings, owns, lastMet };
  }
}

class Touched implements Change {
  readonly notes: Set<string>;
  readonly people = new Set<PersonId>();
  readonly renamed: { from: string; to: string }[] = [];
  /** Bare names whose full names may have changed → whether they might have been several people before. */
  readonly bareNames = new Map<string, boolean>();

  constructor(paths: Iterable<string> = []) {
    this.notes = new Set(paths);
  }
}

class Task implements TaskNode {
  #id: TaskId | undefined;

  constructor(
    readonly record: TaskRecord,
    readonly note: NoteRecord,
    readonly nth: number,
  ) {}

  get id(): TaskId {
    const { note, record, nth } = this;
    return (this.#id ??= taskId(note.path, record.text, ordinalsOf(note)[nth] ?? 0));
  }
}

const knownOrdinals = new WeakMap<NoteRecord, readonly number[]>();

/** For each task of a note, how many before it say the same. */
const ordinalsOf = (note: NoteRecord): readonly number[] =>
  ensure(knownOrdinals, note, () => {
    const seen = new Map<string, number>();
    return note.tasks.map(({ text }) => {
      const ordinal = seen.get(text) ?? 0;
      seen.set(text, ordinal + 1);
      return ordinal;
    });
  });

const knownKeys = new WeakMap<readonly string[], readonly string[]>();

/** Most tasks have the same few owners, and so the same list of them (see `compact`). */
const ownerKeys = (owners: readonly string[]): readonly string[] =>
  ensure(knownKeys, owners, () => keysOf(owners));

/** Labels of those who took part, its person first. */
export const attendees = (meeting: MeetingRecord): string[] => [
  ...(meeting.person === undefined ? [] : [meeting.person]),
  ...meeting.participants,
];

function namesIn(note: NoteRecord): NoteNames {
  const owners = note.tasks.flatMap(task => task.owners);
  if (note.kind === 'meeting') return { path: note.path, attendees: attendees(note), owners };
  const { path, name } = note;
  return { path, profile: { name, aliases: [...note.aliases, ...note.emails] }, attendees: [], owners };
}

function commonest(uses: readonly NameUses[]): string | undefined {
  const counts = uses.flatMap(use => [...use.spellings]);
  return counts.sort(([a, countA], [b, countB]) => countB - countA || byText(a, b))[0]?.[0];
}

/** Plain order of code units: the same on every machine, whatever its language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const newestFirst = (a: MeetingRecord, b: MeetingRecord): number =>
  byText(b.date ?? '', a.date ?? '') || byText(a.path, b.path);

/** In the order of notes' paths and lines. */
export const byPlace = (a: TaskNode, b: TaskNode): number =>
  byText(a.note.path, b.note.path) || a.record.line - b.record.line;
