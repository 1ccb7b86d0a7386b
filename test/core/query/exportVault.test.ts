import fc from 'fast-check';
import { PeopleGraph } from '../../../src/core/graph/PeopleGraph';
import { exportVault, sortedProblems } from '../../../src/core/query/exportVault';
import { graphOf, read } from '../notes';

const NOTES: Parameters<typeof graphOf>[0] = {
  'Meetings/a.md': [
    {
      title: 'Sync',
      date: '2025-10-29',
      person: 'Dana Ochoa',
      participants: ['Sam Reed', 'Dana Ochoa', 'TBD'],
      source_ref: 'Inbox/x.md',
    },
    [
      '## Summary',
      'Short.',
      '## Action Items',
      '- [?] Send it @Myself @Platform team 📅 2026-01-10 ⏳ 2026-01-09 🛫 2026-01-08 ➕ 2026-01-07 ✅ 2026-01-11 ❌ 2026-01-12 ⏫ #task',
      '- [ ] Call 📅 2026-02-30',
      '[[Orbit Labs]]',
    ].join('\n'),
  ],
  'Meetings/b.md': [{ date: 'someday', person: 'Dana Ochoa' }],
  'People/Dana Ochoa.md': [
    { company: 'Orbit Labs', role: 'CRO', email: 'dana@example.com', aliases: ['Dee'] },
  ],
  'People/Omar.md': [{}],
};

describe('the contract', () => {
  const vault = exportVault(graphOf(NOTES, ['Sam Reed']));
  const keys = (value: object | undefined) => Object.keys(value ?? {});

  test('keys, in this order', () => {
    expect(keys(vault)).toEqual(['version', 'self', 'people', 'meetings', 'tasks', 'problems']);
    expect(keys(vault.people.find(({ id }) => id === 'dana ochoa'))).toEqual([
      'id',
      'name',
      'aliases',
      'self',
      'uncertain',
      'profile',
      'company',
      'role',
      'emails',
      'lastMet',
      'meetings',
      'owns',
    ]);
    expect(keys(vault.people.find(({ id }) => id === 'omar'))).toEqual([
      'id',
      'name',
      'aliases',
      'self',
      'uncertain',
      'profile',
      'emails',
      'lastMet',
      'meetings',
      'owns',
    ]);
    expect(vault.meetings.map(keys)).toEqual([
      ['path', 'title', 'date', 'person', 'participants', 'topics', 'summary', 'sourceRef', 'tasks'],
      ['path', 'title', 'date', 'person', 'participants', 'topics', 'tasks'],
    ]);
    expect(vault.tasks.map(keys)).toEqual([
      [
        'id',
        'path',
        'line',
        'raw',
        'text',
        'state',
        'symbol',
        'owners',
        'unresolvedOwners',
        'due',
        'scheduled',
        'start',
        'created',
        'done',
        'cancelled',
        'priority',
        'tags',
      ],
      [
        'id',
        'path',
        'line',
        'raw',
        'text',
        'state',
        'symbol',
        'owners',
        'unresolvedOwners',
        'priority',
        'tags',
      ],
    ]);
    expect(vault.problems.map(keys)).toEqual([
      ['path', 'line', 'message'],
      ['path', 'message'],
    ]);
  });

  test('values', () => {
    const [first, second] = vault.tasks;
    expect(vault).toMatchObject({
      version: 1,
      self: ['sam reed'],
      meetings: [
        {
          path: 'Meetings/a.md',
          title: 'Sync',
          date: '2025-10-29',
          person: 'dana ochoa',
          participants: ['sam reed', 'dana ochoa'],
          topics: ['Orbit Labs'],
          summary: 'Short.',
          sourceRef: 'Inbox/x.md',
          tasks: [first?.id, second?.id],
        },
        {
          path: 'Meetings/b.md',
          title: 'b',
          date: null,
          person: 'dana ochoa',
          participants: [],
          topics: [],
          tasks: [],
        },
      ],
      problems: [{ path: 'Meetings/a.md', line: 7 }, { path: 'Meetings/b.md' }],
    });
    expect(vault.people).toEqual([
      {
        id: 'dana ochoa',
        name: 'Dana Ochoa',
        aliases: ['Dee'],
        self: false,
        uncertain: false,
        profile: 'People/Dana Ochoa.md',
        company: 'Orbit Labs',
        role: 'CRO',
        emails: ['dana@example.com'],
        lastMet: '2025-10-29',
        meetings: ['Meetings/a.md', 'Meetings/b.md'],
        owns: [],
      },
      {
        id: 'omar',
        name: 'Omar',
        aliases: [],
        self: false,
        uncertain: false,
        profile: 'People/Omar.md',
        emails: [],
        lastMet: null,
        meetings: [],
        owns: [],
      },
      {
        id: 'sam reed',
        name: 'Sam Reed',
        aliases: ['Myself'],
        self: true,
        uncertain: false,
        profile: null,
        emails: [],
        lastMet: '2025-10-29',
        meetings: ['Meetings/a.md'],
        owns: [first?.id],
      },
    ]);
    expect(first).toMatchObject({
      line: 6,
      text: 'Send it',
      state: 'proposed',
      owners: ['sam reed'],
      unresolvedOwners: ['Platform team'],
    });
  });

  test('an empty vault', () => {
    expect(exportVault(new PeopleGraph())).toEqual({
      version: 1,
      self: [],
      people: [],
      meetings: [],
      tasks: [],
      problems: [],
    });
  });
});

test('the same bytes, whatever the order the notes came in', () => {
  const expected = JSON.stringify(exportVault(graphOf(NOTES, ['Sam Reed'])));
  const order = fc.shuffledSubarray(Object.keys(NOTES), { minLength: Object.keys(NOTES).length });
  fc.assert(
    fc.property(order, paths => {
      const graph = new PeopleGraph({ selfNames: ['Sam Reed'] });
      for (const path of paths) {
        const [properties, body] = NOTES[path] ?? [{}];
        graph.put(path, read(path, properties, body));
      }
      expect(JSON.stringify(exportVault(graph))).toBe(expected);
    }),
    { numRuns: 50 },
  );
});

test('problems are sorted by path, line and message', () => {
  const problems = [
    { path: 'b', message: 'x' },
    { path: 'a', line: 10, message: 'x' },
    { path: 'a', line: 2, message: 'y' },
    { path: 'a', line: 2, message: 'x' },
    { path: 'a', message: 'z' },
  ];
  expect(sortedProblems(problems).map(({ path, line, message }) => [path, line, message])).toEqual([
    ['a', undefined, 'z'],
    ['a', 2, 'x'],
    ['a', 2, 'y'],
    ['a', 10, 'x'],
    ['b', undefined, 'x'],
  ]);
});
