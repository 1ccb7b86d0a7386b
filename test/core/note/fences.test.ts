import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { briefMarkdown, briefOf } from '../../../src/core/query/brief';
import { summaryOf } from '../../../src/core/query/meetings';
import { graphOf, meeting, person } from '../notes';

/** Code blocks that name a language, as another reader of Markdown finds them. */
const codeBlocks = (text: string): string[] =>
  new MarkdownIt({ html: true })
    .parse(text, {})
    .filter(({ type, content }) => type === 'fence' || (type === 'html_block' && /<pre/i.test(content)))
    .map(({ content }) => content);

/** The text of a note's summary. */
const summary = (body: string): string => summaryOf(meeting({}, `## Summary\n${body}`)) ?? '';

const briefFrom = (properties: object, body: string): string => {
  const graph = graphOf({
    'People/Dana Ochoa.md': [properties],
    'a.md': [{ date: '2026-01-08', person: 'Dana Ochoa' }, body],
  });
  const brief = briefOf(graph, person(graph, 'Dana Ochoa'), '2026-01-20');
  return briefMarkdown(brief, '2026-01-20', path => path);
};

const BLOCK = 'person: Dana Ochoa';

test.each([
  ['an item', `- \`\`\`rapport\n  \`\`\`\n  ${BLOCK}`],
  ['an item, with its content', `- \`\`\`rapport\n  ${BLOCK}\n  \`\`\`\n- after`],
  ['tildes', `* ~~~rapport\n  ~~~\n  ${BLOCK}`],
  ['a numbered item', `1. \`\`\`rapport\n   \`\`\`\n   ${BLOCK}`],
  ['an item of an item', `- - \`\`\`rapport\n    ${BLOCK}\n    \`\`\``],
  ['a nested item', `- a\n  - \`\`\`rapport\n    \`\`\`\n    ${BLOCK}`],
  ['a quoted item', `> - \`\`\`rapport\n>   \`\`\`\n>   ${BLOCK}`],
  ['a quote in an item', `- > \`\`\`rapport\n  > ${BLOCK}\n  > \`\`\``],
  ['a quote below an item', `- a\n    > \`\`\`rapport\n    > ${BLOCK}`],
  ['a task', `- [ ] \`\`\`rapport\n  ${BLOCK}\n  \`\`\``],
  ['what is below a task', `- [ ] a\n  \`\`\`rapport\n  ${BLOCK}\n  \`\`\``],
  ['another line ending', `a\r\`\`\`rapport\r${BLOCK}\r\`\`\``],
  ['a space that is none', `\u00a0\`\`\`rapport\n${BLOCK}`],
])('no fence comes into a section from %s', (_what, body) => {
  expect(codeBlocks(summary(body))).toEqual([]);
});

test('what stands around a fence is kept', () => {
  expect(summary('- before\n- ```js\n  code\n  ```\n  behind\n- - ```js\n    code\n    ```\n- after')).toBe(
    '- before\n- \n  behind\n- \n- after',
  );
});

test.each([
  ['a role', { role: '```rapport' }, ''],
  ['a task', {}, '- [ ] ```rapport @Dana Ochoa'],
  ['HTML', {}, `## Summary\n<pre><code class="language-rapport">${BLOCK}</code></pre>`],
  ['a footnote', {}, '## Summary\n[^1]: ```rapport\n    x\n    ```'],
])('no code block comes into a brief from %s', (_what, properties, body) => {
  const brief = briefFrom(properties, body);
  expect(codeBlocks(brief)).toEqual([]);
  expect(brief).not.toMatch(/```|<pre/);
});

const pieces = [
  ...'- > * 1. 12) ` ``` ~~~ ````'.split(' '),
  ' ',
  '  ',
  '    ',
  '\t',
  '\n',
  '\n',
  '\n',
  '\n\n',
];
const odd = [
  '\r',
  '\r\n',
  '\u00a0',
  '[ ] ',
  '[?] ',
  '%%',
  '<!--',
  '-->',
  'rapport',
  BLOCK,
  '### a',
  '---',
  '<pre>',
];
const oddNote = fc
  .array(fc.constantFrom(...pieces, ...odd), { maxLength: 30 })
  .map(parts => `## Summary\n${parts.join('')}`);

test('no section of an odd note, and no brief, holds a fence', () => {
  fc.assert(
    fc.property(oddNote, fc.constantFrom('Lead', '```rapport', '> ~~~'), (body, role) => {
      for (const { text } of meeting({}, body).sections)
        expect(new MarkdownIt().parse(text, {}).filter(({ type }) => type === 'fence')).toEqual([]);
      expect(codeBlocks(briefFrom({ role }, body))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});
