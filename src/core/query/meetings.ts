import { answerOf } from '../answerOf';
import { daysBetween } from '../dates';
import {
  attendees,
  byText,
  newestFirst,
  type PeopleGraph,
  type Person,
  type PersonId,
} from '../graph/PeopleGraph';
import { tally } from '../groupBy';
import type { MeetingRecord, NoteRecord } from '../records';
import { meetingMarks } from '../graph/sameMeeting';
import { topicsOf } from './topics';

/** Who took part in the meeting a note is on; nobody in what is no meeting. */
export const presentAt = (graph: PeopleGraph, note: NoteRecord | undefined): PersonId[] =>
  note?.kind === 'meeting' ? graph.idsOf(attendees(note), note.path) : [];

/** ISO; null also for what is no meeting. */
export const dateOf = (note: NoteRecord): string | null => (note.kind === 'meeting' ? note.date : null);

/** What a note says a meeting came to. */
export const summaryOf = (note: NoteRecord): string | undefined =>
  note.kind === 'meeting' ? note.sections.find(({ kind }) => kind === 'summary')?.text : undefined;

/** One meeting, however often a pipeline wrote it down. */
export interface Meeting {
  /** The copy that says most. */
  note: MeetingRecord;
  /** All of them, this one included. */
  copies: MeetingRecord[];
}

/** Each meeting once, with its copies (see {@link meetingMarks}), in the order in which they came. */
export const foldCopies = (notes: Iterable<MeetingRecord>): Meeting[] => answerOf(foldEach(notes));

/** The same in steps, a note each. */
export function* foldEach(notes: Iterable<MeetingRecord>): Generator<void, Meeting[]> {
  const { meetings, fold } = newFold();
  for (const note of notes) {
    fold(note);
    yield;
  }
  return meetings;
}

/** The same for notes that come one by one. */
export function newFold(): { meetings: Meeting[]; fold: (note: MeetingRecord) => void } {
  const meetings: Meeting[] = [];
  const known = new Map<string, Meeting>();
  const fold = (note: MeetingRecord) => {
    const keys = meetingMarks(note);
    const same = keys.map(key => known.get(key)).find(Boolean);
    const meeting = same ?? { note, copies: [] };
    if (!same) meetings.push(meeting);
    meeting.copies.push(note);
    if (contentOf(note) > contentOf(meeting.note)) meeting.note = note;
    for (const key of keys) if (!known.has(key)) known.set(key, meeting);
  };
  return { meetings, fold };
}

/** Every meeting, the newest first, in steps. */
export const allMeetings = (graph: PeopleGraph): Generator<void, Meeting[]> =>
  foldEach(graph.meetings().sort(newestFirst));

/** Paths of the notes on one meeting: that of `path` and its copies. */
export function copiesOf(graph: PeopleGraph, path: string): string[] {
  const note = graph.note(path);
  if (note?.kind !== 'meeting') return [path];
  const [first = ''] = presentAt(graph, note);
  // Copies name the same people, so one of them leads to all.
  const notes = graph.person(first)?.meetings.filter(({ date }) => date === note.date) ?? [note];
  return foldCopies(notes)
    .filter(({ copies }) => copies.some(copy => copy.path === path))
    .flatMap(({ copies }) => copies.map(copy => copy.path));
}

const contentOf = ({ sections, tasks }: MeetingRecord): number =>
  sections.reduce((sum, { text }) => sum + text.length, 0) + tasks.length;

export interface Rhythm {
  /** Median of days between meetings. */
  usual: number;
  /** Days since the last one. */
  now: number;
}

/** Fewer days with meetings make no rhythm. */
const FEWEST_DAYS = 4;
/** Gone quiet: twice the usual time has passed, and more than a week of it. */
const QUIET = 2;
const QUIET_DAYS = 7;

/** How often somebody is met; null where that cannot be told. @param today ISO. */
export function rhythmOf(meetings: readonly MeetingRecord[], today: string): Rhythm | null {
  const dates = meetings.flatMap(({ date }) => (date !== null && date <= today ? [date] : []));
  const days = [...new Set(dates)].sort(byText);
  const last = days.at(-1);
  if (last === undefined || days.length < FEWEST_DAYS) return null;
  const gaps = days.slice(1).map((day, i) => daysBetween(days[i] ?? day, day));
  gaps.sort((a, b) => a - b);
  return { usual: gaps[gaps.length >> 1] ?? 0, now: daysBetween(last, today) };
}

export function isQuiet(rhythm: Rhythm | null): boolean {
  return rhythm !== null && rhythm.now > rhythm.usual * QUIET && rhythm.now - rhythm.usual > QUIET_DAYS;
}

/** Weeks in the strip of a year. */
export const WEEKS = 52;

export interface Week {
  /** Weeks ago, 0 for the last seven days. */
  ago: number;
  meetings: Meeting[];
}

/** The weeks of the last year in which there was a meeting, the oldest first. */
export function weeksOfYear(meetings: readonly Meeting[], today: string): Week[] {
  const weeks = new Map<number, Meeting[]>();
  for (const meeting of meetings) {
    if (meeting.note.date === null) continue;
    const days = daysBetween(meeting.note.date, today);
    const ago = Math.floor(days / 7);
    if (days >= 0 && ago < WEEKS) weeks.set(ago, [...(weeks.get(ago) ?? []), meeting]);
  }
  return [...weeks].map(([ago, inWeek]) => ({ ago, meetings: inWeek })).sort((a, b) => b.ago - a.ago);
}

export interface Counted<T> {
  value: T;
  count: number;
}

/** Whom one meets together with a person, self left out; the `most` one meets most often, in steps. */
export function* metTogether(
  graph: PeopleGraph,
  person: Person,
  meetings: readonly Meeting[],
  most: number,
): Generator<void, Counted<Person>[]> {
  const ids = yield* countIn(meetings, note =>
    presentAt(graph, note).filter(id => id !== person.id && id !== graph.selfId),
  );
  return ids.slice(0, most).flatMap(({ value, count }) => {
    const other = graph.person(value);
    return other ? [{ value: other, count }] : [];
  });
}

/** What the meetings with a person were about, the most often first, in steps. */
export const topicsWith = (
  graph: PeopleGraph,
  meetings: readonly Meeting[],
): Generator<void, Counted<string>[]> => countIn(meetings, note => topicsOf(graph, note));

/** How often each comes in meetings, the most often first; a step each meeting. */
function* countIn(
  meetings: readonly Meeting[],
  valuesIn: (note: MeetingRecord) => readonly string[],
): Generator<void, Counted<string>[]> {
  const counts = new Map<string, number>();
  for (const { note } of meetings) {
    tally(valuesIn(note), counts);
    yield;
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || byText(a.value, b.value));
}
