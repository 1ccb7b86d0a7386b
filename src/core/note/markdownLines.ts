import {
  BACKTICK,
  BYTE_ORDER_MARK,
  CLOSING_PARENTHESIS,
  DOT,
  GREATER,
  HASH,
  LESS,
  MINUS,
  NEWLINE,
  PERCENT,
  PLUS,
  SPACE,
  STAR,
  TAB,
  TILDE,
  isDigit,
  isSpace,
} from './charCodes';

/**
 * A line that Obsidian reads as Markdown, that is, outside front matter, code fences and comments. One object serves
 * for all lines of a note: take from it what you keep.
 */
export interface MarkdownLine {
  number: number;
  /** Where the line begins in the note's text. */
  start: number;
  /** Where it ends, before its line ending. */
  end: number;
  /** Where the content begins, behind quote marks and indentation. */
  content: number;
  /** For a list item: the line of the item it is nested under, or -1; undefined for any other line. */
  listParent: number | undefined;
  /** Where an item's text begins, behind its marker; for any other line the same as `content`. */
  textStart: number;
  /** Where the text ends: before a code fence that opens in the line, else at `end`. */
  textEnd: number;
}

interface Fence {
  mark: string;
  length: number;
  quoteDepth: number;
  /** A line indented less than this ends the list item the fence stands in, and so the fence. */
  indent: number;
}

interface OpenItem {
  line: number;
  /** Column where the item's own content begins; what is indented as far belongs to it. */
  contentColumn: number;
}

/** Longer than any line a person or a pipeline writes; such a line is data, and is passed over. */
export const LONGEST_LINE = 1_000_000;

/**
 * Walks the Markdown lines of a note, front matter and blank lines left out. Every line of every note goes through
 * here, so it looks at codes and positions and copies nothing.
 * `tooLong` gets the number of each line over {@link LONGEST_LINE} characters.
 */
export function forEachMarkdownLine(
  text: string,
  visit: (line: MarkdownLine) => void,
  tooLong: (line: number) => void = () => undefined,
): void {
  let fence: Fence | null = null;
  /** What ends the comment we are in. */
  let comment: '%%' | '-->' | null = null;
  /** The items that a line may still belong to, outermost first. */
  const openItems: OpenItem[] = [];
  const line: MarkdownLine = {
    number: 0,
    start: 0,
    end: 0,
    content: 0,
    listParent: undefined,
    textStart: 0,
    textEnd: 0,
  };
  let quoteDepth = 0;
  let afterBlank = true;
  let inIndentedCode = false;

  let { offset, lines: number } = afterFrontMatter(text);
  for (; offset < text.length; number++) {
    // Every third line is blank; looking beats asking.
    const newline = text.charCodeAt(offset) === NEWLINE ? offset : text.indexOf('\n', offset);
    const next = newline === -1 ? text.length : newline;
    const start = offset;
    const end = newline !== -1 && next > start && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    offset = next + 1;
    if (end === start && !fence && !comment) {
      afterBlank = true;
      continue;
    }
    if (end - start > LONGEST_LINE) {
      tooLong(number);
      continue;
    }

    if (comment) {
      if (text.slice(start, end).includes(comment)) comment = null;
      continue;
    }

    // Inside a fence only the quote marks around it are marks.
    let first = text.charCodeAt(start);
    const plain = start < end && start > 0 && !isIndentOrQuote(first);
    let depth = 0;
    let content = start;
    let column = 0;
    if (!plain) {
      ({ depth, content, column } = measure(text, start, end, fence?.quoteDepth));
      first = text.charCodeAt(content);
    }
    if (content === end) {
      afterBlank = true;
      if (fence && depth < fence.quoteDepth) fence = null;
      continue;
    }

    if (fence) {
      const left: boolean = depth < fence.quoteDepth || column < fence.indent;
      if (!left) {
        if (closesFence(text, content, end, fence)) fence = null;
        continue;
      }
      fence = null;
      ({ depth, content, column } = measure(text, start, end));
      first = text.charCodeAt(content);
    }
    if (depth !== quoteDepth) {
      openItems.length = 0;
      inIndentedCode = false;
      quoteDepth = depth;
    }

    const markerEnd = endOfMarker(text, first, content, end);
    // A list ends where a line behind a blank one, or a heading, stands further left than its content.
    if (markerEnd !== -1 || afterBlank || first === HASH)
      while (column < (openItems.at(-1)?.contentColumn ?? 0)) openItems.pop();
    const behindBlank = afterBlank;
    afterBlank = false;
    const inner = openItems.length === 0 ? undefined : innermost(openItems, column);
    // Four columns beyond what is open is a code block by indentation; right below an item it is a deep sub-item.
    const indented = column - (inner?.contentColumn ?? 0) >= 4;
    if (indented && (markerEnd === -1 || !inner || behindBlank || inIndentedCode)) {
      inIndentedCode = true;
      continue;
    }
    inIndentedCode = false;

    let textStart = content;
    let fenceIndent = inner?.contentColumn ?? 0;
    if (markerEnd !== -1) {
      textStart = endOfIndent(text, markerEnd, end);
      fenceIndent = columnOf(text, content, textStart, column);
      const width = markerEnd - content;
      if (textStart === end || fenceIndent - column - width > 4) fenceIndent = column + width + 1;
    }
    fence = findFence(text, textStart, end, depth, fenceIndent);
    comment = opensComment(text, first, content, end);
    if (comment) continue;

    if (markerEnd !== -1) {
      line.listParent = inner?.line ?? -1;
      openItems.push({ line: number, contentColumn: fenceIndent });
    } else if (fence) continue;
    else line.listParent = undefined;
    line.number = number;
    line.start = start;
    line.end = end;
    line.content = content;
    line.textStart = textStart;
    line.textEnd = fence ? textStart : end;
    visit(line);
  }
}

/** The offset behind the closing `---` line, or 0 where there is no front matter. */
export function endOfFrontMatter(text: string): number {
  return afterFrontMatter(text).offset;
}

const NO_FRONT_MATTER = { offset: 0, lines: 0 };

/** Where the note's body begins, and how many lines stand before it. */
function afterFrontMatter(text: string): { offset: number; lines: number } {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  if (!text.startsWith('---', start)) return NO_FRONT_MATTER;
  let newline = text.indexOf('\n', start);
  if (newline === -1 || !isBlank(text, start + 3, newline)) return NO_FRONT_MATTER;
  for (let lines = 2; newline !== -1; lines++) {
    const line = newline + 1;
    newline = text.indexOf('\n', line);
    if (text.charCodeAt(line) !== MINUS || !text.startsWith('---', line)) continue;
    const end = newline === -1 ? text.length : newline;
    if (isBlank(text, line + 3, end)) return { offset: Math.min(end + 1, text.length), lines };
  }
  return NO_FRONT_MATTER;
}

interface Measure {
  /** How many quote marks stand before the content; at most `limit` are read. */
  depth: number;
  content: number;
  /** How far the content is indented, behind the quote marks. */
  column: number;
}

function measure(text: string, start: number, end: number, limit = Infinity): Measure {
  let depth = 0;
  let from = start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
  while (depth < limit) {
    const mark = quoteMark(text, from, end);
    if (mark === -1) break;
    depth++;
    from = mark + 1;
    // One space belongs to the mark.
    if (from < end && text.charCodeAt(from) === SPACE) from++;
  }
  const content = endOfIndent(text, from, end);
  if (depth === 0 || text.charCodeAt(from) !== TAB)
    return { depth, content, column: columnOf(text, from, content) };
  // So does one column of a tab, which still reaches the line's own tab stop.
  const mark = columnOf(text, start, from);
  return {
    depth,
    content,
    column: columnOf(text, from, content, mark) - mark - (text.charCodeAt(from - 1) === GREATER ? 1 : 0),
  };
}

/** Where the next quote mark stands, at most three columns on; -1 where none does. */
function quoteMark(text: string, from: number, end: number): number {
  const last = Math.min(from + 3, end - 1);
  for (let i = from; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (code === GREATER) return i;
    if (code !== SPACE && code !== TAB) return -1;
  }
  return -1;
}

/** Where the list marker at `at` ends, which begins with `first`; -1 where none stands there. */
function endOfMarker(text: string, first: number, at: number, end: number): number {
  let i = at + 1;
  if (isDigit(first)) {
    while (i < end && i < at + 9 && isDigit(text.charCodeAt(i))) i++;
    const delimiter = text.charCodeAt(i++);
    if (delimiter !== DOT && delimiter !== CLOSING_PARENTHESIS) return -1;
  } else if (first !== MINUS && first !== STAR && first !== PLUS) return -1;
  const behind = text.charCodeAt(i);
  return i === end || (i < end && (behind === SPACE || behind === TAB)) ? i : -1;
}

/** The item nearest to the content that a line at `column` belongs to. Each stands further right than the one before. */
function innermost(openItems: readonly OpenItem[], column: number): OpenItem | undefined {
  let [from, to] = [0, openItems.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (column < (openItems[middle]?.contentColumn ?? 0)) to = middle;
    else from = middle + 1;
  }
  return openItems[from - 1];
}

/** The fence that opens in a line, also behind more markers: "1. > ```". */
function findFence(text: string, at: number, end: number, quoteDepth: number, indent: number): Fence | null {
  for (let from = at, depth = quoteDepth, column = indent; ;) {
    const first = text.charCodeAt(from);
    const isQuote = first === GREATER;
    const markerEnd = isQuote ? from + 1 : endOfMarker(text, first, from, end);
    if (markerEnd === -1) return opensFence(text, from, end, depth, column);
    const next = endOfIndent(text, markerEnd, end);
    if (isQuote) depth++;
    column = isQuote ? 0 : columnOf(text, from, next, column);
    from = next;
  }
}

function opensFence(text: string, at: number, end: number, quoteDepth: number, indent: number): Fence | null {
  const code = text.charCodeAt(at);
  if (code !== BACKTICK && code !== TILDE) return null;
  let i = at + 1;
  while (i < end && text.charCodeAt(i) === code) i++;
  const isInlineCode = code === BACKTICK && text.slice(i, end).includes('`');
  return i - at < 3 || isInlineCode ? null : { mark: text.charAt(at), length: i - at, quoteDepth, indent };
}

function closesFence(text: string, content: number, end: number, fence: Fence): boolean {
  let i = content;
  while (i < end && text[i] === fence.mark) i++;
  return i - content >= fence.length && isBlank(text, i, end);
}

/** What will end the comment that begins here and goes on in the next line. */
function opensComment(text: string, first: number, content: number, end: number): '%%' | '-->' | null {
  if (first !== PERCENT && first !== LESS) return null;
  const line = text.slice(content, end);
  if (line.startsWith('%%') && !line.includes('%%', 2)) return '%%';
  return line.startsWith('<!--') && !line.includes('-->', 4) ? '-->' : null;
}

/** Whether there is nothing but white space from `from` to `to`. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

function endOfIndent(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isIndent(text.charCodeAt(i))) i++;
  return i;
}

/** The column of `to` where `from` stands in `start`; a tab reaches the next multiple of four. */
function columnOf(text: string, from: number, to: number, start = 0): number {
  let column = start;
  for (let i = from; i < to; i++) column += text.charCodeAt(i) === TAB ? 4 - (column % 4) : 1;
  return column;
}

function isIndent(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isIndentOrQuote(code: number): boolean {
  return code === SPACE || code === TAB || code === GREATER;
}
