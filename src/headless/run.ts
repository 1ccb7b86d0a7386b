import { closeSync, openSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Answer } from '../core/answers/answer';
import { chosenTasks } from '../core/answers/chosenTasks';
import { answerDecision, refusalLines, type Verdict } from '../core/answers/decision';
import { answerBrief, personNamed } from '../core/answers/people';
import { answerReport, problemLine, requireNotes } from '../core/answers/report';
import type { PeopleGraph } from '../core/graph/PeopleGraph';
import { DEFAULT_CONVENTIONS, type NoteConventions } from '../core/note/conventions';
import { EXPORT_FORMATS, json } from '../core/query/exportFormats';
import { exportPieces, exportVault } from '../core/query/exportVault';
import { changeTasks } from './changeTasks';
import { FolderVault } from './FolderVault';
import { indentedJson } from './indentedJson';
import { indexFolder } from './indexFolder';
import { helpText, readWords, UsageError, type Words } from './words';

/** What the program says to the world. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** Whether someone watches: progress is worth printing. */
  interactive: boolean;
  /** ISO. */
  today: string;
  version: string;
}

interface Job {
  words: Words;
  vault: FolderVault;
  graph: PeopleGraph;
  conventions: NoteConventions;
  output: Output;
}

const RUNNERS: Record<string, (job: Job) => Promise<number>> = {
  report: runReport,
  export: runExport,
  promote: job => runChange('promote', job),
  reject: job => runChange('reject', job),
  brief: runBrief,
};

/** Carries a command line out; the result is the exit status. */
export async function run(argv: readonly string[], output: Output): Promise<number> {
  try {
    const words = readWords(argv);
    if (words.options.version) output.out(`${output.version}\n`);
    else if (words.options.help) output.out(helpText());
    else return await runCommand(words, output);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(`rapport: ${error.message} (rapport --help tells more)\n`);
      return 2;
    }
    output.err(`rapport: ${(error as Error).message}\n`);
    return 1;
  }
}

async function runCommand(words: Words, output: Output): Promise<number> {
  const { types, self } = words.options;
  await requireFolder(words.vault);
  const vault = new FolderVault(words.vault);
  const conventions = { ...DEFAULT_CONVENTIONS, types };
  const graph = indexFolder(vault, {
    conventions,
    self,
    ...(output.interactive && { onProgress: progressOn(output) }),
  });
  if (graph.paths().length === 0)
    for (const problem of graph.problems()) output.err(`${problemLine(problem)}\n`);
  requireNotes(graph, words.vault, types);
  return RUNNERS[words.command]?.({ words, vault, graph, conventions, output }) ?? 2;
}

async function requireFolder(path: string): Promise<void> {
  const entry = await stat(path).catch(() => null);
  if (!entry) throw new Error(`There is no folder ${path}.`);
  if (!entry.isDirectory()) throw new Error(`${path} is a file, not a folder.`);
}

function progressOn(output: Output): (done: number, total: number) => void {
  return (done, total) =>
    output.err(done < total ? `\rReading notes: ${done} of ${total}` : `\r${' '.repeat(40)}\r`);
}

async function runReport({ graph, words, output }: Job): Promise<number> {
  output.out(printed(answerReport(graph, '--json'), words));
  return 0;
}

async function runExport({ graph, words, output }: Job): Promise<number> {
  const { format, out } = words.options;
  const pieces =
    format === 'json'
      ? indentedJson(exportPieces(graph))
      : [EXPORT_FORMATS[format]?.write(exportVault(graph)) ?? ''];
  if (out === undefined) for (const piece of pieces) output.out(piece);
  else writePieces(out, pieces);
  return 0;
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

async function runBrief({ graph, words, output }: Job): Promise<number> {
  const person = personNamed(graph, words.options.person ?? '');
  output.out(printed(answerBrief(graph, person, output.today), words));
  return 0;
}

async function runChange(action: Verdict, job: Job): Promise<number> {
  const { words, vault, graph, conventions, output } = job;
  const dryRun = words.options['dry-run'];
  const tasks = chosenTasks(graph, action, words.options, note => pathInVault(words.vault, note));
  const report = await changeTasks(vault, { action }, tasks, { conventions, today: output.today, dryRun });
  output.out(printed(answerDecision(action, report, dryRun), words));
  output.err(refusalLines(report));
  return report.refused.length > 0 ? 1 : 0;
}

const printed = ({ text, data }: Answer, { options }: Words): string => (options.json ? json(data) : text);

/** Accepts `./note.md`, backslashes and an absolute path inside the vault. */
function pathInVault(vault: string, note: string): string {
  return relative(resolve(vault), resolve(vault, note.replaceAll('\\', '/')))
    .split(sep)
    .join('/');
}
