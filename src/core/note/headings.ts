import { memoize } from '../memoize';
import type { SectionRecord } from '../records';
import { HASH, isLetter, SPACE, TAB } from './charCodes';
import type { NoteConventions } from './conventions';
import { tidyText } from './text';

export type SectionKind = SectionRecord['kind'];

/** Headings the pipelines and people use for the sections that screens quote; settings add to them. */
const SECTION_HEADINGS: Readonly<Record<SectionKind, readonly string[]>> = {
  summary: [
    'summary',
    'meeting summary',
    'executive summary',
    'overview',
    'recap',
    'abstract',
    'tl;dr',
    'tldr',
    'in short',
  ],
  decisions: [
    'decisions',
    'decision',
    'decisions made',
    'key decisions',
    'decision log',
    'agreements',
    'agreed',
    'what we decided',
  ],
  'key-information': [
    'key information',
    'key info',
    'key facts',
    'key points',
    'key takeaways',
    'takeaways',
    'highlights',
    'important information',
    'facts',
  ],
};

export interface Heading {
  level: number;
  title: string;
  /** What it announces; undefined for most headings. */
  kind: SectionKind | undefined;
}

/** Most headings come again in the next note; those that do not are titles, and long. */
const LONGEST_REMEMBERED = 24;
/** Room for what a heading is decorated with: `📝 2. **Key Decisions**:`. */
const DECORATION = 20;

/** Reads headings, and knows what they announce to people with these conventions. */
export class HeadingReader {
  readonly #kinds: ReadonlyMap<string, SectionKind>;
  readonly #longest: number;
  readonly #remembered = memoize(line => this.#parse(line));

  constructor({ sectionHeadings = {} }: Pick<NoteConventions, 'sectionHeadings'>) {
    // The user's own come last, and so before the usual ones.
    this.#kinds = new Map(
      [SECTION_HEADINGS, sectionHeadings].flatMap(headings =>
        Object.entries(headings).flatMap(([kind, each]) =>
          each.map(heading => [plainHeading(heading), kind as SectionKind] as const),
        ),
      ),
    );
    this.#longest = Math.max(...Array.from(this.#kinds.keys(), key => key.length)) + DECORATION;
  }

  /** The heading that `line` is, from its `#` to its end; null where it is none. */
  read(line: string): Heading | null {
    return line.length > LONGEST_REMEMBERED ? this.#parse(line) : this.#remembered(line);
  }

  #parse(line: string): Heading | null {
    let level = 0;
    while (line.charCodeAt(level) === HASH) level++;
    const behind = line.charCodeAt(level);
    if (level === 0 || level > 6 || (behind !== SPACE && behind !== TAB)) return null;
    const written = line.slice(level).trim();
    const title = tidyText(written.endsWith('#') ? written.replace(/(?:^|[ \t])#+$/, '') : written);
    return {
      level,
      title,
      kind: title.length > this.#longest ? undefined : this.#kinds.get(plainHeading(title)),
    };
  }
}

/** What is left of a heading without emoji, numbering and colon: `📝 2. **Key Decisions**:` → `key decisions`. */
function plainHeading(heading: string): string {
  const plain = heading.toLowerCase();
  const isPlain = isLetter(plain.charCodeAt(0)) && isLetter(plain.charCodeAt(plain.length - 1));
  return isPlain ? plain : plain.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}\p{N})]+$/u, '');
}
