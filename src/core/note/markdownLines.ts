/** A line that Obsidian reads as Markdown, that is, outside front matter, code fences and comments. */
export interface MarkdownLine {
  number: number;
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

const QUOTE_MARKS = /^(?:[ \t]{0,3}>[ ]?)*/;
const LIST_MARKER = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/y;
const FENCE = /(`{3,}|~{3,})([^\r\n]*)$/y;

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

    const quote = line.includes('>') ? (QUOTE_MARKS.exec(line)?.[0] ?? '') : '';
    const depth = quote === '' ? 0 : quote.split('>').length - 1;
    const content = endOfIndent(line, quote.length);
    const column = columnOf(line, quote.length, content);
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
    }
    if (depth !== quoteDepth) {
      openItems = [];
      quoteDepth = depth;
    }

    const first = line[content] ?? '';
    LIST_MARKER.lastIndex = content;
    const marker = '-*+0123456789'.includes(first) ? LIST_MARKER.exec(line) : null;
    // A list ends where a line behind a blank one, or a heading, stands further left than its content.
    if (marker || afterBlank || first === '#') openItems = openItems.filter(item => column >= item.contentColumn);
    afterBlank = false;
    const inner = openItems.filter(item => column >= item.contentColumn).at(-1);
    // Four columns beyond what is open is a code block by indentation.
    if (column - (inner?.contentColumn ?? 0) >= 4 && !(marker && inner)) continue;

    let fenceAt = content;
    let fenceIndent = inner?.contentColumn ?? 0;
    if (marker) {
      const behind = endOfIndent(line, content + marker[0].length);
      fenceAt = behind;
      fenceIndent = column + columnOf(line, content, behind);
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
      visit({ number, text: line, content, listParent: inner?.line ?? -1 });
      openItems.push({ line: number, contentColumn: fenceIndent });
    } else if (!fence) visit({ number, text: line, content });
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
    if (end - lineStart < 1000 && text.slice(lineStart + 3, end).trim() === '') return Math.min(end + 1, text.length);
  }
  return 0;
}

function endOfIndent(line: string, from: number): number {
  let i = from;
  while (line[i] === ' ' || line[i] === '\t') i++;
  return i;
}

/** Columns from `from` to `to`; a tab reaches the next multiple of four. */
function columnOf(line: string, from: number, to: number): number {
  let column = 0;
  for (let i = from; i < to; i++) column = line[i] === '\t' ? column - (column % 4) + 4 : column + 1;
  return column;
}

function closesFence(line: string, content: number, fence: Fence): boolean {
  let i = content;
  while (line[i] === fence.character) i++;
  return i - content >= fence.length && line.slice(i).trim() === '';
}
