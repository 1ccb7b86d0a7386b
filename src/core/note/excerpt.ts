import { mendText } from './damagedText';
import { endOfFrontMatter } from './markdownLines';

/** A line of a note as one reads it. */
export interface ExcerptLine {
  /** Counts from 0. */
  line: number;
  text: string;
}

/** Where another part of the note begins: a heading, a rule. */
const BORDER = /^ {0,3}(?:#{1,6}[ \t]|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/;
const MARKER = /^[\s>]*(?:[-*+]|\d{1,9}[.)])?\s+/;
/** Bounded, so that a line of brackets is read but once. */
const LINK = /\[\[(?:[^\]|]{0,300}\|)?([^\]|]{0,300})\]\]/g;
const EMPHASIS = /\*+|__|`/g;
/** Longer lines are cut. */
const LONGEST = 300;

/**
 * The lines around one, at most `most` on either side, up to where another part of the note begins; blank ones are
 * left out, and so is markup.
 */
export function excerptAround(text: string, line: number, most: number): ExcerptLine[] {
  const first = text.slice(0, endOfFrontMatter(text)).split('\n').length - 1;
  const lines = text.split('\n');
  const take = (step: 1 | -1): ExcerptLine[] => {
    const found: ExcerptLine[] = [];
    for (let i = line + step; found.length < most && i >= first && i < lines.length; i += step) {
      const content = lines[i] ?? '';
      if (BORDER.test(content)) break;
      const words = asRead(content);
      if (words !== '') found.push({ line: i, text: words });
    }
    return found;
  };
  return [...take(-1).reverse(), { line, text: asRead(lines[line] ?? '') }, ...take(1)];
}

function asRead(line: string): string {
  const words = line.slice(0, LONGEST).replace(MARKER, '').replace(LINK, '$1').replace(EMPHASIS, '').trim();
  return mendText(line.length > LONGEST ? `${words}…` : words);
}
