import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bond, likeness, type Statement } from '../../../../src/core/graph/twins/likeness';
import type { Setting } from '../../../../src/core/graph/twins/settings';
import { Signatures } from '../../../../src/core/graph/twins/Signatures';
import { STRICTNESSES } from '../../../../src/core/graph/twins/strictness';
import { readWording } from '../../../../src/core/graph/twins/wording';
import { readLabelled } from './labelledTasks';

const NOWHERE: Setting = { meetings: [], people: [], self: '' };

const statementOf = (sentence: string, setting = NOWHERE): Statement => ({
  wording: readWording(sentence, name => (/^(?:Mira|Jonas|Tilda)$/.test(name) ? name : undefined)),
  setting,
  list: 0,
});

/** Whether signatures rule a pair out; `filler` takes the numbers before. */
function isRuledOut(
  a: Statement,
  b: Statement,
  strictness = STRICTNESSES[0] ?? 'loose',
  filler = 0,
): boolean {
  const signatures = new Signatures();
  signatures.set(filler, a);
  signatures.set(filler + 1, b);
  return !signatures.mayBeAlike(filler, filler + 1, strictness);
}

const WORDS = 'send review the sizing sheet budget roof lift Mira Jonas NDA for ( )'.split(' ');
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom('and', '12', '40', '7.2', 'Q3') },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(...'abcdeknorst'), minLength: 1, maxLength: 6 }),
  },
);
const sentence = fc.array(word, { maxLength: 12 }).map(words => words.join(' '));
const setting = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(1, 2, 3), { maxLength: 2 }),
    fc.uniqueArray(fc.constantFrom('mira', 'tilda', 'sam reed'), { maxLength: 2 }),
  )
  .map(([meetings, people]): Setting => ({ meetings, people, self: '' }));

it('never rules out twins, nor what is related', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.tuple(sentence, sentence),
      fc.tuple(setting, setting, fc.boolean()),
      fc.array(word, { maxLength: 12 }),
      fc.constantFrom(...STRICTNESSES),
      fc.nat(5000),
      ([one, two], [here, there, isSame], shared, strictness, filler) => {
        const a = statementOf(`${shared.join(' ')} ${one}`, here);
        const b = statementOf(`${shared.join(' ')} ${two}`, isSame ? here : there);
        const kind = bond(a, b, strictness)?.kind;
        if (kind !== 'twin' && kind !== 'related') return;
        found++;
        expect(likeness(a, b, strictness).kind).toBe(kind);
        expect(isRuledOut(a, b, strictness, filler)).toBe(false);
      },
    ),
    { numRuns: 5000 },
  );
  expect(found).toBeGreaterThan(500);
});

it('holds the longest sentence', () => {
  const words = Array.from({ length: 600 }, (_, i) => i.toString(36)).filter(each => /^[a-z]+$/.test(each));
  const long = statementOf(`${words.join(' ')} sizing sheet`);
  expect(bond(long, long, 'strict')?.kind).toBeDefined();
  expect(isRuledOut(long, long)).toBe(false);
});

it('rules out most pairs of strangers that say something else', () => {
  const statements = readLabelled(readFileSync(join(__dirname, 'labelledTasks.txt'), 'utf8')).tasks.map(
    ({ node }, i) => statementOf(node.record.text, { meetings: [i], people: [], self: '' }),
  );
  let [unlike, ruledOut] = [0, 0];
  statements.forEach((a, i) => {
    for (const b of statements.slice(i + 1)) {
      if (bond(a, b, 'loose')) continue;
      unlike++;
      if (isRuledOut(a, b)) ruledOut++;
    }
  });
  expect(ruledOut / unlike).toBeGreaterThan(0.8);
});

test.each([
  ['related', 'Buy gravel and sand for the yard', 'Buy gravel for the yard fence gate'],
  ['twin', 'Roof beams 12, 40, 77, 90: tiles', 'Gutter for roof beams 12, 40, 77, 90'],
])('does not rule out what more than words makes %s', (kind, one, two) => {
  const at = (meeting: number, ...people: string[]): Setting => ({ meetings: [meeting], people, self: '' });
  const a = statementOf(one, at(1, 'mira'));
  const b = statementOf(two, at(2, 'jonas', 'mira'));
  expect(bond(a, b, 'normal')?.kind).toBe(kind);
  expect(isRuledOut(a, b, 'normal')).toBe(false);
});
