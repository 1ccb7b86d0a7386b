/** So many unchanged lines on either side of a change. */
const CONTEXT = 4;

/** A unified diff of a note whose lines were changed where they stand, none added or taken away; '' where none was. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changed = old.map((line, at) => line !== now[at]);
  const isNear = (at: number) => changed.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).includes(true);
  let hunks = '';
  for (let from = 0, to = 0; from < old.length; from = to + 1) {
    for (to = from; isNear(to); to++);
    if (to > from) hunks += hunkOf(old.slice(from, to), now.slice(from, to), from);
  }
  return hunks && `--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n${hunks}`;
}

function hunkOf(old: readonly string[], now: readonly string[], from: number): string {
  let lines = '';
  let added = '';
  old.forEach((line, at) => {
    const is = now[at] ?? '';
    if (line === is) {
      lines += added + shown(' ', line);
      added = '';
    } else {
      lines += shown('-', line);
      added += shown('+', is);
    }
  });
  const place = `${from + 1},${old.length}`;
  return `@@ -${place} +${place} @@\n${lines}${added}`;
}

const shown = (sign: string, line: string): string =>
  line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;

/** With their endings. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** As Git writes names that are not all plain characters: their bytes, escaped as in C. */
function quoted(name: string): string {
  const plain = name.replace(/["\\]/g, '\\$&').replace(/[^ -~]/gu, escaped);
  return plain === name ? name : `"${plain}"`;
}

const escaped = (character: string): string =>
  Array.from(
    new TextEncoder().encode(character),
    byte => `\\${'abtnvfr'[byte - 7] ?? byte.toString(8).padStart(3, '0')}`,
  ).join('');
