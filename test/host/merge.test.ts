import { Text } from '@codemirror/state';
import { changesBetween, changesToMerge } from './merge';

const textOf = (text: string) => Text.of(text.split('\n'));
const merge = (base: string, mine: string, theirs: string) =>
  changesToMerge(base, mine, theirs).apply(textOf(mine)).toString();

test.each([
  ['', 'a'],
  ['one\ntwo', 'one\nthree'],
  ['aaa', 'aa'],
  ['a b c', 'c b a'],
  ['x\n', ''],
])('the changes from %j lead to %j', (from, to) => {
  expect(changesBetween(from, to).apply(textOf(from)).toString()).toBe(to);
});

test.each([
  ['only they wrote', 'a\nb', 'a\nb', 'a\nB', 'a\nB'],
  ['only I wrote', 'a\nb', 'A\nb', 'a\nb', 'A\nb'],
  ['in different places', 'a\nb\nc', 'A\nb\nc', 'a\nb\nC', 'A\nb\nC'],
  ['both at one place: both stand there', 'a', 'a mine', 'a theirs', 'a mine theirs'],
])('%s', (_case, base, mine, theirs, merged) => {
  const words = (text: string) => text.split(/\s+/).sort();
  expect(words(merge(base, mine, theirs))).toEqual(words(merged));
});

test('what I wrote into words that they took away stays', () => {
  expect(merge('one two three', 'one twoo three', 'one three')).toContain('twoo');
});

test('a text that has nothing in common with the old one is merged in bounded time', () => {
  const [old, other] = ['a ', 'b '].map(word =>
    Array.from({ length: 20_000 }, (_, i) => word + String(i)).join(' '),
  );
  expect(
    changesBetween(old ?? '', other ?? '')
      .apply(textOf(old ?? ''))
      .toString(),
  ).toBe(other);
});
