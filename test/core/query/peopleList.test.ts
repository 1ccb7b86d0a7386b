import { peopleList, searchPeople } from '../../../src/core/query/peopleList';
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
