import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CachedMetadata } from 'obsidian';
import { parseCache } from './parseCache';

const GOLDEN = join(__dirname, '../../../shared/golden');
const FIELDS = [
  'frontmatter',
  'frontmatterPosition',
  'frontmatterLinks',
  'headings',
  'tags',
  'links',
  'embeds',
  'listItems',
  'sections',
  'blocks',
] as const;

/** Figures for whoever runs the tests. */
const report = (text: string) => process.stdout.write(`${text}\n`);

const describeGolden = existsSync(GOLDEN) ? describe : describe.skip;
if (!existsSync(GOLDEN)) report('Skipped: the real app’s output is not here (../shared/golden).');

describeGolden('against what the real app printed', () => {
  const notes = existsSync(GOLDEN)
    ? readdirSync(GOLDEN)
        .filter(name => name.endsWith('.json'))
        .map(name => {
          const { fileContents, cachedMetadata } = JSON.parse(readFileSync(join(GOLDEN, name), 'utf8')) as {
            fileContents: string;
            cachedMetadata: CachedMetadata;
          };
          return { name, real: cachedMetadata, ours: parseCache(fileContents) };
        })
    : [];

  test('at least 84 of 89 notes are exactly equal', () => {
    const different = notes.filter(({ real, ours }) =>
      FIELDS.some(field => canonical(real[field]) !== canonical(ours[field])),
    );
    report(
      `parseCache: ${notes.length - different.length} of ${notes.length} notes exactly as the real app; not: ${different.map(({ name }) => name).join(', ')}`,
    );
    expect(notes).toHaveLength(89);
    expect(notes.length - different.length).toBeGreaterThanOrEqual(84);
  });

  test('every list item has the line, task, parent and end the real app gives it', () => {
    const rows = (cache: CachedMetadata) =>
      (cache.listItems ?? []).map(({ position, task, parent }) => ({
        line: position.start.line,
        task,
        parent,
        end: position.end,
      }));
    let items = 0;
    for (const { name, real, ours } of notes) {
      expect({ name, items: rows(ours) }).toEqual({ name, items: rows(real) });
      items += rows(real).length;
    }
    report(`parseCache: ${items} list items, all as the real app has them`);
    expect(items).toBeGreaterThan(200);
  });
});

/** Order of keys, missing against empty, and -0 make no difference. */
function canonical(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'nothing';
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner && typeof inner === 'object' && !Array.isArray(inner))
      return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
    return Object.is(inner, -0) ? 0 : inner;
  });
}

describe('what the plugin leans on', () => {
  const tasks = (text: string) => parseCache(text).listItems?.map(({ task }) => task);

  test('a box of one character is a task, of two it is not', () => {
    expect(tasks('- [?] a\n- [ ?] b\n- [ ] c\n- [[link]]\n')).toEqual(['?', undefined, ' ', undefined]);
  });

  test('a list on line 0 has parent -1, one further down minus its line, a nested item its parent’s line', () => {
    expect(parseCache('- a\n  - b\n').listItems?.map(({ parent }) => parent)).toEqual([-1, 0]);
    expect(parseCache('x\n\n- a\n').listItems?.map(({ parent }) => parent)).toEqual([-2]);
  });

  test('items in comments and code are not listed; in quotes and callouts they are', () => {
    expect(tasks('%%\n- [ ] hidden\n%%\n\n```\n- [ ] code\n```\n')).toBeUndefined();
    expect(tasks('> - [ ] quoted\n\n> [!note]\n> - [ ] in a callout\n')).toEqual([' ', ' ']);
  });

  test('invalid YAML gives a yaml section but no front matter', () => {
    const cache = parseCache('---\ntype: people\nperson: "open\n---\n');
    expect(cache.frontmatter).toBeUndefined();
    expect(cache.sections?.[0]?.type).toBe('yaml');
  });

  test('wikilinks in properties are links', () => {
    expect(parseCache('---\nperson: "[[Dana Ochoa|Dana]]"\n---\n').frontmatterLinks).toEqual([
      { key: 'person', link: 'Dana Ochoa', original: '[[Dana Ochoa|Dana]]', displayText: 'Dana' },
    ]);
  });

  test('tags and links in comments are known, those in code are not; a number is no tag', () => {
    const cache = parseCache('%%\n#hidden [[Dana]]\n%%\n\n`#code [[x]]` #1 #task\n');
    expect(cache.tags?.map(({ tag }) => tag)).toEqual(['#hidden', '#task']);
    expect(cache.links?.map(({ link }) => link)).toEqual(['Dana']);
  });

  test('a block id belongs to its item, and to the note', () => {
    const cache = parseCache('- [ ] call ^c1\n- [ ] write\n\ntext ^p1\n');
    expect(cache.listItems?.map(({ id }) => id)).toEqual(['c1', undefined]);
    expect(Object.keys(cache.blocks ?? {})).toEqual(['c1', 'p1']);
  });

  test('positions count letters of the file as it is, carriage returns too', () => {
    const text = '# A\r\n\r\n- [x] b\r\n';
    const [item] = parseCache(text).listItems ?? [];
    expect(item?.position).toEqual({
      start: { line: 2, col: 0, offset: 7 },
      end: { line: 2, col: 7, offset: 14 },
    });
    expect(parseCache(text).headings?.map(({ heading, level }) => [heading, level])).toEqual([['A', 1]]);
  });

  test('links carry what is shown and what is meant; outside links are none', () => {
    const cache = parseCache('[[a#b|c]] ![[p.png]] [d](e%20f.md) [web](https://x.test)\n');
    expect(cache.links?.map(({ link, displayText }) => [link, displayText])).toEqual([
      ['a#b', 'c'],
      ['e f.md', 'd'],
    ]);
    expect(cache.embeds?.map(({ link }) => link)).toEqual(['p.png']);
  });
});

// Each of these takes minutes, or for ever, where something in the parser goes back over what it has read.
test.each([
  ['one line of 20 MB', `---\ntype: people\n---\n${'x'.repeat(2e7)}`],
  ['open brackets', `---\ntype: people\n---\n${'['.repeat(2e5)}`],
  ['open links', `---\ntype: people\n---\n${'[[a|'.repeat(1e5)}`],
  ['quotes within quotes', `---\ntype: people\n---\n${'>'.repeat(3000)}`],
  ['comments', `---\ntype: people\n---\n${'%% a %%\n'.repeat(5000)}`],
])('%s: the note is read all the same', (_case, text) => {
  expect(parseCache(text).frontmatter).toEqual({ type: 'people' });
});
