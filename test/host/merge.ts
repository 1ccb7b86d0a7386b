import { ChangeSet, Text } from '@codemirror/state';
import { diffWordsWithSpace } from 'diff';

/** Beyond this many steps the part that differs is taken as one change. */
const MOST_EDITS = 2000;

/**
 * What has to be done to `mine` so that it also holds what `theirs` changed, both having come from `base`.
 * Nothing that either wrote is lost; where both changed one place, both stand there.
 */
export function changesToMerge(base: string, mine: string, theirs: string): ChangeSet {
  return changesBetween(base, theirs).map(changesBetween(base, mine), true);
}

export function changesBetween(from: string, to: string): ChangeSet {
  const [start, end] = commonWords(from, to);
  const [before, after] = [from.slice(start, from.length - end), to.slice(start, to.length - end)];
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  const specs: { from: number; to: number; insert: Text }[] = [];
  let at = start;
  for (const { value, added, removed } of parts ?? [
    { value: before, removed: true, added: false },
    { value: after, added: true, removed: false },
  ]) {
    if (added) specs.push({ from: at, to: at, insert: textOf(value) });
    else {
      if (removed) specs.push({ from: at, to: at + value.length, insert: Text.empty });
      at += value.length;
    }
  }
  return ChangeSet.of(specs, from.length);
}

const textOf = (value: string): Text => Text.of(value.split('\n'));

/** How long the two are equal at their start and at their end, as far as whole words go. */
function commonWords(a: string, b: string): [start: number, end: number] {
  let start = commonStart(a, b);
  let end = commonEnd(a, b, start);
  while (start > 0 && !/\s/.test(a[start - 1] ?? '')) start--;
  while (end > 0 && !/\s/.test(a[a.length - end] ?? '')) end--;
  return [start, end];
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}
