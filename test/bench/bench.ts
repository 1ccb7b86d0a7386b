// Measures how fast Rapport is, prints a table, and writes it into docs/benchmarks.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { appRows, phoneRows } from './app';
import { headlessRows } from './headless';
import { hoverRows } from './hover';
import type { MemoryFigures } from './memory';
import { ratioRows } from './ratios';
import { limited, markdownTable, RUNS, type Row } from './rows';
import { typingRows } from './typing';

const PAGE = 'docs/benchmarks.md';
const [BEGIN, END] = ['<!-- figures -->', '<!-- end of figures -->'];

/** What to measure; `npm run bench -- app memory` measures some of it and writes nothing. */
const SECTIONS: Readonly<Record<string, { title: string; rows: () => Row[] | Promise<Row[]> }>> = {
  headless: { title: 'Without the app', rows: headlessRows },
  core: { title: 'The core', rows: ratioRows },
  memory: { title: 'Memory', rows: memoryRows },
  app: { title: 'In the app', rows: appRows },
  notes: { title: 'In the notes', rows: async () => [...(await typingRows()), ...(await hoverRows())] },
  phone: { title: 'On a phone: each read takes 3 ms', rows: phoneRows },
};

void main(process.argv.slice(2));

async function main(wanted: readonly string[]): Promise<void> {
  const tables: string[] = [];
  for (const [name, { title, rows }] of Object.entries(SECTIONS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const table = `### ${title}\n\n${markdownTable(await rows())}`;
    console.log(`${table}\n`);
    tables.push(table);
  }
  console.log(machine());
  if (wanted.length > 0) return;
  const page = readFileSync(PAGE, 'utf8');
  const [before = '', after = ''] = [page.split(BEGIN)[0], page.split(END)[1]];
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${machine()}\n\n${tables.join('\n\n')}\n\n${END}${after}`);
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', PAGE]);
}

function machine(): string {
  const [{ model = '' } = {}, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Median of ${RUNS} runs on ${others.length + 1} × ${model.trim()}, ${memory} GB, ${process.platform}, Node ${process.versions.node}.`;
}

/** Tasks alone: what the same vault takes with them and without. */
function memoryRows(): Row[] {
  const figures = (...argv: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', 'dist/memory.cjs', '100000', ...argv], {
        encoding: 'utf8',
      }),
    ) as MemoryFigures;
  const [whole, rest] = [figures(), figures('--without')];
  const beyond = (whole.heap - rest.heap - whole.text) / whole.tasks;
  return [
    limited('a task of 100,000 notes, beyond its own text', 'bytes', [Math.round(beyond)], 600),
    {
      what: `the graph of 100,000 notes, ${whole.tasks.toLocaleString('en')} tasks`,
      figure: `${Math.round(whole.heap / 1e6)} MB`,
    },
  ];
}
