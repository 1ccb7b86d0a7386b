import { isSpecific, readWord } from './lexicon';
import { numberOf } from './facts';

const WORD = /([\p{L}\p{N}]+(?:['’]\p{L}+|[.,]\p{N}+)*)/u;

/** A piece of a text. */
export interface Piece {
  text: string;
  differs: boolean;
}

/**
 * A text cut into pieces; `differs` marks words (rare ones, numbers, names) that `other` does not have, in whatever form.
 * Joined, the pieces are the text.
 */
export function differences(text: string, other: string): Piece[] {
  const known = new Set(other.split(WORD).map(meaningOf));
  const pieces: Piece[] = [];
  text.split(WORD).forEach((part, i) => {
    // Words stand at odd places, what is between them at even ones.
    const meaning = i % 2 === 1 ? meaningOf(part) : undefined;
    const differs = meaning !== undefined && !known.has(meaning);
    const last = pieces.at(-1);
    if (last?.differs === differs) last.text += part;
    else if (part !== '') pieces.push({ text: part, differs });
  });
  return pieces;
}

/** What a word stands for; undefined where it does not matter. */
function meaningOf(text: string): string | number | undefined {
  const word = text.toLowerCase();
  const number = numberOf(word);
  if (number !== undefined) return `${number}`;
  const { id } = readWord(word);
  return isSpecific(id) ? id : undefined;
}
