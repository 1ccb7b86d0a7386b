import { editNote } from '../../../src/core/edit/editNote';
import { applySplices } from '../../../src/core/edit/splices';
import { UndoStack, undoRequests, type UndoStep } from '../../../src/core/edit/UndoStack';

const step = (title: string): UndoStep => ({ title, notes: [{ path: 'a.md', changes: [] }] });

test('the last step comes back first', () => {
  const stack = new UndoStack();
  stack.push(step('one'));
  stack.push(step('two'));
  expect(stack.size).toBe(2);
  expect([stack.pop()?.title, stack.pop()?.title, stack.pop()]).toEqual(['two', 'one', undefined]);
});

test('it holds the last two hundred', () => {
  const stack = new UndoStack();
  for (let i = 0; i < 250; i++) stack.push(step(String(i)));
  expect(stack.size).toBe(200);
  expect(stack.pop()?.title).toBe('249');
});

test('it follows a note that moves', () => {
  const stack = new UndoStack();
  stack.push(step('one'));
  stack.rename('a.md', 'b.md');
  stack.rename('other.md', 'c.md');
  expect(stack.pop()?.notes[0]?.path).toBe('b.md');
});

test('a change becomes the request that takes it back', () => {
  const text = 'a\n- [?] Send it\n';
  const target = { raw: '- [?] Send it', line: 1, twins: [1] };
  const edit = editNote(text, [{ target, change: () => ({ splices: [{ from: 3, to: 4, insert: ' ' }] }) }]);
  const done = applySplices(text, edit.splices);
  const undo = editNote(done, undoRequests(edit.changes.flatMap(change => change ?? [])));
  expect(done).toBe('a\n- [ ] Send it\n');
  expect(applySplices(done, undo.splices)).toBe(text);
});
