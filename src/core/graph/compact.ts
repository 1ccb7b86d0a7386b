import { memoize } from '../memoize';
import type { NoteRecord } from '../records';

const sharedText = memoize(text => text);
const sharedList = memoize(lines => lines.split('\n'));
const NONE: string[] = [];

/**
 * The same record in little memory. What was cut out of a note's text keeps all of that text alive, and most tasks have
 * the same few tags, owners and headings: here every text is a copy, and what comes again and again is there once. Not to
 * be changed by anybody.
 */
export function compact(record: NoteRecord): NoteRecord {
  const copy = JSON.parse(JSON.stringify(record)) as NoteRecord;
  for (const task of copy.tasks) {
    task.section = sharedText(task.section);
    task.owners = shared(task.owners);
    task.tags = shared(task.tags);
  }
  return copy;
}

const shared = (list: string[]): string[] => (list.length === 0 ? NONE : sharedList(list.join('\n')));
