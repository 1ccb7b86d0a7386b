import fc from 'fast-check';
import { parse } from 'yaml';
import { editNote, type LineChange } from '../../../src/core/edit/editNote';
import { repairText, type RepairContext } from '../../../src/core/edit/repairText';
import { applySplices } from '../../../src/core/edit/splices';
import { undoRequests } from '../../../src/core/edit/UndoStack';
import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';

/** Repairs the note; a line of `without` is left out. */
function repair(text: string, { without = -1, ...more }: Partial<RepairContext> & { without?: number } = {}) {
  const context = { conventions: DEFAULT_CONVENTIONS, parseYaml: parse, leadsToFile: () => false, ...more };
  const { lines, left } = repairText(text, context);
  const requests = lines
    .filter(({ target }) => target.line !== without)
    .map(({ target, splices }) => ({ target, change: () => ({ splices }) }));
  const { splices, changes, refusals } = editNote(text, requests);
  return {
    after: applySplices(text, splices),
    changes: changes.flatMap(change => change ?? []),
    refusals,
    left,
  };
}

const undo = (text: string, changes: readonly LineChange[]) => {
  const { splices, refusals } = editNote(text, undoRequests(changes));
  return { after: applySplices(text, splices), refusals };
};

test.each([
  ['text', 'XAIâ€™s cafÃ©', 'XAI’s cafÃ©'.replace('Ã©', 'é')],
  ['text that was damaged twice', 'itÃ¢â‚¬â„¢s', 'it’s'],
  ['a heading, a quotation, a table', '# Ã©t\n> Ã©t\n| Ã©t |', '# ét\n> ét\n| ét |'],
  ['code and comments', '```\nÃ©t\n```\n%%\nÃ©t\n%%', '```\nét\n```\n%%\nét\n%%'],
  ['signs of a task', '- [ ] a ğŸ“… 2026-01-10 ğŸ”º', '- [ ] a 📅 2026-01-10 🔺'],
  ['a sign of a task that lost a byte', '- [ ] Ã©t â« #task', '- [ ] ét ⏫ #task'],
  ['the same line twice', 'Ã©t\nx\nÃ©t', 'ét\nx\nét'],
  ['a link that leads nowhere', '[[CafÃ©|CafÃ©]]', '[[Café|Café]]'],
  [
    'properties',
    '---\ntitle: CafÃ©\ntags: [Ã©t, b]\n---\nCafÃ©',
    '---\ntitle: Café\ntags: [ét, b]\n---\nCafé',
  ],
])('%s', (_what, before, after) => {
  expect(repair(before)).toMatchObject({ after, refusals: [], left: 0 });
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const done = repair(crlf(before));
  expect(done.after).toBe(crlf(after));
  expect(undo(done.after, done.changes)).toEqual({ after: crlf(before), refusals: [] });
});

test.each([
  ['a sign that lost a byte, in no task', 'â« is what it was', 1],
  ['the same in code', '```\n- [ ] â«\n```', 1],
  ['a quotation mark that lost a byte', 'so he saidâ€ and left', 1],
  ['an emoji that lost two, twice', 'ðŸ and ğŸ', 2],
  ['what became a question mark', 'Caf\uFFFD', 1],
  ['a control', 'a\u0081b', 1],
  ['a property’s name', '---\nrÃ´le: Lead\ntype: people\n---\nx', 1],
  ['properties that cannot be read', '---\ntitle: "CafÃ©\n---\nx', 1],
  ['clean text', '« été », „Spaß“, Říš, café, 📅 ⏫', 0],
])('%s stays and is counted', (_what, text, left) =>
  expect(repair(text)).toMatchObject({ after: text, changes: [], left }),
);

test('a link that leads somewhere as it is goes on leading there', () => {
  const leadsToFile = (link: string) => link === 'CafÃ© A';
  expect(repair('[[CafÃ© A|CafÃ©]] [[CafÃ© B]] [CafÃ©](CafÃ©%20A)', { leadsToFile })).toMatchObject({
    after: '[[CafÃ© A|Café]] [[Café B]] [Café](CafÃ©%20A)',
    left: 2,
  });
});

test('words of front matter are repaired where its structure stays, whatever stands below', () => {
  const text = '---\ntitle: â€œAâ€\u009D\nperson: JosÃ©\n---\n- [?] Ask JosÃ© #proposed';
  expect(repair(text).after).toBe('---\ntitle: “A”\nperson: José\n---\n- [?] Ask José #proposed');
});

test('one of two equal lines may be left out', () => {
  expect(repair('Ã©t\nx\nÃ©t', { without: 0 })).toMatchObject({ after: 'Ã©t\nx\nét', refusals: [] });
});

const piece = fc.constantFrom(
  ...['Ã©', 'â€™', 'ğŸ“…', 'â«', 'â€', 'ðŸ', 'ß“', '\uFFFD', 'é', '⏫', '[[CafÃ©]]', 'Ã¢â‚¬â„¢', 'ï»¿'],
  ...['a', ' ', '- [ ] ', '```', '---', '# ', '> ', '2026-01-10', 'title: ', '%%', '@', '\r'],
);
const note = fc
  .tuple(
    fc.array(fc.array(piece, { maxLength: 5 }), { maxLength: 8 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '---\n', '---\ntype: people\n---\n'),
  )
  .map(([rows, ending, head]) => head.replaceAll('\n', ending) + rows.map(row => row.join('')).join(ending));

test('in any note: other lines and every clean character stay, and undo gives every byte back', () => {
  fc.assert(
    fc.property(note, text => {
      const { after, changes, refusals } = repair(text);
      expect(refusals).toEqual([]);
      const changed = new Map(changes.map(change => [change.line, change.after]));
      const expected = text
        .split('\n')
        .map((line, i) => (changed.has(i) ? `${changed.get(i)}${/\r$/.test(line) ? '\r' : ''}` : line));
      // A return at the end of the last line is the line's own.
      if (!text.endsWith('\r')) expect(after).toBe(expected.join('\n'));
      expect(undo(after, changes)).toEqual({ after: text, refusals: [] });
    }),
    { numRuns: 3000 },
  );
});

test('a note that changed meanwhile is changed in lines of exactly that text, or not at all', () => {
  fc.assert(
    fc.property(note, note, (seen, now) => {
      const context = { conventions: DEFAULT_CONVENTIONS, parseYaml: parse, leadsToFile: () => false };
      const [one] = repairText(seen, context).lines;
      if (!one) return;
      const request = { target: one.target, change: () => ({ splices: one.splices }) };
      const { changes, splices } = editNote(now, [request]);
      const rows = now.split('\n').map(row => row.replace(/\r$/, ''));
      const twins = rows.flatMap((row, i) => (row === one.target.raw ? [i] : []));
      if (splices.length === 0) return;
      expect(rows[changes[0]?.line ?? -1]).toBe(one.target.raw);
      if (twins.length > 1 || one.target.twins.length > 1) {
        expect(twins).toEqual(one.target.twins);
        expect(changes[0]?.line).toBe(one.target.line);
      }
    }),
    { numRuns: 3000 },
  );
});
