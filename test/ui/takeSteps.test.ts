import fc from 'fast-check';
import { takeSteps } from '../../src/ui/Slices';

function* job(steps: number): Generator<void, string> {
  for (let i = 0; i < steps; i++) yield;
  return 'done';
}

test('a job stops whenever its time is up, and goes on where it was', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.integer({ min: 1, max: 10 }), (length, perSlice) => {
      const work = job(length);
      let slices = 0;
      for (let step; !step?.done; slices++) {
        let taken = 0;
        step = takeSteps(work, () => ++taken >= perSlice);
        if (step.done) expect(step.value).toBe('done');
        expect(taken).toBeLessThanOrEqual(perSlice);
      }
      // The end is a step too.
      expect(slices).toBe(Math.ceil((length + 1) / perSlice));
    }),
  );
});

test('where there is no time at all, it takes one step', () => {
  const work = job(2);
  expect(takeSteps(work, () => true).done).toBe(false);
  expect(takeSteps(work, () => true).done).toBe(false);
  expect(takeSteps(work, () => true)).toEqual({ done: true, value: 'done' });
});
