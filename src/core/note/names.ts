import { mendText } from './damagedText';
import { collapseSpaces } from './text';

const WIKILINK = /^!?\[\[([^\]|]*)(?:\|([^\]]*))?\]\]$/;
const DASHES = /\s*[-\u2010-\u2015\u2212]\s*/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
/** What a label of words with single spaces between them has not; most labels are such. */
const MORE_THAN_WORDS = /[^A-Za-z ]| {2}|^ | $/;
/** Whatever is no ASCII, and what links begin with; without it a label is a name already. */
const UNUSUAL = /[^ -Z\\^-~]/;
const OUTER_PUNCTUATION = ' "\'“”,;:.';
/** File names that say nothing about what the note is; its folder does. */
const FOLDER_NOTES = new Set(['readme', 'index']);

/** The last part of a path without `.md`; for `People/Dana Ochoa/README.md` the folder's name. */
export function noteName(path: string): string {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1).replace(/\.md$/i, '');
  if (!FOLDER_NOTES.has(name.toLowerCase())) return name;
  return path.slice(path.lastIndexOf('/', slash - 1) + 1, Math.max(slash, 0));
}

/** The path a wikilink points to, without alias, heading and block; undefined where `label` is no wikilink. */
export function linkTarget(label: string): string | undefined {
  if (!label.includes('[[')) return undefined;
  return WIKILINK.exec(label.trim())?.[1]?.split('#')[0]?.trim();
}

/** What a label calls somebody, as one would show it: link brackets and path off, damaged characters mended. */
export function shownName(label: string): string {
  if (!UNUSUAL.test(label)) return collapseSpaces(label);
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
  if (!MORE_THAN_WORDS.test(label)) return label.toLowerCase();
  const name = shownName(label).normalize('NFKC').replace(/\s+/g, ' ').replace(DASHES, '-').toLowerCase();
  return withoutRemark(trimPunctuation(name));
}

/** The keys of labels, where something is left of them. */
export const keysOf = (labels: readonly string[]): string[] => labels.map(nameKey).filter(key => key !== '');

function trimPunctuation(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && OUTER_PUNCTUATION.includes(name[start] ?? '')) start++;
  while (end > start && OUTER_PUNCTUATION.includes(name[end - 1] ?? '')) end--;
  return name.slice(start, end);
}
