import fc from 'fast-check';
import { editTaskLine } from '../../../src/core/edit/editTaskLine';
import type { StateAction } from '../../../src/core/edit/taskChange';
import { applySplices, invertSplices } from '../../../src/core/edit/splices';
import { taskId } from '../../../src/core/graph/identity';
import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import { parseTaskLine } from '../../../src/core/note/taskLine';
import { parsed, task } from '../notes';

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

describe('any line', () => {
  const piece = fc.constantFrom(
    'Send it',
    'Send it.',
    '@Myself',
    '@Dana Ochoa',
    '@Timo and @Jo',
    '@[[People/Dana|Dana]]',
    '📅 2026-01-10',
    '📅 2026-02-30',
    '⏫',
    '⏫\uFE0F',
    'ğŸ“… 2025-11-08',
    'â«',
    'âŒ',
    'ðŸ”',
    '\uFFFD',
    '\u008F',
    '🔁 every week',
    '🆔 a1',
    '⛔',
    '🚀',
    '✅',
    '❌ 2026-01-01',
    '📅',
    '#proposed',
    '#Proposed',
    '#proposed,',
    '#proposed/x',
    '#task',
    '#1',
    '`code',
    '`#proposed`',
    '[[link',
    '[[Orbit]]',
    '[x](y)',
    'https://example.com/#proposed',
    'dana@example.com',
    '%% a %%',
    '<!-- b -->',
    '^id',
    '^not_id',
    'about the budget',
    'and',
    '@',
    '(',
    'XAIâ€™s',
    'cafÃ©',
    '日本語',
    'مرحبا',
    '\u200B',
    'a\u0301',
    '[due:: 2026-01-10]',
    '***',
  );
  const space = fc.constantFrom(' ', ' ', ' ', '  ', '\t', '\u00A0', '');
  const prefix = fc.constantFrom('', '  ', '\t', '> ', '> > ', '\uFEFF');
  const marker = fc.constantFrom('-', '*', '+', '1.', '12)');
  const box = fc.constantFrom('?', ' ?', '? ', ' ', 'x', '/', '-', 'R', '!');
  const tail = fc.constantFrom('', ' ', '  ', '\t', ' ^abc-1', ' ^abc  ', '\r');
  const line = fc
    .tuple(prefix, marker, box, fc.array(fc.tuple(space, piece), { maxLength: 7 }), tail)
    .map(([before, mark, inBox, pieces, end]) => {
      const text = pieces.map(([gap, each], i) => (i === 0 ? each : gap + each)).join('');
      return `${before}${mark} [${inBox}] ${text}${end}`;
    });
  const action = fc.constantFrom<StateAction[]>('promote', 'reject');
  const RUNS = { numRuns: 2000 };

  test('is not changed beyond what is asked for', () => {
    fc.assert(
      fc.property(line, action, (before, how) => {
        const edit = editTaskLine(before, { action: how }, CONTEXT);
        if ('refusal' in edit) return;
        const { box: inBox } = parsed(before);
        for (const { from, to, insert } of edit.splices) {
          const gone = before.slice(from, to);
          if (from === inBox.start) expect([' ', '-']).toContain(insert.slice(0, 1));
          else expect(gone).toMatch(/^(\s?#proposed)*$|^2026-\d\d-\d\d$/i);
          if (from !== inBox.start) expect(['', ' ❌ 2026-01-11', '2026-01-11']).toContain(insert);
        }
      }),
      RUNS,
    );
  });

  test('comes back when the change is taken back', () => {
    fc.assert(
      fc.property(line, action, (before, how) => {
        const edit = editTaskLine(before, { action: how }, CONTEXT);
        if ('refusal' in edit) return;
        const after = applySplices(before, edit.splices);
        expect(applySplices(after, invertSplices(before, edit.splices))).toBe(before);
      }),
      RUNS,
    );
  });

  test('has the state asked for, and no proposed tag', () => {
    fc.assert(
      fc.property(line, action, (before, how) => {
        const edit = editTaskLine(before, { action: how }, CONTEXT);
        if ('refusal' in edit) return;
        const after = task(applySplices(before, edit.splices));
        expect(after.state).toBe(how === 'promote' ? 'accepted' : 'rejected');
        expect(after.symbol).toBe(how === 'promote' ? ' ' : '-');
        expect(after.tags.map(tag => tag.toLowerCase())).not.toContain('#proposed');
        if (how === 'reject') expect(after.cancelled).toBeDefined();
      }),
      RUNS,
    );
  });

  test('says the same, of the same people, for the same day: it keeps its id', () => {
    fc.assert(
      fc.property(line, action, (before, how) => {
        const edit = editTaskLine(before, { action: how }, CONTEXT);
        if ('refusal' in edit) return;
        const [was, is] = [task(before), task(applySplices(before, edit.splices))];
        expect(taskId('a.md', is.text, 0)).toBe(taskId('a.md', was.text, 0));
        expect(is.owners).toEqual(was.owners);
        expect([is.due, is.priority, is.blockId]).toEqual([was.due, was.priority, was.blockId]);
      }),
      RUNS,
    );
  });

  test('cannot be promoted twice, nor rejected twice', () => {
    fc.assert(
      fc.property(line, action, (before, how) => {
        const edit = editTaskLine(before, { action: how }, CONTEXT);
        if ('refusal' in edit) return;
        expect(editTaskLine(applySplices(before, edit.splices), { action: how }, CONTEXT)).toHaveProperty(
          'refusal',
        );
      }),
      RUNS,
    );
  });

  test('is read without an exception, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        parseTaskLine(`- [?] ${text}`, DEFAULT_CONVENTIONS);
        parseTaskLine(text, DEFAULT_CONVENTIONS);
      }),
      { numRuns: 1000 },
    );
  });
});
