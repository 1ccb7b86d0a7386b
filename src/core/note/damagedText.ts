/*
 * Text whose UTF-8 was once read as Windows-1252 or Windows-1254 (`ðŸ“…` or `ğŸ“…` for 📅, `â€™` for ’).
 * Everything here is computed from the code pages themselves; no damaged spelling is typed in.
 */
/** What became of a byte that has no character in the code page: kept as a control, dropped, or replaced. */
const LOST_BYTE_FORMS = [(control: string) => control, () => '', () => '\uFFFD'];

const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

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
const originalBytes = codePages.map(page => new Map(page.map((character, byte) => [character, byte] as const)));

/** Cheap test: can the text hold a wrongly decoded UTF-8 sequence at all? Lead bytes C2–F4 in both pages. */
const LEAD = /[\u00C2-\u00F4\u011E\u011F\u0130\u0131\u015E\u015F]/;
/** A lead byte's character and the run of possible continuation bytes behind it; bounded, so linear. */
const SEQUENCE = new RegExp(`${LEAD.source}[^\\u0000-\\u007F]{1,3}`, 'g');

/**
 * The text with every sequence mended that decodes without doubt; everything else as it was.
 * For showing and comparing only: what stands in the note is never changed by this.
 */
export function mendText(text: string): string {
  return LEAD.test(text) ? text.replace(SEQUENCE, mendSequence) : text;
}

function mendSequence(run: string): string {
  for (const bytesOf of originalBytes) {
    const lead = bytesOf.get(run[0] ?? '') ?? 0;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (length === 0 || run.length < length) continue;
    const bytes = Array.from(run.slice(0, length), character => bytesOf.get(character) ?? 0);
    try {
      return strictUtf8.decode(Uint8Array.from(bytes)) + mendText(run.slice(length));
    } catch {
      // Not UTF-8 under this code page: try the other.
    }
  }
  return run.slice(0, 1) + mendText(run.slice(1));
}
