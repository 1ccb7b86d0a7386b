import { isIsoDate } from '../dates';
import type { Priority, TaskDates, TaskState } from '../records';
import { isProposedTag, taskState, type NoteConventions } from './conventions';
import { damagedSpellings, mendText } from './damagedText';
import { nameLength } from './owners';
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
const BLOCK_ID = /\s\^([A-Za-z0-9-]+)$/;
const ISO_LIKE = /[ \t\u00A0]*(\d{4}-\d{1,2}-\d{1,2})(?!\d)/y;
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

/** What stands between owners of one list: `@Timo, @Jo and @Dana`. */
const BETWEEN_OWNERS = /^\s*(?:(?:[,;/&+]|and|or)\s*)?$/;
/** A sentence that is not over before its owner: `Follow up with @Omar`. */
const NEEDS_AN_OBJECT = /(?:^|\s)(?:about|ask|at|by|cc|for|from|of|tell|to|via|with)\s+$/i;
/** What shows that the sentence goes on behind its owner. */
const GOES_ON = /^[.!?)'’]|[\p{L}\p{N}]/u;

type Token =
  | (Span & { kind: 'sign'; sign: Sign; value: string })
  | (Span & { kind: 'tag' })
  | OwnersToken
  | (Span & { kind: 'opaque' });

/** Owners side by side. */
interface OwnersToken extends Span {
  kind: 'owners';
  owners: OwnerSpan[];
  /** Named in running text, so that the text keeps the names. */
  inSentence: boolean;
}

/** What one look at the line finds; owners' names are not read yet, since they end where the next token begins. */
type RawToken = Exclude<Token, OwnersToken> | (Span & { kind: 'owner'; label?: string });

/**
 * Reads a task line; null where the line is no task. Linear in its length, never throws.
 * The tag that makes a task proposed is read over: what the task says and whose it is, is what it will be without it.
 */
export function parseTaskLine(line: string, conventions: NoteConventions): ParsedTask | null {
  const task = readTaskLine(line, conventions);
  const cuts = task ? proposedTagCuts(line, task) : [];
  if (!task || cuts.length === 0) return task;
  const bare = readTaskLine(without(line, cuts), conventions);
  if (!bare) return task;
  const at = (position: number, edge: keyof Span) => positionBeforeCuts(position, edge, cuts);
  const moved = <S extends Span>(span: S): S => ({
    ...span,
    start: at(span.start, 'start'),
    end: at(span.end, 'end'),
  });
  return {
    ...bare,
    state: task.state,
    box: task.box,
    tags: task.tags,
    owners: bare.owners.map(moved),
    contentEnd: at(bare.contentEnd, 'end'),
  };
}

/** What goes with the proposed state: each such tag and the one space before it, unless the box needs that space. */
export function proposedTagCuts(line: string, task: ParsedTask): Span[] {
  const cuts = task.tags.filter(tag => tag.proposed).map(({ start, end }) => ({ start: start - 1, end }));
  const behindBox = task.box.end + 1;
  const textStart = cuts.reduce((end, cut) => (cut.start === end ? cut.end : end), behindBox);
  const [first] = cuts;
  if (first && textStart > behindBox && /\S/.test(line[textStart] ?? ' ')) first.start++;
  return cuts;
}

function without(line: string, cuts: readonly Span[]): string {
  let rest = '';
  let copied = 0;
  for (const { start, end } of cuts) {
    rest += line.slice(copied, start);
    copied = end;
  }
  return rest + line.slice(copied);
}

/** Where a position of the cut line stands in the whole one; at a cut a span starts behind and ends before it. */
function positionBeforeCuts(position: number, edge: keyof Span, cuts: readonly Span[]): number {
  let result = position;
  for (const { start, end } of cuts)
    if (edge === 'start' ? start <= result : start < result) result += end - start;
  return result;
}

function readTaskLine(line: string, conventions: NoteConventions): ParsedTask | null {
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
  for (const token of tokens) {
    if (token.kind === 'sign') {
      if (applySign(task, token.sign, token.value)) take(token);
    } else if (token.kind === 'tag') {
      const tag = line.slice(token.start, token.end);
      task.tags.push({ start: token.start, end: token.end, tag, proposed: isProposedTag(tag, conventions) });
      take(token);
    } else if (token.kind === 'owners') {
      task.owners.push(...token.owners);
      if (token.inSentence)
        for (const owner of token.owners) {
          take(owner);
          words.push(owner.label);
        }
      else take(token);
    }
  }
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
  const raw = rawTokens(line, from, to);
  const tokens: Token[] = [];
  raw.forEach((token, i) => {
    const next = raw[i + 1]?.start ?? to;
    if (token.kind === 'sign')
      tokens.push(token.sign.kind === 'value' ? readFreeValue(line, token, token.sign, next) : token);
    else if (token.kind !== 'owner') tokens.push(token);
    else {
      const owner = readOwner(line, token, next);
      if (owner === null) return;
      const last = tokens.at(-1);
      if (last?.kind === 'owners' && BETWEEN_OWNERS.test(line.slice(last.end, owner.start))) {
        last.owners.push(owner);
        last.end = owner.end;
      } else
        tokens.push({
          kind: 'owners',
          start: owner.start,
          end: owner.end,
          owners: [owner],
          inSentence: false,
        });
    }
  });
  tokens.forEach((token, i) => {
    if (token.kind !== 'owners' || line[token.end - 1] === ':') return;
    const before = line.slice(Math.max(tokens[i - 1]?.end ?? from, token.start - 20), token.start);
    const after = line.slice(token.end, tokens[i + 1]?.start ?? to);
    token.inSentence = NEEDS_AN_OBJECT.test(before) || GOES_ON.test(after);
  });
  return tokens;
}

function rawTokens(line: string, from: number, to: number): RawToken[] {
  const tokens: RawToken[] = [];
  const lastRuns = lastBacktickRuns(line);
  const lastLinkEnd = line.lastIndexOf(']]');
  const linkEnd = (at: number) => (at <= lastLinkEnd ? line.indexOf(']]', at) + 2 : -1);
  const sticky = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(line);
  };
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(line); match && match.index < to; match = TOKEN.exec(line)) {
    const start = match.index;
    let end = start + match[0].length;
    const before = line[start - 1] ?? ' ';
    const spelling = match[1];
    if (spelling !== undefined) {
      const sign = SIGN_SPELLINGS.get(spelling);
      if (!sign || isPartOfAnotherEmoji(line, spelling, sign, end)) continue;
      const date = sign.kind === 'date' ? sticky(ISO_LIKE, end) : null;
      end += date?.[0].length ?? 0;
      tokens.push({ kind: 'sign', sign, start, end, value: date?.[1] ?? '' });
    } else if (match[0] === '#') {
      const tag = /\s/.test(before) ? sticky(TAG, start) : null;
      end = start + (tag?.[0].length ?? 0);
      // `#1` is a number, and `#a#b` no tag but a word.
      if (!tag || /^#\d+$/.test(tag[0]) || line[end] === '#') continue;
      tokens.push({ kind: 'tag', start, end });
    } else if (match[0] === '@') {
      const last = tokens.at(-1);
      const behindSign = last?.kind === 'sign' && last.end === start;
      if (!behindSign && !/[\s([{>,;/*"“]/.test(before)) continue;
      const close = line.startsWith('[[', end) ? linkEnd(end) : -1;
      if (close !== -1) end = close;
      tokens.push({ kind: 'owner', start, end, ...(close !== -1 && { label: line.slice(start + 1, end) }) });
    } else if (match[0] === '[[') {
      const close = linkEnd(end);
      if (close === -1) continue;
      end = close;
      const leading = start === from + 1 && line[end] === ':';
      tokens.push(
        leading
          ? { kind: 'owner', start, end: end + 1, label: line.slice(start, end) }
          : { kind: 'opaque', start, end },
      );
    } else if (match[0] === '://') {
      end = start + (sticky(URL, start)?.[0].length ?? 0);
    } else {
      if ((lastRuns.get(match[0].length) ?? -1) < end) continue;
      end = closingRun(line, match[0], end);
      tokens.push({ kind: 'opaque', start, end });
    }
    TOKEN.lastIndex = end;
  }
  return tokens;
}

/** A value that is not a date: it reaches up to the next token, or it is none. */
function readFreeValue(
  line: string,
  token: RawToken & { kind: 'sign' },
  sign: Sign & { kind: 'value' },
  next: number,
): RawToken & { kind: 'sign' } {
  const written = line.slice(token.end, next);
  const value = written.trim();
  return sign.value.test(value) ? { ...token, value, end: token.end + written.trimEnd().length } : token;
}

/** A damaged spelling with a lost byte can be the beginning of a longer emoji, damaged likewise. */
function isPartOfAnotherEmoji(line: string, spelling: string, sign: Sign, end: number): boolean {
  const bytes = sign.character.length === 1 ? 3 : 4;
  const next = line.charCodeAt(end);
  return spelling !== sign.character && spelling.length < bytes && next >= 0x80 && next !== 0xa0;
}

/** Length of a run of backticks → where the last run of that length begins. */
function lastBacktickRuns(line: string): Map<number, number> {
  const runs = new Map<number, number>();
  if (line.includes('`')) for (const { 0: run, index } of line.matchAll(/`+/g)) runs.set(run.length, index);
  return runs;
}

/** The end of the code span that `marks` opens before `from`; there must be one. */
function closingRun(line: string, marks: string, from: number): number {
  let at = line.indexOf(marks, from);
  for (;;) {
    const start = at;
    while (line[at] === '`') at++;
    if (at - start === marks.length) return at;
    at = line.indexOf(marks, at);
  }
}

/** The owner an `@` names, null where it names nobody. */
function readOwner(line: string, token: Span & { label?: string }, limit: number): OwnerSpan | null {
  const { start, end, label } = token;
  if (label !== undefined) return { start, end, label };
  const length = nameLength(line.slice(end, limit));
  const name = line.slice(end, end + length).trim();
  return name === '' ? null : { start, end: end + length, label: name };
}
