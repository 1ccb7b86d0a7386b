import { taskId } from '../../../src/core/graph/taskId';

describe('a task’s id', () => {
  test('is the same for the same', () => {
    expect(taskId('a.md', 'Send it', 0)).toBe(taskId('a.md', 'Send it', 0));
    expect(taskId('a.md', 'Send it', 0)).toMatch(/^t[0-9a-z]{11}$/);
  });

  test('differs by note, text and ordinal', () => {
    const ids = ['a.md', 'b.md'].flatMap(path =>
      ['Send it', 'Send it!'].flatMap(text => [0, 1].map(i => taskId(path, text, i))),
    );
    expect(new Set(ids).size).toBe(8);
  });

  test('does not collide over a hundred thousand', () => {
    const ids = new Set(
      Array.from({ length: 100_000 }, (_, i) => taskId('Meetings/Sync.md', `Send the deck ${i}`, i % 3)),
    );
    expect(ids.size).toBe(100_000);
  });
});
