import { firstNameOf } from '../graph/nameParts';
import { byText, type Identity, type PeopleGraph, type Person, type PersonId } from '../graph/PeopleGraph';
import { ensure } from '../ensure';
import { tally } from '../groupBy';
import { nameKey } from '../note/names';
import { onlyOf } from '../onlyOf';
import type { MeetingRecord } from '../records';
import { presentAt } from './meetings';
import { areNicknames, plainSpellings, slipsBetween } from '../graph/spellings';

/** Why two names may be one person's. */
export type Likeness = 'misspelling' | 'umlaut' | 'swapped' | 'nickname' | 'e-mail' | 'first-name';

/** What speaks for two names being one person, besides how they are spelt. */
export interface Evidence {
  /** Paths of notes that name both. */
  notes: string[];
  /** Whom both have met, self left out; the names most met first. */
  contacts: PersonId[];
}

export interface Candidate {
  person: Person;
  likeness: Likeness;
  evidence: Evidence;
}

/** A name that may be somebody else's, and who that may be, the likeliest first. */
export interface NameToSort {
  person: Person;
  candidates: Candidate[];
}

/** Names longer than this are no names. */
const LONGEST_NAME = 80;
/** What so many names have in common tells nothing, and comparing each with each would take long. */
const LARGEST_GROUP = 200;
/** Local parts that many share: `info@example.com`. */
const SHARED_MAILBOXES = new Set(
  'admin contact hello help hi hr info mail me no-reply noreply office sales support team'.split(' '),
);

/**
 * Names that may well be another spelling of somebody else's. Nothing here is certain, and nothing is done about it:
 * the user decides. A pair the user told apart is left out. Each yield is a good moment to leave the rest for later; what
 * changes meanwhile may be missed.
 */
export function* findNamesToSort(graph: PeopleGraph): Generator<void, NameToSort[]> {
  const names: Name[] = [];
  for (const id of new Set(graph.mayBePeople())) {
    yield;
    if (graph.keysOf(id).length === 0) continue;
    const name = nameOf(graph.identity(id));
    if (name.identity.name.length <= LONGEST_NAME) names.push(name);
  }
  const settled = new Set(graph.decisions.different.map(([a, b]) => pairKey(a, b)));
  const present = new Map<string, ReadonlySet<PersonId>>();
  /** Who is among the participants of a meeting; a large one is asked about often. */
  const presentIn = ({ path, participants }: MeetingRecord): ReadonlySet<PersonId> =>
    ensure(present, path, () => new Set(graph.idsOf(participants, path)));
  const clues = new Map<PersonId, Clues>();
  const cluesOf = (person: Person): Clues => ensure(clues, person.id, () => new Clues(graph, person));
  const found = new Map<PersonId, NameToSort>();
  /** Whom a name is likely another spelling of, as far as is found. */
  const isLikely = (id: PersonId): PersonId => {
    const seen = new Set<PersonId>();
    for (let next: PersonId | undefined = id; next !== undefined && !seen.has(next);) {
      id = next;
      seen.add(id);
      next = found.get(id)?.candidates[0]?.person.id;
    }
    return id;
  };
  for (const { likeness, pairs, perhapsTwo } of LIKENESSES)
    for (const both of pairs(names, graph, isLikely)) {
      yield;
      if (!both) continue;
      const a = graph.person(both[0].identity.id);
      const b = a && graph.person(both[1].identity.id);
      if (!b) continue;
      const pair = pairKey(a.id, b.id);
      // The first likeness that holds is the one that says most.
      if (settled.has(pair)) continue;
      if (perhapsTwo && (haveOtherAddresses(a, b) || haveMet(a, b, presentIn))) continue;
      settled.add(pair);
      const [doubtful, known] = inOrder(a, b);
      const entry = ensure(found, doubtful.id, () => ({ person: doubtful, candidates: [] }));
      const evidence = cluesOf(doubtful).sharedWith(cluesOf(known));
      entry.candidates.push({ person: known, likeness, evidence });
    }
  for (const { candidates } of found.values()) candidates.sort(byStrength);
  return [...found.values()].sort(
    (a, b) =>
      (a.candidates[0] && b.candidates[0] ? byStrength(a.candidates[0], b.candidates[0]) : 0) ||
      byText(a.person.id, b.person.id),
  );
}

/** A person's name as it is compared. */
interface Name {
  identity: Identity;
  key: string;
  /** Undefined for bare names and addresses. */
  first: string | undefined;
  /** Without accents, in each way that is written. */
  plain: string[];
  /** The words of each of `plain`, in order of the alphabet. */
  words: string[];
  /** What stands before the @ of the addresses. */
  mailboxes: string[];
}

/** Replaced whenever it changes, so what is made of a name holds as long as it does. */
const knownNames = new WeakMap<Identity, Name>();
const nameOf = (identity: Identity): Name => ensure(knownNames, identity, () => readName(identity));

function readName(identity: Identity): Name {
  const key = nameKey(identity.name);
  const plain = plainSpellings(key);
  return {
    identity,
    key,
    first: firstNameOf(key),
    plain,
    words: plain.map(each => wordsOf(each).sort().join(' ')),
    mailboxes: [...identity.emails, ...(isAddress(key) ? [key] : [])].flatMap(localPart),
  };
}

interface LikenessRule {
  likeness: Likeness;
  /** Pairs of names that are alike so, and nothing for each name that was looked at; `isLikely` tells what was found before. */
  pairs: (
    names: readonly Name[],
    graph: PeopleGraph,
    isLikely: (id: PersonId) => PersonId,
  ) => Iterable<[Name, Name] | undefined>;
  /** Whether two real people can well differ by as little: then what tells them apart counts. */
  perhapsTwo?: boolean;
}

/** In which ways names are alike enough to ask, from what says most to what says least. */
const LIKENESSES: readonly LikenessRule[] = [
  { likeness: 'umlaut', pairs: names => pairsWithin(names.filter(isFull), ({ plain }) => plain) },
  { likeness: 'swapped', pairs: names => pairsWithin(names.filter(isFull), ({ words }) => words) },
  { likeness: 'e-mail', pairs: names => pairsWithin(names, mailboxNames) },
  {
    likeness: 'misspelling',
    pairs: names =>
      pairsWithin(names.filter(isWords), ends, (a, b) => slipsBetween(a.plain[0], b.plain[0]) !== undefined),
    perhapsTwo: true,
  },
  {
    likeness: 'nickname',
    pairs: names =>
      pairsWithin(names.filter(isFull), surname, (a, b) => areNicknames(a.first ?? '', b.first ?? '')),
    perhapsTwo: true,
  },
  { likeness: 'first-name', pairs: onlyFullNames },
];

const isFull = ({ first }: Name): boolean => first !== undefined;

/** `Room 12` and `Room 13` differ by a letter, and on purpose. */
const isWords = (name: Name): boolean => isFull(name) && !/\d/.test(name.key);

/** All pairs that have a group in common and pass. */
function* pairsWithin(
  names: readonly Name[],
  groupsOf: (name: Name) => Iterable<string>,
  passes: (a: Name, b: Name) => boolean = () => true,
): Generator<[Name, Name] | undefined> {
  const groups = new Map<string, Name[]>();
  for (const name of names) {
    yield;
    for (const group of new Set(groupsOf(name))) {
      const members = ensure(groups, group, () => []);
      if (members.length < LARGEST_GROUP)
        for (const other of members) if (passes(name, other)) yield [name, other];
      members.push(name);
    }
  }
}

/** Same mailbox, or a mailbox that is the name: `dana.ochoa@example.com` may be Dana Ochoa’s. */
const mailboxNames = ({ mailboxes, words }: Name): string[] => [
  ...mailboxes,
  ...mailboxes
    .filter(part => /[._-]/.test(part))
    .map(part => `words ${part.split(/[._-]/).sort().join(' ')}`),
  ...words.map(each => `words ${each}`),
];

/** A misspelt name mostly keeps its surname, or two of its ends: looking at those saves comparing everybody. */
function ends({ plain: [name = ''] }: Name): string[] {
  const last = name.slice(name.lastIndexOf(' ') + 1);
  return [last, `${name[0] ?? ''}${last[0] ?? ''}…`, `${name[0] ?? ''}…${last.at(-1) ?? ''}`];
}

const surname = ({ key, first = '' }: Name): string[] => [key.slice(first.length)];

/**
 * Bare names and the only full name that begins with them, likely misspellings of it aside: likely, and still wrong in
 * one case out of nine.
 */
function* onlyFullNames(
  names: readonly Name[],
  graph: PeopleGraph,
  isLikely: (id: PersonId) => PersonId,
): Generator<[Name, Name]> {
  const byId = new Map(names.map(name => [name.identity.id, name]));
  for (const bare of names) {
    if (isFull(bare) || bare.identity.self) continue;
    const only = onlyOf(new Set(Array.from(graph.namesakes(bare.key), isLikely)));
    const full = only === undefined ? undefined : byId.get(only);
    if (full && full !== bare) yield [bare, full];
  }
}

/** Whether both stand side by side among the participants of a meeting, as two people do. */
function haveMet(
  a: Person,
  b: Person,
  presentIn: (meeting: MeetingRecord) => ReadonlySet<PersonId>,
): boolean {
  return a.meetings.some(meeting => presentIn(meeting).has(a.id) && presentIn(meeting).has(b.id));
}

/** Whether each has a profile with addresses of their own. */
function haveOtherAddresses(a: Person, b: Person): boolean {
  return a.emails.length > 0 && b.emails.length > 0 && !a.emails.some(address => b.emails.includes(address));
}

const wordsOf = (name: string): string[] => name.split(/[\s,]+/).filter(Boolean);

const isAddress = (key: string): boolean => /^[^\s@]+@[^\s@]+$/.test(key);

function localPart(address: string): string[] {
  const part = address.toLowerCase().split(/[@+]/, 1)[0] ?? '';
  return part.length > 1 && !SHARED_MAILBOXES.has(part) ? [part] : [];
}

/** What the notes say of one person. */
class Clues {
  /** Whom this person has met → in how many meetings. */
  readonly #contacts: ReadonlyMap<PersonId, number>;
  readonly #notes: ReadonlySet<string>;

  constructor(graph: PeopleGraph, { id, meetings, owns }: Person) {
    const met = meetings.flatMap(meeting => presentAt(graph, meeting));
    this.#contacts = tally(met.filter(other => other !== id && other !== graph.selfId));
    this.#notes = new Set([...meetings.map(({ path }) => path), ...owns.map(({ note }) => note.path)]);
  }

  sharedWith(other: Clues): Evidence {
    return {
      notes: [...this.#notes].filter(path => other.#notes.has(path)).sort(byText),
      contacts: [...this.#contacts.keys()]
        .filter(id => other.#contacts.has(id))
        .sort((a, b) => (other.#contacts.get(b) ?? 0) - (other.#contacts.get(a) ?? 0) || byText(a, b)),
    };
  }
}

/** Which of two is the doubtful name: a bare one, an address, else the one with no profile, or seldom named. */
function inOrder(a: Person, b: Person): [Person, Person] {
  const rank = (person: Person) => {
    const key = nameKey(person.name);
    return [
      isAddress(key) ? 0 : 1,
      firstNameOf(key) === undefined ? 0 : 1,
      person.self ? 1 : 0,
      person.profile ? 1 : 0,
      key.includes(',') ? 0 : 1,
      // Who took part was seldom typed by ear.
      person.meetings.length,
      person.owns.length,
    ];
  };
  const [ranksA, ranksB] = [rank(a), rank(b)];
  const differs = ranksA.findIndex((value, i) => value !== ranksB[i]);
  const aFirst =
    differs === -1 ? nameKey(a.name) > nameKey(b.name) : (ranksA[differs] ?? 0) < (ranksB[differs] ?? 0);
  return aFirst ? [a, b] : [b, a];
}

const byStrength = (a: Candidate, b: Candidate): number =>
  weight(b) - weight(a) || byText(a.person.id, b.person.id);

/** Notes in common say most, then how the names are alike, then common contacts. */
function weight({ likeness, evidence }: Candidate): number {
  const rank = LIKENESSES.findIndex(rule => rule.likeness === likeness);
  return evidence.notes.length * 3 + (LIKENESSES.length - rank) * 2 + Math.min(evidence.contacts.length, 5);
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
