import {
  countLedger,
  counterparts,
  ledgerOf,
  ledgerOfAll,
  readLedger,
  type Ledger,
} from '../../../src/core/query/ledger';
import { finish } from '../finish';
import { graphOf, meeting, person } from '../notes';

const SELF = ['Sam Reed'];
type Notes = Parameters<typeof graphOf>[0];

/** Text of the tasks in each part of a person's ledger. */
function ledger(notes: Notes, who: string) {
  const graph = graphOf(notes, SELF);
  const parts = Object.entries(ledgerOf(graph, person(graph, who)));
  return Object.fromEntries(
    parts.map(([part, tasks]) => [
      part,
      (tasks as { record: { text: string } }[]).map(({ record }) => record.text),
    ]),
  );
}

describe('who owes whom', () => {
  const notes: Notes = {
    'a.md': [
      { date: '2025-10-29', person: 'Dana Ochoa', participants: ['Sam Reed', 'Dana Ochoa', 'Omar Haddad'] },
      [
        '- [ ] mine @Myself',
        '- [ ] mine too @Sam Reed',
        '- [/] hers @Dana Ochoa',
        '- [ ] ours @Myself @Dana Ochoa',
        '- [ ] nobody’s',
        '- [ ] a team’s @Platform team',
        '- [ ] open @TBD',
        '- [ ] his @Omar Haddad',
        '- [?] proposed @Myself',
        '- [ ] proposed for her @Dana Ochoa #proposed',
        '- [?] proposed for him @Omar Haddad',
        '- [x] done @Myself',
        '- [-] rejected @Dana Ochoa',
      ].join('\n'),
    ],
  };

  test('of the person met', () => {
    expect(ledger(notes, 'Dana Ochoa')).toEqual({
      iOwe: ['mine', 'mine too'],
      theyOwe: ['hers', 'ours'],
      unassigned: ['nobody’s', 'a team’s', 'open'],
      proposed: ['proposed', 'proposed for her'],
    });
  });

  test('of somebody who was there as well: only what is theirs', () => {
    expect(ledger(notes, 'Omar Haddad')).toEqual({
      iOwe: [],
      theyOwe: ['his'],
      unassigned: [],
      proposed: ['proposed for him'],
    });
  });

  test('of oneself: what is one’s own', () => {
    expect(ledger(notes, 'Myself')).toEqual({
      iOwe: ['mine', 'mine too', 'ours'],
      theyOwe: [],
      unassigned: [],
      proposed: ['proposed'],
    });
  });

  test('what is proposed is counted by itself', () => {
    const graph = graphOf(notes, SELF);
    expect(countLedger(graph, person(graph, 'Dana Ochoa'))).toEqual({
      iOwe: 2,
      theyOwe: 2,
      unassigned: 3,
      proposed: 2,
    });
  });
});

test('a meeting without a person is with everybody in it', () => {
  const notes: Notes = {
    'a.md': [
      { date: '2025-10-29', participants: ['Sam Reed', 'Dana Ochoa', 'Omar Haddad'] },
      '- [ ] mine @Myself\n- [ ] nobody’s',
    ],
  };
  for (const who of ['Dana Ochoa', 'Omar Haddad'])
    expect(ledger(notes, who)).toMatchObject({ iOwe: ['mine'], unassigned: ['nobody’s'] });
});

test('a task in a profile is between self and that person', () => {
  const notes: Notes = {
    'People/Dana Ochoa.md': [
      {},
      '- [ ] mine @Myself\n- [ ] nobody’s\n- [ ] hers @Dana Ochoa\n- [ ] his @Omar',
    ],
  };
  expect(ledger(notes, 'Dana Ochoa')).toEqual({
    iOwe: ['mine'],
    theyOwe: ['hers'],
    unassigned: ['nobody’s'],
    proposed: [],
  });
});

test('a task somebody owns is theirs wherever it stands, and stands there once', () => {
  const notes: Notes = {
    'a.md': [{ person: 'Dana Ochoa' }, '- [ ] his @Omar'],
    'b.md': [{ person: 'Omar' }, '- [ ] also @Omar'],
  };
  expect(ledger(notes, 'Omar').theyOwe).toEqual(['his', 'also']);
  expect(ledger(notes, 'Dana Ochoa').theyOwe).toEqual([]);
});

test('due first, then what matters more, then where it stands', () => {
  const notes: Notes = {
    'a.md': [
      { person: 'Dana' },
      '- [ ] last @Dana\n- [ ] low @Dana 🔽\n- [ ] late @Dana 📅 2026-02-01 🔺\n- [ ] high @Dana ⏫\n- [ ] soon @Dana 📅 2026-01-01\n- [ ] also last @Dana',
    ],
  };
  expect(ledger(notes, 'Dana').theyOwe).toEqual(['soon', 'late', 'high', 'last', 'also last', 'low']);
});

describe('whom a meeting was with', () => {
  const graph = graphOf({}, SELF);
  test.each([
    [{ person: 'Dana', participants: ['Sam Reed', 'Dana', 'Omar'] }, ['dana']],
    [{ person: '', participants: ['Myself', 'Dana', 'Omar'] }, ['dana', 'omar']],
    [{ person: 'Sam Reed', participants: ['Dana'] }, ['dana']],
    [{ person: 'TBD', participants: ['Dana', 'Product'] }, ['dana']],
    [{ person: 'Myself' }, []],
  ])('%j: %j', (properties, expected) => expect(counterparts(graph, meeting(properties))).toEqual(expected));
});

test('somebody’s tasks are read in steps: one for each note they own something in, and for those as urgent', () => {
  const graph = graphOf(
    {
      'a.md': [{ person: 'Dana Ochoa' }, '- [ ] 3 @Myself\n- [ ] 4 @Myself\n- [x] done @Myself'],
      'b.md': [{ person: 'Dana Ochoa' }, '- [ ] 1 @Myself 📅 2026-01-01'],
      'c.md': [{ person: 'Dana Ochoa' }, '- [ ] 2 @Myself 📅 2026-01-02\n- [ ] 5 @Myself'],
    },
    SELF,
  );
  const [{ iOwe }, steps] = finish(readLedger(graph, person(graph, 'Sam Reed')));
  expect(iOwe.map(({ record }) => record.text)).toEqual(['1', '2', '3', '4', '5']);
  expect(steps).toBe(3 + 3);
});

test('everybody’s tasks: due first, then what matters more, then in place; a step for each note, and for those as urgent', () => {
  const graph = graphOf(
    {
      'b.md': [
        { person: 'Dana Ochoa' },
        '- [ ] 5 @Dana Ochoa\n- [ ] 6 @Myself @Dana Ochoa\n- [ ] mine @Myself',
      ],
      'a.md': [
        { person: 'Dana Ochoa' },
        '- [ ] 4 @Omar Haddad\n- [ ] 3 @Omar Haddad ⏫\n- [ ] 2 @Omar Haddad 📅 2026-02-01\n- [x] done @Omar Haddad',
      ],
      'c.md': [{ person: 'Dana Ochoa' }, '- [ ] 1 @Dana Ochoa 📅 2026-01-01 ⏬\n- [?] new\n- [ ] nobody’s'],
    },
    SELF,
  );
  const texts = (column: keyof Ledger) => {
    const [tasks, steps] = finish(ledgerOfAll(graph, column));
    return [tasks.map(({ record }) => record.text), steps];
  };
  expect(texts('theyOwe')).toEqual([['1', '2', '3', '4', '5', '6'], 3 + 4]);
  expect(texts('iOwe')).toEqual([['mine'], 3 + 1]);
  expect(texts('proposed')).toEqual([['new'], 3 + 1]);
  expect(texts('unassigned')).toEqual([['nobody’s'], 3 + 1]);
});
