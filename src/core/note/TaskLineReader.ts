import type { Priority, TaskRecord } from '../records';
import { isoDateIn } from '../dates';
import {
  AT,
  BACKTICK,
  CARET,
  CLOSING_BRACKET,
  CLOSING_PARENTHESIS,
  COLON,
  HASH,
  MINUS,
  NO_BREAK_SPACE,
  OPENING_BRACKET,
  OPENING_PARENTHESIS,
  QUESTION_MARK,
  SPACE,
  TAB,
  isDigit,
  isLetter,
  isSpace,
} from './charCodes';
import { isProposedTag, taskState, type NoteConventions } from './conventions';
import { damagedSpellings, maybeDamaged } from './damagedText';
import { nameAt } from './owners';
import { SIGNS, SIGN_SPELLINGS, signOfField, type Sign } from './signs';
import { tidyText } from './text';

/** Where something stands in a line: `start` inclusive, `end` exclusive, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

export interface OwnerSpan extends Span {
  label: string;
}

/** Owners side by side: `@Timo, @Jo and @Dana`. */
export interface OwnerGroup extends Span {
  owners: OwnerSpan[];
  /** Named in running text, so that the text keeps the names. */
  inSentence: boolean;
}

/** A sign, or a field of the Dataview form that stands for one. */
export interface SignSpan extends Span {
  sign: Sign;
  form: 'emoji' | 'damaged' | 'field';
  /** What is written behind the sign; empty where that is nothing the sign understands. */
  value: Span;
  /** Whether it is the one of its field that says what the task says. */
  counts: boolean;
}

export interface TagSpan extends Span {
  /** Whether it is the tag that makes an open box proposed. */
  proposed: boolean;
}

/** Where everything stands in a task line; what an edit needs to know, and nobody else. */
export interface TaskSpans {
  /** Between the brackets. */
  box: Span;
  owners: OwnerGroup[];
  tags: TagSpan[];
  /** Every sign, understood or not. */
  signs: SignSpan[];
  /** `(duplicate of [[…]])`. */
  duplicates: Span[];
  /** From the first to the last of the words, owners named in them included; empty where there are none. */
  sentence: Span;
  /** Where the task's content ends: before a block id and trailing white space. */
  contentEnd: number;
}

/** What stands at a place that is not plain words. */
type TokenKind = 'sign' | 'tag' | 'owner' | 'other' | 'end';

/** What stands before the box: indentation, quote marks, a list marker. */
const MARKER = /[\uFEFF \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/y;
/** What stands between owners of one list: `@Timo, @Jo and @Dana`. */
const BETWEEN_OWNERS = /^\s*(?:(?:[,;/&+]|and|or)\s*)?$/;
/** A sentence that is not over before its owner: `Follow up with @Omar`. */
const NEEDS_AN_OBJECT = /(?:^|\s)(?:about|ask|at|by|cc|for|from|of|tell|to|via|with)\s+$/i;
/** What shows that the sentence goes on behind its owner. */
const GOES_ON = /^[.!?)'’]|[\p{L}\p{N}]/u;

/** Emoji may be followed by a variation selector, which Obsidian's own editor writes on some systems. */
const SELECTORS = ['\uFE0F', ...damagedSpellings('\uFE0F')];

/** Signs as they are meant, by code point. */
const WHOLE_SIGNS = new Map<number, Sign>();
/** Damaged spellings by their first code unit, longest first, since some begin others. */
const DAMAGED_SIGNS = new Map<number, { spelling: string; sign: Sign }[]>();
for (const [spelling, sign] of SIGN_SPELLINGS) {
  const damaged = DAMAGED_SIGNS.get(spelling.charCodeAt(0));
  if (spelling === sign.emoji) WHOLE_SIGNS.set(spelling.codePointAt(0) ?? 0, sign);
  else if (damaged) damaged.push({ spelling, sign });
  else DAMAGED_SIGNS.set(spelling.charCodeAt(0), [{ spelling, sign }]);
}
for (const spellings of DAMAGED_SIGNS.values())
  spellings.sort((a, b) => b.spelling.length - a.spelling.length);

/** What a code unit may be that is not plain: what begins something else, to be tidied, a space that one may follow. */
const PLAIN = 0;
const START = 1;
const UNTIDY = 2;
const BLANK = 3;
/** First and last of the codes among which some are untidy: looking at all 65,536 takes milliseconds at each start. */
const SOME_UNTIDY = [
  [0x09, 0x15e],
  [0x1680, 0x1680],
  [0x2000, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const;
/** Most of a line is passed over by this table. */
const KINDS = new Uint8Array(0x10000);
for (const [first, last] of SOME_UNTIDY)
  for (let code = first; code <= last; code++) if (isUntidyCode(code)) KINDS[code] = UNTIDY;
KINDS[SPACE] = BLANK;
for (const code of [HASH, AT, OPENING_BRACKET, OPENING_PARENTHESIS, COLON, BACKTICK, CARET])
  KINDS[code] = START;
for (const spelling of SIGN_SPELLINGS.keys()) KINDS[spelling.charCodeAt(0)] = START;

/** `[due:: 2026-01-10]`, `(priority:: high),`: a comma between fields is no word. */
const FIELD = /[[(] *([A-Za-z]+)::([^[\]()\r\n]*)([\])])((?: *,(?=\s|$))?)/y;
const URL = /:\/\/\S*/y;
const DUPLICATE_OF = '(duplicate of [[';
const SLASH = 0x2f;
/** One bit for each field, so that a number can hold a set of them. */
const FIELD_BITS = Object.fromEntries(SIGNS.map(({ field }, i) => [field, 1 << i])) as Record<
  Sign['field'],
  number
>;
/** What may stand right before an `@` that names an owner, beside white space. */
const BEFORE_OWNER = new Set(Array.from('([{>,;*"“', character => character.charCodeAt(0)));

/**
 * Reads task lines from left to right, every character once; one reader reads any number of lines. It goes through
 * every task of a vault, so it makes no object that nobody asked for: spans only where an edit wants them.
 * Linear in the line's length, never throws; the note around the line is never looked at.
 */
export class TaskLineReader {
  readonly #conventions: NoteConventions;

  /** Dates of the last line that no calendar has, as written; they stay in its text. */
  badDates: string[] = [];
  /** Whether the last line would read the same without its proposed tags, as nearly every line does. */
  isSameWithoutTag = true;

  #text = '';
  #from = 0;
  #to = 0;
  #record: TaskRecord = emptyRecord('');
  #spans: TaskSpans | null = null;
  /** Where words begin that nobody has taken yet. */
  #position = 0;
  #said = '';
  /** Whether what is said may hold damaged characters or white space to collapse. */
  #untidy = false;
  /** Whether a space parts what was said from what will be. */
  #gap = false;
  #firstWord = -1;
  #lastWord = -1;
  /** Where the last thing ended that was not plain words. */
  #lastEnd = 0;
  #lastKind: TokenKind = 'other';
  /** An `@` whose name is not read yet, since it ends where the next thing begins; -1 for none. */
  #openOwner = -1;
  /** Owners that more may stand beside; the first {@link groupSize} count, the others are of lines before. */
  readonly #openGroup: OwnerSpan[] = [];
  #groupSize = 0;
  /** What the record will hold; likewise only the first ones count, so that its own lists are just as long as needed. */
  readonly #owners: string[] = [];
  #ownerCount = 0;
  readonly #tags: string[] = [];
  #tagCount = 0;
  /** Where the thing before {@link openGroup} ended. */
  #beforeGroup = 0;
  /** A sign whose value reaches up to the next thing, and where that value begins. */
  #openSign: Sign | null = null;
  #openSignStart = 0;
  #openSignForm: SignSpan['form'] = 'emoji';
  /** A proposed tag, until it is known what follows; -1 for none. */
  #openTag = -1;
  #openTagEnd = 0;
  #hasProposedTag = false;
  /**
   * Signs and tags with nothing but space between them are a stretch. Of several signs of one field
   * that of the last stretch counts, and in it the first: so reads the Tasks plugin, which begins at the end of the
   * line and gives up at the first word.
   */
  #stretchEnd = 0;
  #stretchForm: SignSpan['form'] = 'emoji';
  /** The fields that were set in this stretch. */
  #setFields = 0;
  /** By the sign at which place each field was set last. */
  #setAt: Partial<Record<Sign['field'], number>> = {};
  /** Length of a run of backticks → where the last run of that length begins. */
  #backtickRuns: Map<number, number> | null = null;
  #lastLinkEnd = -1;
  /** Where the first `^` stands, -1 for nowhere so far. */
  #caret = -1;

  constructor(conventions: NoteConventions) {
    this.#conventions = conventions;
  }

  /**
   * Reads the task line that stands in `text` from `start` to `end`, without its line ending; null where it is none.
   * Only the note knows the record's `line`, `section` and `parent`; they are not set. `spans` is filled in.
   */
  read(text: string, start: number, end: number, spans: TaskSpans | null = null): TaskRecord | null {
    MARKER.lastIndex = start;
    return MARKER.test(text) ? this.readFromBox(text, start, MARKER.lastIndex, end, spans) : null;
  }

  /** The same where it is known where the box may begin, at `open`. */
  readFromBox(
    text: string,
    start: number,
    open: number,
    end: number,
    spans: TaskSpans | null = null,
  ): TaskRecord | null {
    const boxStart = open + 1;
    const boxEnd = endOfBox(text, open, end);
    if (boxEnd === -1) return null;
    const from = boxEnd + 1;
    const to = skipSpacesBack(text, end, from);
    const record = emptyRecord(text.slice(start, end));
    record.symbol = text.slice(boxStart, boxEnd);
    if (record.symbol.length > 1) record.symbol = record.symbol.trim();
    if (spans) spans.box = { start: boxStart, end: boxEnd };
    this.#reset(text, from, to, record, spans);
    this.#readContent();
    return record;
  }

  #reset(text: string, from: number, to: number, record: TaskRecord, spans: TaskSpans | null): void {
    this.#text = text;
    this.#from = this.#position = this.#lastEnd = from;
    this.#to = to;
    this.#record = record;
    this.#spans = spans;
    this.#said = '';
    this.#untidy = this.#gap = false;
    this.#firstWord = -1;
    this.#ownerCount = this.#tagCount = this.#groupSize = 0;
    this.#lastKind = 'other';
    this.#hasProposedTag = false;
    this.isSameWithoutTag = true;
    this.#backtickRuns = null;
    this.#lastLinkEnd = -1;
    this.#caret = -1;
    this.#setFields = 0;
    this.#stretchEnd = from;
    if (spans) this.#setAt = {};
    if (this.badDates.length > 0) this.badDates = [];
  }

  #readContent(): void {
    const text = this.#text,
      record = this.#record,
      spans = this.#spans;
    const end = this.#to;
    const kinds = KINDS;
    let at = this.#from;
    while (at < end) {
      let code = text.charCodeAt(at);
      while (kinds[code] === PLAIN && ++at < end) code = text.charCodeAt(at);
      if (at === end) break;
      const kind = kinds[code];
      if (kind === START) at = this.#readAt(at, code);
      else {
        at++;
        if (kind === UNTIDY || (kind === BLANK && text.charCodeAt(at) === SPACE)) this.#untidy = true;
      }
    }
    const to = this.#to;
    this.#begin('end', to);
    this.#say(to);
    record.text = this.#untidy ? tidyText(this.#said) : this.#said;
    if (this.#ownerCount > 0) record.owners = firstOf(this.#owners, this.#ownerCount);
    if (this.#tagCount > 0) record.tags = firstOf(this.#tags, this.#tagCount);
    record.state = taskState(record.symbol, this.#hasProposedTag, this.#conventions);
    if (!spans) return;
    for (const span of spans.signs) span.counts = this.#setAt[span.sign.field] === span.start;
    spans.contentEnd = to;
    const firstWord = this.#firstWord;
    spans.sentence = firstWord === -1 ? { start: to, end: to } : { start: firstWord, end: this.#lastWord };
  }

  /** Reads what begins at `at`; the result is where to look on. */
  #readAt(at: number, code: number): number {
    const text = this.#text;
    switch (code) {
      case HASH:
        return this.#readTag(at);
      case AT:
        return this.#readOwner(at);
      case OPENING_BRACKET:
        return text.charCodeAt(at + 1) === OPENING_BRACKET ? this.#readLink(at) : this.#readField(at);
      case OPENING_PARENTHESIS:
        return text.startsWith(DUPLICATE_OF, at) ? this.#readDuplicate(at) : this.#readField(at);
      case COLON:
        return this.#readUrl(at);
      case BACKTICK:
        return this.#readCode(at);
      case CARET:
        return this.#readCaret(at);
      default:
        return this.#readSign(at, code);
    }
  }

  /** A block id stands last; the task's content ends before it. */
  #readCaret(at: number): number {
    const text = this.#text,
      from = this.#from,
      to = this.#to;
    if (this.#caret === -1) this.#caret = at;
    let end = at + 1;
    while (end < to && isBlockIdCode(text.charCodeAt(end))) end++;
    const isBlockId = end === to && end > at + 1 && at > from && isSpace(text.charCodeAt(at - 1));
    if (!isBlockId) return at + 1;
    this.#record.blockId = text.slice(at + 1, end);
    this.#to = skipSpacesBack(text, at, from);
    return end;
  }

  #readUrl(at: number): number {
    const url = matchAt(URL, this.#text, at)?.[0];
    if (url === undefined) return at + 1;
    this.#untidy ||= maybeDamaged.test(url);
    return at + url.length;
  }

  #readSign(at: number, code: number): number {
    const text = this.#text;
    const codePoint = text.codePointAt(at) ?? 0;
    let sign = WHOLE_SIGNS.get(codePoint);
    let form: SignSpan['form'] = 'emoji';
    let end = at + (codePoint > 0xffff ? 2 : 1);
    if (!sign) {
      const damaged = DAMAGED_SIGNS.get(code)?.find(({ spelling }) => text.startsWith(spelling, at));
      this.#untidy ||= DAMAGED_SIGNS.has(code);
      if (!damaged) return at + 1;
      ({ sign } = damaged);
      form = 'damaged';
      end = at + damaged.spelling.length;
      if (isPartOfAnotherEmoji(text, damaged.spelling, sign, end)) return end;
    }
    if (text.charCodeAt(end) > 0x7f)
      end += SELECTORS.find(selector => text.startsWith(selector, end))?.length ?? 0;

    this.#begin('sign', at);
    if (sign.kind === 'date') return this.#takeDate(sign, form, at, end);
    if (sign.kind === 'value') {
      this.#openSign = sign;
      this.#openSignForm = form;
      this.#openSignStart = at;
    } else this.#takeSign(sign, form, at, end, end, end);
    this.#lastEnd = end;
    return end;
  }

  #takeDate(sign: Sign, form: SignSpan['form'], at: number, end: number): number {
    const text = this.#text;
    const start = skipBlanks(text, end);
    const usual = start + ISO_LENGTH;
    const date = isDigit(text.charCodeAt(usual)) ? null : isoDateIn(text, start, usual);
    const dateEnd = date === null ? endOfDate(text, start) : usual;
    if (dateEnd === -1) this.#takeSign(sign, form, at, end, end, end);
    else this.#takeSign(sign, form, at, dateEnd, start, dateEnd, date ?? undefined);
    return this.#lastEnd;
  }

  #readField(at: number): number {
    const text = this.#text;
    const match = matchAt(FIELD, text, at);
    if (!match || match[3] !== (text[at] === '[' ? ']' : ')')) return at + 1;
    const [{ length }, name = '', written = '', , comma = ''] = match;
    const trimmed = written.trim();
    const sign = signOfField(name, trimmed);
    if (!sign || (sign.kind === 'value' && !sign.value.test(trimmed))) return at + 1;

    this.#begin('sign', at);
    const start = at + length - comma.length - 1 - written.trimStart().length;
    this.#takeSign(sign, 'field', at, at + length, start, start + trimmed.length);
    return at + length;
  }

  #readTag(at: number): number {
    const text = this.#text,
      from = this.#from,
      to = this.#to;
    if (at > from && !isSpace(text.charCodeAt(at - 1))) return at + 1;
    let end = at + 1;
    while (end < to && this.#continuesTag(text.charCodeAt(end), end)) end++;
    // `#a#b` is no tag but a word.
    if (end === at + 1 || text.charCodeAt(end) === HASH) return end;

    this.#begin('tag', at);
    const tag = text.slice(at, end);
    const proposed = isProposedTag(tag, this.#conventions);
    this.#tags[this.#tagCount++] = tag;
    this.#spans?.tags.push({ start: at, end, proposed });
    // `#1` is a tag to Tasks and a number to Obsidian and whoever reads the sentence.
    if (digitsEnd(text, at + 1, end) < end) this.#passOver(at, end);
    this.#lastEnd = end;
    this.#continueStretch(at, end);
    if (proposed) {
      this.#hasProposedTag = true;
      this.#openTag = at;
      this.#openTagEnd = end;
    }
    return end;
  }

  #continuesTag(code: number, at: number): boolean {
    if (code < 0x80) return TAG_ASCII[code] === 1;
    return isTagCode(code) && !(KINDS[code] === START && this.#endsTag(at));
  }

  /** Whether a sign begins at `at` that Tasks reads though it is glued to a tag. */
  #endsTag(at: number): boolean {
    const text = this.#text;
    const codePoint = text.codePointAt(at) ?? 0;
    const sign = WHOLE_SIGNS.get(codePoint);
    const behind = at + (codePoint > 0xffff ? 2 : 1);
    if (sign?.kind === 'date') return endOfDate(text, skipBlanks(text, behind)) !== -1;
    return sign?.kind === 'priority' || (sign?.kind === 'value' && text.charCodeAt(behind) === SPACE);
  }

  #readOwner(at: number): number {
    const text = this.#text;
    const before = text.charCodeAt(at - 1);
    const behindSign = this.#lastKind === 'sign' && this.#lastEnd === at;
    // `@Timo/@Jo`; other slashes belong to paths.
    const besideOwner = before === SLASH && this.#lastKind === 'owner';
    if (at > this.#from && !behindSign && !besideOwner && !isSpace(before) && !BEFORE_OWNER.has(before))
      return at + 1;

    this.#begin('owner', at);
    const close = text.startsWith('[[', at + 1) ? this.#linkEnd(at + 1) : -1;
    if (close === -1) {
      this.#openOwner = at;
      return at + 1;
    }
    this.#addOwner({ start: at, end: close, label: text.slice(at + 1, close) });
    return close;
  }

  #readLink(at: number): number {
    const text = this.#text;
    const end = this.#linkEnd(at);
    if (end === -1) return at + 2;
    if (at === this.#from + 1 && text.charCodeAt(end) === COLON) {
      this.#begin('owner', at);
      this.#addOwner({ start: at, end: end + 1, label: text.slice(at, end) });
      return end + 1;
    }
    return this.#passBy(at, end);
  }

  #readDuplicate(at: number): number {
    const text = this.#text;
    const start = at + DUPLICATE_OF.length - 2;
    const end = this.#linkEnd(start);
    if (end === -1) return start;
    if (text.charCodeAt(end) !== CLOSING_PARENTHESIS) return this.#passBy(start, end);
    this.#begin('other', at);
    this.#record.duplicateOf ??= text.slice(start, end);
    this.#spans?.duplicates.push({ start: at, end: end + 1 });
    this.#passOver(at, end + 1);
    this.#lastEnd = end + 1;
    return end + 1;
  }

  #readCode(at: number): number {
    const text = this.#text;
    let end = at + 1;
    while (text.charCodeAt(end) === BACKTICK) end++;
    this.#backtickRuns ??= lastBacktickRuns(text, at, this.#to);
    if ((this.#backtickRuns.get(end - at) ?? -1) < end) return end;
    return this.#passBy(at, closingRun(text, text.slice(at, end), end));
  }

  /** The end of the link that begins at `at`; -1 where it never closes. */
  #linkEnd(at: number): number {
    const text = this.#text,
      to = this.#to;
    if (this.#lastLinkEnd === -1) this.#lastLinkEnd = at + text.slice(at, to).lastIndexOf(']]');
    return at + 2 <= this.#lastLinkEnd ? text.indexOf(']]', at + 2) + 2 : -1;
  }

  /** Code and links: words, but nothing in them is looked at. */
  #passBy(at: number, end: number): number {
    this.#begin('other', at);
    this.#untidy = true;
    this.#lastEnd = end;
    return end;
  }

  /** Something begins at `at`: what was waiting to know where it ends, ends here. */
  #begin(kind: TokenKind, at: number): void {
    if (this.#openSign) this.#endSign(this.#openSign, at);
    if (this.#openOwner !== -1) this.#endOwner(this.#openOwner, at);
    if (kind !== 'owner' && this.#groupSize > 0) this.#endGroup(at);
    if (this.#openTag !== -1) this.#endTag(kind, at);
    this.#lastKind = kind;
  }

  #endSign(sign: Sign, at: number): void {
    const text = this.#text,
      openSignStart = this.#openSignStart,
      lastEnd = this.#lastEnd;
    this.#openSign = null;
    const written = text.slice(lastEnd, at);
    const trimmed = written.trim();
    const understood = sign.kind === 'value' && sign.value.test(trimmed);
    const start = understood ? at - written.trimStart().length : lastEnd;
    const end = understood ? start + trimmed.length : lastEnd;
    this.#takeSign(sign, this.#openSignForm, openSignStart, end, start, end);
  }

  #endOwner(start: number, at: number): void {
    const text = this.#text;
    this.#openOwner = -1;
    const { length, label } = nameAt(text, start + 1, at);
    if (label !== '') this.#addOwner({ start, end: start + 1 + length, label });
  }

  #addOwner(owner: OwnerSpan): void {
    const text = this.#text,
      lastEnd = this.#lastEnd;
    this.#owners[this.#ownerCount++] = owner.label;
    if (this.#groupSize > 0 && !BETWEEN_OWNERS.test(text.slice(lastEnd, owner.start)))
      this.#endGroup(owner.start);
    if (this.#groupSize === 0) this.#beforeGroup = lastEnd;
    this.#openGroup[this.#groupSize++] = owner;
    this.#lastEnd = owner.end;
  }

  #endGroup(at: number): void {
    const text = this.#text,
      openGroup = this.#openGroup,
      groupSize = this.#groupSize,
      end = this.#lastEnd;
    const start = openGroup[0]?.start ?? end;
    const inSentence = isInSentence(text, start, end, this.#beforeGroup, at);
    if (this.#spans)
      this.#spans.owners.push({ start, end, owners: openGroup.slice(0, groupSize), inSentence });
    if (inSentence) for (let i = 0; i < groupSize; i++) this.#sayOwner(openGroup[i]);
    else this.#passOver(start, end);
    this.#groupSize = 0;
  }

  #sayOwner(owner: OwnerSpan | undefined): void {
    if (!owner) return;
    this.#say(owner.start);
    this.#sayWords(owner.label, owner.start, owner.end);
    this.#untidy = true;
    this.#position = owner.end;
  }

  /** Without the tag, what stands around it must not become one; a sign, a tag or nothing at all cannot. */
  #endTag(kind: TokenKind, at: number): void {
    const text = this.#text,
      start = this.#openTag;
    this.#openTag = -1;
    this.isSameWithoutTag &&=
      (kind === 'sign' || kind === 'tag' || kind === 'end') &&
      skipSpaces(text, this.#openTagEnd, at) === at &&
      text.charCodeAt(start - 1) === SPACE &&
      !isSpace(text.charCodeAt(start - 2)) &&
      (this.#caret === -1 || this.#caret > start);
  }

  /** A sign with its value; one that says nothing we understand stays in the text. */
  #takeSign(
    sign: Sign,
    form: SignSpan['form'],
    start: number,
    end: number,
    valueStart: number,
    valueEnd: number,
    said = this.#readValue(sign, valueStart, valueEnd),
  ): void {
    if (this.#spans) {
      const value = { start: valueStart, end: valueEnd };
      this.#spans.signs.push({ start, end, sign, form, value, counts: false });
    }
    this.#lastEnd = end;
    if (said === null) return;
    // A damaged sign is a word to Tasks, and so are the signs of the form it is not set to.
    if (form === 'damaged' || form !== this.#stretchForm) this.#setFields = 0;
    if (form !== 'damaged') {
      this.#stretchForm = form;
      this.#continueStretch(start, end);
    }
    this.#set(sign.field, said, start);
    this.#passOver(start, end);
  }

  /** null where the sign says nothing we understand. */
  #readValue(sign: Sign, start: number, end: number): string | null {
    const text = this.#text;
    if (sign.kind === 'priority') return sign.priority;
    if (start === end) return null;
    if (sign.kind === 'value') return text.slice(start, end);
    const date = isoDateIn(text, start, end);
    if (date === null) this.badDates.push(text.slice(start, end));
    return date;
  }

  #continueStretch(start: number, end: number): void {
    const text = this.#text,
      stretchEnd = this.#stretchEnd;
    if (skipSpaces(text, stretchEnd, start) < start) this.#setFields = 0;
    this.#stretchEnd = end;
  }

  #set(field: Sign['field'], said: string, at: number): void {
    const bit = FIELD_BITS[field];
    if ((this.#setFields & bit) !== 0) return;
    this.#setFields |= bit;
    if (this.#spans) this.#setAt[field] = at;
    const record = this.#record;
    if (field === 'priority') record.priority = said as Priority;
    // Nearly every date is a due date, and a field that is named is written faster than a computed one.
    else if (field === 'due') record.due = said;
    else record[field] = said;
  }

  #passOver(start: number, end: number): void {
    this.#say(start);
    this.#position = end;
  }

  /** Says the words up to `position`. */
  #say(position: number): void {
    const text = this.#text;
    const start = skipSpaces(text, this.#position, position);
    if (start > this.#position) this.#gap = true;
    if (start >= position) return;
    const end = skipSpacesBack(text, position, start);
    this.#sayWords(text.slice(start, end), start, end);
    this.#gap = end < position;
  }

  #sayWords(words: string, start: number, end: number): void {
    if (this.#firstWord === -1) {
      this.#said = words;
      this.#firstWord = start;
    } else this.#said += this.#gap ? ` ${words}` : words;
    this.#gap = false;
    this.#lastWord = end;
  }
}

/** Damaged characters, and white space but the ordinary space. */
function isUntidyCode(code: number): boolean {
  return (
    (code !== SPACE && isSpace(code)) ||
    (code >= 0xc2 && code <= 0x15e && maybeDamaged.test(String.fromCharCode(code)))
  );
}

/** `list.slice(0, count)`, which is slow for the few that a task has. */
function firstOf(list: readonly string[], count: number): string[] {
  if (count === 1) return [list[0] ?? ''];
  return count === 2 ? [list[0] ?? '', list[1] ?? ''] : list.slice(0, count);
}

function emptyRecord(raw: string): TaskRecord {
  return {
    line: 0,
    raw,
    text: '',
    state: 'accepted',
    symbol: ' ',
    owners: [],
    priority: 'none',
    tags: [],
    section: '',
  };
}

export function emptySpans(): TaskSpans {
  const nowhere = { start: 0, end: 0 };
  return { box: nowhere, owners: [], tags: [], signs: [], duplicates: [], sentence: nowhere, contentEnd: 0 };
}

/** Where the box closes that may open at `open`: around one character, or a `?` with spaces about it; -1 for no box. */
function endOfBox(text: string, open: number, end: number): number {
  if (text.charCodeAt(open) !== OPENING_BRACKET) return -1;
  const isPair = (text.charCodeAt(open + 1) & 0xfc00) === 0xd800;
  let close = open + (isPair ? 3 : 2);
  if (text.charCodeAt(close) !== CLOSING_BRACKET || text.charCodeAt(open + 1) === CLOSING_BRACKET)
    close = endOfQuestion(text, open + 1);
  const isClosed = close < end && text.charCodeAt(close) === CLOSING_BRACKET;
  return isClosed && (close + 1 === end || isSpace(text.charCodeAt(close + 1))) ? close : -1;
}

/** Behind ` ? `; -1 where that is not what stands there. */
function endOfQuestion(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE) at++;
  if (text.charCodeAt(at) !== QUESTION_MARK) return -1;
  at++;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

function isBlockIdCode(code: number): boolean {
  return isDigit(code) || code === MINUS || isLetter(code);
}

/** Whether the words around owners, back to `from` and on to `to`, make them part of a sentence. */
function isInSentence(text: string, start: number, end: number, from: number, to: number): boolean {
  if (text.charCodeAt(end - 1) === COLON) return false;
  if (skipSpaces(text, end, to) < to && GOES_ON.test(text.slice(end, to))) return true;
  return (
    isLetter(text.charCodeAt(skipSpacesBack(text, start, from) - 1)) &&
    NEEDS_AN_OBJECT.test(text.slice(Math.max(from, start - 20), start))
  );
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Where what looks like a date at `start` ends, whether or not a calendar has it (`2026-1-5`, `2026-13-01`); -1 where
 * nothing does.
 */
function endOfDate(text: string, start: number): number {
  const usual = start + ISO_LENGTH;
  if (isoDateIn(text, start, usual) !== null && !isDigit(text.charCodeAt(usual))) return usual;
  const year = digitsEnd(text, start, start + 4);
  if (year !== start + 4 || text.charCodeAt(year) !== MINUS) return -1;
  const month = digitsEnd(text, year + 1, year + 3);
  if (month === year + 1 || text.charCodeAt(month) !== MINUS) return -1;
  const day = digitsEnd(text, month + 1, month + 3);
  return day > month + 1 && !isDigit(text.charCodeAt(day)) ? day : -1;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the digits from `from` on end, at `to` at the latest. */
function digitsEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  return at;
}

const ISO_LENGTH = 10;

function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipSpacesBack(text: string, from: number, to: number): number {
  let at = from;
  while (at > to && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

const isBlank = (code: number): boolean => code === SPACE || code === TAB || code === NO_BREAK_SPACE;

/** Which of the ASCII characters a tag holds. */
const TAG_ASCII = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[^'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether Obsidian lets a tag go on with it: no ASCII punctuation but `-`, `_` and `/`, no other, no space. */
function isTagCode(code: number): boolean {
  return !isSpace(code) && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x2e00 && code <= 0x2e7f);
}

/** A damaged spelling with a lost byte can be the beginning of a longer emoji, damaged likewise. */
function isPartOfAnotherEmoji(text: string, spelling: string, sign: Sign, end: number): boolean {
  const bytes = sign.emoji.length === 1 ? 3 : 4;
  const next = text.charCodeAt(end);
  return spelling.length < bytes && next >= 0x80 && next !== NO_BREAK_SPACE;
}

function lastBacktickRuns(text: string, from: number, to: number): Map<number, number> {
  const runs = new Map<number, number>();
  for (const { 0: run, index } of text.slice(from, to).matchAll(/`+/g)) runs.set(run.length, from + index);
  return runs;
}

/** The end of the code span that `marks` opens before `from`; there must be one. */
function closingRun(text: string, marks: string, from: number): number {
  let at = text.indexOf(marks, from);
  for (;;) {
    const start = at;
    while (text.charCodeAt(at) === BACKTICK) at++;
    if (at - start === marks.length) return at;
    at = text.indexOf(marks, at);
  }
}
