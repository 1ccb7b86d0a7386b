import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import { readNote } from '../../../src/core/note/readNote';
import { meeting, profile, read } from '../notes';

describe('which notes are read', () => {
  test.each([undefined, null, 'text', ['people'], 7, {}, { type: 'book' }])(
    'front matter %j: none',
    frontMatter => {
      const text = '- [?] a 📅 2026-02-30';
      expect(readNote({ path: 'a.md', text, frontMatter }, DEFAULT_CONVENTIONS)).toEqual({
        record: null,
        problems: [],
      });
    },
  );

  test.each([
    [{ date: '2025-10-29' }, 'meeting'],
    [{ person: 'Dana Ochoa' }, 'meeting'],
    [{ participants: ['Dana Ochoa'] }, 'meeting'],
    [{ date: 'someday' }, 'meeting'],
    [{ date: '', person: '', participants: [] }, 'profile'],
    [{ date: null, person: null, participants: null }, 'profile'],
    [{ participants: [''] }, 'profile'],
    [{}, 'profile'],
    [{ title: 'VP Sales', email: 'dana@example.com' }, 'profile'],
  ])('%j is a %s note', (properties, kind) =>
    expect(read('People/Dana.md', properties).record?.kind).toBe(kind),
  );
});

describe('a meeting', () => {
  test('its properties', () => {
    const record = meeting({
      title: 'Cloud  vision\n and more',
      date: '2025-10-29',
      person: 'Dana Ochoa',
      participants: ['Sam Reed', 'Dana Ochoa'],
      source_ref: 'Inbox/2025 - A long (unclosed\n  name.md',
    });
    expect(record).toMatchObject({
      title: 'Cloud vision and more',
      date: '2025-10-29',
      person: 'Dana Ochoa',
      participants: ['Sam Reed', 'Dana Ochoa'],
      sourceRef: 'Inbox/2025 - A long (unclosed name.md',
      tasks: [],
      sections: [],
      links: [],
    });
  });

  test.each([
    ['a list', ['Dana', 'Jo'], ['Dana', 'Jo']],
    ['a string', 'Dana, Jo', ['Dana', 'Jo']],
    ['unquoted links', [[['Dana']], [['Jo']]], ['[[Dana]]', '[[Jo]]']],
    ['missing', undefined, []],
  ])('participants: %s', (_what, participants, expected) => {
    expect(meeting({ participants }).participants).toEqual(expected);
  });

  test.each([
    ['', undefined],
    [null, undefined],
    ['[[Dana Ochoa]]', '[[Dana Ochoa]]'],
    [[['Dana']], '[[Dana]]'],
  ])('person %j', (given, expected) => expect(meeting({ person: given }).person).toBe(expected));

  test('the title, else the first heading, else the file’s name', () => {
    expect(meeting({ title: 'Sync' }, '# Other').title).toBe('Sync');
    expect(meeting({ title: '' }, '## Summary\n# Weekly #\n# Last').title).toBe('Weekly');
    expect(meeting({}, 'text', 'Meetings/2025-10-29 - Sync.md').title).toBe('2025-10-29 - Sync');
    expect(meeting({ title: 'XAIâ€™s plan' }).title).toBe('XAI’s plan');
  });

  test('a date that is none is a problem; the file’s name may have one', () => {
    const { record, problems } = read('Meetings/2025-10-29 - Sync.md', { date: 'last week' });
    expect(record).toMatchObject({ kind: 'meeting', date: '2025-10-29' });
    expect(problems).toEqual([
      { path: 'Meetings/2025-10-29 - Sync.md', message: 'The property "date" is not a date: "last week"' },
    ]);
    expect(read('Sync.md', { person: 'Dana' }).record).toMatchObject({ date: null });
  });

  test('a person or participants that name nobody are a problem', () => {
    const { problems } = read('Sync.md', {
      date: '2025-10-29',
      person: { name: 'Dana' },
      participants: [{}],
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'The property "person" names nobody: {"name":"Dana"}',
      'The property "participants" names nobody: [{}]',
    ]);
  });
});

describe('a profile', () => {
  test.each([
    ['People/Dana Ochoa.md', 'Dana Ochoa'],
    ['People/Dana Ochoa/README.md', 'Dana Ochoa'],
    ['People/Dana Ochoa/index.md', 'Dana Ochoa'],
  ])('%s is named %s, whatever its title', (path, name) => {
    expect(profile(path, { title: 'VP Sales' })).toMatchObject({ name, role: 'VP Sales' });
    expect(profile(path, { title: 'dana  ochoa' })).not.toHaveProperty('role');
    expect(profile(path, { title: '' })).not.toHaveProperty('role');
    expect(profile(path, { title: 'VP Sales', role: 'CRO' }).role).toBe('CRO');
  });

  test('without a name of its own the title or heading serves', () => {
    expect(profile('README.md', { title: 'Dana Ochoa' })).toMatchObject({ name: 'Dana Ochoa' });
    expect(profile('README.md', {}, '# Dana Ochoa').name).toBe('Dana Ochoa');
  });

  test('aliases, addresses, company', () => {
    expect(
      profile('People/Dana Ochoa.md', {
        aliases: ['Dana', 'D. Ochoa'],
        alias: 'Dana',
        email: 'dana@example.com, d.ochoa@example.com',
        company: '[[Companies/Orbit Labs|Orbit]]',
        role: 'CRO',
      }),
    ).toMatchObject({
      aliases: ['Dana', 'D. Ochoa'],
      emails: ['dana@example.com', 'd.ochoa@example.com'],
      company: 'Orbit Labs',
      role: 'CRO',
    });
  });

  test('an unquoted link as company', () => {
    expect(profile('People/Dana.md', { company: [['Orbit Labs']] }).company).toBe('Orbit Labs');
  });

  test('an alias in the title is no role', () => {
    expect(profile('People/Dana.md', { title: 'Dana Ochoa', aliases: 'Dana Ochoa' })).not.toHaveProperty(
      'role',
    );
  });
});

describe('tasks', () => {
  const FRONT = 3;

  test('line, section, parent, block id', () => {
    const { tasks } = meeting(
      {},
      '- [ ] a\n\n## Action Items:\n- [?] b #proposed ^id\n  - text\n    - [x] c ✅ 2026-01-02\n',
    );
    expect(tasks).toEqual([
      expect.objectContaining({ line: FRONT, raw: '- [ ] a', section: '', state: 'accepted' }),
      expect.objectContaining({
        line: FRONT + 3,
        text: 'b',
        section: 'Action Items:',
        blockId: 'id',
        tags: ['#proposed'],
      }),
      expect.objectContaining({ line: FRONT + 5, parent: FRONT + 4, state: 'done', done: '2026-01-02' }),
    ]);
    expect(tasks[0]).not.toHaveProperty('parent');
  });

  test('a task that hangs under a task', () => {
    expect(meeting({}, '- [ ] a\n\t- [ ] b').tasks[1]?.parent).toBe(FRONT);
  });

  test.each([
    ['CRLF', '- [?] a\r\n- [?] b\r\n'],
    ['no newline at the end', '- [?] a\n- [?] b'],
  ])('%s', (_what, body) =>
    expect(meeting({}, body).tasks.map(({ raw }) => raw)).toEqual(['- [?] a', '- [?] b']),
  );

  test.each([
    '```\n- [ ] a\n```',
    '~~~~\n~~~\n- [ ] a\n~~~~',
    '- x\n  ```\n  - [ ] a\n  ```',
    '> ```\n> - [ ] a\n> ```',
    '%%\n- [ ] a\n%%',
    '<!--\n- [ ] a\n-->',
    'text\n\n    - [ ] a',
    '- [[link]]\n- [x](https://example.com)',
  ])('no task in %j', body => expect(meeting({}, body).tasks).toEqual([]));

  test.each(['> - [ ] a', '> [!todo] Title\n> - [ ] a', '> > 1. [ ] a'])('a task in %j', body =>
    expect(meeting({}, body).tasks).toHaveLength(1),
  );

  test('no task in the front matter', () => {
    const text = '---\ntype: people\nlist:\n- [ ] a\n---\n- [ ] b';
    const { record } = readNote({ path: 'a.md', text, frontMatter: { type: 'people' } }, DEFAULT_CONVENTIONS);
    expect(record?.tasks.map(({ line }) => line)).toEqual([5]);
  });

  test('a date no calendar has is a problem with its line', () => {
    expect(read('a.md', {}, 'text\n- [ ] a 📅 2026-02-30').problems).toEqual([
      { path: 'a.md', line: FRONT + 1, message: 'There is no such date: 2026-02-30' },
    ]);
  });

  test('a line too long to be one is a problem, and the rest is read', () => {
    const { record, problems } = read('a.md', {}, `- [ ] a\n- [ ] ${'x'.repeat(1_000_001)}\n- [ ] b`);
    expect(record?.tasks.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(problems).toEqual([expect.objectContaining({ line: FRONT + 1 })]);
  });
});

describe('sections', () => {
  test('those that screens quote, without their tasks', () => {
    const { sections, tasks } = meeting(
      {},
      [
        '# Sync',
        '**Date**: 2025-10-29',
        '## Summary',
        '',
        'XAIâ€™s plan.',
        '',
        'Second line.',
        '## Action Items',
        '- [?] a',
        '## Decisions',
        '- Go',
        '- [ ] b',
        '### Later',
        '- Wait',
        '## Other',
        'x',
        '## Key Information',
        '- Fact',
        '---',
        'not quoted',
        '## Key facts',
      ].join('\n'),
    );
    expect(sections).toEqual([
      { kind: 'summary', line: 5, text: 'XAI’s plan.\n\nSecond line.' },
      { kind: 'decisions', line: 12, text: '- Go\n- Wait' },
      { kind: 'key-information', line: 19, text: '- Fact' },
    ]);
    expect(tasks.map(({ section }) => section)).toEqual(['Action Items', 'Decisions']);
  });

  test('no blank line is needed before a heading', () => {
    const record = meeting({}, '## Summary\nShort.\n## Action Items\n- [?] a');
    expect(record.sections[0]?.text).toBe('Short.');
    expect(record.tasks[0]?.section).toBe('Action Items');
  });

  test('a heading in a fence is none', () => {
    expect(meeting({}, '## Summary\nShort.\n```\n## Decisions\n```').sections).toHaveLength(1);
  });
});

describe('links', () => {
  test.each([
    ['[[Dana]] and [[Orbit Labs|Orbit]] and [[Orbit Labs#Facts]]', ['Dana', 'Orbit Labs']],
    ['![[image.png]] [[]] [[#heading]] [[ spaced ]]', ['spaced']],
    ['[[never closed', []],
    ['[[a [[b]] c]]', ['b']],
    ['*Source: [[Inbox/x|x]]*', []],
    ['```\n[[code]]\n```\n%%\n[[hidden]]\n%%', []],
    ['- [ ] Ask [[Dana]]', ['Dana']],
  ])('%j', (body, links) => expect(meeting({}, body).links).toEqual(links));
});
