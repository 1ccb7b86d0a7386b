import { peopleMap } from '../../../src/core/query/peopleMap';
import { answerOf } from '../../../src/core/answerOf';
import { graphOf } from '../notes';

const graph = graphOf(
  {
    'a.md': [{ person: 'Dana Ochoa', participants: ['Sam Reed', 'Omar Haddad'] }, '- [ ] a @Omar Haddad'],
    'b.md': [{ person: 'Dana Ochoa', participants: ['Sam Reed', 'Omar Haddad', 'Ana Sousa'] }],
    'c.md': [{ person: 'Omar Haddad', participants: ['Pia Holm', 'TBD'] }],
    'd.md': [{ person: 'Lone Wolf' }],
  },
  ['Sam Reed'],
);
const drawn = (request: Parameters<typeof peopleMap>[1]) => {
  const { nodes, edges } = answerOf(peopleMap(graph, request));
  return {
    nodes: nodes.map(({ person, open }) => [person.name, open]),
    edges: edges.map(({ a, b, meetings }) => `${a} ${meetings} ${b}`).sort(),
  };
};

test('everybody who meets somebody, the strongest first, without self', () => {
  expect(drawn({ most: 300 })).toEqual({
    nodes: [
      ['Omar Haddad', 1],
      ['Dana Ochoa', 0],
      ['Ana Sousa', 0],
      ['Pia Holm', 0],
    ],
    edges: [
      'ana sousa 1 dana ochoa',
      'ana sousa 1 omar haddad',
      'dana ochoa 2 omar haddad',
      'omar haddad 1 pia holm',
    ],
  });
});

test('no more than asked for, and only what is between them', () => {
  expect(drawn({ most: 2 })).toEqual({
    nodes: [
      ['Omar Haddad', 1],
      ['Dana Ochoa', 0],
    ],
    edges: ['dana ochoa 2 omar haddad'],
  });
});

test('around somebody: them first, then who was there most often', () => {
  expect(drawn({ centre: 'dana ochoa', most: 40 })).toEqual({
    nodes: [
      ['Dana Ochoa', 0],
      ['Omar Haddad', 1],
      ['Ana Sousa', 0],
    ],
    edges: ['ana sousa 1 dana ochoa', 'ana sousa 1 omar haddad', 'dana ochoa 2 omar haddad'],
  });
  expect(drawn({ centre: 'sam reed', most: 1 }).nodes[0]?.[0]).toBe('Sam Reed');
  expect(drawn({ centre: 'lone wolf', most: 9 }).nodes).toEqual([['Lone Wolf', 0]]);
});
