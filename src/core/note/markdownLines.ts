/** A line that Obsidian reads as Markdown, that is, outside front matter, code fences and comments. */
export interface MarkdownLine {
  number: number;
  /** Where the line begins in the note's text. */
  offset: number;
  /** Without its line ending. */
  text: string;
  /** Where the content begins, behind quote marks and indentation. */
  content: number;
  /** For a list item: the line of the item it is nested under, or -1. */
  listParent?: number;
}

interface Fence {
  character: string;
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

const QUOTE_MARK = /[ \t]{0,3}>/y;
const LIST_MARKER = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/y;
const FENCE = /(`{3,}|~{3,})([^]*)/y;

/** Longer than any line a person or a pipeline writes; such a line is data, and is passed over. */
export const LONGEST_LINE = 1_000_000;

/**
 * Walks the Markdown lines of a note, front matter left out.
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
  let openItems: OpenItem[] = [];
  let quoteDepth = 0;
  let afterBlank = true;
  let inIndentedCode = false;

  let number = 0;
  let offset = endOfFrontMatter(text);
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) number++;

  for (; offset <= text.length; number++) {
    const newline = text.indexOf('\n', offset);
    const next = newline === -1 ? text.length : newline;
    const end = newline !== -1 && next > offset && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    const start = offset;
    offset = next + 1;
    if (end - start > LONGEST_LINE) {
      tooLong(number);
      continue;
    }
    const line = text.slice(start, end);

    if (comment) {
      if (line.includes(comment)) comment = null;
      continue;
    }

    // Inside a fence only the quote marks around it are marks.
    let { depth, content, column } = measure(line, start === 0, fence?.quoteDepth);
    if (content === line.length) {
      afterBlank = true;
      if (fence && depth < fence.quoteDepth) fence = null;
      continue;
    }

    if (fence) {
      const left: boolean = depth < fence.quoteDepth || column < fence.indent;
      if (!left) {
        if (closesFence(line, content, fence)) fence = null;
        continue;
      }
      fence = null;
      ({ depth, content, column } = measure(line, start === 0));
    }
    if (depth !== quoteDepth) {
      openItems = [];
      inIndentedCode = false;
      quoteDepth = depth;
    }

    const first = line[content] ?? '';
    LIST_MARKER.lastIndex = content;
    const marker = '-*+0123456789'.includes(first) ? LIST_MARKER.exec(line) : null;
    // A list ends where a line behind a blank one, or a heading, stands further left than its content.
    if (marker || afterBlank || first === '#')
      openItems = openItems.filter(item => column >= item.contentColumn);
    const behindBlank = afterBlank;
    afterBlank = false;
    const inner = openItems.filter(item => column >= item.contentColumn).at(-1);
    // Four columns beyond what is open is a code block by indentation; right below an item it is a deep sub-item.
    const indented = column - (inner?.contentColumn ?? 0) >= 4;
    if (indented && (!marker || !inner || behindBlank || inIndentedCode)) {
      inIndentedCode = true;
      continue;
    }
    inIndentedCode = false;

    let fenceAt = content;
    let fenceIndent = inner?.contentColumn ?? 0;
    if (marker) {
      const behind = endOfIndent(line, content + marker[0].length);
      fenceAt = behind;
      fenceIndent = columnOf(line, content, behind, column);
      if (behind === line.length || fenceIndent - column - marker[0].length > 4)
        fenceIndent = column + marker[0].length + 1;
    }
    if (line[fenceAt] === '`' || line[fenceAt] === '~') {
      FENCE.lastIndex = fenceAt;
      const opening = FENCE.exec(line);
      if (opening && !(opening[1]?.startsWith('`') && opening[2]?.includes('`'))) {
        const [, marks = ''] = opening;
        fence = { character: marks[0] ?? '', length: marks.length, quoteDepth: depth, indent: fenceIndent };
      }
    }
    if (first === '%' && line.startsWith('%%', content) && !line.includes('%%', content + 2)) {
      comment = '%%';
      continue;
    }
    if (first === '<' && line.startsWith('<!--', content) && !line.includes('-->', content + 4)) {
      comment = '-->';
      continue;
    }

    if (marker) {
      visit({ number, offset: start, text: line, content, listParent: inner?.line ?? -1 });
      openItems.push({ line: number, contentColumn: fenceIndent });
    } else if (!fence) visit({ number, offset: start, text: line, content });
  }
}

/** The offset behind the closing `---` line, or 0 where there is no front matter. */
export function endOfFrontMatter(text: string): number {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start)) return 0;
  let lineEnd = text.indexOf('\n', start);
  if (lineEnd === -1 || text.slice(start + 3, lineEnd).trim() !== '') return 0;
  while (lineEnd !== -1) {
    const lineStart = lineEnd + 1;
    lineEnd = text.indexOf('\n', lineStart);
    if (!text.startsWith('---', lineStart)) continue;
    const end = lineEnd === -1 ? text.length : lineEnd;
    if (end - lineStart < 1000 && text.slice(lineStart + 3, end).trim() === '')
      return Math.min(end + 1, text.length);
  }
  return 0;
}

interface Measure {
  /** How many quote marks stand before the content; at most `limit` are read. */
  depth: number;
  content: number;
  /** How far the content is indented, behind the quote marks. */
  column: number;
}

function measure(line: string, firstLine: boolean, limit = Infinity): Measure {
  let depth = 0;
  let from = firstLine && line.charCodeAt(0) === 0xfeff ? 1 : 0;
  QUOTE_MARK.lastIndex = from;
  while (depth < limit && QUOTE_MARK.test(line)) {
    depth++;
    from = QUOTE_MARK.lastIndex;
    // One space belongs to the mark.
    if (line[from] === ' ') QUOTE_MARK.lastIndex = ++from;
  }
  const content = endOfIndent(line, from);
  if (depth === 0 || line[from] !== '\t') return { depth, content, column: columnOf(line, from, content) };
  // So does one column of a tab, which still reaches the line's own tab stop.
  const mark = columnOf(line, 0, from);
  return {
    depth,
    content,
    column: columnOf(line, from, content, mark) - mark - (line[from - 1] === '>' ? 1 : 0),
  };
}

function endOfIndent(line: string, from: number): number {
  let i = from;
  while (line[i] === ' ' || line[i] === '\t') i++;
  return i;
}

/** The column of `to` where `from` stands in `start`; a tab reaches the next multiple of four. */
function columnOf(line: string, from: number, to: number, start = 0): number {
  let column = start;
  for (let i = from; i < to; i++) column = line[i] === '\t' ? column - (column % 4) + 4 : column + 1;
  return column;
}

function closesFence(line: string, content: number, fence: Fence): boolean {
  let i = content;
  while (line[i] === fence.character) i++;
  return i - content >= fence.length && line.slice(i).trim() === '';
}
