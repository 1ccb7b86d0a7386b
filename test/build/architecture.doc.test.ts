import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expectWrittenPart, readDocument, ROOT } from '../written';

const PAGE = 'docs/architecture.md';
const ENDINGS = ['.ts', '.tsx', '/index.ts', '/index.tsx'];

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => /\.tsx?$/.test(path));

/** Every import of one file of ours by another. */
const imports = files.flatMap(from => {
  const text = readFileSync(join(ROOT, 'src', from), 'utf8');
  return [...text.matchAll(/(?:from|import) '(\.[^']*)'/g)].map(([, target = '']) => {
    const path = posix.join(posix.dirname(from), target);
    const to = ENDINGS.map(ending => `${path}${ending}`).find(each => files.includes(each));
    if (to === undefined) throw new Error(`${from} imports ${target}, which is not there`);
    return { from, to };
  });
});

/** A file's folder in `src`, or the file itself. */
const roomOf = (path: string): string => path.replace(/\/.*|\.tsx?$/, '');
/** The same inside one room; undefined outside of it, and for files that belong to all of it. */
const folderIn =
  (room: string) =>
  (path: string): string | undefined =>
    new RegExp(`^${room}/(.*)/`).exec(path)?.[1]?.replace(/\/.*/, '');

/** Who imports whom, as a picture that GitHub and Obsidian draw. `graph` alone would be a word of the language. */
function pictureOf(nameOf: (path: string) => string | undefined): string {
  const arrows = new Set(
    imports.flatMap(({ from, to }) => {
      const [tail, head] = [nameOf(from), nameOf(to)];
      if (tail === undefined || head === undefined || tail === head) return [];
      return [`  ${tail}_["${tail}"] --> ${head}_["${head}"]`];
    }),
  );
  return ['```mermaid', 'flowchart TD', ...[...arrows].sort(), '```'].join('\n');
}

test('the pictures show who imports whom', () => {
  expectWrittenPart(PAGE, 'rooms', pictureOf(roomOf));
  expectWrittenPart(PAGE, 'core', pictureOf(folderIn('core')));
});

test.each(['src', 'src/core', 'src/features', 'test'])('every folder of %s has a row on the page', folder => {
  const page = readDocument(PAGE);
  const folders = readdirSync(join(ROOT, folder), { withFileTypes: true }).filter(each => each.isDirectory());
  expect(folders.map(({ name }) => name).filter(name => !page.includes(`| \`${folder}/${name}\` |`))).toEqual(
    [],
  );
});

test('every file and folder the page names is there', () => {
  const named = [...readDocument(PAGE).matchAll(/`((?:src|test)\/[\w./-]+)`/g)].map(([, path = '']) => path);
  expect(named.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('one feature never imports another', () => {
  const featureOf = folderIn('features');
  const shared = ['dialogs'];
  const wrong = imports.filter(({ from, to }) => {
    const [tail, head] = [featureOf(from), featureOf(to)];
    return tail !== undefined && head !== undefined && head !== tail && !shared.includes(head);
  });
  expect(wrong).toEqual([]);
});
