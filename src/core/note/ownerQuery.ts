import type { NoteConventions } from './conventions';
import { parseTaskLine } from './taskLine';

/** Longer than this nobody types before choosing. */
const LONGEST_QUERY = 40;
const MOST_WORDS = 3;

export interface OwnerQuery {
  /** Column of the `@`. */
  start: number;
  /** What is typed behind it so far. */
  query: string;
}

/** The name that is being typed before column `ch` of a task line; null where none is: in code, links, addresses. */
export function ownerQueryAt(line: string, ch: number, conventions: NoteConventions): OwnerQuery | null {
  const start = line.lastIndexOf('@', ch - 1);
  if (start === -1 || ch - start > LONGEST_QUERY) return null;
  // An @ behind a letter is an address, behind a slash part of a URL.
  if (!/[\s([,;:]/.test(line[start - 1] ?? ' ')) return null;
  const query = line.slice(start + 1, ch);
  if (/[^\p{L}\p{M}\p{N} .'’–-]|^ | {2}/u.test(query) || query.split(' ').length > MOST_WORDS) return null;
  const before = line.slice(0, start);
  if (isInCode(before) || before.lastIndexOf('[[') > before.lastIndexOf(']]')) return null;
  const task = parseTaskLine(line, conventions);
  return task !== null && start > task.box.end ? { start, query } : null;
}

/** Whether a run of backticks is open behind `before`. */
function isInCode(before: string): boolean {
  let open = '';
  for (const [run] of before.matchAll(/`+/g)) {
    if (open === '') open = run;
    else if (run === open) open = '';
  }
  return open !== '';
}
