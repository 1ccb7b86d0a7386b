import fc from 'fast-check';
import { editNote, REFUSALS, type LineRequest } from '../../../src/core/edit/editNote';
import { editTaskLine } from '../../../src/core/edit/editTaskLine';
import { lineTargetIn } from '../../../src/core/edit/planEdit';
import { applySplices } from '../../../src/core/edit/splices';
import { undoRequests } from '../../../src/core/edit/UndoStack';
import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';

const CONTEXT = { conventions: DEFAULT_CONVENTIONS, today: '2026-01-11' };
const promote = (line: string) => editTaskLine(line, { action: 'promote' }, CONTEXT);
const reject = (line: string) => editTaskLine(line, { action: 'reject' }, CONTEXT);

/** What a user asks for who looks at `text`: these lines, each changed alike. */
function ask(text: string, lines: readonly number[], change: LineRequest['change'] = promote): LineRequest[] {
  return lines.map(line => {
    const target = lineTargetIn(text, line);
    if (!target) throw new Error(`No list item in line ${line}`);
    return { target, change };
  });
}

/** The text after the edit, and why lines were refused. */
function edit(text: string, requests: readonly LineRequest[]) {
  const { splices, refusals, changes } = editNote(text, requests);
  return { after: applySplices(text, splices), reasons: refusals.map(({ reason }) => reason), changes };
}

const lines = (...all: string[]) => all.join('\n');

describe('a line is found by its text', () => {
  const seen = lines('# Sync', '- [?] a', '- [?] b');

  test.each([
    ['where it stood', seen, lines('# Sync', '- [?] a', '- [ ] b')],
    [
      'further down',
      lines('# Sync', 'more', '', '- [?] a', '- [?] b'),
      lines('# Sync', 'more', '', '- [?] a', '- [ ] b'),
    ],
    ['further up', '- [?] b', '- [ ] b'],
    ['with other line ends', '# Sync\r\n- [?] a\r\n- [?] b\r\n', '# Sync\r\n- [?] a\r\n- [ ] b\r\n'],
    ['behind a byte order mark', `\uFEFF${seen}`, `\uFEFF${lines('# Sync', '- [?] a', '- [ ] b')}`],
  ])('%s', (_what, now, after) => expect(edit(now, ask(seen, [2]))).toMatchObject({ after, reasons: [] }));

  test.each([
    ['gone', lines('# Sync', '- [?] a')],
    ['changed', lines('# Sync', '- [?] a', '- [?] b!')],
    ['changed by a space at its end', lines('# Sync', '- [?] a', '- [?] b ')],
    ['moved into a code block', lines('```', '- [?] b', '```')],
    ['moved into a comment', lines('%%', '- [?] b', '%%')],
    ['left over in front matter', lines('---', '- [?] b', '---')],
    ['an empty note', ''],
  ])('%s: refused', (_what, now) =>
    expect(edit(now, ask(seen, [2]))).toMatchObject({ after: now, reasons: [REFUSALS.gone] }),
  );

  test('a copy in a code block is another thing, and in nobody’s way', () => {
    const text = lines('- [?] b', '```', '- [?] b', '```');
    expect(edit(text, ask(text, [0]))).toMatchObject({
      after: lines('- [ ] b', '```', '- [?] b', '```'),
      reasons: [],
    });
  });
});

describe('twins', () => {
  const seen = lines('- [?] a', '- [?] b', '- [?] a', '- [?] a');

  test.each([0, 2, 3])('unmoved, the one in line %i is the one', line => {
    const after = seen.split('\n').map((text, i) => (i === line ? '- [ ] a' : text));
    expect(edit(seen, ask(seen, [line]))).toMatchObject({ after: lines(...after), reasons: [] });
  });

  test('unmoved, although other lines changed', () => {
    const now = lines('- [?] a', '- [x] b!', '- [?] a', '- [?] a', 'more');
    expect(edit(now, ask(seen, [2])).after).toBe(lines('- [?] a', '- [x] b!', '- [ ] a', '- [?] a', 'more'));
  });

  test.each([
    ['moved', lines('', ...seen.split('\n'))],
    ['one more', lines(seen, '- [?] a')],
    ['one less', lines('- [?] a', '- [?] b', '- [?] a')],
    ['only one left, and it may be another', lines('- [?] b', '- [?] a')],
    ['only one left, where the one asked for stood', lines('- [?] b', '', '- [?] a')],
  ])('%s: refused', (_what, now) =>
    expect(edit(now, ask(seen, [2]))).toMatchObject({ after: now, reasons: [REFUSALS.ambiguous] }),
  );

  test('moved, all of them may be asked for', () => {
    const now = lines('', ...seen.split('\n'));
    expect(edit(now, ask(seen, [0, 2, 3]))).toMatchObject({
      after: lines('', '- [ ] a', '- [?] b', '- [ ] a', '- [ ] a'),
      reasons: [],
    });
  });

  test('moved, some of them are not enough', () => {
    const now = lines('', '- [?] a', '- [?] a');
    expect(edit(now, ask(seen, [0, 2]))).toMatchObject({
      after: now,
      reasons: [REFUSALS.ambiguous, REFUSALS.ambiguous],
    });
  });

  test('all asked for, one gone meanwhile: the others are changed', () => {
    const now = lines('- [?] b', '- [?] a', '- [?] a');
    const { after, reasons } = edit(now, ask(seen, [0, 2, 3]));
    expect(after).toBe(lines('- [?] b', '- [ ] a', '- [ ] a'));
    expect(reasons).toHaveLength(1);
  });

  test('a twin that appeared since makes one line two: refused', () => {
    const before = lines('- [?] a', 'x');
    const now = lines('- [?] a', '- [?] a');
    expect(edit(now, ask(before, [0]))).toMatchObject({ after: now, reasons: [REFUSALS.ambiguous] });
  });
});

describe('several requests', () => {
  test('a line asked for twice is changed once', () => {
    const text = lines('- [?] a', '- [?] b');
    expect(edit(text, [...ask(text, [0]), ...ask(text, [0, 1])])).toMatchObject({
      after: lines('- [ ] a', '- [ ] b'),
      reasons: [REFUSALS.twice],
    });
  });

  test('a twin asked for twice is not changed in the other’s place', () => {
    const text = lines('- [?] a', '- [?] a');
    expect(edit(text, [...ask(text, [0]), ...ask(text, [0])])).toMatchObject({
      after: lines('- [ ] a', '- [?] a'),
      reasons: [REFUSALS.twice],
    });
  });

  test('in any order', () => {
    const text = lines('- [?] a', '- [?] b', '- [?] c');
    expect(edit(text, ask(text, [2, 0])).after).toBe(lines('- [ ] a', '- [?] b', '- [ ] c'));
  });

  test('what one refuses, the others do not wait for', () => {
    const text = lines('- [?] a', '- [x] b', '- [?] c');
    const { after, reasons, changes } = edit(text, ask(text, [0, 1, 2]));
    expect(after).toBe(lines('- [ ] a', '- [x] b', '- [ ] c'));
    expect(reasons).toEqual(['The task is done, not proposed.']);
    expect(changes.map(change => change?.line)).toEqual([0, undefined, 2]);
  });

  test('nothing asked for, nothing done', () => {
    expect(editNote('- [?] a', [])).toEqual({ splices: [], changes: [], refusals: [] });
  });
});

test('a list item is not the line of the same text in code; any line may be', () => {
  const text = lines('```', '- [?] a', '```', '- [?] a');
  const [item] = ask(text, [3]);
  const anyLine = (line: number): LineRequest => ({
    target: { raw: '- [?] a', line, twins: [1, 3], anywhere: true },
    change: promote,
  });
  expect(lineTargetIn(text, 1)).toBeNull();
  expect(item?.target.twins).toEqual([3]);
  const moved = `\n${text}`;
  expect(edit(moved, item ? [item] : []).after).toBe(lines('', '```', '- [?] a', '```', '- [ ] a'));
  expect(edit(moved, [anyLine(1)]).reasons).toEqual([REFUSALS.ambiguous]);
  const code = edit(text, [anyLine(1)]);
  expect(code.after).toBe(lines('```', '- [ ] a', '```', '- [?] a'));
  expect(edit(code.after, undoRequests(code.changes.flatMap(change => change ?? []))).after).toBe(text);
  expect(edit(text, [...(item ? [item] : []), anyLine(3)])).toMatchObject({
    after: lines('```', '- [?] a', '```', '- [ ] a'),
    reasons: [REFUSALS.twice],
  });
});

describe('undo', () => {
  const undo = (now: string, changes: ReturnType<typeof edit>['changes']) =>
    edit(now, undoRequests(changes.flatMap(change => change ?? [])));
  const text = lines('# Sync', '- [?] a #proposed', '- [?] b', '- [ ] a');

  test('takes everything back', () => {
    const done = edit(text, [...ask(text, [1]), ...ask(text, [2], reject)]);
    expect(undo(done.after, done.changes)).toMatchObject({ after: text, reasons: [] });
  });

  test('after other lines were edited', () => {
    const done = edit(text, ask(text, [2], reject));
    const now = done.after.replace('# Sync', '# Weekly\n\nmore');
    expect(undo(now, done.changes)).toMatchObject({
      after: text.replace('# Sync', '# Weekly\n\nmore'),
      reasons: [],
    });
  });

  test('of a line that now has a twin, unmoved', () => {
    const done = edit(text, ask(text, [1]));
    expect(done.changes[0]?.twins).toEqual([1, 3]);
    expect(undo(done.after, done.changes)).toMatchObject({ after: text, reasons: [] });
  });

  test('of a line that now has a twin, moved: refused', () => {
    const done = edit(text, ask(text, [1]));
    const now = `\n${done.after}`;
    expect(undo(now, done.changes)).toMatchObject({ after: now, reasons: [REFUSALS.ambiguous] });
  });

  test('of a line that was edited since: refused', () => {
    const done = edit(text, ask(text, [2]));
    const now = done.after.replace('b', 'b, and soon');
    expect(undo(now, done.changes)).toMatchObject({ after: now, reasons: [REFUSALS.gone] });
  });

  test('of all twins at once', () => {
    const twins = lines('- [?] a', 'x', '- [?] a');
    const done = edit(twins, ask(twins, [0, 2]));
    expect(undo(`\n${done.after}`, done.changes)).toMatchObject({ after: `\n${twins}`, reasons: [] });
  });
});

describe('any note', () => {
  const line = fc.constantFrom(
    '- [?] a',
    '- [?] b #proposed',
    '- [ ?] c 📅 2026-01-10 #proposed ^id',
    '  - [?] a',
    '- [x] a',
    '',
    '# H',
    'text',
    '> - [?] a',
    '- [?] ğŸ“… 2025-11-08 #task #proposed',
    '```',
    '%%',
    '- [?] a ',
    '- [ ] a',
  );
  const end = fc.constantFrom('\n', '\r\n');
  const note = fc.tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(fc.tuple(line, end), { minLength: 1, maxLength: 12 }),
    fc.boolean(),
  );

  test('changes in the lines asked for only', () => {
    fc.assert(
      fc.property(note, fc.array(fc.nat(12)), ([bom, all, endsInNewline], wanted) => {
        const text =
          bom +
          all
            .map(([each, newline], i) => each + (i < all.length - 1 || endsInNewline ? newline : ''))
            .join('');
        const asked = [...new Set(wanted)].filter(each => lineTargetIn(text, each) !== null);
        const { after, changes, reasons } = edit(text, ask(text, asked));
        const expected = text.split('\n').map((each, i) => {
          const body = each.replace(/\r$/, '');
          const change = asked.includes(i) ? promote(body) : { refusal: '' };
          return 'refusal' in change ? each : applySplices(body, change.splices) + each.slice(body.length);
        });
        expect(after).toBe(expected.join('\n'));
        expect(changes.filter(Boolean).length + reasons.length).toBe(asked.length);
        const back = edit(after, undoRequests(changes.flatMap(change => change ?? [])));
        expect(back.after).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('that changed meanwhile is changed in lines of exactly that text, or not at all', () => {
    fc.assert(
      fc.property(note, note, fc.nat(12), ([, before], [, since], at) => {
        const join = (all: readonly (readonly [string, string])[]) => all.map(([each]) => each).join('\n');
        const [seen, now] = [join(before), join(since)];
        const target = lineTargetIn(seen, at);
        if (!target) return;
        const { after } = edit(now, [{ target, change: promote }]);
        const changed = now
          .split('\n')
          .flatMap((each, i) => (each === after.split('\n')[i] ? [] : [[each, i] as const]));
        expect(changed.length).toBeLessThanOrEqual(1);
        for (const [each, i] of changed) {
          expect(each).toBe(target.raw);
          const twins = lineTargetIn(now, i)?.twins ?? [];
          if (twins.length > 1 || target.twins.length > 1)
            expect([i, twins]).toEqual([target.line, target.twins]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
