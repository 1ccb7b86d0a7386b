import { byText, type PeopleGraph, type Person } from '../graph/PeopleGraph';
import { searchable } from '../graph/spellings';
import { presentAt } from './meetings';

/** More would be read by nobody while typing. */
const MOST = 8;

export interface OwnerSuggestion {
  person: Person;
  /** Whether they were at the meeting the note is about. */
  present: boolean;
}

/**
 * Who may be meant by what was typed behind an `@`: people of whose name or alias a word begins with it, those of the
 * meeting first, then those met most. Before anything is typed only those of the meeting.
 */
export function ownersToSuggest(graph: PeopleGraph, path: string, query: string): OwnerSuggestion[] {
  const present = new Set(presentAt(graph, graph.note(path)));
  if (present.size > 0) present.add(graph.selfId);
  const typed = searchable(query);
  const found = graph.people().flatMap(person => {
    const rank = typed === '' ? (present.has(person.id) ? 0 : undefined) : rankOf(person, typed);
    return rank === undefined ? [] : [{ person, present: present.has(person.id), rank }];
  });
  // Behind a whole name and a space the next word is no name.
  if (/\s$/.test(query) && found.some(({ person }) => namesOf(person).includes(typed))) return [];
  return found
    .sort(
      (a, b) =>
        Number(b.present) - Number(a.present) ||
        a.rank - b.rank ||
        b.person.meetings.length - a.person.meetings.length ||
        byText(a.person.id, b.person.id),
    )
    .slice(0, MOST)
    .map(({ person, present: isPresent }) => ({ person, present: isPresent }));
}

const namesOf = ({ name, aliases, self }: Person): string[] =>
  [name, ...aliases, ...(self ? ['Myself'] : [])].map(searchable);

/** 0 where a name begins so, 1 where a later word does, undefined where none does. */
function rankOf(person: Person, typed: string): number | undefined {
  const names = namesOf(person);
  if (names.some(name => name.startsWith(typed))) return 0;
  return names.some(name => name.includes(` ${typed}`)) ? 1 : undefined;
}
