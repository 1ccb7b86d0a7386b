import { memoize } from '../memoize';
import type { NoteReading } from '../records';

const sharedText = memoize(text => text);
const sharedList = memoize(lines => lines.split('\n'));
const NONE: string[] = [];

/**
 * The same reading in little memory. What was cut out of a note's text keeps all of that text alive, and most tasks have
 * the same few tags, owners and headings: here every text is a copy, and what comes again and again is there once. Not to
 * be changed by anybody. One without a record has nothing of the text.
 */
export const compact = (reading: NoteReading): NoteReading =>
  reading.record ? readingFromJson(JSON.stringify(reading)) : reading;

/** A reading that was written as JSON, in little memory. */
export function readingFromJson(json: string): NoteReading {
  const { record, problems } = JSON.parse(json) as NoteReading;
  for (const task of record?.tasks ?? []) {
    task.section = sharedText(task.section);
    task.owners = shared(task.owners);
    task.tags = shared(task.tags);
  }
  return { record, problems };
}

const shared = (list: string[]): string[] => (list.length === 0 ? NONE : sharedList(list.join('\n')));
