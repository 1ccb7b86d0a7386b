import type { SectionRecord } from '../records';
import { isSpace } from './charCodes';
import { mendText } from './damagedText';
import type { Heading } from './headings';
import type { MarkdownLine } from './markdownLines';

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
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

  constructor(private readonly text: string) {}

  openAt({ level, kind }: Heading, line: number): void {
    // A heading below the section's own is part of it.
    if (this.open && level > this.open.level) return;
    this.close();
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
