import { briefMarkdown, briefOf } from '../../../src/core/query/brief';
import { graphOf, person } from '../notes';

const TODAY = '2026-01-20';
const graph = graphOf(
  {
    'People/Dana Ochoa.md': [{ role: 'Lead', company: 'Orbit' }],
    'a.md': [
      { date: '2026-01-01', title: 'Kick-off', person: 'Dana Ochoa' },
      '## Summary\nWe began.\n## Action Items\n- [x] Book the room @Myself ✅ 2026-01-15\n- [x] Old @Myself ✅ 2026-01-02',
    ],
    'b.md': [
      { date: '2026-01-08', title: 'Sizing', person: 'Dana Ochoa' },
      [
        '## Summary',
        'Halve it.',
        '## Decisions',
        '- Two clusters.',
        '## Action Items',
        '- [ ] Send the sheet @Myself 📅 2026-01-10',
        '- [ ] Confirm @Dana Ochoa',
        '- [ ] Find a date @TBD',
        '- [?] Draft it @Myself',
        'About [[Cluster two]].',
      ].join('\n'),
    ],
    'c.md': [{ date: '2025-12-01', title: 'Before', person: 'Dana Ochoa' }],
    'd.md': [{ date: '2025-11-01', title: 'Long ago', person: 'Dana Ochoa' }],
  },
  ['Sam Reed'],
);

test('the brief says everything once, in order', () => {
  const brief = briefOf(graph, person(graph, 'Dana Ochoa'), TODAY);
  expect(briefMarkdown(brief, TODAY, path => `[[${path.replace('.md', '')}]]`)).toBe(
    `# Brief: Dana Ochoa

Lead, Orbit. Last met 2026-01-08, usually every 30 days; now 12 days. Written 2026-01-20.

## Done since last time

- Book the room ([[a]])

## I owe

- Send the sheet (due 2026-01-10, [[b]])

## Dana Ochoa owes

- Confirm ([[b]])

## Unassigned

- Find a date ([[b]])

## Proposed, to be settled

- Draft it ([[b]])

## Last meetings

### 2026-01-08: Sizing

Halve it.

**Decisions**

- Two clusters.

[[b]]

### 2026-01-01: Kick-off

We began.

[[a]]

### 2025-12-01: Before

[[c]]

## Topics

[[Cluster two]]
`,
  );
});

test('somebody never met: nothing but what is open', () => {
  const lone = graphOf({ 'a.md': [{ person: 'Omar Haddad' }, '- [?] a @Timo'] });
  const brief = briefOf(lone, person(lone, 'Timo'), TODAY);
  expect(briefMarkdown(brief, TODAY, path => path)).toBe(
    '# Brief: Timo\n\nNot met yet. Written 2026-01-20.\n\n## Proposed, to be settled\n\n- a (a.md)\n',
  );
});

test('long lists are cut, and the rest counted', () => {
  const tasks = Array.from({ length: 14 }, (_, i) => `- [ ] Task ${i} @Dana Ochoa`).join('\n');
  const long = graphOf({ 'a.md': [{ person: 'Dana Ochoa' }, tasks] });
  const markdown = briefMarkdown(briefOf(long, person(long, 'Dana Ochoa'), TODAY), TODAY, path => path);
  expect(markdown.match(/^- Task/gm)).toHaveLength(10);
  expect(markdown).toContain('- … and 4 more\n');
});
