import { isIsoDate } from '../dates';
import type { Priority, TaskDates, TaskState } from '../records';
import { isProposedTag, taskState, type NoteConventions } from './conventions';
import { damagedSpellings, mendText } from './damagedText';
import { SIGN_SPELLINGS, type Sign } from './signs';

/** Where something stands in a line: `start` inclusive, `end` exclusive, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

export interface OwnerSpan extends Span {
  label: string;
}

export interface TagSpan extends Span {
  tag: string;
  /** Whether it is the tag that makes an open box proposed. */
  proposed: boolean;
}

/** A task line taken apart. Every span points into the line it was read from. */
export interface ParsedTask extends TaskDates {
  state: TaskState;
  symbol: string;
  /** Between the brackets. */
  box: Span;
  owners: OwnerSpan[];
  tags: TagSpan[];
  priority: Priority;
  text: string;
  blockId?: string;
  /** Where the task's content ends: before a block id and trailing white space. */
  contentEnd: number;
  /** Dates that no calendar has, as written; they stay in the text. */
  invalidDates: string[];
}

const BOX = /^[\uFEFF \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[( *\? *|[^\]\r\n])\](?=\s|$)/u;
const BLOCK_ID = /(?:^|\s)\^([A-Za-z0-9-]+)$/;
const ISO_LIKE = /[ \t]*(\d{4}-\d{1,2}-\d{1,2})(?!\d)/y;
const WORD_VALUE = /[ \t]*[\w,-]+/y;
const TAG = /#[^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+/y;
const URL = /:\/\/\S*/y;

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const alternatives = (spellings: string[]) =>
  [...spellings]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

/** Emoji may be followed by a variation selector, which Obsidian's own editor writes on some systems. */
const SELECTOR = `(?:${alternatives(['\uFE0F', ...damagedSpellings('\uFE0F')])})?`;
/** Everything that is not plain words. Longest spelling first, since some damaged signs begin others. */
const TOKEN = new RegExp(`(${alternatives([...SIGN_SPELLINGS.keys()])})${SELECTOR}|\`+|#|@|\\[\\[|://`, 'g');

/** Words that end a name written in running text: `@Omar about the budget`. */
const NOT_IN_NAMES = new Set(
  'about after as at before by for from if in is on re regarding should that the to until when who will with'.split(' '),
);
const LABEL_BREAK = /[;:!?](?=\s|$)|\s[-–—]\s/;

type Token =
  | (Span & { kind: 'sign'; sign: Sign; value: string })
  | (Span & { kind: 'tag' })
  | (Span & { kind: 'owner'; label?: string })
  | (Span & { kind: 'opaque' });

/** Reads a task line; null where the line is no task. Linear in its length, never throws. */
export function parseTaskLine(line: string, conventions: NoteConventions): ParsedTask | null {
  const head = BOX.exec(line);
  if (!head) return null;
  const inBox = head[1] ?? '';
  const symbol = inBox.includes('?') ? '?' : inBox;
  const boxEnd = head[0].length - 1;
  const trimmedEnd = line.trimEnd().length;
  const blockId = BLOCK_ID.exec(line.slice(Math.max(0, trimmedEnd - 200), trimmedEnd));
  const contentEnd = blockId ? line.slice(0, trimmedEnd - blockId[0].length).trimEnd().length : trimmedEnd;

  const task: ParsedTask = {
    state: 'accepted',
    symbol,
    box: { start: boxEnd - inBox.length, end: boxEnd },
    owners: [],
    tags: [],
    priority: 'none',
    text: '',
    contentEnd,
    invalidDates: [],
  };
  if (blockId?.[1] !== undefined) task.blockId = blockId[1];

  const tokens = tokenize(line, head[0].length, contentEnd);
  const words: string[] = [];
  let copied = head[0].length;
  const take = (span: Span) => {
    words.push(line.slice(copied, span.start));
    copied = span.end;
  };
  tokens.forEach((token, i) => {
    if (token.kind === 'sign') {
      if (applySign(task, token.sign, token.value)) take(token);
    } else if (token.kind === 'tag') {
      const tag = line.slice(token.start, token.end);
      task.tags.push({ start: token.start, end: token.end, tag, proposed: isProposedTag(tag, conventions) });
      take(token);
    } else if (token.kind === 'owner') {
      const owner = ownerAt(line, token, tokens[i + 1]?.start ?? contentEnd);
      if (owner === null) return;
      task.owners.push(owner.span);
      take(owner.span);
      // A name in running text is part of the sentence.
      if (owner.inSentence) words.push(owner.span.label);
    }
  });
  words.push(line.slice(copied, contentEnd));
  task.text = mendText(words.join('')).replace(/\s+/g, ' ').trim();
  const tagNames = task.tags.map(({ tag }) => tag);
  task.state = taskState(symbol, tagNames, conventions);
  return task;
}

/** Takes a sign's value over; false where the sign says nothing we understand and so stays in the text. */
function applySign(task: ParsedTask, sign: Sign, value: string): boolean {
  switch (sign.kind) {
    case 'priority':
      if (task.priority === 'none') task.priority = sign.priority;
      return true;
    case 'date':
      if (value === '') return false;
      if (!isIsoDate(value)) {
        task.invalidDates.push(value);
        return false;
      }
      task[sign.field] ??= value;
      return true;
    case 'value':
      return value !== '';
  }
}

function tokenize(line: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  const unclosedRuns = new Set<number>();
  const sticky = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(line);
  };
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(line); match && match.index < to; match = TOKEN.exec(line)) {
    const start = match.index;
    let end = start + match[0].length;
    const before = line[start - 1] ?? ' ';
    const atWordStart = /[\s([{>,;/]/.test(before);
    const spelling = match[1];
    if (spelling !== undefined) {
      const sign = SIGN_SPELLINGS.get(spelling);
      if (!sign || isPartOfAnotherEmoji(line, spelling, sign, end)) continue;
      const value = readValue(sign, sticky, end);
      tokens.push({ kind: 'sign', sign, start, end: end + (value?.[0].length ?? 0), value: value?.[1] ?? value?.[0].trim() ?? '' });
      end += value?.[0].length ?? 0;
    } else if (match[0] === '#') {
      const tag = /\s/.test(before) ? sticky(TAG, start) : null;
      if (!tag || /^#\d+$/.test(tag[0])) continue;
      end = start + tag[0].length;
      tokens.push({ kind: 'tag', start, end });
    } else if (match[0] === '@') {
      if (!atWordStart) continue;
      const close = line.startsWith('[[', end) ? line.indexOf(']]', end) : -1;
      if (close !== -1) end = close + 2;
      tokens.push({ kind: 'owner', start, end, ...(close !== -1 && { label: line.slice(start + 1, end) }) });
    } else if (match[0] === '[[') {
      const close = line.indexOf(']]', end);
      if (close === -1) continue;
      end = close + 2;
      const leading = start === from + 1 && line[end] === ':';
      tokens.push(
        leading
          ? { kind: 'owner', start, end: end + 1, label: line.slice(start, end) }
          : { kind: 'opaque', start, end },
      );
    } else if (match[0] === '://') {
      end = start + (sticky(URL, start)?.[0].length ?? 0);
    } else {
      const close = closingRun(line, match[0], end, unclosedRuns);
      if (close === -1) continue;
      end = close;
      tokens.push({ kind: 'opaque', start, end });
    }
    TOKEN.lastIndex = end;
  }
  // A recurrence rule has words of its own and runs up to whatever comes next.
  tokens.forEach((token, i) => {
    if (token.kind !== 'sign' || token.sign.kind !== 'value' || !token.sign.words) return;
    const end = tokens[i + 1]?.start ?? to;
    token.value = line.slice(token.end, end).trim();
    token.end += line.slice(token.end, end).trimEnd().length;
  });
  return tokens;
}

function readValue(
  sign: Sign,
  sticky: (pattern: RegExp, at: number) => RegExpExecArray | null,
  at: number,
): RegExpExecArray | null {
  if (sign.kind === 'date') return sticky(ISO_LIKE, at);
  return sign.kind === 'value' && !sign.words ? sticky(WORD_VALUE, at) : null;
}

/** A damaged spelling with a lost byte can be the beginning of a longer emoji, damaged likewise. */
function isPartOfAnotherEmoji(line: string, spelling: string, sign: Sign, end: number): boolean {
  return spelling !== sign.character && (line.charCodeAt(end) || 0) > 0xa0;
}

/** The end of the code span that `marks` at `from` opens, or -1; each length is searched for in vain only once. */
function closingRun(line: string, marks: string, from: number, unclosed: Set<number>): number {
  if (unclosed.has(marks.length)) return -1;
  for (let at = line.indexOf(marks, from); at !== -1; at = line.indexOf(marks, at)) {
    const start = at;
    while (line[at] === '`') at++;
    if (at - start === marks.length) return at;
  }
  unclosed.add(marks.length);
  return -1;
}

/** The owner an `@` names: up to the next sign, tag or `@`, unless running text goes on behind the name. */
function ownerAt(
  line: string,
  token: Span & { label?: string },
  limit: number,
): { span: OwnerSpan; inSentence: boolean } | null {
  if (token.label !== undefined)
    return { span: { start: token.start, end: token.end, label: token.label }, inSentence: false };
  const written = line.slice(token.end, limit);
  let name = written.slice(0, LABEL_BREAK.exec(written)?.index ?? written.length);
  const words = name.split(/(?<space>\s+)/);
  const stop = words.findIndex((word, i) => i > 0 && NOT_IN_NAMES.has(word.replace(/[,.]$/, '')));
  if (stop !== -1) name = words.slice(0, stop).join('');
  name = trimLabelEnd(name);
  if (name.trim() === '') return null;
  const end = token.end + name.length;
  return {
    span: { start: token.start, end, label: name.trim() },
    inSentence: /[\p{L}\p{N}]/u.test(line.slice(end, limit)),
  };
}

function trimLabelEnd(name: string): string {
  let end = name.length;
  while (end > 0 && ' \t,;:.('.includes(name[end - 1] ?? '')) end--;
  return name.slice(0, end);
}
