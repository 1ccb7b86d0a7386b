import { byText, type PeopleGraph, type Person } from '../graph/PeopleGraph';
import type { NoteRecord } from '../records';
import { dateOf, presentAt } from './meetings';
import { say } from '../words';

/** How many people a reason names. */
const NAMED = 3;

export interface NoteToAsk {
  note: NoteRecord;
  /** What in the note speaks for it; absent where nothing does. */
  reason?: string;
}

/** The notes in which `name` stands for itself, newest first, and what speaks for its being `other` there. */
export function notesToAsk(graph: PeopleGraph, name: Person, other: Person): NoteToAsk[] {
  const met = new Set(other.meetings.flatMap(meeting => presentAt(graph, meeting)));
  const notes = [...new Set<NoteRecord>([...name.meetings, ...name.owns.map(({ note }) => note)])];
  return notes
    .sort((a, b) => byText(dateOf(b) ?? '', dateOf(a) ?? '') || byText(a.path, b.path))
    .map(note => {
      const here = presentAt(graph, note);
      if (here.includes(other.id)) return { note, reason: say.wasThere(other.name) };
      const common = here.filter(
        id => met.has(id) && id !== name.id && id !== other.id && id !== graph.selfId,
      );
      if (common.length === 0) return { note };
      const names = common.slice(0, NAMED).map(id => graph.person(id)?.name ?? id);
      return { note, reason: say.withThem(names.join(', '), other.name) };
    });
}
