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

/** Who the vault's owner seems to be: the full name that takes part in most meetings. null where nobody stands out. */
export function proposeSelf(graph: PeopleGraph): SelfProposal | null {
  const of = graph.paths().filter(path => graph.note(path)?.kind === 'meeting').length;
  const [most, next] = graph
    .people()
    .filter(person => !person.self && firstNameOf(person.id) !== undefined)
    .sort((a, b) => b.meetings.length - a.meetings.length || byText(a.id, b.id));
  const meetings = most?.meetings.length ?? 0;
  if (!most || meetings < FEWEST_MEETINGS || meetings < of * LEAST_SHARE) return null;
  return meetings >= CLEARLY_MORE * (next?.meetings.length ?? 0) ? { person: most, meetings, of } : null;
}
