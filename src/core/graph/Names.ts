import { nameKey, shownName, withoutRemark } from '../note/names';
import { Counts } from './Counts';
import {
  bareNameOf,
  doubled,
  firstNameOf,
  listedNames,
  namesSeveral,
  SELF_KEYS,
  undoubled,
} from './nameParts';
import { DEFAULT_NAME_RULES, type NameRules } from './NameRules';
import { notPeople } from './notPeople';

/** A person's id: the key of their name. */
export type PersonId = string;

/** Every name in one note, as labels. */
export interface NoteNames {
  path: string;
  /** Of a profile: whose it is, and what else they are called. */
  profile?: { name: string; aliases: readonly string[] };
  /** A meeting's person and participants. */
  attendees: readonly string[];
  /** Who owns its tasks. */
  owners: readonly string[];
}

/** Whom a name means. */
export interface Meaning {
  /** `group`: several people in one label that cannot be told apart. `nobody`: no person at all. */
  kind: 'person' | 'group' | 'nobody';
  /** One; several where the label lists known people; none for groups and nobodies. */
  people: readonly PersonId[];
  /** The key of the full name in the note that made it plain; absent where it is certain. */
  inferredFrom?: string;
}

/** Everything that is known under one name key. */
export interface NameUses {
  /** Spelling → how often. */
  spellings: Map<string, number>;
  /** Paths, as are the others. */
  profiles: Set<string>;
  attends: Set<string>;
  owns: Set<string>;
}

/** The keys of the names in one note. */
interface NoteKeys {
  attendees: readonly string[];
  all: readonly string[];
}

/** A key's person, as far as the key alone tells. */
interface Certain {
  id: PersonId;
  /** Whether anything but the name itself says so: self, a profile, an alias, the rest of a doubled name. */
  grounded: boolean;
}

const NOBODY: Meaning = { kind: 'nobody', people: [] };
const GROUP: Meaning = { kind: 'group', people: [] };

/**
 * Who is who. Names are kept apart by key and joined into people only when asked for, so a note costs what its own
 * names cost, never what the vault costs. Two names are one person only where that is certain, or inside one note,
 * where the note makes it plain.
 */
export class Names {
  readonly #uses = new Map<string, NameUses>();
  readonly #notes = new Map<string, NoteKeys>();
  /** Alias key → key of the profile that claims it → number of claims. */
  readonly #claims = new Counts();
  /** The same, the other way round. */
  readonly #claimedBy = new Counts();
  /** First name → keys of full names. */
  readonly #fullNames = new Counts();
  /** First name → keys of bare names, with and without a remark. */
  readonly #bareNames = new Counts();
  /** Name → keys of labels that list it among others. */
  readonly #listedIn = new Counts();
  #rules: NameRules = DEFAULT_NAME_RULES;
  #selfKeys: ReadonlySet<string> = new Set();
  #isNoPerson: (key: string) => boolean = () => false;
  #dismissed: ReadonlySet<string> = new Set();
  /** Name → path → the person it means there. */
  #told = new Map<string, Map<string, string>>();
  /** Person → names told to mean them somewhere. */
  #toldOf = new Counts();
  /** Name → the name it goes by now: because the user said so, or by renaming a profile. */
  #same = new Map<string, string>();
  #former = new Map<string, string>();
  /** Both, the other way round. */
  #otherwise = new Counts();

  constructor() {
    this.#take(DEFAULT_NAME_RULES);
  }

  /** Self's own names, the first of them the one shown. */
  get selfNames(): readonly string[] {
    return this.#rules.selfNames;
  }

  get selfId(): PersonId {
    return nameKey(this.#rules.selfNames[0] ?? '') || 'myself';
  }

  keys(): IterableIterator<string> {
    return this.#uses.keys();
  }

  /** Every key that may be somebody's id, and more. */
  *mayBePeople(): Generator<PersonId> {
    const { same, former, means } = this.#rules.decisions;
    yield this.selfId;
    yield* this.#uses.keys();
    for (const { now } of [...same, ...former]) yield now;
    for (const { person } of means) yield person;
  }

  /** Keys of the names in a note. */
  namedIn(path: string): readonly string[] {
    return this.#notes.get(path)?.all ?? [];
  }

  usesOf(key: string): NameUses | undefined {
    return this.#uses.get(key);
  }

  setRules(rules: NameRules, touched: TouchedPeople): void {
    const before = this.#rules;
    const everybody =
      !sameText(before.selfNames, rules.selfNames) || !sameText(before.notPeople, rules.notPeople);
    const names = everybody ? [...this.#uses.keys()] : namesDecidedDifferently(before, rules);
    const touch = () => {
      if (everybody) touched.people.add(this.selfId);
      const seen = new Set<string>();
      for (const name of names) this.#touchIdentity(name, touched, seen);
    };
    touch();
    this.#take(rules);
    touch();
  }

  #take(rules: NameRules): void {
    const { decisions } = rules;
    this.#rules = { ...rules, selfNames: rules.selfNames.map(shownName).filter(name => name !== '') };
    this.#selfKeys = new Set([...this.#rules.selfNames.map(nameKey), ...SELF_KEYS]);
    this.#isNoPerson = notPeople(rules.notPeople);
    this.#dismissed = new Set(decisions.notPeople);
    this.#told = new Map();
    this.#toldOf = new Counts();
    for (const { name, person, notes } of decisions.means) {
      this.#toldOf.add(person, name);
      const paths = this.#told.get(name) ?? new Map<string, string>();
      for (const path of notes) paths.set(path, person);
      this.#told.set(name, paths);
    }
    this.#same = new Map(decisions.same.map(({ name, now }) => [name, now]));
    this.#former = new Map(decisions.former.map(({ name, now }) => [name, now]));
    this.#otherwise = new Counts();
    for (const { name, now } of [...decisions.same, ...decisions.former]) this.#otherwise.add(now, name);
  }

  // Building

  /** Without `touched` nobody is told whom it touches, which is most of the work. */
  learn(note: NoteNames, touched?: TouchedPeople): void {
    const keys = keysIn(note);
    this.#notes.set(note.path, keys);
    if (note.profile) {
      const { name } = note.profile;
      const key = nameKey(name);
      this.#changing([key, ...claimedKeys(note)], touched, () => {
        this.#use(name, uses => uses.profiles.add(note.path), touched);
        for (const alias of claimedKeys(note)) {
          this.#claims.add(alias, key);
          this.#claimedBy.add(key, alias);
        }
      });
    }
    for (const label of note.attendees) this.#use(label, uses => uses.attends.add(note.path), touched);
    for (const label of note.owners) this.#use(label, uses => uses.owns.add(note.path), touched);
    if (touched) this.#touchNote(note.path, touched);
  }

  forget(note: NoteNames, touched: TouchedPeople): void {
    this.#touchNote(note.path, touched);
    for (const label of note.owners) this.#disuse(label, uses => uses.owns.delete(note.path), touched);
    for (const label of note.attendees) this.#disuse(label, uses => uses.attends.delete(note.path), touched);
    if (note.profile) {
      const { name } = note.profile;
      const key = nameKey(name);
      this.#changing([key, ...claimedKeys(note)], touched, () => {
        for (const alias of claimedKeys(note)) {
          this.#claims.remove(alias, key);
          this.#claimedBy.remove(key, alias);
        }
        this.#disuse(name, uses => uses.profiles.delete(note.path), touched);
      });
    }
    this.#notes.delete(note.path);
  }

  #use(label: string, mark: (uses: NameUses) => void, touched?: TouchedPeople): void {
    const key = nameKey(label);
    if (key === '') return;
    let uses = this.#uses.get(key);
    if (!uses) {
      const appeared: NameUses = {
        spellings: new Map(),
        profiles: new Set(),
        attends: new Set(),
        owns: new Set(),
      };
      uses = appeared;
      this.#changing([key], touched, () => {
        this.#uses.set(key, appeared);
        this.#enter(key, 'add');
      });
    }
    const spelling = withoutRemark(shownName(label));
    uses.spellings.set(spelling, (uses.spellings.get(spelling) ?? 0) + 1);
    mark(uses);
  }

  #disuse(label: string, unmark: (uses: NameUses) => void, touched: TouchedPeople): void {
    const key = nameKey(label);
    const uses = this.#uses.get(key);
    if (!uses) return;
    unmark(uses);
    const spelling = withoutRemark(shownName(label));
    const count = (uses.spellings.get(spelling) ?? 0) - 1;
    if (count > 0) uses.spellings.set(spelling, count);
    else uses.spellings.delete(spelling);
    if (uses.spellings.size > 0) return;
    this.#changing([key], touched, () => {
      this.#uses.delete(key);
      this.#enter(key, 'remove');
    });
  }

  /** Into the tables by part of a name, or out of them. */
  #enter(key: string, how: 'add' | 'remove'): void {
    const first = firstNameOf(key);
    if (first === undefined) this.#bareNames[how](bareNameOf(key), key);
    else this.#fullNames[how](first, key);
    for (const part of listedNames(key) ?? []) this.#listedIn[how](part, key);
  }

  // Telling who may have become somebody else

  /** Does what may lead `keys`, and names that hang on them, to other people. */
  #changing(keys: readonly string[], touched: TouchedPeople | undefined, change: () => void): void {
    const touch = () => {
      if (!touched) return;
      const seen = new Set<string>();
      for (const key of keys) this.#touchIdentity(key, touched, seen);
    };
    touch();
    change();
    touch();
  }

  #touchIdentity(key: string, touched: TouchedPeople, seen: Set<string>): void {
    if (seen.has(key)) return;
    seen.add(key);
    touched.people.add(this.#certainly(key).id);
    // Whether a bare name is uncertain hangs on the full names there are.
    for (const bare of this.#bareNames.of(firstNameOf(key) ?? ''))
      if (!touched.bareNames.has(bare)) touched.bareNames.set(bare, this.mayBeSeveral(bare));
    const uses = this.#uses.get(key);
    // Whoever is named beside this one may be read by who this is, and what they owe each other too.
    for (const path of [...(uses?.attends ?? []), ...(uses?.owns ?? [])]) this.#touchNote(path, touched);
    for (const other of this.#hangingOn(key)) this.#touchIdentity(other, touched, seen);
  }

  /** Keys that are read by what `key` is. */
  #hangingOn(key: string): string[] {
    const twice = doubled(key);
    return [
      ...(twice !== undefined && this.#uses.has(twice) ? [twice] : []),
      ...this.#listedIn.of(key),
      ...this.#otherwise.of(key),
      ...this.#toldOf.of(key),
      ...this.#claimedBy.of(key),
    ];
  }

  #touchNote(path: string, touched: TouchedPeople): void {
    for (const key of this.#notes.get(path)?.all ?? []) {
      this.#touchMention(key, path, touched);
      // Whoever goes by this name elsewhere may be shown in another spelling.
      touched.people.add(this.#certainly(key).id);
    }
  }

  #touchMention(key: string, path: string, touched: TouchedPeople): void {
    for (const id of this.meaning(key, path).people) touched.people.add(id);
  }

  /** Names those whose certainty has changed; call when all is done. */
  settle({ people, bareNames }: TouchedPeople): void {
    for (const [bare, mayBeSeveral] of bareNames)
      if (this.mayBeSeveral(bare) !== mayBeSeveral) people.add(this.#certainly(bare).id);
  }

  // Questions

  /** Whom a name means, in a note or, without a path, anywhere. */
  meaning(key: string, path?: string): Meaning {
    if (this.isNobody(key)) return NOBODY;
    const told = path === undefined ? undefined : this.#told.get(key)?.get(path);
    if (told !== undefined) return { kind: 'person', people: [this.#certainly(told).id] };
    const certain = this.#certainly(key);
    const inferred = path === undefined ? undefined : this.#inferred(key, path, certain);
    if (inferred) return inferred;
    if (!certain.grounded) {
      const listed = this.#listedPeople(key);
      if (listed) return { kind: 'person', people: listed };
      if (namesSeveral(key)) return GROUP;
    }
    return { kind: 'person', people: [certain.id] };
  }

  isNobody(key: string): boolean {
    return key === '' || this.#isNoPerson(key) || this.#dismissed.has(key);
  }

  /** Whether several people whose full names are known may be meant by a bare name. */
  mayBeSeveral(key: string): boolean {
    return this.#uses.has(key) && firstNameOf(key) === undefined && this.namesakes(key, 2).size > 1;
  }

  /** Whose full names begin with a bare name; `most` are enough. */
  namesakes(key: string, most = Infinity): Set<PersonId> {
    const people = new Set<PersonId>();
    for (const name of this.#fullNames.of(bareNameOf(key))) {
      if (this.#isOnePerson(name)) people.add(this.#certainly(name).id);
      if (people.size >= most) break;
    }
    return people;
  }

  /** What a key's meaning hangs on beside the note it stands in. */
  identityOf(key: string): string {
    const { id, grounded } = this.#certainly(key);
    return [
      id,
      grounded,
      this.#isOnePerson(key),
      ...this.meaning(key).people,
      '',
      ...this.namesakes(key),
    ].join('\n');
  }

  /** Keys that are certainly a person's, whatever the note. */
  keysOf(id: PersonId): string[] {
    const own = id === this.selfId ? [id, ...this.#selfKeys] : [id];
    const seen = new Set(own);
    // What hangs on a key may have others hang on it.
    for (const key of seen) for (const other of this.#hangingOn(key)) seen.add(other);
    return [...seen].filter(key => this.#certainly(key).id === id && this.#isOnePerson(key));
  }

  /** Where somebody is named: path → the keys that mean them there. */
  mentionsOf(id: PersonId): Map<string, string[]> {
    const mentions = new Map<string, string[]>();
    const add = (key: string, path: string, isCertain = false) => {
      if (!isCertain && !this.meaning(key, path).people.includes(id)) return;
      const keys = mentions.get(path);
      if (!keys) mentions.set(path, [key]);
      else if (!keys.includes(key)) keys.push(key);
    };
    for (const key of this.keysOf(id)) {
      for (const list of this.#listedIn.of(key)) this.#eachNoteOf(list, path => add(list, path));
      const isFull = firstNameOf(key) !== undefined;
      // No note makes another person of a full name, but where the user said so.
      const isCertain = isFull && !this.#told.has(key);
      this.#eachNoteOf(key, path => {
        add(key, path, isCertain);
        // Those whom the note makes plain.
        if (!isFull) return;
        for (const other of this.#notes.get(path)?.all ?? [])
          if (firstNameOf(other) === undefined) add(other, path);
      });
    }
    for (const { name, person, notes } of this.#rules.decisions.means)
      if (this.#certainly(person).id === id)
        for (const path of notes) if (this.#notes.get(path)?.all.includes(name)) add(name, path);
    return mentions;
  }

  #eachNoteOf(key: string, visit: (path: string) => void): void {
    const uses = this.#uses.get(key);
    if (!uses) return;
    for (const path of uses.attends) visit(path);
    for (const path of uses.owns) if (!uses.attends.has(path)) visit(path);
  }

  /** Self, a profile of that very name, an alias that exactly one profile claims, a doubled or a former name. */
  #certainly(key: string, asked: readonly string[] = []): Certain {
    if (this.#selfKeys.has(key)) return { id: this.selfId, grounded: true };
    const same = this.#same.get(key);
    if (same !== undefined && same !== key && !asked.includes(same))
      return { id: this.#certainly(same, [...asked, key]).id, grounded: true };
    if (this.#hasProfile(key)) return { id: key, grounded: true };
    const [profile, ...others] = this.#claims.of(key);
    if (profile !== undefined && others.length === 0 && !asked.includes(profile))
      return { id: this.#certainly(profile, [...asked, key]).id, grounded: true };
    const now = this.#former.get(key);
    if (now !== undefined && !asked.includes(now)) {
      const renamed = this.#certainly(now, [...asked, key]);
      if (renamed.grounded) return renamed;
    }
    const rest = undoubled(key);
    if (rest !== undefined && (this.#uses.has(rest) || this.#certainly(rest, asked).grounded))
      return { id: this.#certainly(rest, asked).id, grounded: true };
    return { id: key, grounded: false };
  }

  #hasProfile(key: string): boolean {
    return (this.#uses.get(key)?.profiles.size ?? 0) > 0;
  }

  /**
   * A first name, with or without a remark, where the note's person and participants hold exactly one full name that
   * begins with it. Somebody else of that name, known from a profile or as self, does not count unless they are there.
   */
  #inferred(key: string, path: string, certain: Certain): Meaning | undefined {
    if (firstNameOf(key) !== undefined || this.#selfKeys.has(key)) return undefined;
    const attendees = this.#notes.get(path)?.attendees ?? [];
    const bare = bareNameOf(key);
    const full = attendees.filter(name => firstNameOf(name) === bare && this.#isOnePerson(name));
    const [inferredFrom] = full;
    if (inferredFrom === undefined) return undefined;
    if (certain.grounded && attendees.some(name => this.#certainly(name).id === certain.id)) return undefined;
    const fitting = new Set(full.map(name => this.#certainly(name).id));
    // The vault's owner is at every meeting, listed or not.
    for (const name of this.#selfKeys) if (firstNameOf(name) === bare) fitting.add(this.selfId);
    const [person] = fitting;
    if (person === undefined || fitting.size > 1) return undefined;
    return { kind: 'person', people: [person], inferredFrom };
  }

  /** The people a label lists, where every one of them is self or known by a full name. */
  #listedPeople(key: string): PersonId[] | undefined {
    const names = listedNames(key);
    if (!names?.every(name => this.#isKnown(name))) return undefined;
    return [...new Set(names.map(name => this.#certainly(name).id))];
  }

  #isKnown(key: string): boolean {
    if (this.#selfKeys.has(key)) return true;
    if (firstNameOf(key) === undefined || this.isNobody(key)) return false;
    return this.#uses.has(key) || this.#certainly(key).grounded;
  }

  /** Not nobody, no group, no list. */
  #isOnePerson(key: string): boolean {
    if (this.isNobody(key)) return false;
    return this.#certainly(key).grounded || !(namesSeveral(key) || this.#listedPeople(key) !== undefined);
  }
}

/** What is told of a mutation while it goes on. */
export interface TouchedPeople {
  people: Set<PersonId>;
  /** Bare names whose full names may have changed → whether they might have been several people before. */
  bareNames: Map<string, boolean>;
}

function keysIn({ attendees, owners }: NoteNames): NoteKeys {
  const keys = attendees.map(nameKey).filter(key => key !== '');
  const others = owners.map(nameKey).filter(key => key !== '');
  return { attendees: [...new Set(keys)], all: [...new Set([...keys, ...others])] };
}

function claimedKeys({ profile }: NoteNames): string[] {
  if (!profile) return [];
  const own = nameKey(profile.name);
  return profile.aliases.map(nameKey).filter(key => key !== '' && key !== own);
}

/** Names about which the user decided something else than before. */
function namesDecidedDifferently(before: NameRules, after: NameRules): string[] {
  const said = ({ decisions: { different, notPeople, same, means, former } }: NameRules) =>
    new Map([
      ...different.flatMap(pair => pair.map(name => [`${JSON.stringify(pair)} ${name}`, name] as const)),
      ...notPeople.map(name => [`- ${name}`, name] as const),
      ...means.map(each => [JSON.stringify(each), each.name] as const),
      ...same.map(each => [`= ${JSON.stringify(each)}`, each.name] as const),
      ...former.map(each => [JSON.stringify(each), each.name] as const),
    ]);
  const [old, now] = [said(before), said(after)];
  return [
    ...[...old].filter(([fact]) => !now.has(fact)).map(([, name]) => name),
    ...[...now].filter(([fact]) => !old.has(fact)).map(([, name]) => name),
  ];
}

const sameText = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);
