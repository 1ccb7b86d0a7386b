import fc from 'fast-check';
import { excerptAround } from '../../../src/core/note/excerpt';

const NOTE = `---
type: people
---
# Sync
Text before.
## Action Items
- [?] Send the sheet @Myself
> - quoted

1. Confirm the regions
XAIâ€™s request
## Decisions
None`;

const texts = (line: number, most = 4) => excerptAround(NOTE, line, most).map(({ text }) => text);

test('the lines of the section, without markup, blank lines and damage', () =>
  expect(texts(9)).toEqual(['[?] Send the sheet @Myself', 'quoted', 'Confirm the regions', 'XAI’s request']));

test('a rule ends it too; links and emphasis are read, not shown', () => {
  const note = 'Before\n***\n**Asked** [[People/Dana|Dana]] about [[Orbit]]\n- - -\n*Source: [[x]]*';
  expect(excerptAround(note, 2, 4)).toEqual([{ line: 2, text: 'Asked Dana about Orbit' }]);
});

test('a long line is cut, and a hostile one is no trouble', () => {
  const [line] = excerptAround('[['.repeat(500_000), 0, 4);
  expect(line?.text).toHaveLength(301);
});

test('as many as asked for on either side', () =>
  expect(texts(9, 1)).toEqual(['quoted', 'Confirm the regions', 'XAI’s request']));

test('never the front matter', () => {
  expect(excerptAround('---\ntype: people\n---\n- [ ] a\nb', 3, 4)).toEqual([
    { line: 3, text: '[ ] a' },
    { line: 4, text: 'b' },
  ]);
});

test('a line that is not there any more', () => expect(texts(99)).toEqual(['']));

test('whatever the note says, the line itself is there once, and lines are in order', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(30), fc.nat(5), (text, line, most) => {
      const lines = excerptAround(text, line, most).map(each => each.line);
      expect(lines.filter(each => each === line)).toHaveLength(1);
      expect(lines).toEqual([...lines].sort((a, b) => a - b));
    }),
  ));
