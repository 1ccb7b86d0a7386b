/** The shapes all rooms agree on. Dates are ISO `YYYY-MM-DD` strings, lines count from 0. */

export const TASK_STATES = ['proposed', 'accepted', 'in-progress', 'done', 'rejected'] as const;

export type TaskState = (typeof TASK_STATES)[number];

export type Priority = 'highest' | 'high' | 'medium' | 'none' | 'low' | 'lowest';

/** From the most to the least pressing. */
export const PRIORITIES: readonly Priority[] = ['highest', 'high', 'medium', 'none', 'low', 'lowest'];

/** The dates a task line can carry, each with a sign of its own (see `note/signs.ts`). */
export type DateField = 'due' | 'scheduled' | 'start' | 'created' | 'done' | 'cancelled';

export type TaskDates = { [Field in DateField]?: string };

/** What else a task line can carry for the Tasks plugin; kept and shown as written, never interpreted. */
export type ValueField = 'recurrence' | 'onCompletion' | 'id' | 'dependsOn';

export type TaskValues = { [Field in ValueField]?: string };

/** A checkbox list item in an indexed note. */
export interface TaskRecord extends TaskDates, TaskValues {
  line: number;
  /** The line as it stands in the note, without its line ending. */
  raw: string;
  /** The sentence: `raw` without box, signs, tags and owners, damaged characters mended. */
  text: string;
  state: TaskState;
  /** What stands in the box, spaces around a `?` left out. */
  symbol: string;
  /** Labels as written, in order: `Myself`, `Dana Ochoa`, `[[People/Dana|Dana]]`. */
  owners: string[];
  priority: Priority;
  /** With the `#`, in order. */
  tags: string[];
  blockId?: string;
  /** The link in `(duplicate of [[…]])`: where the task stands that this one repeats. */
  duplicateOf?: string;
  /** Line of the task or list item this one is nested under. */
  parent?: number;
  /** The nearest heading above, '' where there is none. */
  section: string;
}

/** A piece of a note under a heading that screens quote. */
export interface SectionRecord {
  kind: 'summary' | 'decisions' | 'key-information';
  line: number;
  text: string;
}

interface NoteBase {
  path: string;
  /** Link targets in the note's body, without alias and heading, each once, in order. */
  links: string[];
  tasks: TaskRecord[];
}

/** What was said with whom, and when. */
export interface MeetingRecord extends NoteBase {
  kind: 'meeting';
  title: string;
  date: string | null;
  /** Label as written. */
  person?: string;
  /** Labels as written. */
  participants: string[];
  sections: SectionRecord[];
  sourceRef?: string;
}

/** The note about a person. */
export interface ProfileRecord extends NoteBase {
  kind: 'profile';
  name: string;
  aliases: string[];
  emails: string[];
  company?: string;
  role?: string;
  phone?: string;
  linkedin?: string;
  /** As written: a link, an URL or a path. */
  photo?: string;
}

export type NoteRecord = MeetingRecord | ProfileRecord;

/** Something in a note that could not be understood; never an exception. */
export interface Problem {
  path: string;
  /** Counts from 0, like every line. */
  line?: number;
  message: string;
}

/** What reading one note gives: nothing indexed is `record: null`. */
export interface NoteReading {
  record: NoteRecord | null;
  problems: Problem[];
}
