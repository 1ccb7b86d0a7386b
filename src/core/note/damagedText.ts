/*
 * Text whose UTF-8 was once read as Windows-1252 or Windows-1254 (`ðŸ“…` or `ğŸ“…` for 📅, `â€™` for ’).
 * Everything here is computed from the code pages themselves; no damaged spelling is typed in.
 */
import { lazily } from '../lazily';
import { applySplices, type Splice } from './splices';

/** What became of a byte that has no character in the code page: kept as a control, dropped, or replaced. */
const LOST_BYTE_FORMS = [(control: string) => control, () => '', () => '\uFFFD'];

const utf8 = new TextEncoder();

/**
 * Bytes 80–9F of Windows-1252; '' where the page has no character. Everything else is Latin-1. Typed in, because
 * `TextDecoder('windows-1252')` answers with Latin-1 on some Node versions. Source: WHATWG Encoding Standard.
 */
const BYTES_80_TO_9F = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
/** Where Windows-1254 differs from it. */
const TURKISH = new Map([
  [0x8e, ' '],
  [0x9e, ' '],
  [0xd0, 'Ğ'],
  [0xdd, 'İ'],
  [0xde, 'Ş'],
  [0xf0, 'ğ'],
  [0xfd, 'ı'],
  [0xfe, 'ş'],
]);

/** A code page as a table: byte → character; a byte without a character is a C1 control. */
const codePages = [new Map<number, string>(), TURKISH].map(differences =>
  Array.from({ length: 256 }, (_, byte) => {
    const character = differences.get(byte) ?? BYTES_80_TO_9F[byte - 0x80] ?? ' ';
    return character === ' ' ? String.fromCharCode(byte) : character;
  }),
);

const isLost = (character: string) => character >= '\u0080' && character <= '\u009F';

/**
 * The spellings a wrong decoding gives to `character`, longest first, without `character` itself.
 * At most one byte may be lost: with two gone (🏁 becomes `ðŸ`) a spelling would fit hundreds of emoji.
 */
export function damagedSpellings(character: string): string[] {
  const bytes = [...utf8.encode(character)];
  const found = new Set<string>();
  for (const page of codePages) {
    const characters = bytes.map(byte => page[byte] ?? '');
    if (characters.filter(isLost).length > 1) continue;
    for (const form of LOST_BYTE_FORMS)
      found.add(characters.map(each => (isLost(each) ? form(each) : each)).join(''));
  }
  found.delete(character);
  return [...found].sort((a, b) => b.length - a.length);
}

/** Character → the byte it was before the wrong decoding, one table per code page. */
const originalBytes = lazily(() =>
  codePages.map(page => new Map(page.map((character, byte) => [character, byte] as const))),
);

/** Characters that lead bytes C2–F4 became, in either page. */
export const maybeDamaged = /[\u00C2-\u00F4\u011E\u011F\u0130\u015E]/;
const LEAD = new RegExp(maybeDamaged, 'g');

/** What clean text has behind a capital Ä or Å too: quotes, dashes, a no-break space. */
const USUAL_BEHIND_LETTERS = /[\u00A0«»‘’“”„–—…]$/;

/** Every sequence of a text that was certainly damaged, in order, and what it was. */
export function damagedRuns(text: string): Splice[] {
  const runs: Splice[] = [];
  LEAD.lastIndex = 0;
  for (let lead = LEAD.exec(text); lead; lead = LEAD.exec(text)) {
    const run = readDamagedRun(text, lead.index);
    if (run === null) continue;
    runs.push({ from: lead.index, to: run.end, insert: run.characters });
    LEAD.lastIndex = run.end;
  }
  return runs;
}

/**
 * The text with every sequence mended that was certainly damaged; everything else as it was.
 * For showing and comparing only: what stands in the note is never changed by this.
 */
export function mendText(text: string): string {
  return applySplices(text, damagedRuns(text));
}

/**
 * The damaged characters that stand side by side from `start`. A single one outside the everyday ones is doubtful:
 * « été » with its no-break space, „Spaß“ and Úžas are clean text, though their bytes happen to be UTF-8.
 */
function readDamagedRun(text: string, start: number): { characters: string; end: number } | null {
  let characters = '';
  let count = 0;
  let end = start;
  let certain = false;
  for (let next = decodeAt(text, end); next !== null; next = decodeAt(text, end)) {
    certain ||= isEveryday(next.character, text.slice(Math.max(0, end - 1), end + next.length));
    characters += next.character;
    end += next.length;
    count++;
  }
  return certain || count > 1 ? { characters, end } : null;
}

/** The smallest character that needs as many bytes: a longer form than that is no UTF-8. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

/** The character whose UTF-8 stands at `at` wrongly decoded, and how many characters that takes; null where none does. */
function decodeAt(text: string, at: number): { character: string; length: number } | null {
  for (const byteOf of originalBytes()) {
    const lead = byteOf.get(text[at] ?? '') ?? 0;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    let code = lead & (0xff >> (length + 1));
    for (let i = 1; i < length && code >= 0; i++) {
      const byte = byteOf.get(text[at + i] ?? '') ?? 0;
      code = byte >= 0x80 && byte < 0xc0 ? code * 0x40 + (byte & 0x3f) : -1;
    }
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (length > 0 && code >= (SMALLEST[length] ?? 0) && code <= 0x10ffff && !surrogate)
      return { character: String.fromCodePoint(code), length };
  }
  return null;
}

/** Characters whose damaged spelling nobody writes on purpose. `written`: that spelling and what stands before it. */
function isEveryday(character: string, written: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0xa0) return false;
  if (code < 0x100) return true;
  if (code < 0x180) return /^\p{Ll}/u.test(written) || !USUAL_BEHIND_LETTERS.test(written);
  const punctuationAndSigns = code >= 0x2000 && code < 0x2c00 && !(code >= 0x2800 && code < 0x2900);
  return punctuationAndSigns || (code >= 0xfe00 && code <= 0xffff) || code >= 0x1f000;
}
