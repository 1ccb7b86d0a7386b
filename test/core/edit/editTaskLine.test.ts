import { editTaskLine } from '../../../src/core/edit/editTaskLine';
import { applySplices } from '../../../src/core/edit/splices';
import type { StateAction } from '../../../src/core/edit/taskChange';
import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';

const CONTEXT = { conventions: DEFAULT_CONVENTIONS, today: '2026-01-11' };

function edited(line: string, action: StateAction, context = CONTEXT): string {
  const edit = editTaskLine(line, { action }, context);
  return 'refusal' in edit ? edit.refusal : applySplices(line, edit.splices);
}

describe('the user’s own symbols and tag', () => {
  const context = {
    ...CONTEXT,
    conventions: {
      ...DEFAULT_CONVENTIONS,
      proposedSymbols: ['!'],
      rejectedSymbols: ['R', '-'],
      proposedTag: '#maybe',
    },
  };
  test.each([
    ['- [!] a', 'promote', '- [ ] a'],
    ['- [ ] a #maybe #proposed', 'promote', '- [ ] a #proposed'],
    ['- [!] a #maybe', 'reject', '- [R] a ❌ 2026-01-11'],
    ['- [?] a', 'promote', 'The task is accepted, not proposed.'],
  ] as const)('%s, %s → %s', (line, action, after) => expect(edited(line, action, context)).toBe(after));
});

test('every splice stands for itself: none is empty, none touch', () => {
  const edit = editTaskLine('- [?] a #proposed #Proposed', { action: 'reject' }, CONTEXT);
  expect(edit).toEqual({
    splices: [
      { from: 3, to: 4, insert: '-' },
      { from: 7, to: 27, insert: ' ❌ 2026-01-11' },
    ],
  });
  expect(editTaskLine('- [ ] a #proposed', { action: 'promote' }, CONTEXT)).toEqual({
    splices: [{ from: 7, to: 17, insert: '' }],
  });
});
