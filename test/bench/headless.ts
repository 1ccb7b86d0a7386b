import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FIELD_MIX, generatedVault, PEOPLE_MIX, type VaultMix } from './generatedVault';
import { limited, medianOf, RUNS, spreadOf, type Row } from './rows';

interface Measured {
  /** In ms. */
  time: number;
  /** In bytes. */
  memory: number;
}

interface VaultFigures {
  bytes: number;
  read: Measured[];
  exported: Measured[];
}

const SIZES = [1_000, 10_000, 100_000];
const MB = 1e6;
/** A module that tells at the end how much memory a program had at most. */
const TELL_MEMORY =
  "process.on('exit', () => require('fs').writeSync(3, String(process.resourceUsage().maxRSS)))";

/** The program `rapport` beside one that only reads the same files and splits them into lines, in turns. */
export function headlessRows(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const hook = join(folder, 'hook.cjs');
  writeFileSync(hook, TELL_MEMORY);
  const measureVault = (size: number, mix: VaultMix): VaultFigures => {
    const vault = join(folder, 'vault');
    const bytes = writeVault(vault, size, mix);
    const run = (...program: string[]): Measured => measure(hook, program);
    const read = () => run('dist/readAndSplit.cjs', vault);
    read();
    const runs = Array.from({ length: RUNS }, () => ({
      read: read(),
      exported: run('dist/rapport.cjs', 'export', vault, '--out', join(folder, 'out.json')),
    }));
    rmSync(vault, { recursive: true });
    return { bytes, read: runs.map(each => each.read), exported: runs.map(each => each.exported) };
  };
  try {
    const bySize = new Map(SIZES.map(size => [size, measureVault(size, FIELD_MIX)]));
    const people = measureVault(10_000, PEOPLE_MIX);
    return [
      ...[...bySize].flatMap(([size, figures]) => sizeRows(size, figures)),
      ...growthRows(bySize),
      ...peopleRows(people),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizeRows(size: number, { read, exported }: VaultFigures): Row[] {
  const notes = `${size.toLocaleString('en')} notes`;
  const ratios = exported.map(({ time }, i) => time / (read[i]?.time ?? NaN));
  const what = `\`rapport export\` of ${notes}`;
  return [
    spreadOf(
      `reading ${notes} and splitting them into lines`,
      'ms',
      read.map(({ time }) => time),
    ),
    spreadOf(
      what,
      'ms',
      exported.map(({ time }) => time),
    ),
    size === 10_000 ? limited(what, '× reading them', ratios, 2) : spreadOf(what, '× reading them', ratios),
  ];
}

function growthRows(bySize: ReadonlyMap<number, VaultFigures>): Row[] {
  const [small, large] = [bySize.get(10_000), bySize.get(100_000)];
  if (!small || !large) return [];
  const usual = medianOf(small.exported.map(({ time }) => time));
  return [
    limited(
      '`rapport export` of 100,000 notes',
      '× of 10,000',
      large.exported.map(({ time }) => time / usual),
      11,
    ),
    limited(
      '`rapport export` of 100,000 notes: peak memory',
      'MB',
      large.exported.map(({ memory }) => memory / MB),
      Math.round((1.5 * large.bytes) / MB + 100),
    ),
  ];
}

/** Without ballast, which is read and put aside. */
function peopleRows({ read, exported }: VaultFigures): Row[] {
  const ratios = exported.map(({ time }, i) => time / (read[i]?.time ?? NaN));
  return [spreadOf('`rapport export` of 10,000 notes, all of them of people', '× reading them', ratios)];
}

function measure(hook: string, program: readonly string[]): Measured {
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, ['--require', hook, ...program], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program.join(' ')} failed.`);
  return { time: performance.now() - start, memory: Number(output[3]) * 1024 };
}

/** How many bytes it has. */
function writeVault(root: string, size: number, mix: VaultMix): number {
  let bytes = 0;
  for (const { path, text } of generatedVault(size, mix)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
