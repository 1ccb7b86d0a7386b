import type { SectionRecord } from '../records';
import { isSpace } from './charCodes';
import type { NoteConventions } from './conventions';
import { mendText } from './damagedText';
import type { MarkdownLine } from './markdownLines';

export type SectionKind = SectionRecord['kind'];

/** Headings the pipelines and people use for the sections that screens quote; settings add to them. */
export const SECTION_HEADINGS: Readonly<Record<SectionKind, readonly string[]>> = {
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

/** Longer than any heading that announces a section. */
const LONGEST_HEADING = 60;

/** What is left of a heading without emoji, numbering and colon: `📝 2. **Key Decisions**:` → `key decisions`. */
export const headingKey = (heading: string): string =>
  heading.length > LONGEST_HEADING
    ? ''
    : heading
        .toLowerCase()
        .replace(/^[^\p{L}]+/u, '')
        .replace(/[^\p{L}\p{N})]+$/u, '');

const builtIn = headingTable(SECTION_HEADINGS);

/** What a heading with this key announces; undefined for any other heading. */
export function sectionKind(
  key: string,
  added: NoteConventions['sectionHeadings'] = {},
): SectionKind | undefined {
  for (const kind in added)
    if (added[kind as SectionKind]?.some(each => headingKey(each) === key)) return kind as SectionKind;
  return builtIn.get(key);
}

function headingTable(headings: Readonly<Record<SectionKind, readonly string[]>>): Map<string, SectionKind> {
  return new Map(
    Object.entries(headings).flatMap(([kind, each]) =>
      each.map(heading => [headingKey(heading), kind as SectionKind] as const),
    ),
  );
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

export interface Heading {
  level: number;
  title: string;
  key: string;
}

interface OpenSection {
  record: SectionRecord;
  level: number;
  /** Stretches of the note's text, in order. */
  stretches: { start: number; end: number }[];
}

/** Gathers what stands under the headings that screens quote; tasks are left out, since they are shown as tasks. */
export class SectionReader {
  private readonly sections: SectionRecord[] = [];
  private open: OpenSection | null = null;

  constructor(
    private readonly text: string,
    private readonly conventions: NoteConventions,
  ) {}

  openAt({ level, key }: Heading, line: number): void {
    // A heading below the section's own is part of it.
    if (this.open && level > this.open.level) return;
    this.close();
    const kind = sectionKind(key, this.conventions.sectionHeadings);
    if (kind) this.open = { record: { kind, line, text: '' }, level, stretches: [] };
  }

  quote({ start, end, content }: MarkdownLine): void {
    if (!this.open) return;
    const { text } = this;
    const { stretches } = this.open;
    const last = stretches.at(-1);
    const quoted = content > start && text.slice(start, content).includes('>');
    // Lines with nothing but blank ones between them are one stretch, so that paragraphs and nesting stay.
    if (last && !quoted && isBlank(text, last.end, start)) last.end = end;
    else stretches.push({ start: quoted ? content : start, end });
  }

  close(): void {
    if (!this.open) return;
    const { record, stretches } = this.open;
    const text = stretches.map(({ start, end }) => this.text.slice(start, end)).join('\n');
    record.text = mendText(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).trim();
    if (record.text !== '') this.sections.push(record);
    this.open = null;
  }

  finish(): SectionRecord[] {
    this.close();
    return this.sections;
  }
}
