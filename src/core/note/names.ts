import { mendText } from './damagedText';
import { collapseSpaces } from './text';

const WIKILINK = /^!?\[\[([^\]|]*)(?:\|([^\]]*))?\]\]$/;
const DASHES = /\s*[-\u2010-\u2015\u2212]\s*/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
const OUTER_PUNCTUATION = ' "\'“”,;:.';
/** File names that say nothing about what the note is; its folder does. */
const FOLDER_NOTES = new Set(['readme', 'index']);

/** The last part of a path without `.md`; for `People/Dana Ochoa/README.md` the folder's name. */
export function noteName(path: string): string {
  const parts = path.replace(/\.md$/i, '').split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  return FOLDER_NOTES.has(last.toLowerCase()) ? (parts.at(-2) ?? '') : last;
}

/** The path a wikilink points to, without alias, heading and block; undefined where `label` is no wikilink. */
export function linkTarget(label: string): string | undefined {
  return WIKILINK.exec(label.trim())?.[1]?.split('#')[0]?.trim();
}

/** What a label calls somebody, as one would show it: link brackets and path off, damaged characters mended. */
export function shownName(label: string): string {
  const target = linkTarget(label);
  const name = target === undefined ? label : noteName(target);
  return collapseSpaces(mendText(name).replace(INVISIBLE, ''));
}

/** `Priya Raman (Unknown last name)` → `Priya Raman`; a remark behind a single word tells two people apart and stays. */
export function withoutRemark(name: string): string {
  const open = name.endsWith(')') ? name.lastIndexOf('(') : -1;
  const rest = open > 0 ? name.slice(0, open).trim() : '';
  return rest.includes(' ') ? rest : name;
}

/**
 * What two spellings of one certain name have in common: case, spaces, dashes, Unicode form, link brackets and a
 * remark behind a full name do not count. '' where nothing is left of the label.
 */
export function nameKey(label: string): string {
  const name = shownName(label).normalize('NFKC').replace(/\s+/g, ' ').replace(DASHES, '-').toLowerCase();
  return withoutRemark(trimPunctuation(name));
}

function trimPunctuation(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && OUTER_PUNCTUATION.includes(name[start] ?? '')) start++;
  while (end > start && OUTER_PUNCTUATION.includes(name[end - 1] ?? '')) end--;
  return name.slice(start, end);
}
