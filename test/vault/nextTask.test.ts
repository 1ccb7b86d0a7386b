import { closeTasks, nextTask } from '../../src/core/nextTask';
import { startPlugin } from '../features/plugin';

let [opened, closed] = [0, 0];
const before = window.MessageChannel;
beforeEach(() => {
  [opened, closed] = [0, 0];
  window.MessageChannel = class extends before {
    constructor() {
      super();
      opened++;
      this.port1.addEventListener('close', () => closed++);
    }
  };
});
afterEach(async () => {
  closeTasks();
  window.MessageChannel = before;
  // Closing is told of later.
  await new Promise(resolve => setTimeout(resolve, 20));
});

it('comes in the order in which it was asked for, after what runs', async () => {
  const seen: string[] = [];
  const all = Promise.all(['first', 'second', 'third'].map(each => nextTask().then(() => seen.push(each))));
  await Promise.resolve();
  expect(seen).toEqual([]);
  await all;
  expect(seen).toEqual(['first', 'second', 'third']);
});

it('takes one channel for all slices: each is something to put away', async () => {
  for (let i = 0; i < 50; i++) await nextTask();
  expect(opened).toBe(1);
});

it('does not come once all is closed; whoever asks then gets a new channel', async () => {
  let came = false;
  void nextTask().then(() => (came = true));
  closeTasks();
  await nextTask();
  expect([came, opened]).toEqual([false, 2]);
});

it('leaves no open channel behind when the plugin is unloaded', async () => {
  const host = await startPlugin({ 'a.md': '---\ntype: people\nperson: Dana Ochoa\n---\n' });
  host.destroy();
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(opened).toBeGreaterThan(0);
  expect(closed).toBe(opened);
});
