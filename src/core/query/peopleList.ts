import { byText, type PeopleGraph, type Person } from '../graph/PeopleGraph';
import { foldAccents } from './spellings';
import { countLedger, type LedgerCounts } from './ledger';

export interface PersonRow {
  person: Person;
  counts: LedgerCounts;
}

/** Everybody but self, last met first; those never met come after, by name. */
export function peopleList(graph: PeopleGraph): PersonRow[] {
  return graph
    .people()
    .filter(person => !person.self)
    .map(person => ({ person, counts: countLedger(graph, person) }))
    .sort(
      ({ person: a }, { person: b }) =>
        byText(b.lastMet ?? '', a.lastMet ?? '') ||
        byText(searchable(a.name), searchable(b.name)) ||
        byText(a.id, b.id),
    );
}

/** Rows in which every word of `query` occurs in name, aliases, company or role; case and accents do not count. */
export function searchPeople(rows: readonly PersonRow[], query: string): PersonRow[] {
  const words = searchable(query).split(' ').filter(Boolean);
  if (words.length === 0) return [...rows];
  return rows.filter(({ person }) => {
    const text = searchable([person.name, ...person.aliases, person.company, person.role].join(' '));
    return words.every(word => text.includes(word));
  });
}

/** Text as it is compared: case, accents and the width of spaces do not count. */
export function searchable(text: string): string {
  return foldAccents(text).replace(/\s+/g, ' ').trim();
}
