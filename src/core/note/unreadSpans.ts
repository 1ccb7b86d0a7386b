import { isSpace } from './charCodes';
import { forEachMarkdownLine } from './markdownLines';
import type { Span } from './TaskLineReader';

/** What of a note’s text is read over, in order, from its first sign to its last: front matter, code, comments. */
export function unreadSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const readOnAt = (next: number) => {
    let end = next;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start < end) spans.push({ start, end });
  };
  forEachMarkdownLine(text, line => {
    readOnAt(line.start);
    start = line.end;
  });
  readOnAt(text.length);
  return spans;
}
