import {
  filterPeople,
  groupByCompany,
  peopleList,
  PeopleRows,
  searchPeople,
  sortPeople,
  type PeopleFilter,
  type PeopleSort,
  type PersonRow,
} from '../../../src/core/query/peopleList';
import { graphOf } from '../notes';

const graph = graphOf(
  {
    'a.md': [{ date: '2025-10-29', person: 'Zoë Åkesson', participants: ['Sam Reed'] }, '- [ ] a @Myself'],
    'b.md': [{ date: '2025-11-30', person: 'Omar Haddad' }],
    'c.md': [{ date: '2025-10-29', person: 'Ana Lind', participants: ['Émile Roy'] }, '- [?] b @Timo @zara'],
    'People/Dana Ochoa.md': [{ company: 'Orbit Labs', role: 'Chief of Staff', aliases: ['Dee'] }],
  },
  ['Sam Reed'],
);
const rows = peopleList(graph);
const found = (query: string) => searchPeople(rows, query).map(({ person }) => person.name);

test('everybody but self, last met first, then by name without accents', () => {
  expect(rows.map(({ person }) => person.name)).toEqual([
    'Omar Haddad',
    'Ana Lind',
    'Émile Roy',
    'Zoë Åkesson',
    'Dana Ochoa',
    'Timo',
    'zara',
  ]);
});

test('with what is open', () => {
  expect(rows.find(({ person }) => person.name === 'Zoë Åkesson')?.counts).toEqual({
    iOwe: 1,
    theyOwe: 0,
    unassigned: 0,
    proposed: 0,
  });
});

test.each([
  ['zoe', ['Zoë Åkesson']],
  ['AKESSON', ['Zoë Åkesson']],
  ['Åkesson Zoë', ['Zoë Åkesson']],
  ['emile', ['Émile Roy']],
  ['E\u0301mile', ['Émile Roy']],
  ['orbit', ['Dana Ochoa']],
  ['staff dana', ['Dana Ochoa']],
  ['dee', ['Dana Ochoa']],
  ['dana omar', []],
])('%j finds %j', (query, expected) => expect(found(query)).toEqual(expected));

test('an empty search finds everybody', () => {
  expect(found('')).toHaveLength(rows.length);
  expect(found('  ')).toHaveLength(rows.length);
});

describe('filters, sorts and groups', () => {
  const TODAY = '2026-01-11';
  const weekly = (person: string, last: number) =>
    Object.fromEntries(
      [0, 7, 14, 21].map(days => {
        const date = new Date(Date.UTC(2026, 0, last - days)).toISOString().slice(0, 10);
        return [`${person} ${date}.md`, [{ date, person }] as [object]];
      }),
    );
  const crowd = graphOf(
    {
      ...weekly('Dana Ochoa', 9),
      ...weekly('Omar Haddad', -15),
      'a.md': [
        { date: '2025-06-01', person: 'Ana Sousa' },
        '- [ ] a @Myself\n- [ ] b @Ana Sousa\n- [?] c @Ana Sousa',
      ],
      'b.md': [{ date: '2025-06-02', person: 'Bo Lind' }, '- [?] d @Myself'],
      'People/Ana Sousa.md': [{ company: 'Orbit' }],
      'People/Bo Lind.md': [{ company: 'acme' }],
      'People/Omar Haddad.md': [{ company: 'ORBIT' }],
    },
    ['Sam Reed'],
  );
  const all = peopleList(crowd);
  const namesOf = (list: readonly PersonRow[]) => list.map(({ person }) => person.name);

  test.each<[PeopleFilter, string[]]>([
    ['all', ['Dana Ochoa', 'Omar Haddad', 'Bo Lind', 'Ana Sousa']],
    ['i-owe', ['Ana Sousa']],
    ['they-owe', ['Ana Sousa']],
    ['proposed', ['Bo Lind', 'Ana Sousa']],
    // Met every week, and not for a month; two meetings are no rhythm.
    ['quiet', ['Omar Haddad']],
  ])('%s: %j', (filter, expected) => {
    expect(namesOf(filterPeople(all, filter, TODAY))).toEqual(expected);
    const rows = new PeopleRows(crowd, 'met');
    rows.settle();
    expect(rows.countsOn(TODAY)[filter]).toBe(expected.length);
  });

  test('rows from the last time stand until they are to be true; then nothing is left of them', () => {
    const lastTime = peopleList(
      graphOf(
        {
          'a.md': [{ person: 'Ana Sousa', date: '2020-01-01' }, '- [ ] a @Ana Sousa'],
          'b.md': [{ person: 'Long Gone', date: '2026-02-02' }],
        },
        ['Sam Reed'],
      ),
    );
    const rows = new PeopleRows(crowd, 'name');
    rows.settle();
    rows.countsOn(TODAY);
    rows.standIn(lastTime);
    rows.mark(crowd.mayBePeople());
    rows.settle();
    expect([namesOf(rows.rows), rows.isSettled]).toEqual([['Ana Sousa', 'Long Gone'], true]);
    expect(rows.countsOn(TODAY)).toMatchObject({ all: 2, 'they-owe': 1 });
    rows.beTrue();
    while (!rows.isSettled) rows.settle(() => true);
    expect(rows.rows).toEqual(sortPeople(all, 'name'));
    const fresh = new PeopleRows(crowd, 'name');
    fresh.settle();
    expect(rows.countsOn(TODAY)).toEqual(fresh.countsOn(TODAY));
  });

  test.each<[PeopleSort, string[]]>([
    ['met', ['Dana Ochoa', 'Omar Haddad', 'Bo Lind', 'Ana Sousa']],
    ['name', ['Ana Sousa', 'Bo Lind', 'Dana Ochoa', 'Omar Haddad']],
    ['open', ['Ana Sousa', 'Bo Lind', 'Dana Ochoa', 'Omar Haddad']],
  ])('by %s: %j', (sort, expected) => expect(namesOf(sortPeople(all, sort))).toEqual(expected));

  test('companies by name, whatever their case; those without one last', () => {
    expect(groupByCompany(all).map(({ company, rows: list }) => [company, namesOf(list)])).toEqual([
      ['acme', ['Bo Lind']],
      ['ORBIT', ['Omar Haddad', 'Ana Sousa']],
      ['', ['Dana Ochoa']],
    ]);
  });

  test('a row is new when what is open changes, also by somebody else’s becoming another', () => {
    const graph2 = graphOf(
      { 'a.md': [{ person: 'Ana Sousa', participants: ['Jour Fixe'] }, '- [ ] a @Jour Fixe'] },
      ['Sam Reed'],
    );
    const unassigned = () =>
      peopleList(graph2).find(({ person }) => person.name === 'Ana Sousa')?.counts.unassigned;
    expect(unassigned()).toBe(0);
    graph2.setRules({ notPeople: ['Jour Fixe'] });
    expect(unassigned()).toBe(1);
  });

  test('letters in order find a name, whole beginnings come first', () => {
    const search = (query: string) => namesOf(searchPeople(all, query));
    expect(search('hddd')).toEqual(['Omar Haddad']);
    expect(search('orb')).toEqual(['Omar Haddad', 'Ana Sousa']);
    expect(search('o')[0]).toBe('Omar Haddad');
    expect(search('xyz')).toEqual([]);
  });
});
