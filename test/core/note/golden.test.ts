import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import { forEachMarkdownLine } from '../../../src/core/note/markdownLines';
import { parseTaskLine } from '../../../src/core/note/taskLine';

/** Notes with what Obsidian itself found in them. */
const GOLDEN = join(__dirname, '../../../../shared/golden');
const present = existsSync(GOLDEN);
if (!present)
  console.warn(`Skipped: ${GOLDEN} is not there, so nothing is held against Obsidian's own output.`);

interface Golden {
  fileContents: string;
  cachedMetadata: {
    listItems?: { position: { start: { line: number } }; task?: string; parent: number }[];
  };
}

interface Item {
  line: number;
  task: string | undefined;
  parent: number;
}

function itemsIn(text: string): Item[] {
  const items: Item[] = [];
  forEachMarkdownLine(text, ({ number, start, end, listParent }) => {
    if (listParent === undefined) return;
    const line = text.slice(start, end);
    items.push({
      line: number,
      task: parseTaskLine(line, DEFAULT_CONVENTIONS)?.record.symbol,
      parent: listParent,
    });
  });
  return items;
}

(present ? describe : describe.skip)('list items and tasks, as Obsidian sees them', () => {
  const files = present ? readdirSync(GOLDEN).filter(name => name.endsWith('.json')) : [];

  test('there is something to compare with', () => expect(files.length).toBeGreaterThan(50));

  test.each(files)('%s', name => {
    const { fileContents, cachedMetadata } = JSON.parse(readFileSync(join(GOLDEN, name), 'utf8')) as Golden;
    const expected = (cachedMetadata.listItems ?? [])
      .map(({ position, task, parent }) => ({
        line: position.start.line,
        task,
        parent: parent < 0 ? -1 : parent,
      }))
      // An item that begins inside another item's line (`1. 2. text`) is part of that line here.
      .filter(({ line, parent }) => parent !== line);
    expect(itemsIn(fileContents)).toEqual(expected);
  });
});
