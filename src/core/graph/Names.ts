import { ensure } from '../ensure';
import { lazily } from '../lazily';
import { keysOf, nameKey, shownName, withoutRemark } from '../note/names';
import { onlyOf } from '../onlyOf';
import { count, Counts, type By } from './Counts';
import {
  bareNameOf,
  doubled,
  firstNameOf,
  isBareNameOf,
  listedNames,
  namesSeveral,
  SELF_KEYS,
  undoubled,
} from './nameParts';
import { DEFAULT_NAME_RULES, type NameDecisions, type NameRules, type Renaming } from './NameRules';
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
  profiles: ReadonlySet<string>;
  attends: ReadonlySet<string>;
  owns: ReadonlySet<string>;
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

/** What a key tells of itself, whatever the note. */
interface Known {
  certain: Certain;
  /** Whom it means where no note says more. */
  meaning: Meaning;
  /** Not nobody, no group, no list. */
  isOnePerson: boolean;
}

/** Most names stand in one of three ways; empty sets for the others would be most of what is kept of a name. */
const NOWHERE: ReadonlySet<string> = new Set();

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
  /** What was asked about since names last changed: the same few are asked about for every note and task. */
  readonly #known = new Map<string, Known>();
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
  #isNoPerson = lazily(() => notPeople([]));
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

  constructor(rules: NameRules) {
    this.#take(rules);
  }

  get rules(): NameRules {
    return this.#rules;
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

  usesOf(key: string): NameUses | undefined {
    return this.#uses.get(key);
  }

  /** What is left out stays as it was. */
  setRules(changed: Partial<NameRules>, touched: TouchedPeople): void {
    const before = this.#rules;
    const rules = { ...before, ...changed };
    const everybody =
      !sameText(before.selfNames, rules.selfNames) || !sameText(before.notPeople, rules.notPeople);
    const names = everybody ? [...this.#uses.keys()] : namesDecidedDifferently(before, rules);
    if (everybody) touched.people.add(this.selfId);
    this.#changing(names, touched, () => this.#take(rules));
    if (everybody) touched.people.add(this.selfId);
  }

  #take(rules: NameRules): void {
    const { decisions } = rules;
    this.#rules = { ...rules, selfNames: rules.selfNames.map(shownName).filter(name => name !== '') };
    this.#selfKeys = new Set([...this.#rules.selfNames.map(nameKey), ...SELF_KEYS]);
    this.#isNoPerson = lazily(() => notPeople(rules.notPeople));
    this.#dismissed = new Set(decisions.notPeople);
    this.#told = new Map();
    this.#toldOf = new Counts();
    for (const { name, person, notes } of decisions.means) {
      this.#toldOf.count(person, name, 1);
      const paths = ensure(this.#told, name, () => new Map<string, string>());
      for (const path of notes) paths.set(path, person);
    }
    this.#same = namesNow(decisions.same);
    this.#former = namesNow(decisions.former);
    this.#otherwise = new Counts();
    for (const { name, now } of [...decisions.same, ...decisions.former]) this.#otherwise.count(now, name, 1);
  }

  // Building

  /** Without `touched` nobody is told whom it touches, which is most of the work. */
  learn(note: NoteNames, touched?: TouchedPeople): void {
    this.#notes.set(note.path, keysIn(note));
    this.#count(note, 1, touched);
    if (touched) this.#touchNote(note.path, touched);
  }

  forget(note: NoteNames, touched: TouchedPeople): void {
    this.#touchNote(note.path, touched);
    this.#count(note, -1, touched);
    this.#notes.delete(note.path);
  }

  #count({ path, profile, attendees, owners }: NoteNames, by: By, touched?: TouchedPeople): void {
    if (profile) {
      const key = nameKey(profile.name);
      const aliases = keysOf(profile.aliases).filter(alias => alias !== key);
      this.#changing([key, ...aliases], touched, () => {
        this.#use(profile.name, 'profiles', path, by, touched);
        for (const alias of aliases) {
          this.#claims.count(alias, key, by);
          this.#claimedBy.count(key, alias, by);
        }
      });
    }
    for (const label of attendees) this.#use(label, 'attends', path, by, touched);
    for (const label of owners) this.#use(label, 'owns', path, by, touched);
  }

  #use(
    label: string,
    as: 'profiles' | 'attends' | 'owns',
    path: string,
    by: By,
    touched?: TouchedPeople,
  ): void {
    const key = nameKey(label);
    if (key === '') return;
    const uses = this.#uses.get(key) ?? this.#appear(key, touched);
    count(uses.spellings, withoutRemark(shownName(label)), by);
    if (uses[as] === NOWHERE) uses[as] = new Set();
    if (by > 0) (uses[as] as Set<string>).add(path);
    else (uses[as] as Set<string>).delete(path);
    if (uses.spellings.size === 0)
      this.#changing([key], touched, () => {
        this.#uses.delete(key);
        this.#enter(key, -1);
      });
  }

  #appear(key: string, touched?: TouchedPeople): NameUses {
    const uses: NameUses = {
      spellings: new Map(),
      profiles: NOWHERE,
      attends: NOWHERE,
      owns: NOWHERE,
    };
    this.#changing([key], touched, () => {
      this.#uses.set(key, uses);
      this.#enter(key, 1);
    });
    return uses;
  }

  /** Into the tables by part of a name, or out of them. */
  #enter(key: string, by: By): void {
    const first = firstNameOf(key);
    if (first === undefined) this.#bareNames.count(bareNameOf(key), key, by);
    else this.#fullNames.count(first, key, by);
    for (const part of listedNames(key) ?? []) this.#listedIn.count(part, key, by);
  }

  // Telling who may have become somebody else

  /** Does what may lead `keys`, and names that hang on them, to other people. */
  #changing(keys: readonly string[], touched: TouchedPeople | undefined, change: () => void): void {
    const touch = () => {
      this.#known.clear();
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
    // Whoever is named beside this one may be read by who this is, and what they owe each other too.
    this.#eachNoteOf(key, path => this.#touchNote(path, touched));
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
      for (const id of this.meaning(key, path).people) touched.people.add(id);
      // Whoever goes by this name elsewhere may be shown in another spelling.
      touched.people.add(this.#certainly(key).id);
    }
  }

  /** Whom notes name. Who is inferred is named in full beside it, so that each name needs looking at once. */
  touchNamedIn(paths: Iterable<string>, { people }: TouchedPeople): void {
    const seen = new Set<string>();
    for (const path of paths)
      for (const key of this.#notes.get(path)?.all ?? []) {
        if (seen.has(key) && !this.#told.has(key)) continue;
        seen.add(key);
        for (const id of this.meaning(key, path).people) people.add(id);
        people.add(this.#certainly(key).id);
      }
  }

  /** Names those whose certainty has changed; call when all is done. */
  settle({ people, bareNames }: TouchedPeople): void {
    for (const [bare, mayBeSeveral] of bareNames)
      // By decisions that go in a circle a bare name may be somebody's id and lead to somebody else.
      if (this.mayBeSeveral(bare) !== mayBeSeveral) people.add(bare).add(this.#certainly(bare).id);
  }

  // Questions

  /** Whom a name means, in a note or, without a path, anywhere. */
  meaning(key: string, path?: string): Meaning {
    const { certain, meaning } = this.#knownOf(key);
    if (path === undefined || meaning === NOBODY) return meaning;
    const told = this.#told.get(key)?.get(path);
    if (told !== undefined) return { kind: 'person', people: [this.#certainly(told).id] };
    return this.#inferred(key, path, certain) ?? meaning;
  }

  #knownOf(key: string): Known {
    return ensure(this.#known, key, () => {
      const certain = this.#findOut(key, []);
      const listed = certain.grounded ? undefined : this.#listedPeople(key);
      const isNobody = this.isNobody(key);
      const isGroup = !certain.grounded && !listed && namesSeveral(key);
      const people = listed ?? [certain.id];
      return {
        certain,
        meaning: isNobody ? NOBODY : isGroup ? GROUP : { kind: 'person', people },
        isOnePerson: !isNobody && !isGroup && !listed,
      };
    });
  }

  #certainly(key: string): Certain {
    return this.#knownOf(key).certain;
  }

  #isOnePerson(key: string): boolean {
    return this.#knownOf(key).isOnePerson;
  }

  isNobody(key: string): boolean {
    return key === '' || this.#isNoPerson()(key) || this.#dismissed.has(key);
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
      const first = firstNameOf(key);
      // No note makes another person of a full name, but where the user said so.
      const isCertain = first !== undefined && !this.#told.has(key);
      this.#eachNoteOf(key, path => {
        add(key, path, isCertain);
        // Those whom the note makes plain.
        if (first === undefined) return;
        for (const other of this.#notes.get(path)?.all ?? [])
          if (isBareNameOf(other, first)) add(other, path);
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
  #findOut(key: string, asked: readonly string[]): Certain {
    if (this.#selfKeys.has(key)) return { id: this.selfId, grounded: true };
    const same = this.#same.get(key);
    if (same !== undefined && same !== key && !asked.includes(same))
      return { id: this.#findOut(same, [...asked, key]).id, grounded: true };
    if (this.#hasProfile(key)) return { id: key, grounded: true };
    const [profile, ...others] = this.#claims.of(key);
    if (profile !== undefined && others.length === 0 && !asked.includes(profile))
      return { id: this.#findOut(profile, [...asked, key]).id, grounded: true };
    const now = this.#former.get(key);
    if (now !== undefined && !asked.includes(now)) {
      const renamed = this.#findOut(now, [...asked, key]);
      if (renamed.grounded) return renamed;
    }
    const rest = undoubled(key);
    if (rest !== undefined && (this.#uses.has(rest) || this.#findOut(rest, asked).grounded))
      return { id: this.#findOut(rest, asked).id, grounded: true };
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
    const person = onlyOf(fitting);
    if (person === undefined) return undefined;
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
}

/** What is told of a mutation while it goes on. */
export interface TouchedPeople {
  people: Set<PersonId>;
  /** Bare names whose full names may have changed → whether they might have been several people before. */
  bareNames: Map<string, boolean>;
}

function keysIn({ profile, attendees, owners }: NoteNames): NoteKeys {
  const keys = keysOf(attendees);
  // What is open with somebody hangs on who owns the tasks of their profile.
  const all = new Set([...keys, ...keysOf(owners), ...keysOf(profile ? [profile.name] : [])]);
  return { attendees: [...new Set(keys)], all: [...all] };
}

const namesNow = (renamings: readonly Renaming[]): Map<string, string> =>
  new Map(renamings.map(({ name, now }) => [name, now]));

/** Names about which the user decided something else than before. */
function namesDecidedDifferently(before: NameRules, after: NameRules): string[] {
  const [old, now] = [decided(before), decided(after)];
  return [...old, ...now].filter(([fact]) => !old.has(fact) || !now.has(fact)).map(([, name]) => name);
}

/** A decision and a name it is about, as text → that name. */
const decided = ({ decisions }: NameRules): Map<string, string> =>
  new Map(
    Object.entries(decisions).flatMap(([kind, all]: [string, NameDecisions[keyof NameDecisions]]) =>
      all.flatMap(decision =>
        namesIn(decision).map(name => [JSON.stringify([kind, decision, name]), name] as const),
      ),
    ),
  );

function namesIn(decision: NameDecisions[keyof NameDecisions][number]): readonly string[] {
  if (typeof decision === 'string') return [decision];
  return 'name' in decision ? [decision.name] : decision;
}

const sameText = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);
