import { lastAtMost, Ranges } from './ranges';

test.each([
  [0, false],
  [1, true],
  [3, true],
  [4, false],
  [5, true],
  [9, true],
  [10, false],
])('the ranges 1–4, 5–8 and, overlapping it, 6–10 cover %i: %s', (offset, covered) => {
  const ranges = new Ranges([
    [6, 10],
    [1, 4],
    [5, 8],
  ]);
  expect(ranges.covers(offset)).toBe(covered);
});

test('no range covers nothing', () => {
  expect(new Ranges().covers(0)).toBe(false);
});

test.each([
  [-1, -1],
  [0, 0],
  [4, 0],
  [5, 1],
  [99, 2],
])('the last of 0, 5, 7 that is at most %i stands at %i', (limit, at) => {
  expect(lastAtMost([0, 5, 7], limit)).toBe(at);
});
