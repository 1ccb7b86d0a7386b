/** So many unchanged lines on either side of a change. */
const CONTEXT = 4;

/** A unified diff of a note whose lines were changed where they stand, none added or taken away; '' where none was. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const hunks: { first: number; last: number }[] = [];
  old.forEach((line, at) => {
    if (line === now[at]) return;
    const hunk = hunks.at(-1);
    if (hunk && at - hunk.last <= 2 * CONTEXT + 1) hunk.last = at;
    else hunks.push({ first: at, last: at });
  });
  if (hunks.length === 0) return '';
  return `--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n${hunks.map(({ first, last }) => hunkOf(old, now, first, last)).join('')}`;
}

function hunkOf(old: readonly string[], now: readonly string[], first: number, last: number): string {
  const from = Math.max(0, first - CONTEXT);
  const to = Math.min(old.length, last + CONTEXT + 1);
  let lines = '';
  let added = '';
  for (let at = from; at < to; at++) {
    const [was, is] = [old[at] ?? '', now[at] ?? ''];
    if (was === is) {
      lines += added + shown(' ', was);
      added = '';
    } else {
      lines += shown('-', was);
      added += shown('+', is);
    }
  }
  const place = `${from + 1},${to - from}`;
  return `@@ -${place} +${place} @@\n${lines}${added}`;
}

const shown = (sign: string, line: string): string =>
  line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;

/** With their endings. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** As Git writes names that are not all plain characters: their bytes, escaped as in C. */
function quoted(name: string): string {
  if (/^[ !#-[\]-~]*$/.test(name)) return name;
  return `"${Array.from(utf8.encode(name), escaped).join('')}"`;
}

function escaped(byte: number): string {
  if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
  if (byte >= 0x20 && byte <= 0x7e) return String.fromCharCode(byte);
  return `\\${'abtnvfr'[byte - 7] ?? byte.toString(8).padStart(3, '0')}`;
}

const utf8 = new TextEncoder();
