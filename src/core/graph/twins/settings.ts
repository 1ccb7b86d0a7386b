import type { NoteRecord } from '../../records';
import type { PersonId } from '../PeopleGraph';
import { meetingMarks } from '../sameMeeting';
import { hash28 } from './lexicon';

/** Where tasks stand: the meeting their note is about, and its people. */
export interface Setting {
  /** Notes that share one of these are about one meeting; hashed, since a vault has many. */
  meetings: readonly number[];
  /** Everybody it is with or about but self, in the note's order. */
  people: readonly PersonId[];
  /** Who is always there too. */
  self: PersonId;
}

export function settingOf(note: NoteRecord, people: readonly PersonId[], self: PersonId): Setting {
  if (note.kind === 'profile') return { meetings: [], people, self };
  // One mail gave nine notes on one day, each under another title. Whoever one meets twice on a day one mostly met once.
  const isCrowd = people.length > 0 && note.date !== null;
  const crowd = isCrowd ? [`${note.date}\n${[...people].sort().join('\n')}`] : [];
  return { meetings: [...meetingMarks(note), ...crowd].map(hash28), people, self };
}
