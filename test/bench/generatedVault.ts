import { damage } from './damage';
import { seeded, wordOf } from './seeded';

/*
 * A vault as the field notes measured one: of all notes 15 in 100 are meetings, 13 profiles, the rest other types. A
 * pipeline ran again and again, so that meetings have copies with other titles; few people are met often. Sizes, names
 * and tasks follow the shares found there; every note is invented.
 */

export interface GeneratedNote {
  path: string;
  text: string;
}

export interface VaultMix {
  /** How many of 100 notes are meetings and profiles; what is left is of other types. */
  meetings: number;
  profiles: number;
}

export const FIELD_MIX: VaultMix = { meetings: 15, profiles: 13 };
/** Nothing but notes that are indexed, meetings and profiles as they stand to one another in {@link FIELD_MIX}. */
export const PEOPLE_MIX: VaultMix = { meetings: 54, profiles: 46 };

/** The vault's owner, at two of three meetings. */
export const OWNER = 'Mira Lindqvist';

const SIGNS: readonly [sign: string, share: number][] = [
  ['⏫', 49],
  ['🔼', 9],
  ['🔽', 7],
  ['🔺', 5],
  ['⏬', 1],
  ['', 29],
];
const BOXES: readonly [box: string, share: number][] = [
  ['?', 90],
  [' ?', 6],
  ['x', 3],
  [' ', 1],
];
const OWNERS: readonly [owner: string | null, share: number][] = [
  ['Myself', 45],
  ['TBD', 9],
  [null, 46],
];
const VERBS = 'Send Review Draft Order Update Confirm Share Align Prepare Check'.split(' ');
const OBJECTS = 'deck report plan budget contract proposal list sheet guide agenda offer figures'.split(' ');
const TYPES = 'project daily company article recipe reference'.split(' ');
const MOST_COPIES = 9;
const DAMAGED_SHARE = 0.03;
const BROKEN_SHARE = 0.002;

/** `size` notes, one after the other; the same for the same size and mix. */
export function* generatedVault(size: number, mix: VaultMix = FIELD_MIX): Generator<GeneratedNote> {
  const writer = new NoteWriter(size, mix);
  let copies = 0;
  for (let i = 0; i < size; i++) {
    const share = (i * 37) % 100;
    if (share < mix.meetings) {
      if (copies === 0) {
        writer.meet();
        copies = writer.copies();
      }
      copies--;
      yield writer.meeting(i);
    } else if (share < mix.meetings + mix.profiles) yield writer.profile();
    else yield writer.other(i);
  }
}

interface Meeting {
  date: string;
  people: string[];
  words: string[];
  tasks: string[];
}

class NoteWriter {
  private readonly random = seeded(11);
  private readonly people: number;
  private profiles = 0;
  private meetings = 0;
  private said: Meeting = { date: '', people: [], words: [], tasks: [] };

  constructor(size: number, mix: VaultMix) {
    this.people = Math.ceil((size * mix.profiles) / 100);
  }

  /** Something was said that the next notes tell of. */
  meet(): void {
    const day = new Date(Date.UTC(2020, 0, 1 + (this.meetings++ % 2000)));
    const people = Array.from({ length: 1 + this.below(3) }, () => nameOf(this.often(this.people)));
    if (this.random() < 0.65) people.push(OWNER);
    const words = Array.from({ length: 4 }, () => wordOf(this.often(3000)));
    const tasks = Array.from({ length: 2 + this.below(10) }, () => this.task(people));
    this.said = { date: day.toISOString().slice(0, 10), people: [...new Set(people)], words, tasks };
  }

  copies(): number {
    return Math.min(MOST_COPIES, 1 + Math.floor(-2 * Math.log(1 - this.random())));
  }

  meeting(i: number): GeneratedNote {
    const { date, people, words, tasks } = this.said;
    const title = `${capital(this.pick(VERBS))} ${words.join(' ')}`;
    const source = `Inbox/_archive/${date}/${date} - ${words.join(' ')} and what ${people[0] ?? ''} asked (${i}.md`;
    const lines = [
      '---',
      this.random() < 0.9 ? 'type: people' : 'type: "People"',
      `title: ${title}`,
      this.random() < 0.5 ? `date: '${date}'` : `date: ${date}`,
      ...(this.random() < 0.93
        ? [`person: ${this.random() < 0.9 ? (people[0] ?? '') : `"[[${people[0] ?? ''}]]"`}`]
        : []),
      'participants:',
      ...people.map(name => `- ${name}`),
      'source: email',
      `source_ref: ${source.replace(/^(.{60,}?) /, '$1\n  ')}`,
      'tags:',
      '- type/people',
      `- person/${(people[0] ?? '').toLowerCase().replaceAll(' ', '-')}`,
      '- generated',
      '---',
      '',
      `# ${title}`,
      '',
      `**Date**: ${date}`,
      `**With**: ${people.join(', ')}`,
      '',
      '## Summary',
      '',
      this.prose(50),
      '',
      '## Action Items',
      ...tasks.map(task => (this.random() < 0.7 ? task : task.replace('] ', '] Please '))),
      '## Decisions',
      '',
      `- ${this.prose(12)}`,
      '',
      '## Key Information',
      '',
      `- ${this.prose(14)}`,
      `- ${this.prose(10)}`,
      '',
      '---',
      '',
      `*Source: [[${source}|${title}]]*`,
      '',
      '## Related',
      '',
      ...people.map(name => `- [[${name}]]`),
      `- [[Companies/${companyOf(this.often(400))}]]`,
      '',
    ];
    return {
      path: `Meetings/${date.slice(0, 4)}/${date} ${title} ${i}.md`,
      text: this.spoilt(lines.join('\n')),
    };
  }

  profile(): GeneratedNote {
    const i = this.profiles++;
    const name = nameOf(i);
    const text = [
      '---',
      'type: people',
      `title: ${this.random() < 0.7 ? name : ''}`,
      `created: 2025-0${1 + (i % 9)}-20`,
      `last_contact: '2026-0${1 + (i % 9)}-19'`,
      `email: ${name.toLowerCase().replace(' ', '.')}@example.com`,
      `company: ${companyOf(i % 400)}`,
      `role: Head of ${wordOf(i % 90)}`,
      "phone: '+47 555 0101'",
      `linkedin: https://example.com/in/${i}`,
      'expertise: [routing, depots]',
      'relationship: customer',
      'location: Bergen',
      `bio: ${this.prose(20)}`,
      '---',
      '',
      `# ${name}`,
      '',
      this.prose(30),
      '',
      ...(this.random() < 0.3 ? [this.task([name]), ''] : []),
    ].join('\n');
    return { path: `People/${i % 3 === 0 ? name : `${name}/README`}.md`, text };
  }

  other(i: number): GeneratedNote {
    const type = this.pick(TYPES);
    const broken = this.random() < BROKEN_SHARE ? 'owner: "open' : 'tags: [notes]';
    const head = this.random() < 0.8 ? ['---', `type: ${type}`, `title: Note ${i}`, broken, '---', ''] : [];
    const text = [
      ...head,
      `# Note ${i}`,
      '',
      this.prose(90),
      '',
      ...Array.from({ length: this.below(4) }, () => this.task([nameOf(this.often(this.people))])),
      '',
      this.prose(120),
      '',
    ];
    return { path: `Notes/${type}/${i % 50}/Note ${i}.md`, text: this.spoilt(text.join('\n')) };
  }

  private task(people: readonly string[]): string {
    const owner = this.oneOf(OWNERS) ?? this.pick(people);
    const called = this.random() < 0.3 ? (owner.split(' ', 1)[0] ?? owner) : owner;
    const sentence = `${this.pick(VERBS)} the ${wordOf(this.often(3000))} ${wordOf(this.often(3000))} ${this.pick(OBJECTS)} for ${wordOf(this.often(900))}.`;
    const day = new Date(Date.UTC(2025, 9, 1 + this.below(200))).toISOString().slice(0, 10);
    const due = this.random() < 0.69 ? ` 📅 ${day}` : '';
    const auto = this.random() < 0.71 ? ' #auto' : '';
    const sign = this.oneOf(SIGNS);
    return `- [${this.oneOf(BOXES)}] ${sentence} @${called}${due}${sign && ` ${sign}`} #task #proposed${auto}`;
  }

  private prose(words: number): string {
    const said = Array.from({ length: words }, () => wordOf(this.often(3000)));
    return `${capital(said.join(' '))}.`;
  }

  private spoilt(text: string): string {
    return this.random() < DAMAGED_SHARE ? damage(text) : text;
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }

  /** The first of `count` things is met most often, the last hardly ever. */
  private often(count: number): number {
    return Math.floor(count ** this.random()) - 1;
  }

  private pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  private oneOf<T>(values: readonly (readonly [T, number])[]): T {
    let left = this.below(100);
    for (const [value, share] of values) if ((left -= share) < 0) return value;
    return values[0]?.[0] as T;
  }
}

const nameOf = (i: number) => `${capital(wordOf(i % 700))} ${capital(wordOf(i))}sen`;
const companyOf = (i: number) => `${capital(wordOf(i))} Freight`;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
