import fc from 'fast-check';
import { applySplices, invertSplices, type Splice } from '../../../src/core/edit/splices';

test('what stands between gives way', () => {
  const splices = [
    { from: 0, to: 1, insert: 'X' },
    { from: 2, to: 2, insert: '--' },
    { from: 3, to: 4, insert: '' },
  ];
  expect(applySplices('abcd', splices)).toBe('Xb--c');
  expect(invertSplices('abcd', splices)).toEqual([
    { from: 0, to: 1, insert: 'a' },
    { from: 2, to: 4, insert: '' },
    { from: 5, to: 5, insert: 'd' },
  ]);
});

test('the inverse takes every change back', () => {
  const edit = fc.string({ maxLength: 40 }).chain(text =>
    fc
      .tuple(
        fc.array(fc.nat(text.length), { maxLength: 8 }),
        fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 }),
      )
      .map(([positions, inserts]) => {
        const ends = positions.sort((a, b) => a - b);
        const splices: Splice[] = [];
        for (let i = 0; i + 1 < ends.length; i += 2)
          splices.push({ from: ends[i] ?? 0, to: ends[i + 1] ?? 0, insert: inserts[i / 2] ?? '' });
        return { text, splices };
      }),
  );
  fc.assert(
    fc.property(edit, ({ text, splices }) => {
      expect(applySplices(applySplices(text, splices), invertSplices(text, splices))).toBe(text);
    }),
    { numRuns: 500 },
  );
});
