// How much memory the graph of a generated vault takes, with its tasks or, with --without, without them. Needs --expose-gc.
import { compact } from '../../src/core/graph/compact';
import { PeopleGraph } from '../../src/core/graph/PeopleGraph';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { readNote } from '../../src/core/note/readNote';
import { readFrontMatter } from '../../src/headless/frontMatter';
import { generatedVault } from './generatedVault';

export interface MemoryFigures {
  heap: number;
  tasks: number;
  /** Bytes of the tasks' own text: the line, and the sentence in it. */
  text: number;
}

const [size = '1000', without] = process.argv.slice(2);
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const graph = new PeopleGraph();
for (const { path, text: written } of generatedVault(Number(size))) {
  const kept = without === undefined ? written : written.replace(/^- \[.*\n/gm, '');
  // As from a file: the generator joins its texts of pieces that others share.
  const text = Buffer.from(kept).toString();
  const read = readFrontMatter(text);
  const frontMatter = 'properties' in read ? read.properties : undefined;
  graph.add(path, compact(readNote({ path, text, frontMatter }, DEFAULT_CONVENTIONS)));
}
graph.tellAll();
globalThis.gc?.();
const heap = process.memoryUsage().heapUsed - before;
const tasks = graph.tasks();
const bytesOf = (text: string) => (/[\u0100-\uffff]/.test(text) ? 2 : 1) * text.length;
const text = tasks.reduce((sum, { record }) => sum + bytesOf(record.raw) + bytesOf(record.text), 0);
console.log(JSON.stringify({ heap, tasks: tasks.length, text } satisfies MemoryFigures));
