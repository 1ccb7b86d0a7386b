import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import { emptySpans, TaskLineReader, type TaskSpans } from '../../../src/core/note/TaskLineReader';
import { tidyText } from '../../../src/core/note/text';
import { parsed, task } from '../notes';

/** What is found behind the box, as `kind text`, in the order of the line. */
const found = (text: string) => spansOf(parsed(`- [ ] ${text}`), `- [ ] ${text}`);

function spansOf({ owners, signs, tags }: TaskSpans, text: string): string[] {
  const spans = [
    ...owners.map(span => ({ kind: 'owners', ...span })),
    ...signs.map(span => ({ kind: 'sign', ...span })),
    ...tags.map(span => ({ kind: 'tag', ...span })),
  ];
  return spans
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

test('everything stands where it is said to stand', () => {
  expect(
    found(
      'Ask @Omar 📅 2026-01-10 `@x` #task [[Orbit]] ⏫ https://example.com/#a (repeat:: every day) 🔁 every week',
    ),
  ).toEqual([
    'owners @Omar',
    'sign 📅 2026-01-10',
    'tag #task',
    'sign ⏫',
    'sign (repeat:: every day)',
    'sign 🔁 every week',
  ]);
});

test('owners side by side are one group', () => {
  expect(found('@Timo, @Jo and @Dana Ochoa ⏫ @Omar')).toEqual([
    'owners @Timo, @Jo and @Dana Ochoa',
    'sign ⏫',
    'owners @Omar',
  ]);
});

test.each([
  ['`@Jo` ``@Jo ` @Jo`` ` @Dana', ['owners @Dana']],
  ['``` @Dana', ['owners @Dana']],
  ['` `` @Jo ` `` @Dana', ['owners @Dana']],
])('code spans in %s', (text, expected) => expect(found(text)).toEqual(expected));

test.each([
  ['Send it @Myself 📅 2026-01-10', 'Send it'],
  ['#task Ask @Omar about it ⏫', 'Ask @Omar about it'],
  ['Follow up with @Omar #task', 'Follow up with @Omar'],
  ['Send #task it 📅 tomorrow #x', 'Send #task it 📅 tomorrow'],
  ['[[Dana]]: send `it` [[Orbit]] ^id', 'send `it` [[Orbit]]'],
  ['#task ⏫ @Jo', ''],
])('the sentence of “%s” is “%s”', (text, expected) => {
  const line = `- [ ] ${text}`;
  const { start, end } = parsed(line).sentence;
  expect(line.slice(start, end)).toBe(expected);
});

describe('a line inside a note', () => {
  const line = '- [?] Ask #proposed @Dana Ochoa `a [[b` [due:: 2026-01-10] ⏫ #x ^id';
  test.each([
    ['alone', '', ''],
    ['between others', '- [ ] `` [[ 📅\n', '\n2026-01-11 `` ]] ) ] #y ^id2'],
    ['with CRLF', 'a `\r\n', '\r\nb` @Omar'],
  ])('is read as if it stood alone: %s', (_what, before, after) => {
    const text = before + line + after;
    const start = before.length;
    const [inside, alone] = [emptySpans(), emptySpans()];
    const reader = new TaskLineReader(DEFAULT_CONVENTIONS);
    expect(reader.read(text, start, start + line.length, inside)).toEqual(
      reader.read(line, 0, line.length, alone),
    );
    expect(spansOf(inside, text)).toEqual(spansOf(alone, line));
    expect(inside.contentEnd).toBe(start + alone.contentEnd);
    expect(inside.sentence.start).toBe(start + alone.sentence.start);
  });

  test('a box that is only closed in the next line is none', () =>
    expect(new TaskLineReader(DEFAULT_CONVENTIONS).read('- [\n] a', 0, 3)).toBeNull());

  test('one line leaves nothing behind for the next', () => {
    const reader = new TaskLineReader(DEFAULT_CONVENTIONS);
    const lines = [line, '- [ ] a 📅 2026-02-30 `` [[x]] @Jo', '- [x] b #task', '- [ ] @', line];
    for (const each of lines)
      expect(reader.read(each, 0, each.length)).toEqual(
        new TaskLineReader(DEFAULT_CONVENTIONS).read(each, 0, each.length),
      );
  });
});

test('what is to be tidied in a text is seen, whichever character it is', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(each =>
    /[^\r\n#@[(:`^⏫⏬]/.test(each),
  );
  // Twice in a row, as a space is to be tidied, and as what a damaged character begins with, of two to four bytes.
  const behind = ['', '©', '©©', '©©©'];
  const texts = characters.map(each => `a${behind.map(more => `${each}${more}`.repeat(2)).join('')}b`);
  expect(texts.filter(text => task(`- [ ] ${text}`).text !== tidyText(text))).toEqual([]);
});
