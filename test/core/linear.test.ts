import { editNote } from '../../src/core/edit/editNote';
import { lineTargetIn } from '../../src/core/edit/planEdit';
import { PeopleGraph } from '../../src/core/graph/PeopleGraph';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { mendText } from '../../src/core/note/damagedText';
import { nameKey } from '../../src/core/note/names';
import { readNote } from '../../src/core/note/readNote';
import { exportVault } from '../../src/core/query/exportVault';
import { HOSTILE } from '../hostile';

/*
 * Whatever is written a million times over must be read in the end. There is no clock here: what is not linear does not
 * come back within the time a test has. `test/bench/linear.ts` measures the same input as a ratio.
 */
const SIZE = 900_000;

function readWhole(body: string, properties: object = {}): void {
  const path = 'a.md';
  const text = `---\ntype: people\n---\n${body}`;
  const frontMatter = { type: 'people', date: '2025-10-29', ...properties };
  const graph = new PeopleGraph();
  graph.put(path, readNote({ path, text, frontMatter }, DEFAULT_CONVENTIONS));
  exportVault(graph);
}

describe.each(HOSTILE)('%j over and over', piece => {
  const long = piece.repeat(Math.ceil(SIZE / piece.length));

  test('in a task line', () => readWhole(`- [?] ${long}`), 20_000);
  test('in a task line that ends otherwise', () => readWhole(`- [?] ${long}\r]] x`), 20_000);
  test('as a line', () => readWhole(long), 20_000);
  test('as a heading', () => readWhole(`# ${long}\u2028x\r`), 20_000);
  test('as many lines', () => readWhole(`${piece}x\n`.repeat(Math.ceil(SIZE / 10 / (piece.length + 2)))), 20_000);
  test('as nested lines', () => readWhole(`- [?] ${piece}\n  ${piece}\n`.repeat(20_000)), 20_000);
  test('as text to mend', () => void mendText(long), 20_000);
  test('as a name', () => void nameKey(long), 20_000);
  test('as a property', () => readWhole('', { person: long, participants: long, title: long, source_ref: long }), 20_000);
  test('in a note that is edited', () => {
    const text = `- [?] ${long}\n- [?] a`;
    const target = lineTargetIn(text, 1);
    if (target) editNote(text, [{ target, change: () => ({ splices: [] }) }]);
  }, 20_000);
});

test('backticks in runs of every length', () => {
  const runs = Array.from({ length: 1300 }, (_, i) => '`'.repeat(i + 1)).join(' ');
  readWhole(`- [?] ${runs}`);
}, 20_000);

test('a list a thousand levels deep', () => {
  readWhole(Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- [?] a`).join('\n'));
}, 20_000);
