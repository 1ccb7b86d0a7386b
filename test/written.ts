import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..');

/** What a document of the project says, with `\n` at the end of lines. */
export const readDocument = (path: string): string =>
  readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');

/** Whether `npm run docs` is at work. */
const isWriting = process.env.WRITE_DOCS !== undefined;

/** A document is what the code makes of it. `npm run docs` writes it, anything else compares. */
export function expectWritten(path: string, text: string): void {
  if (isWriting) writeFileSync(join(ROOT, path), text);
  else expect(`${path}:\n${readDocument(path)}`).toBe(`${path}:\n${text}`);
}

/** The same for the part between `<!-- NAME -->` and `<!-- /NAME -->`. */
export function expectWrittenPart(path: string, name: string, text: string): void {
  const [before, after] = splitAt(path, name);
  expectWritten(path, `${before}\n${text}\n${after}`);
}

/** What stands in that part now. */
export function readPart(path: string, name: string): string {
  const [before, after] = splitAt(path, name);
  return readDocument(path).slice(before.length, -after.length).trim();
}

function splitAt(path: string, name: string): [before: string, after: string] {
  const text = readDocument(path);
  const [opening, closing] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(opening);
  const end = text.indexOf(closing);
  if (start === -1 || end < start) throw new Error(`${path} has no part ${opening} … ${closing}`);
  return [text.slice(0, start + opening.length), text.slice(end)];
}

/** Rows as a Markdown table. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(each => each.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
