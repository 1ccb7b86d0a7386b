import { newestFirst, type PeopleGraph, type PersonId } from '../graph/PeopleGraph';
import { newFold, presentAt, type Meeting } from './meetings';
import { rowOf, type PersonRow } from './peopleList';

/**
 * Whom notes are about, each once, in the order of the notes: whose profile it is, or whom one met there. Self is left
 * out. There may be thousands: each step reads one note.
 * @param paths Of any notes; those the graph does not know say nothing.
 */
export function* peopleIn(graph: PeopleGraph, paths: readonly string[]): Generator<void, PersonRow[]> {
  const rows = new Map<PersonId, PersonRow>();
  for (const path of paths) {
    const note = graph.note(path);
    const ids = note?.kind === 'profile' ? graph.idsOf([note.name]) : presentAt(graph, note);
    for (const id of ids) {
      const person = id === graph.selfId ? undefined : graph.person(id);
      if (person) rows.set(id, rowOf(graph, person));
    }
    yield;
  }
  return [...rows.values()];
}

/** The same for meetings, copies folded: the one a note is on, or those with the person whose profile it is. */
export function* meetingsIn(graph: PeopleGraph, paths: readonly string[]): Generator<void, Meeting[]> {
  const { meetings, fold } = newFold();
  const seen = new Set<string>();
  for (const path of paths) {
    const note = graph.note(path);
    const notes =
      note?.kind === 'profile'
        ? graph.idsOf([note.name]).flatMap(id => graph.person(id)?.meetings ?? [])
        : note
          ? [note]
          : [];
    for (const meeting of notes)
      if (!seen.has(meeting.path)) {
        seen.add(meeting.path);
        fold(meeting);
      }
    yield;
  }
  return meetings;
}

export const newestMeetingsFirst = (meetings: readonly Meeting[]): Meeting[] =>
  [...meetings].sort((a, b) => newestFirst(a.note, b.note));
