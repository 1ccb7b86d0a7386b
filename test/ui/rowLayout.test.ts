import fc from 'fast-check';
import { heightOf, rowAt, rowsToDraw, rowStarts, shift, topToShow } from '../../src/ui/rowLayout';

const heights = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 80 });
const px = fc.integer({ min: 0, max: 20_000 });
const viewport = fc.record({ top: px, height: fc.integer({ min: 1, max: 2_000 }) });
const startsOf = (all: readonly number[]) => rowStarts(all.length, index => all[index] ?? 0);
const total = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0);

test('a row begins where those before it end', () => {
  fc.assert(
    fc.property(heights, all => {
      const starts = startsOf(all);
      expect(starts).toEqual([...all, 0].map((_, index) => total(all.slice(0, index))));
      expect(all.map((_, index) => heightOf(starts, index))).toEqual(all);
    }),
  );
});

test('the row at a place holds it', () => {
  fc.assert(
    fc.property(heights, px, (all, place) => {
      const starts = startsOf(all);
      const row = rowAt(starts, place);
      expect(starts[row]).toBeLessThanOrEqual(place);
      if (place < total(all)) expect(starts[row + 1]).toBeGreaterThan(place);
      else expect(row).toBe(all.length - 1);
    }),
  );
});

test('what is drawn covers the screen, wherever it is scrolled to, and little else', () => {
  fc.assert(
    fc.property(heights, viewport, (all, view) => {
      const starts = startsOf(all);
      const { from, to } = rowsToDraw(starts, view);
      // A scroller goes no further than to the end.
      const top = Math.max(0, Math.min(view.top, total(all) - view.height));
      expect(starts[from]).toBeLessThanOrEqual(top);
      expect(starts[to]).toBeGreaterThanOrEqual(Math.min(top + view.height, total(all)));
      const seen = all.filter(
        (height, index) => (starts[index] ?? 0) + height > top && (starts[index] ?? 0) <= top + view.height,
      );
      expect(to - from).toBeLessThanOrEqual(seen.length + 16);
    }),
  );
});

test('of no rows none is drawn', () => {
  expect(
    rowsToDraw(
      rowStarts(0, () => 48),
      { top: 500, height: 600 },
    ),
  ).toEqual({ from: 0, to: 0 });
});

test('the first row on screen stays where it is, whatever is measured', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 1 }), px, (pairs, top) => {
      const before = startsOf(pairs.map(([thought]) => thought + 1));
      const after = startsOf(pairs.map(([, measured]) => measured + 1));
      const first = rowAt(before, top);
      const moved = top + shift(before, after, top);
      expect((after[first] ?? 0) - moved).toBe((before[first] ?? 0) - top);
    }),
  );
});

test('a row scrolled to is on screen, one that was there stays', () => {
  fc.assert(
    fc.property(heights, viewport, fc.nat(79), (all, view, nth) => {
      const starts = startsOf(all);
      const index = nth % all.length;
      const [start = 0, end = 0] = starts.slice(index, index + 2);
      const top = topToShow(starts, index, view);
      expect(start).toBeGreaterThanOrEqual(top);
      if (end - start <= view.height) expect(end).toBeLessThanOrEqual(top + view.height);
      if (start >= view.top && end <= view.top + view.height) expect(top).toBe(view.top);
    }),
  );
});
