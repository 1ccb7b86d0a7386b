import { firstNameOf } from '../graph/nameParts';
import { byText, type PeopleGraph, type Person, type PersonId } from '../graph/PeopleGraph';

/** Fewer meetings say nothing about whose vault it is. */
const FEWEST_MEETINGS = 5;
/** The vault's owner is in at least this part of the meetings, and clearly more often than the next. */
const LEAST_SHARE = 0.4;
const CLEARLY_MORE = 1.5;

export interface SelfProposal {
  person: Person;
  /** How many meetings they are in, and how many there are. */
  meetings: number;
  of: number;
}

/**
 * Who the vault's owner seems to be: the full name that is among the participants of most meetings; whom a meeting was
 * with is somebody else. null where nobody stands out.
 */
export function proposeSelf(graph: PeopleGraph): SelfProposal | null {
  const counts = new Map<PersonId, number>();
  let of = 0;
  for (const path of graph.paths()) {
    const note = graph.note(path);
    if (note?.kind !== 'meeting') continue;
    of++;
    const guests = graph.idsOf(note.person === undefined ? [] : [note.person], path);
    for (const id of graph.idsOf(note.participants, path))
      if (firstNameOf(id) !== undefined && !guests.includes(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [most, next] = [...counts].sort(([a, one], [b, other]) => other - one || byText(a, b));
  const person = most && graph.person(most[0]);
  if (!person || person.self) return null;
  const meetings = most[1];
  const standsOut =
    meetings >= FEWEST_MEETINGS &&
    meetings >= of * LEAST_SHARE &&
    meetings >= CLEARLY_MORE * (next?.[1] ?? 0);
  return standsOut ? { person, meetings, of } : null;
}
