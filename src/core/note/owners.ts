/*
 * Whom an `@` names. Nothing marks where a name ends (`@Dana Ochoa 📅 2026-01-10`, `Ask @Omar about the budget`), so
 * this reads what is written behind the `@` up to the next sign, tag or owner.
 */
import { memoize } from '../memoize';

/** Names of one word that no second name follows: `@Myself Send the deck`. */
const ALONE = new Set(['myself', 'me', 'tbd', 'tba']);
/** Words that end a name written in running text: `@Omar about the budget`. */
const NOT_IN_NAMES = new Set(
  'about after as at before by for from if in is on or re regarding should that the to until when who will with'.split(
    ' ',
  ),
);
const JOINERS = new Set(['and', '&', '+']);
const LIST_WORDS = new Set(['and', '&', 'or']);
/** More words than that are a sentence. */
const LONGEST_LIST = 9;
const PARTICLES = new Set(
  'al bin da de del della den der di do dos du el ibn la le ten ter van von zu'.split(' '),
);
/** `Platform team`, `Google networking team`: lower case, and still part of the name. */
const GROUP_WORDS = new Set(['team', 'group', 'department']);
const LONGEST_GROUP_NAME = 5;

/** What no name holds. © ® ™ and curly quotes inside a word belong to damaged letters: `AmÃ©lie Rouxâ€“Delorme`. */
const BREAK =
  /[;:!?](?=\s|$)|\s[-–—→]\s|[[\]{}<>|"*]|\s[“”]|[“”](?=[\s,.]|$)|(?![©®™])\p{Extended_Pictographic}/u;
const WORD = /\([^()]*\)|\S+/g;
const SENTENCE_END = /^(?!Prof|Mrs|Rev).*\p{L}{3}\.$/u;
/** `d’Arc`, `al-Sayed`. */
const PREFIXED = /^\p{Ll}+[-'’]\p{Lu}/u;
const startsLower = (word: string) => /^\p{Ll}/u.test(word) && !PREFIXED.test(word);

/** Longer than any name with what stands around it; what is longer is running text and comes once. */
const LONGEST_REMEMBERED = 40;

export interface OwnerName {
  /** How many characters the name takes; 0 where there is none. */
  length: number;
  label: string;
}

/** The name that is written in `text` from `start`, behind an `@`, and before `end`. */
export function nameAt(text: string, start: number, end: number): OwnerName {
  const written = text.slice(start, end);
  return written.length > LONGEST_REMEMBERED ? readName(written) : rememberedName(written);
}

const rememberedName = memoize(readName);

function readName(written: string): OwnerName {
  const length = measureName(written);
  const label = written.slice(0, length).trim();
  // Dashes, or spaces that nobody sees, name nobody.
  return /[\p{L}\p{N}]/u.test(label) ? { length, label } : { length: 0, label: '' };
}

function measureName(written: string): number {
  const text = written.slice(0, BREAK.exec(written)?.index ?? written.length);
  const words = Array.from(text.matchAll(WORD), match => ({ text: match[0], start: match.index }));
  if (listsNames(words.map(word => word.text)) && text.trimEnd() === written.trimEnd())
    return trimmedLength(text);
  const groupEnd = groupNameEnd(words.slice(0, LONGEST_GROUP_NAME).map(word => word.text));
  let end = 0;
  for (const [i, { text: word, start }] of words.entries()) {
    const remark = word.startsWith('(') && word.endsWith(')');
    if (i > 0 && !remark && i > groupEnd && (groupEnd > 0 || endsName(words.slice(i, i + 4), words[0])))
      break;
    const close = word.includes('(') ? -1 : word.indexOf(')');
    end = start + (close === -1 ? word.length : close);
    if (close !== -1 || ALONE.has(word.toLowerCase()) || (i > groupEnd && SENTENCE_END.test(word))) break;
  }
  return trimmedLength(text.slice(0, end).replace(/['’]s$/, ''));
}

interface Word {
  text: string;
}

/** Whether running text goes on at the first of `words`. A name that begins with a capital goes on with capitals. */
function endsName(words: readonly Word[], first: Word | undefined): boolean {
  const [word = ''] = words.map(({ text }) => text.replace(/[,.]+$/, ''));
  if (NOT_IN_NAMES.has(word) || JOINERS.has(word)) return true;
  if (!startsLower(word) || startsLower(first?.text ?? '')) return false;
  const next = words.find(({ text }) => !PARTICLES.has(text));
  return !PARTICLES.has(word) || next === undefined || startsLower(next.text);
}

/** `Dana Ochoa and Omar Haddad`, and nothing else up to the next sign: one label, whoever is meant. */
function listsNames(words: readonly string[]): boolean {
  if (words.length > LONGEST_LIST) return false;
  let inName = false;
  let lists = false;
  for (const word of words) {
    if (LIST_WORDS.has(word)) {
      if (!inName) return false;
      lists = true;
      inName = false;
    } else if (/^\p{Lu}/u.test(word) || (inName && PARTICLES.has(word))) inName = true;
    else return false;
  }
  return lists && inName;
}

/** The index of the word that ends a group's name, or 0. */
function groupNameEnd(words: readonly string[]): number {
  const end = words.findIndex(
    (word, i) => i > 0 && GROUP_WORDS.has(word.replace(/[,.]+$/, '').toLowerCase()),
  );
  return words.slice(1, end).some(word => NOT_IN_NAMES.has(word) || SENTENCE_END.test(word))
    ? 0
    : Math.max(end, 0);
}

function trimmedLength(name: string): number {
  let end = name.length;
  while (end > 0 && ' \t\u00A0,;:.(/&+'.includes(name[end - 1] ?? '')) end--;
  return end;
}
