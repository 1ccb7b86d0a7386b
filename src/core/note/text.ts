import { maybeDamaged, mendText } from './damagedText';

/** White space but the ordinary space. */
const ODD_SPACES = '\\t-\\r\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF';
// Each is one pattern without repetition, since nearly all text is tidy and telling is to be cheap.
const UNTIDY = new RegExp(`^ | $|  |[${ODD_SPACES}]`);
const UNTIDY_OR_DAMAGED = new RegExp(`^ | $|  |[${ODD_SPACES}${maybeDamaged.source.slice(1)}`);

/** Every run of white space as one space, none at the ends. */
export function collapseSpaces(text: string): string {
  return UNTIDY.test(text) ? text.trim().replace(/\s+/g, ' ') : text;
}

/** The text as one would show it: damaged characters mended, white space collapsed. */
export function tidyText(text: string): string {
  return UNTIDY_OR_DAMAGED.test(text) ? collapseSpaces(mendText(text.trim())) : text;
}
