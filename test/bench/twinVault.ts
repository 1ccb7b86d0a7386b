import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { readNote } from '../../src/core/note/readNote';
import type { NoteReading } from '../../src/core/records';
import { meetingNote } from '../notes';
import { seeded, wordOf } from './seeded';

/*
 * A vault as a transcript pipeline leaves it: of each meeting two notes, one of them with a second pass, some tasks
 * carried over from the person's meeting before. Few people are met often and few words are used often; both grow with
 * the vault, more slowly than it.
 */

const VERBS = [
  ['Send', 'Share', 'Provide'],
  ['Review', 'Check', 'Go through'],
  ['Draft', 'Write', 'Prepare'],
  ['Order', 'Buy', 'Get'],
  ['Update', 'Refresh', 'Bring up to date'],
];
const OBJECTS = 'deck report plan budget contract proposal list sheet guide agenda offer figures'.split(' ');
const ENDINGS = [
  '',
  ' before the review',
  ' as requested in the mail',
  ' for the team',
  ' (carried over)',
  ' by Friday',
];

const TASKS_PER_MEETING = 4;
const CARRIED_OVER = 0.25;

interface Told {
  verb: readonly string[];
  words: readonly string[];
  object: string;
}

/** Path → what reading it gives, about `size` tasks in all. The same for the same size. */
export function twinVault(size: number): Map<string, NoteReading> {
  const random = seeded(7);
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  /** The first of `count` things is met most often. */
  const zipf = (count: number) => Math.floor(count ** random()) - 1;
  const people = Math.ceil(size / 40);
  const words = Math.ceil(12 * Math.sqrt(size));
  const before = new Map<number, Told[]>();
  const say = ({ verb, words: about, object }: Told) =>
    `${pick(verb)} the ${about.join(' ')} ${object}${pick(ENDINGS)}.`;
  const notes = new Map<string, NoteReading>();
  const put = (path: string, date: string, with_: string[], lists: Told[][]) => {
    const tasks = lists.flatMap((list, i) => [
      ...(i > 0 ? ['', '## Next Steps', ''] : []),
      ...list.map(told => `- [?] ${say(told)} @Myself #task #proposed`),
    ]);
    const frontMatter = {
      type: 'people',
      title: `Meeting ${path}`,
      date,
      person: with_[0],
      participants: with_,
    };
    const text = meetingNote({ participants: with_, tasks });
    notes.set(path, readNote({ path, text, frontMatter }, DEFAULT_CONVENTIONS));
  };
  for (let tasks = 0, meeting = 0; tasks < size; meeting++) {
    const who = zipf(people);
    const with_ = [who, zipf(people)].map(nameOf);
    const date = new Date(Date.UTC(2020, 0, 1 + (meeting % 2000))).toISOString().slice(0, 10);
    const told = Array.from({ length: TASKS_PER_MEETING }, () => ({
      verb: pick(VERBS),
      words: Array.from({ length: 2 + Math.floor(random() * 2) }, () => wordOf(zipf(words))),
      object: pick(OBJECTS),
    }));
    const carried = (before.get(who) ?? []).filter(() => random() < CARRIED_OVER);
    before.set(who, told);
    put(`m${meeting}a.md`, date, with_, [[...told, ...carried], told]);
    put(`m${meeting}b.md`, date, with_, [told]);
    tasks += 3 * told.length + carried.length;
  }
  return notes;
}

const nameOf = (i: number) => `${capital(wordOf(i % 200))} ${capital(wordOf(i))}sen`;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
