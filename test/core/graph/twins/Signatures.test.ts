import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { likeness, mayBeAlike, type Statement } from '../../../../src/core/graph/twins/likeness';
import { Signatures } from '../../../../src/core/graph/twins/Signatures';
import { readWording } from '../../../../src/core/graph/twins/wording';
import { readLabelled } from './labelledTasks';

const statementOf = (sentence: string): Statement => ({
  wording: readWording(sentence, name => (/^(?:Mira|Jonas|Tilda)$/.test(name) ? name : undefined)),
  setting: { meetings: [], people: [], present: [] },
  list: 0,
});

/** Whether signatures rule a pair out; `filler` takes the numbers before. */
function isRuledOut(a: Statement, b: Statement, filler = 0): boolean {
  const signatures = new Signatures();
  signatures.set(filler, a.wording);
  signatures.set(filler + 1, b.wording);
  return !signatures.mayBeAlike(filler, filler + 1);
}

const word = fc.oneof(
  fc.constantFrom(
    'send',
    'review',
    'the',
    'and',
    'sizing',
    'sheet',
    'Mira',
    'Jonas',
    'NDA',
    'for',
    '(',
    ')',
    '12',
  ),
  fc.string({ unit: fc.constantFrom(...'abcdeknorst'), minLength: 1, maxLength: 6 }),
);
const sentence = fc.array(word, { maxLength: 40 }).map(words => words.join(' '));

it('never rules out what may be alike', () => {
  fc.assert(
    fc.property(
      sentence,
      sentence,
      fc.array(word, { maxLength: 6 }),
      fc.nat(5000),
      (one, two, shared, filler) => {
        const [a, b] = [one, two].map(each => statementOf(`${each} ${shared.join(' ')}`)) as [
          Statement,
          Statement,
        ];
        expect(mayBeAlike(a, b) && isRuledOut(a, b, filler)).toBe(false);
      },
    ),
    { numRuns: 3000 },
  );
});

it('holds the longest sentence', () => {
  const words = Array.from({ length: 600 }, (_, i) => i.toString(36)).filter(each => /^[a-z]+$/.test(each));
  const long = statementOf(`${words.join(' ')} sizing sheet`);
  expect(mayBeAlike(long, long)).toBe(true);
  expect(isRuledOut(long, long)).toBe(false);
});

it('rules out most pairs of sentences that say something else, and no twins', () => {
  const statements = readLabelled(readFileSync(join(__dirname, 'labelledTasks.txt'), 'utf8')).tasks.map(
    ({ node }) => statementOf(node.record.text),
  );
  let [unlike, ruledOut] = [0, 0];
  statements.forEach((a, i) => {
    for (const b of statements.slice(i + 1)) {
      if (mayBeAlike(a, b)) continue;
      unlike++;
      if (isRuledOut(a, b)) ruledOut++;
      expect(likeness(a, b, 'loose').kind).not.toBe('twin');
    }
  });
  expect(ruledOut / unlike).toBeGreaterThan(0.6);
});
