import { stat, writeFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { PeopleGraph, Person, TaskNode } from '../core/graph/PeopleGraph';
import { briefMarkdown, briefOf } from '../core/query/brief';
import { DEFAULT_CONVENTIONS, type NoteConventions } from '../core/note/conventions';
import { EXPORT_FORMATS } from '../core/query/exportFormats';
import { exportVault } from '../core/query/exportVault';
import { ledgerOf } from '../core/query/ledger';
import { changeTasks, type ChangeReport } from './changeTasks';
import { FolderVault } from './FolderVault';
import { indentedJson } from './indentedJson';
import { indexFolder } from './indexFolder';
import { makeReport, printReport, problemLine } from './report';
import { helpText, NotFoundError, readWords, UsageError, type Words } from './words';

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

/** What the program lets one decide about proposed tasks. */
type Decision = 'promote' | 'reject';

const VERBS: Record<Decision, { done: string; would: string; nothing: string }> = {
  promote: { done: 'promoted', would: 'would be promoted', nothing: 'Nothing to promote' },
  reject: { done: 'rejected', would: 'would be rejected', nothing: 'Nothing to reject' },
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
  if (graph.paths().length === 0) {
    for (const problem of graph.problems()) output.err(`${problemLine(problem)}\n`);
    throw new NotFoundError(`${words.vault} holds no notes of type ${types.join(' or ')}.`);
  }
  return RUNNERS[words.command]?.({ words, vault, graph, conventions, output }) ?? 2;
}

async function requireFolder(path: string): Promise<void> {
  const entry = await stat(path).catch(() => null);
  if (!entry) throw new NotFoundError(`There is no folder ${path}.`);
  if (!entry.isDirectory()) throw new NotFoundError(`${path} is a file, not a folder.`);
}

function progressOn(output: Output): (done: number, total: number) => void {
  return (done, total) =>
    output.err(done < total ? `\rReading notes: ${done} of ${total}` : `\r${' '.repeat(40)}\r`);
}

async function runReport({ graph, words, output }: Job): Promise<number> {
  const report = makeReport(graph);
  output.out(words.options.json ? json(report) : printReport(report));
  return 0;
}

async function runExport({ graph, words, output }: Job): Promise<number> {
  const { format, out } = words.options;
  const vault = exportVault(graph);
  const pieces = format === 'json' ? indentedJson(vault) : [EXPORT_FORMATS[format]?.write(vault) ?? ''];
  if (out === undefined) for (const piece of pieces) output.out(piece);
  else await writeFile(out, pieces);
  return 0;
}

async function runBrief({ graph, words, output }: Job): Promise<number> {
  const person = personNamed(graph, words.options.person ?? '');
  const brief = briefOf(graph, person, output.today);
  const linkTo = (path: string) => `[[${path.replace(/\.md$/i, '')}]]`;
  const markdown = briefMarkdown(brief, output.today, linkTo);
  output.out(words.options.json ? json({ person: person.id, markdown }) : markdown);
  return 0;
}

function personNamed(graph: PeopleGraph, name: string): Person {
  const person = graph.find(name);
  if (!person) throw new NotFoundError(`Nobody in this vault is called ${name}.`);
  return person;
}

async function runChange(action: Decision, job: Job): Promise<number> {
  const { words, vault, conventions, output } = job;
  const { json: asJson, 'dry-run': dryRun } = words.options;
  const tasks = chosenTasks(action, job);
  const report = await changeTasks(vault, { action }, tasks, { conventions, today: output.today, dryRun });
  if (asJson) output.out(json({ changed: report.changed, refused: report.refused }));
  else output.out(describeChange(action, report, dryRun));
  for (const { path, line, reason } of report.refused) output.err(`${path}:${line + 1}: ${reason}\n`);
  return report.refused.length > 0 ? 1 : 0;
}

/** The tasks a command is about. Only one named by its id may be decided when it is not proposed. */
function chosenTasks(action: Decision, { graph, words }: Job): TaskNode[] {
  const { note, person: name, task: id } = words.options;
  const proposed = (tasks: readonly TaskNode[]) => tasks.filter(({ record }) => record.state === 'proposed');
  if (id !== undefined) {
    const task = graph.task(id);
    if (!task) throw new NotFoundError(`There is no task ${id}.`);
    const isOpen = task.record.state !== 'done' && task.record.state !== 'rejected';
    return action === 'reject' && isOpen ? [task] : proposed([task]);
  }
  if (note !== undefined) {
    const path = pathInVault(words.vault, note);
    if (!graph.note(path)) throw new NotFoundError(`There is no note ${note} of the types asked for.`);
    return proposed(graph.tasks(path));
  }
  if (name !== undefined) {
    return ledgerOf(graph, personNamed(graph, name)).proposed.map(({ task }) => task);
  }
  return proposed(graph.paths().flatMap(path => graph.tasks(path)));
}

/** Accepts `./note.md`, backslashes and an absolute path inside the vault. */
function pathInVault(vault: string, note: string): string {
  return relative(resolve(vault), resolve(vault, note.replaceAll('\\', '/')))
    .split(sep)
    .join('/');
}

function describeChange(action: Decision, { changed, refused, diff }: ChangeReport, dryRun: boolean): string {
  const { done, would, nothing } = VERBS[action];
  if (changed.length === 0) return refused.length > 0 ? '' : `${nothing}: no task asked for is proposed.\n`;
  const notes = new Map<string, number>();
  for (const { path } of changed) notes.set(path, (notes.get(path) ?? 0) + 1);
  const total = `${countOf(changed.length, 'task')} in ${countOf(notes.size, 'note')} ${dryRun ? would : done}.\n`;
  if (dryRun) return diff + total;
  return [...notes].map(([path, count]) => `${path}: ${countOf(count, 'task')}\n`).join('') + total;
}

const countOf = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
