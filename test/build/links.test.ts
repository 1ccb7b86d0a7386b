import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readDocument, ROOT } from '../written';

const documents = ['.', 'docs', '.github'].flatMap(folder =>
  readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name)),
);

/** Without what is quoted: links in there lead nowhere, and are none. */
const proseOf = (document: string): string =>
  readDocument(document)
    .replace(/^ *(`{3,})[^\n]*\n[\s\S]*?^ *\1$/gm, '')
    .replace(/`[^`\n]*`/g, code => (code.includes('](') ? '' : code));

/** As GitHub makes them of headings. */
const anchorsOf = (document: string): string[] =>
  [...proseOf(document).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );

const linksOf = (document: string): string[] =>
  [...proseOf(document).matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image ?? '',
  );

test('there are documents', () => expect(documents.length).toBeGreaterThan(5));

test.each(documents)('every link in %s leads somewhere', document => {
  const broken = linksOf(document).filter(link => {
    if (/^https:\/\//.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? document : join(dirname(document), decodeURIComponent(path));
    return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test('every page of the guide can be reached from its contents', () => {
  const pages = readdirSync(join(ROOT, 'docs')).filter(name => name.endsWith('.md') && name !== 'README.md');
  const linked = linksOf(join('docs', 'README.md'));
  expect(pages.filter(page => !linked.includes(page))).toEqual([]);
});

test('every picture is shown somewhere', () => {
  const shown = documents.flatMap(linksOf).map(link => link.replace(/^.*images\//, ''));
  expect(readdirSync(join(ROOT, 'docs/images')).filter(picture => !shown.includes(picture))).toEqual([]);
});
