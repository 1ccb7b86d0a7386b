import { maybeDamaged, mendText } from './damagedText';

const UNTIDY = /\s\s|[^\S ]/;

/** Every run of white space as one space, none at the ends. Most text is so already, and telling is cheap. */
export function collapseSpaces(text: string): string {
  const trimmed = text.trim();
  return UNTIDY.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** One class of characters, since such a pattern is looked for fastest. */
const ODD_SPACE_OR_DAMAGED = new RegExp(
  `[\\t-\\r\\u00A0\\u1680\\u2000-\\uFEFF${maybeDamaged.source.slice(1)}`,
);

/** The text as one would show it: damaged characters mended, white space collapsed. */
export function tidyText(text: string): string {
  const trimmed = text.trim();
  const untidy = trimmed.includes('  ') || ODD_SPACE_OR_DAMAGED.test(trimmed);
  return untidy ? collapseSpaces(mendText(trimmed)) : trimmed;
}
