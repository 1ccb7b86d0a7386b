import { ownersToSuggest } from '../../../src/core/query/ownersToSuggest';
import { graphOf } from '../notes';

const graph = graphOf(
  {
    'a.md': [{ person: 'Dana Ochoa', participants: ['Mira Lindqvist', 'Timo Varga'] }],
    'b.md': [{ person: 'Daniel Okonkwo' }],
    'c.md': [{ person: 'Daniel Okonkwo' }],
    'd.md': [{ person: 'Dario Vance' }],
    'People/José Ruiz.md': [{ aliases: ['Pepe'] }],
    'e.md': [{ participants: ['TBD', 'Legal', 'Ana Sousa or Pia Holm'] }],
  },
  ['Mira Lindqvist'],
);
const suggested = (query: string, path = 'a.md') =>
  ownersToSuggest(graph, path, query).map(({ person }) => person.name);

test.each([
  // Those of the meeting first, then who is met most.
  ['da', ['Dana Ochoa', 'Daniel Okonkwo', 'Dario Vance']],
  ['DA', ['Dana Ochoa', 'Daniel Okonkwo', 'Dario Vance']],
  ['va', ['Timo Varga', 'Dario Vance']],
  ['', ['Dana Ochoa', 'Mira Lindqvist', 'Timo Varga']],
  ['jose', ['José Ruiz']],
  ['pepe', ['José Ruiz']],
  ['mys', ['Mira Lindqvist']],
  ['dana o', ['Dana Ochoa']],
  ['dana ochoa', ['Dana Ochoa']],
  ['dana ochoa ', []],
  ['dana ', ['Dana Ochoa']],
  ['ana', []],
  ['tbd', []],
  ['legal', []],
])('behind @%s: %j', (query, names) => expect(suggested(query)).toEqual(names));

test('without a meeting nobody is offered unasked', () => {
  expect(suggested('', 'x.md')).toEqual([]);
  expect(suggested('', 'e.md')).toEqual([]);
  expect(suggested('da', 'x.md')).toEqual(['Daniel Okonkwo', 'Dana Ochoa', 'Dario Vance']);
});

test('at most eight', () => {
  const crowd = graphOf({ 'a.md': [{ participants: Array.from({ length: 20 }, (_, i) => `Dana N${i}`) }] });
  expect(ownersToSuggest(crowd, 'a.md', 'da')).toHaveLength(8);
});
