import { maybeDamaged, mendText } from './damagedText';

/** White space but the ordinary space. Single classes of characters, since such patterns are looked for fastest. */
const ODD_SPACES = '\\t-\\r\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF';
const ODD_SPACE = new RegExp(`[${ODD_SPACES}]`);
const ODD_SPACE_OR_DAMAGED = new RegExp(`[${ODD_SPACES}${maybeDamaged.source.slice(1)}`);

/** Every run of white space as one space, none at the ends. Most text is so already, and telling is cheap. */
export function collapseSpaces(text: string): string {
  const trimmed = text.trim();
  const untidy = trimmed.includes('  ') || ODD_SPACE.test(trimmed);
  return untidy ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** The text as one would show it: damaged characters mended, white space collapsed. */
export function tidyText(text: string): string {
  const trimmed = text.trim();
  const untidy = trimmed.includes('  ') || ODD_SPACE_OR_DAMAGED.test(trimmed);
  return untidy ? collapseSpaces(mendText(trimmed)) : trimmed;
}
