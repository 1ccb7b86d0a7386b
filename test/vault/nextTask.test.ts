import { nextTask } from '../../src/core/nextTask';

it('comes in the order in which it was asked for, after what runs', async () => {
  const seen: string[] = [];
  const all = Promise.all(['first', 'second', 'third'].map(each => nextTask().then(() => seen.push(each))));
  await Promise.resolve();
  expect(seen).toEqual([]);
  await all;
  expect(seen).toEqual(['first', 'second', 'third']);
});

it('takes one channel for all slices: each is something to put away', async () => {
  const before = window.MessageChannel;
  let opened = 0;
  window.MessageChannel = class extends before {
    constructor() {
      super();
      opened++;
    }
  };
  try {
    for (let i = 0; i < 50; i++) await nextTask();
    expect(opened).toBeLessThanOrEqual(1);
  } finally {
    window.MessageChannel = before;
  }
});
