import { damagedSpellings } from './damagedText';
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

/** Everything in a task line that is not plain words. */
export type Token =
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

/** What stands in `line` from `from` to `to`, in order. Linear in the line's length. */
export function tokenize(line: string, from: number, to: number): Token[] {
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
      // `@Timo/@Jo`; other slashes belong to paths.
      const besideOwner = before === '/' && last?.kind === 'owner';
      if (!behindSign && !besideOwner && !/[\s([{>,;*"“]/.test(before)) continue;
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
