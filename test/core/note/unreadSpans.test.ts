import fc from 'fast-check';
import { forEachMarkdownLine } from '../../../src/core/note/markdownLines';
import { unreadSpans } from '../../../src/core/note/unreadSpans';

const unread = (text: string) => unreadSpans(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['', []],
  ['- [?] A task\n\n\n- and more\n', []],
  ['---\ntype: people\n---\n- [?] A task', ['---\ntype: people\n---']],
  ['- [?] A\n```\n- [?] B\n```\n\n- [?] C', ['```\n- [?] B\n```']],
  ['A\n%%\n- [?] B\n%%\nC\n<!--\n- D\n-->', ['%%\n- [?] B\n%%', '<!--\n- D\n-->']],
  ['A\n\n    - [?] indented\n\nB', ['- [?] indented']],
  ['```\n- [?] never closed', ['```\n- [?] never closed']],
])('%j', (text, expected) => expect(unread(text)).toEqual(expected));

test('every line is read or in a span, and never both', () => {
  const line = fc.constantFrom(
    '- [?] A',
    '```',
    '%%',
    '',
    '    b',
    '> c',
    '<!--',
    '-->',
    '---',
    'text',
    '\t- d',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), lines => {
      const text = lines.join('\n');
      const spans = unreadSpans(text);
      const read = new Set<number>();
      forEachMarkdownLine(text, ({ number }) => void read.add(number));
      let start = 0;
      lines.forEach((each, number) => {
        const end = start + each.length;
        const isUnread = spans.some(span => span.start < end && span.end > start);
        if (each.trim() !== '') expect(isUnread).toBe(!read.has(number));
        start = end + 1;
      });
    }),
  );
});
