import type { SectionRecord } from '../records';
import { mendText } from './damagedText';
import type { Heading } from './headings';
import { isBlank, type MarkdownLine } from './markdownLines';

interface OpenSection {
  record: SectionRecord;
  level: number;
  /** A stretch of the note's text that belongs to it; those before are in the record already. */
  start: number;
  end: number;
}

/** Gathers what stands under the headings that screens quote; tasks are left out, since they are shown as tasks. */
export class SectionReader {
  readonly #text: string;

  readonly #sections: SectionRecord[] = [];
  #open: OpenSection | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  openAt({ level, kind }: Heading, line: number): void {
    // A heading below the section's own is part of it.
    if (this.#open && level > this.#open.level) return;
    this.close();
    if (kind) this.#open = { record: { kind, line, text: '' }, level, start: 0, end: 0 };
  }

  quote({ start, textEnd, content }: MarkdownLine): void {
    const open = this.#open,
      text = this.#text;
    if (!open) return;
    const quoted = content > start && text.slice(start, content).includes('>');
    // Lines with nothing but blank ones between them are one stretch, so that paragraphs and nesting stay.
    if (quoted || open.end === 0 || !isBlank(text, open.end, start)) {
      this.#keep(open);
      open.start = quoted ? content : start;
    }
    open.end = textEnd;
  }

  close(): void {
    const open = this.#open;
    if (!open) return;
    this.#keep(open);
    const { record } = open;
    const { text } = record;
    // What Markdown takes for text stays in front of a fence, and what it alone takes for a line ending becomes text: the
    // fence was none in the note.
    const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\u00A0') : text;
    record.text = mendText(lines)
      .trimEnd()
      .replace(/^[ \t\n]+/, '');
    if (record.text !== '') this.#sections.push(record);
    this.#open = null;
  }

  finish(): SectionRecord[] {
    this.close();
    return this.#sections;
  }

  #keep({ record, start, end }: OpenSection): void {
    const stretch = this.#text.slice(start, end);
    record.text = record.text === '' ? stretch : `${record.text}\n${stretch}`;
  }
}
