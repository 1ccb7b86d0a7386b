import { compact } from '../core/graph/compact';
import { PeopleGraph } from '../core/graph/PeopleGraph';
import type { NoteConventions } from '../core/note/conventions';
import { firstForeignLine } from '../core/note/foreignBytes';
import { readNote } from '../core/note/readNote';
import type { NoteReading, Problem } from '../core/records';
import { en } from '../core/words';
import type { FolderVault, NoteFile } from './FolderVault';
import { readFrontMatter } from './frontMatter';

export interface IndexOptions {
  conventions: NoteConventions;
  /** The vault owner's names. */
  self: readonly string[];
  /** Hears how many of how many notes are read. */
  onProgress?: (done: number, total: number) => void;
}

/** Notes between two reports of progress. */
const STEP = 100;

/** Reads every note below a folder into a graph. What cannot be read is a problem; the rest goes on. */
export function indexFolder(
  vault: FolderVault,
  { conventions, self, onProgress }: IndexOptions,
): PeopleGraph {
  const graph = new PeopleGraph({ selfNames: self });
  const paths = vault.paths();
  for (const [i, path] of paths.entries()) {
    if (i % STEP === 0) onProgress?.(i, paths.length);
    graph.add(path, compact(readOne(vault, path, conventions)));
  }
  onProgress?.(paths.length, paths.length);
  return graph;
}

function readOne(vault: FolderVault, path: string, conventions: NoteConventions): NoteReading {
  try {
    return readFile(path, vault.read(path), conventions);
  } catch (error) {
    const [reason] = (error as Error).message.split('\n', 1);
    return { record: null, problems: [{ path, message: `The note could not be read: ${reason}` }] };
  }
}

function readFile(path: string, { text, whole }: NoteFile, conventions: NoteConventions): NoteReading {
  const problem = (message: string, line?: number): Problem => ({
    path,
    ...(line !== undefined && { line }),
    message,
  });
  const problems: Problem[] = [];
  if (text.trim() === '') problems.push(problem('The note is empty.'));
  if (!whole) {
    problems.push(problem(en.foreignBytesRead, firstForeignLine(text)));
  }
  const frontMatter = readFrontMatter(text);
  if ('problem' in frontMatter)
    return { record: null, problems: [...problems, problem(frontMatter.problem, frontMatter.line)] };
  const reading = readNote({ path, text, frontMatter: frontMatter.properties }, conventions);
  return { record: reading.record, problems: [...problems, ...reading.problems] };
}
