import { PeopleGraph } from '../../src/core/graph/PeopleGraph';
import { editNote } from '../../src/core/edit/editNote';
import { planEdits } from '../../src/core/edit/planEdit';
import { repairText } from '../../src/core/edit/repairText';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { Twins } from '../../src/core/graph/twins/Twins';
import { readNote } from '../../src/core/note/readNote';
import { unreadSpans } from '../../src/core/note/unreadSpans';
import { exportVault } from '../../src/core/query/exportVault';

/** What a hostile or broken note may hold over and over: whatever begins something that then never ends. */
const HOSTILE: readonly string[] = [
  '`',
  '` ',
  '[[',
  '[[a|',
  ']]',
  '@',
  '@a ',
  '@a (',
  '#',
  '#a ',
  '📅',
  '📅 2026-01-10 ',
  '- ',
  '- [ ] ',
  '(',
  ')',
  '<',
  '>',
  '> ',
  ' ',
  '\t',
  '\u00A0',
  'ðŸ',
  'Ã',
  'Ã©',
  '[[Ã©]] Ã© ',
  '](Ã©',
  'â« ',
  'â€',
  '%%',
  '<!--',
  '://',
  '^a ',
  '[ ?]',
  '[due:: ',
  '(due:: 2026-01-10) ',
  '(a::',
  '[a::b',
  '(duplicate of [[',
  '(duplicate of [[a]]) ',
  '🔁 every ',
  '🔁 every week ',
  '⛔ a, ',
  '🆔 ',
  '#📅 ',
  '#a📅 2026-01-10',
  '* ',
  '1. ',
  '~',
  ' and ',
  ', ',
  'a. ',
  '\r',
  '\uFEFF',
  '#proposed ',
  ' #proposed',
  ' @a #proposed',
  'ß“',
  'é\u00A0»',
  '[[\n',
  '- [?] a\n',
];

const A_TASK_LINE = 'a task line';

/** Where it may stand. */
const PLACES: Readonly<Record<string, (long: string) => void>> = {
  [A_TASK_LINE]: long => readWhole(`- [?] ${long}`),
  'lines that end otherwise': long => readWhole(`# ${long}\u2028\r\n${long}\r]] x\n> ${long}\n- ${long}`),
  properties: long => readWhole('', { person: long, title: long, participants: long }),
};

/** Lines that may belong to any item of a list, which is the deeper the more there are. */
function belowADeepList(lines: string): void {
  const depth = Math.sqrt(lines.length);
  unreadSpans(Array.from({ length: depth }, (_, i) => `${'\t'.repeat(i)}- a\n`).join('') + lines);
}

const FACTOR = 10;
/**
 * A megabyte may take so many times as long as a tenth of it: linear is 10, quadratic 100. A single line is read within
 * twice the linear time; a whole note makes more garbage.
 */
const LINE_LIMIT = 20;
const NOTE_LIMIT = 40;
const SIZE = 99_000;
/** Shorter times than this, in ms, say nothing. */
const SHORTEST = 3;

/** Other work and the collection of garbage only ever add; what is quadratic is so in every attempt. */
const ATTEMPTS = 12;

/** How many times as long {@link FACTOR} times as much takes. Processor time, the best of several runs. */
function growth(piece: string, place: (long: string) => void, limit: number): number {
  const small = piece.repeat(Math.ceil(SIZE / piece.length));
  const large = small.repeat(FACTOR);
  let ratio = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && ratio > limit; attempt++) {
    const short = Math.min(...[1, 2, 3].map(() => processorTime(() => place(small))));
    ratio = Math.min(ratio, processorTime(() => place(large)) / Math.max(short, SHORTEST));
  }
  return ratio;
}

function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}

/** A note with this body and these properties, read, put into a graph, exported, compared, repaired, and its tasks rejected. */
export function readWhole(body: string, properties: object = {}): void {
  const text = `---\ntype: people\n---\n${body}`;
  const frontMatter = { type: 'people', date: '2025-10-29', ...properties };
  const graph = new PeopleGraph();
  graph.put('a.md', readNote({ path: 'a.md', text, frontMatter }, DEFAULT_CONVENTIONS));
  exportVault(graph);
  repairText(text, { conventions: DEFAULT_CONVENTIONS, parseYaml: () => null, leadsToFile: () => true });
  new Twins(graph).settle();
  const context = { conventions: DEFAULT_CONVENTIONS, today: '2026-01-11' };
  for (const { requests } of planEdits(graph.tasks(), { action: 'reject' }, context))
    editNote(text, requests);
}

export interface Growth {
  piece: string;
  place: string;
  growth: number;
  limit: number;
}

/** The growth of everything, steepest first. */
export function linearity(): Growth[] {
  const everywhere = HOSTILE.flatMap(piece =>
    Object.entries(PLACES).map(([name, place]) => {
      const limit = name === A_TASK_LINE ? LINE_LIMIT : NOTE_LIMIT;
      return { piece, place: name, growth: growth(piece, place, limit), limit };
    }),
  );
  const below = { piece: 'a\n', place: 'below a deep list', limit: LINE_LIMIT };
  return [...everywhere, { ...below, growth: growth(below.piece, belowADeepList, below.limit) }].sort(
    (a, b) => b.growth - a.growth,
  );
}
