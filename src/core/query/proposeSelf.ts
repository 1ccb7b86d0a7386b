import { tally } from '../groupBy';
import { firstNameOf } from '../graph/nameParts';
import { byText, type PeopleGraph, type Person } from '../graph/PeopleGraph';

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
  const meetings = graph.meetings();
  const counts = tally(
    meetings.flatMap(({ path, person, participants }) => {
      const guests = graph.idsOf(person === undefined ? [] : [person], path);
      return graph
        .idsOf(participants, path)
        .filter(id => firstNameOf(id) !== undefined && !guests.includes(id));
    }),
  );
  const [most, next] = [...counts].sort(([a, one], [b, other]) => other - one || byText(a, b));
  const person = most && graph.person(most[0]);
  if (!person || person.self) return null;
  const [, present] = most;
  const standsOut =
    present >= FEWEST_MEETINGS &&
    present >= meetings.length * LEAST_SHARE &&
    present >= CLEARLY_MORE * (next?.[1] ?? 0);
  return standsOut ? { person, meetings: present, of: meetings.length } : null;
}
