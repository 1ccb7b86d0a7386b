import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { editNote } from '../../src/core/edit/editNote';
import { planEdits } from '../../src/core/edit/planEdit';
import { repairText } from '../../src/core/edit/repairText';
import { applySplices } from '../../src/core/edit/splices';
import { undoRequests } from '../../src/core/edit/UndoStack';
import { PeopleGraph } from '../../src/core/graph/PeopleGraph';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { endOfFrontMatter } from '../../src/core/note/markdownLines';
import { readNote } from '../../src/core/note/readNote';
import { exportVault } from '../../src/core/query/exportVault';

/** A real note of the kind, its text damaged on the way. */
const SEED = join(__dirname, '../../../shared/seed');
const present = existsSync(SEED);
if (!present) console.warn(`Skipped: ${SEED} is not there, so no real note is read.`);

(present ? describe : describe.skip)('a real note', () => {
  const path = present ? (readdirSync(SEED).find(name => name.endsWith('.md')) ?? '') : '';
  const text = present ? readFileSync(join(SEED, path), 'utf8') : '';
  const frontMatter: unknown = parse(text.slice(4, Math.max(4, endOfFrontMatter(text) - 4)));
  const graphWith = (now: string) => {
    const graph = new PeopleGraph();
    graph.put(path, readNote({ path, text: now, frontMatter }, DEFAULT_CONVENTIONS));
    return graph;
  };

  test('one meeting, its people, and eight proposed tasks of one’s own', () => {
    const vault = exportVault(graphWith(text));
    expect(vault.problems).toEqual([]);
    expect(vault.meetings).toHaveLength(1);
    expect(vault.meetings[0]).toMatchObject({ date: '2025-10-29', person: 'rick haselton' });
    expect(vault.meetings[0]?.participants).toHaveLength(2);
    expect(vault.meetings[0]?.summary).not.toMatch(/â€|Action Items/);
    expect(vault.self).toEqual(['myself']);
    expect(vault.tasks).toHaveLength(8);
    for (const task of vault.tasks)
      expect(task).toMatchObject({
        state: 'proposed',
        owners: ['myself'],
        unresolvedOwners: [],
        due: '2025-11-08',
      });
    expect(vault.tasks.map(({ priority }) => priority).sort()).toEqual([
      'high',
      'high',
      'high',
      'high',
      'highest',
      'highest',
      'low',
      'low',
    ]);
    expect(vault.tasks[0]?.text).not.toMatch(/[@#ğâ]/);
  });

  test('promoting all changes the box and the tag of eight lines, and nothing else', () => {
    const graph = graphWith(text);
    const [plan] = planEdits(
      graph.tasks(),
      { action: 'promote' },
      {
        conventions: DEFAULT_CONVENTIONS,
        today: '2026-01-11',
      },
    );
    const edit = editNote(text, plan?.requests ?? []);
    const after = applySplices(text, edit.splices);
    const expected = text
      .split('\n')
      .map(line =>
        line.startsWith('- [ ?]') ? line.replace('[ ?]', '[ ]').replace(' #proposed', '') : line,
      );
    expect(after).toBe(expected.join('\n'));
    expect(edit.changes.filter(Boolean)).toHaveLength(8);
    const ids = (each: PeopleGraph) => each.tasks().map(({ id }) => id);
    expect(ids(graphWith(after))).toEqual(ids(graph));
  });

  test('repaired it is clean text, says the same, and undo gives every byte back', () => {
    const { lines, left } = repairText(text, {
      conventions: DEFAULT_CONVENTIONS,
      parseYaml: parse,
      leadsToFile: () => false,
    });
    const edit = editNote(
      text,
      lines.map(({ target, splices }) => ({ target, change: () => ({ splices }) })),
    );
    const after = applySplices(text, edit.splices);
    expect({ left, refusals: edit.refusals, changed: lines.length }).toEqual({
      left: 0,
      refusals: [],
      changed: 11,
    });
    // Nothing but ASCII, the apostrophe, the dash and the signs of tasks.
    expect([...new Set(after.replace(/[\0-\x7F]/g, ''))].sort()).toEqual([...'–’⏫📅🔺🔽'].sort());
    const said = (now: string) =>
      graphWith(now)
        .tasks()
        .map(({ id, record: { raw: _raw, ...rest } }) => [id, rest]);
    expect(said(after)).toEqual(said(text));
    const back = editNote(after, undoRequests(edit.changes.flatMap(change => change ?? [])));
    expect(applySplices(after, back.splices)).toBe(text);
  });
});
