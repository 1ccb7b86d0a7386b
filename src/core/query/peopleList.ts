import { ensure } from '../ensure';
import { byText, type PeopleGraph, type Person, type PersonId } from '../graph/PeopleGraph';
import { countLedger, countOpen, type LedgerCounts } from './ledger';
import { isQuiet, rhythmOf } from './meetings';
import { searchable } from '../graph/spellings';
import { groupBy } from '../groupBy';

export interface PersonRow {
  person: Person;
  counts: LedgerCounts;
  /** The name as it is compared and sorted. */
  sortName: string;
  /** Everything one may search for. */
  text: string;
  /** Whether they had gone quiet on the day when it was last asked. */
  quietOn?: { day: string; quiet: boolean };
}

/** People are replaced whenever they, or anybody named beside them, change; their rows hold as long as they do. */
const knownRows = new WeakMap<Person, PersonRow>();

export const rowOf = (graph: PeopleGraph, person: Person): PersonRow =>
  ensure(knownRows, person, () => {
    const { name, aliases, company, role } = person;
    return {
      person,
      counts: countLedger(graph, person),
      sortName: searchable(name),
      text: searchable([name, ...aliases, company, role].join(' ')),
    };
  });

/** Everybody but self, last met first; those never met come after, by name. */
export function peopleList(graph: PeopleGraph): PersonRow[] {
  const others = graph.people().filter(person => !person.self);
  return others.map(person => rowOf(graph, person)).sort(SORTS.met);
}

type CompareRows = (a: PersonRow, b: PersonRow) => number;

const byName: CompareRows = (a, b) => byText(a.sortName, b.sortName) || byText(a.person.id, b.person.id);

/** Ways to sort, by what the user calls them. */
const SORTS = {
  met: (a, b) => byText(b.person.lastMet ?? '', a.person.lastMet ?? '') || byName(a, b),
  name: byName,
  open: (a, b) =>
    countOpen(b.counts) - countOpen(a.counts) || b.counts.proposed - a.counts.proposed || byName(a, b),
} satisfies Record<string, CompareRows>;

export type PeopleSort = keyof typeof SORTS;
export const PEOPLE_SORTS = Object.keys(SORTS) as PeopleSort[];

/** More rows are merged in at once. */
const FEW = 32;

/** Everybody but self in an order, kept in step with the graph: what changes costs what it touches. */
export class PeopleRows {
  readonly #graph: PeopleGraph;

  readonly #known = new Map<PersonId, PersonRow>();
  readonly #stale = new Set<PersonId>();
  readonly #counts = { all: 0, 'i-owe': 0, 'they-owe': 0, proposed: 0, quiet: 0 };
  #day = '';
  /** The same list, though another after each settle that raised the {@link revision}: a copy would cost what the vault does. */
  rows: PersonRow[] = [];
  revision = 0;

  /** The graph's revision up to which whoever changed was marked. */
  upTo: number;
  /** Whether it is the graph that is asked: rows of the last time come too late. */
  isTrue = false;
  /** Whether the rows are those of the last time. */
  isStoodIn = false;
  /** The revision that was last kept for the next start. */
  kept = 0;

  constructor(
    graph: PeopleGraph,
    readonly sort: PeopleSort,
  ) {
    this.#graph = graph;
    this.upTo = graph.revision;
    this.mark(graph.mayBePeople());
  }

  /** Call with whoever may be another. */
  mark(people: Iterable<PersonId>): void {
    for (const id of people) this.#stale.add(id);
  }

  /** How many people each filter leaves. @param day ISO. */
  countsOn(day: string): Readonly<Record<PeopleFilter, number>> {
    if (day !== this.#day) {
      this.#day = day;
      for (const filter of PEOPLE_FILTERS) this.#counts[filter] = 0;
      for (const row of this.rows) this.#count(row, 1);
    }
    return this.#counts;
  }

  #count(row: PersonRow, by: number): void {
    for (const filter of PEOPLE_FILTERS) if (FILTERS[filter](row, this.#day)) this.#counts[filter] += by;
  }

  /** Whether nobody is marked, or nobody is to be asked yet. */
  get isSettled(): boolean {
    return this.#stale.size === 0 || this.isStoodIn;
  }

  /** Takes rows that were kept, whatever the graph says, until {@link beTrue} is called; after it, none. */
  standIn(rows: readonly PersonRow[]): void {
    if (this.isTrue || rows.length === 0) return;
    this.isStoodIn = true;
    this.rows = [...rows].sort(SORTS[this.sort]);
    this.#day = '';
    this.revision++;
  }

  /** From now on the graph is asked again, at first about everybody. */
  beTrue(): void {
    this.isTrue = true;
    if (!this.isStoodIn) return;
    this.isStoodIn = false;
    this.#known.clear();
    for (const row of this.rows) this.#known.set(row.person.id, row);
    this.mark(this.#known.keys());
    this.mark(this.#graph.mayBePeople());
  }

  /** Makes the rows of those who were marked; stops early once `isTimeUp` says so. */
  settle(isTimeUp: () => boolean = () => false): void {
    if (this.isStoodIn) return;
    const gone = new Set<PersonRow>();
    const come: PersonRow[] = [];
    const compare = SORTS[this.sort];
    for (const id of this.#stale) {
      this.#stale.delete(id);
      const before = this.#known.get(id);
      const person = id === this.#graph.selfId ? undefined : this.#graph.person(id);
      const after = person && rowOf(this.#graph, person);
      if (before === after) continue;
      this.revision++;
      if (before) this.#count(before, -1);
      if (after) this.#count(after, 1);
      if (before && after && compare(before, after) === 0) {
        // Nearly always: moving everybody behind would cost what the vault does.
        this.rows[placeOf(before, this.rows, compare)] = after;
      } else {
        if (before) gone.add(before);
        if (after) come.push(after);
      }
      if (after) this.#known.set(id, after);
      else this.#known.delete(id);
      if (isTimeUp()) break;
    }
    if (gone.size + come.length > FEW) this.rows = merged(this.rows, gone, come, compare);
    else {
      for (const row of gone) this.rows.splice(placeOf(row, this.rows, compare), 1);
      for (const row of come) this.rows.splice(placeOf(row, this.rows, compare), 0, row);
    }
  }
}

/** Rows without those that are gone and with those that come, each in its place; nobody who stays is compared with all. */
function merged(
  rows: readonly PersonRow[],
  gone: ReadonlySet<PersonRow>,
  come: readonly PersonRow[],
  compare: CompareRows,
): PersonRow[] {
  const staying = gone.size === 0 ? rows : rows.filter(row => !gone.has(row));
  const result: PersonRow[] = [];
  let taken = 0;
  for (const row of [...come].sort(compare)) {
    const place = placeOf(row, staying, compare);
    while (taken < place) result.push(staying[taken++] as PersonRow);
    result.push(row);
  }
  while (taken < staying.length) result.push(staying[taken++] as PersonRow);
  return result;
}

/** Where a row stands, or would stand. */
function placeOf(row: PersonRow, rows: readonly PersonRow[], compare: CompareRows): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(rows[middle] as PersonRow, row) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function sortPeople(rows: readonly PersonRow[], sort: PeopleSort): PersonRow[] {
  return [...rows].sort(SORTS[sort]);
}

/** Which people to show; `today` is ISO. */
const FILTERS = {
  all: () => true,
  'i-owe': ({ counts }) => counts.iOwe > 0,
  'they-owe': ({ counts }) => counts.theyOwe > 0,
  proposed: ({ counts }) => counts.proposed > 0,
  quiet: (row, today) => {
    if (row.quietOn?.day !== today)
      row.quietOn = { day: today, quiet: isQuiet(rhythmOf(row.person.meetings, today)) };
    return row.quietOn.quiet;
  },
} satisfies Record<string, (row: PersonRow, today: string) => boolean>;

export type PeopleFilter = keyof typeof FILTERS;
export const PEOPLE_FILTERS = Object.keys(FILTERS) as PeopleFilter[];

export function filterPeople(
  rows: readonly PersonRow[],
  filter: PeopleFilter,
  today: string,
): readonly PersonRow[] {
  return filter === 'all' ? rows : rows.filter(row => FILTERS[filter](row, today));
}

export interface CompanyGroup {
  /** '' for those without. */
  company: string;
  rows: PersonRow[];
}

/** By company, in order of the alphabet, those without last; within one the order stays. */
export function groupByCompany(rows: readonly PersonRow[]): CompanyGroup[] {
  const groups = groupBy(rows.map(row => [searchable(row.person.company ?? ''), row] as const));
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || byText(a, b))
    .map(([, group]) => ({ company: group[0]?.person.company ?? '', rows: group }));
}

/**
 * Rows in which every word of `query` occurs in name, aliases, company or role, the likest first: at the start of a word,
 * inside one, or its letters in order (`omr` finds Omar). Case and accents do not count.
 */
export function searchPeople(rows: readonly PersonRow[], query: string): readonly PersonRow[] {
  const words = searchable(query).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  const found: { row: PersonRow; score: number }[] = [];
  for (const row of rows) {
    const scores = words.map(word => likenessOf(row, word));
    if (scores.every(score => score > 0)) found.push({ row, score: Math.min(...scores) });
  }
  return found.sort((a, b) => b.score - a.score).map(({ row }) => row);
}

/** Fewer letters in order are in too many words. */
const FEWEST_LETTERS = 3;

/** 0 where the word is not in the row at all. */
function likenessOf({ sortName, text }: PersonRow, word: string): number {
  if (sortName.startsWith(word)) return 5;
  const at = text.indexOf(word);
  if (at === 0 || (at > 0 && text.includes(` ${word}`))) return 4;
  if (at > 0) return 3;
  return word.length >= FEWEST_LETTERS && text.split(' ').some(each => hasLetters(each, word)) ? 1 : 0;
}

/** Whether the letters of `wanted` stand in `word` in their order, the first of them first. */
function hasLetters(word: string, wanted: string): boolean {
  if (word[0] !== wanted[0] || word.length < wanted.length) return false;
  let at = 0;
  for (const letter of wanted) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
