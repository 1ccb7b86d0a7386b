import type { PeopleGraph, TaskNode } from '../../../src/core/graph/PeopleGraph';
import { isWaiting, staleProposals } from '../../../src/core/query/proposals';
import {
  nextDay,
  NO_FILTER,
  personOf,
  triageQueue,
  type TriageFilter,
  type TriageSort,
} from '../../../src/core/query/triage';
import { answerOf } from '../../../src/core/answerOf';
import { finish } from '../finish';
import { graphOf } from '../notes';

const TODAY = '2026-01-11';
const SELF = ['Mira Lindqvist'];

/** Who says the same in these tests: tasks that begin with the same word. */
const byFirstWord = (graph: PeopleGraph) => (task: TaskNode) => {
  const first = ({ record }: TaskNode) => record.text.split(' ')[0];
  return graph.tasks().filter(each => first(each) === first(task));
};

function queue(graph: PeopleGraph, filter: Partial<TriageFilter> = {}, sort: TriageSort = 'met-last') {
  const clusterOf = byFirstWord(graph);
  const question = { clusterOf, filter: { ...NO_FILTER, ...filter }, sort, today: TODAY };
  return answerOf(triageQueue(graph, question)).map(({ tasks }) => tasks.map(({ record }) => record.text));
}

const graph = () =>
  graphOf(
    {
      'a.md': [
        { date: '2026-01-08', person: 'Dana Ochoa', title: 'Sizing' },
        '- [?] Alpha late 📅 2026-02-01 @Myself #auto\n- [?] Beta ⏫ @Dana Ochoa\n- [ ] Gamma accepted\n- [?] Delta ⏳ 2026-02-01',
      ],
      'b.md': [
        { date: '2026-01-09', person: 'Omar Haddad', title: 'Budget' },
        '- [?] Alpha newer\n- [?] Epsilon 📅 2026-01-02 @TBD\n- [-] Beta refused',
      ],
      'c.md': [
        { date: '2025-11-01', person: 'Ana Sousa', title: 'Old' },
        '- [?] Zeta 🔺\n- [?] Gamma twice 🛫 2026-01-11\n- [?] Eta 🛫 2026-01-12',
      ],
      'People/Jo Lind.md': [{}, '- [?] Theta'],
    },
    SELF,
  );

describe('order', () => {
  test('those that say the same together, last met first; a unit stands where its best task would', () =>
    expect(queue(graph())).toEqual([
      ['Beta'],
      ['Epsilon'],
      ['Alpha newer', 'Alpha late'],
      ['Gamma twice'],
      ['Zeta'],
      ['Theta'],
    ]));

  test.each<[TriageSort, string[]]>([
    ['met-long-ago', ['Theta', 'Zeta', 'Gamma twice', 'Beta', 'Epsilon', 'Alpha newer']],
    ['priority', ['Zeta', 'Beta', 'Epsilon', 'Alpha newer', 'Gamma twice', 'Theta']],
    ['due', ['Epsilon', 'Alpha newer', 'Zeta', 'Beta', 'Gamma twice', 'Theta']],
  ])('%s', (sort, expected) => expect(queue(graph(), {}, sort).map(([first]) => first)).toEqual(expected));

  test('a unit is due when the first of those that say the same is', () => {
    const twins = graphOf({
      'a.md': [{ date: '2026-01-08' }, '- [?] Alpha'],
      'b.md': [{ date: '2026-01-09' }, '- [?] Alpha b 📅 2026-01-20'],
      'c.md': [{ date: '2026-01-09' }, '- [?] Beta 📅 2026-01-21'],
    });
    expect(queue(twins, {}, 'due').map(([first]) => first)).toEqual(['Alpha b', 'Beta']);
  });

  test('a step for each note, then for each group that is sorted', () => {
    const many = graphOf(
      Object.fromEntries(
        Array.from({ length: 50 }, (_, i) => [`${i}.md`, [{}, `- [?] Alpha ${i}\n- [?] Beta`]]),
      ),
    );
    const question = {
      clusterOf: (task: TaskNode) => [task],
      filter: NO_FILTER,
      sort: 'due',
      today: TODAY,
    } as const;
    const [units, steps] = finish(triageQueue(many, question));
    expect(units).toHaveLength(100);
    expect(steps).toBe(51);
  });

  test('deciding one moves none of the others', () => {
    const before = queue(graph()).flat();
    for (const text of before) {
      const decided = graph();
      const path = decided.tasks().find(({ record }) => record.text === text)?.note.path ?? '';
      const note = decided.note(path);
      if (!note) throw new Error('no note');
      const tasks = note.tasks.map(task =>
        task.text === text ? { ...task, state: 'accepted' as const, symbol: ' ' } : task,
      );
      decided.put(path, { record: { ...note, tasks }, problems: [] });
      expect(queue(decided).flat()).toEqual(before.filter(each => each !== text));
    }
  });

  test('within a unit the newest comes first, then the one that says most', () => {
    const twins = graphOf({
      'a.md': [
        { date: '2026-01-08' },
        '- [?] Alpha\n- [?] Alpha and more\n- [?] Alpha @Dana Ochoa 📅 2026-01-20',
      ],
      'b.md': [{ date: '2026-01-09' }, '- [?] Alpha b'],
    });
    expect(queue(twins)).toEqual([['Alpha b', 'Alpha', 'Alpha and more', 'Alpha']]);
  });
});

describe('filters', () => {
  test.each<[string, Partial<TriageFilter>, string[]]>([
    ['mine', { owner: 'mine' }, ['Alpha late']],
    ['others’', { owner: 'others' }, ['Beta']],
    ['nobody’s', { owner: 'nobody' }, ['Alpha newer', 'Epsilon', 'Gamma twice', 'Theta', 'Zeta']],
    ['about somebody', { person: 'omar haddad' }, ['Alpha newer', 'Epsilon']],
    ['about an owner', { person: 'dana ochoa' }, ['Alpha late', 'Beta']],
    ['of a profile', { person: 'jo lind' }, ['Theta']],
    ['of a meeting', { notes: ['b.md'] }, ['Alpha newer', 'Epsilon']],
    ['of a note that is gone', { notes: ['gone.md'] }, []],
    ['of the last week', { age: 'week' }, ['Alpha late', 'Alpha newer', 'Beta', 'Epsilon']],
    ['older', { age: 'older' }, ['Gamma twice', 'Theta', 'Zeta']],
    ['written by machine', { auto: 'auto' }, ['Alpha late']],
    ['by hand', { auto: 'written' }, ['Alpha newer', 'Beta', 'Epsilon', 'Gamma twice', 'Theta', 'Zeta']],
    ['by words of the task', { query: 'ALPHA late' }, ['Alpha late']],
    ['by the meeting', { query: 'budget' }, ['Alpha newer', 'Epsilon']],
    ['by name', { query: 'omar' }, ['Alpha newer', 'Epsilon']],
    ['two at once', { age: 'week', owner: 'nobody' }, ['Alpha newer', 'Epsilon']],
  ])('%s', (_name, filter, expected) => expect(queue(graph(), filter).flat().sort()).toEqual(expected));

  test('a meeting’s copies count as the meeting', () => {
    const copies = graphOf({
      'a.md': [
        { date: '2026-01-08', person: 'Dana Ochoa', source_ref: 'mail-1', title: 'Sizing' },
        '- [?] One',
      ],
      'b.md': [
        { date: '2026-01-08', person: 'Dana Ochoa', source_ref: 'mail-1', title: 'Cluster sizes' },
        '- [?] Two',
      ],
      'c.md': [
        { date: '2026-01-08', person: 'Dana Ochoa', source_ref: 'mail-2', title: 'Other' },
        '- [?] Three',
      ],
    });
    expect(
      queue(copies, { notes: ['a.md'] })
        .flat()
        .sort(),
    ).toEqual(['One', 'Two']);
  });
});

test('what was put off waits until its day', () => {
  const waiting = (today: string) =>
    graph()
      .tasks()
      .filter(task => isWaiting(task, today))
      .map(({ record }) => record.text);
  expect(waiting('2026-01-10')).not.toContain('Gamma twice');
  expect(waiting('2026-01-11')).toContain('Gamma twice');
  expect(waiting('2026-01-11')).not.toContain('Eta');
  expect(waiting('2026-02-01')).toEqual(expect.arrayContaining(['Eta', 'Delta']));
  expect(nextDay(graph().tasks(), TODAY)).toBe('2026-01-12');
  expect(nextDay(graph().tasks(), '2026-02-01')).toBeNull();
});

test('stale is what waited past its due date by more than so many days', () => {
  const stale = (days: number) => staleProposals(graph(), days, TODAY).map(({ record }) => record.text);
  expect(stale(8)).toEqual(['Epsilon']);
  expect(stale(9)).toEqual([]);
});

test('whom a proposal is about', () => {
  const about = Object.fromEntries(
    graph()
      .tasks()
      .map(task => [task.record.text, personOf(graph(), task)?.name]),
  );
  expect(about).toMatchObject({ Beta: 'Dana Ochoa', Epsilon: 'Omar Haddad', Theta: 'Jo Lind' });
});
