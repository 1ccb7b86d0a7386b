import { endOfFrontMatter, forEachMarkdownLine, LONGEST_LINE } from '../../../src/core/note/markdownLines';

/** Numbers of the list items' lines. */
function items(text: string): number[] {
  const found: number[] = [];
  forEachMarkdownLine(text, ({ number, listParent }) => {
    if (listParent !== undefined) found.push(number);
  });
  return found;
}

/** Line → line of the item it is nested under. */
function parents(text: string): Record<number, number> {
  const found: Record<number, number> = {};
  forEachMarkdownLine(text, ({ number, listParent }) => {
    if (listParent !== undefined) found[number] = listParent;
  });
  return found;
}

const lines = (...all: string[]) => all.join('\n');

describe('front matter', () => {
  test.each([
    ['---\ntype: people\n---\n', 21],
    ['\uFEFF---\na: 1\n---\n', 14],
    ['---\r\na: 1\r\n---\r\n', 16],
    ['---  \na: 1\n--- \n', 16],
    ['---\na: 1\n---', 12],
    ['---\n---\n', 8],
    ['---\na: 1\n', 0],
    ['--- a\n---\n', 0],
    ['----\na\n----\n', 0],
    ['\n---\na: 1\n---\n', 0],
    ['', 0],
  ])('%j ends at %i', (text, end) => expect(endOfFrontMatter(text)).toBe(end));

  test('list items in it are none', () => {
    expect(items(lines('---', 'tags:', '- [ ] a', '---', '- [ ] b'))).toEqual([4]);
  });
});

describe('line ends', () => {
  test.each(['\n', '\r\n'])('%j', end => {
    const seen: [number, number, string][] = [];
    const text = ['a', '- b', '', 'c'].join(end);
    forEachMarkdownLine(text, line => seen.push([line.number, line.start, text.slice(line.start, line.end)]));
    expect(seen.map(([number, , line]) => [number, line])).toEqual([
      [0, 'a'],
      [1, '- b'],
      [3, 'c'],
    ]);
    for (const [, offset, line] of seen) expect(text.startsWith(line, offset)).toBe(true);
  });

  test('the last line needs none', () => expect(items('text\n- a')).toEqual([1]));
  test('a byte order mark is no text', () => expect(items('\uFEFF- a\n- b')).toEqual([0, 1]));
  test('a zero-width space is text', () => expect(items('\u200B- a')).toEqual([]));
});

describe('list items', () => {
  test.each([
    '- a',
    '* a',
    '+ a',
    '1. a',
    '12) a',
    '   - a',
    '-\ta',
    '-',
    '> - a',
    '> > - a',
    '>- a',
    '>\t- a',
    '> [!note]\n> - a',
  ])('%j is one', text => expect(items(text)).toHaveLength(1));
  test.each(['-a', '1.a', 'a - b', '1234567890. a', '– a', '    - a', '\t- a', '>     - a', '**a**'])(
    '%j is none',
    text => expect(items(text)).toEqual([]),
  );
});

describe('code fences', () => {
  test.each([
    ['backticks', ['```', '- [ ] a', '```', '- b'], [3]],
    ['tildes', ['~~~', '- [ ] a', '~~~', '- b'], [3]],
    ['with a language', ['```tasks', '- [ ] a', '```', '- b'], [3]],
    ['a longer closing fence', ['```', '- [ ] a', '`````', '- b'], [3]],
    ['a shorter run inside', ['````', '```', '- [ ] a', '````', '- b'], [4]],
    ['the other character inside', ['```', '~~~', '- [ ] a', '```', '- b'], [4]],
    ['a closing run with words is none', ['```', '``` x', '- [ ] a', '```', '- b'], [4]],
    ['backticks in one line are code, no fence', ['```a```', '- b'], [1]],
    ['never closed', ['```', '- [ ] a', '', '- [ ] b'], []],
    ['with a blank line inside', ['```', '', '- [ ] a', '```', '- b'], [4]],
    ['in a list item', ['- x', '  ```', '  - [ ] a', '  ```', '- b'], [0, 4]],
    ['that begins a list item', ['- ```', '  - [ ] a', '  ```', '- b'], [0, 3]],
    ['in a list item, ended by the next', ['- x', '  ```', '  - [ ] a', '- b'], [0, 3]],
    ['in a list item that ends with it', ['- x', '  ```', '  a', '> - b'], [0, 3]],
    ['in a quote', ['> ```', '> - [ ] a', '> ```', '> - b'], [3]],
    ['in a quote that ends', ['> ```', '> - [ ] a', '- b'], [2]],
    ['a quoted fence inside is text', ['```', '> ```', '- [ ] a', '```', '- b'], [4]],
    [
      'a quote inside a list’s fence is text',
      ['- x', '  ```', '  > - [ ] a', '  - [ ] a', '  ```', '- b'],
      [0, 5],
    ],
  ])('%s', (_what, text, expected) => expect(items(lines(...text))).toEqual(expected));
});

describe('comments', () => {
  test.each([
    ['%%', ['%%', '- [ ] a', '%%', '- b'], [3]],
    ['%% with text', ['%% hidden', '- [ ] a', 'until here %%', '- b'], [3]],
    ['%% in one line', ['%% a %%', '- b'], [1]],
    ['%% never closed', ['%%', '- [ ] a'], []],
    ['HTML', ['<!--', '- [ ] a', '-->', '- b'], [3]],
    ['HTML in one line', ['<!-- a -->', '- b'], [1]],
    ['HTML with a blank line inside', ['<!--', '', '- [ ] a', '-->', '- b'], [4]],
    ['behind an item’s text', ['- a %% b %%', '- c <!-- d -->'], [0, 1]],
  ])('%s', (_what, text, expected) => expect(items(lines(...text))).toEqual(expected));
});

describe('indented code', () => {
  test.each([
    ['after a blank line', ['text', '', '    - [ ] a', '', '- b'], [4]],
    ['goes on', ['text', '', '    - [ ] a', '    - [ ] a', '- b'], [4]],
    ['in a list item', ['- x', '', '      - [ ] a', '      - [ ] a', '- b'], [0, 4]],
    ['a deep sub-item is none', ['- x', '        - a'], [0, 1]],
    ['a sub-item behind a blank line is none', ['- x', '', '    - a'], [0, 2]],
  ])('%s', (_what, text, expected) => expect(items(lines(...text))).toEqual(expected));
});

describe('nesting', () => {
  test.each([
    ['spaces', ['- a', '  - b', '    - c', '  - d', '- e'], { 0: -1, 1: 0, 2: 1, 3: 0, 4: -1 }],
    ['tabs', ['- a', '\t- b', '\t\t- c', '\t- d'], { 0: -1, 1: 0, 2: 1, 3: 0 }],
    ['under a number', ['1. a', '   - b', '  - c'], { 0: -1, 1: 0, 2: -1 }],
    ['a blank line between', ['- a', '', '  - b'], { 0: -1, 2: 0 }],
    ['text between ends the list', ['- a', '', 'text', '', '  - b'], { 0: -1, 4: -1 }],
    ['a heading ends the list', ['- a', '# H', '  - b'], { 0: -1, 2: -1 }],
    ['in a quote', ['> - a', '>   - b', '- c'], { 0: -1, 1: 0, 2: -1 }],
    ['a tab behind the marker', ['  -\ta', '    - b'], { 0: -1, 1: 0 }],
  ])('%s', (_what, text, expected) => expect(parents(lines(...text))).toEqual(expected));
});

test('a line of a million characters is passed over and named', () => {
  const tooLong: number[] = [];
  const seen: number[] = [];
  forEachMarkdownLine(
    `- a\n${'x'.repeat(LONGEST_LINE + 1)}\n- b`,
    line => seen.push(line.number),
    line => tooLong.push(line),
  );
  expect(seen).toEqual([0, 2]);
  expect(tooLong).toEqual([1]);
});
