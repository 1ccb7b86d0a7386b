import { meetingsIn, newestMeetingsFirst, peopleIn } from '../../../src/core/query/rowsOfNotes';
import { finish } from '../finish';
import { graphOf as graphOfNotes } from '../notes';

const on = (date: string, properties: object): [object] => [{ date, ...properties }];

const graphOf = () =>
  graphOfNotes(
    {
      'People/Dana Ochoa.md': [{}],
      'a.md': on('2025-10-29', {
        person: 'Dana Ochoa',
        participants: ['Mira Lindqvist', 'Omar Haddad'],
        title: 'Sync',
      }),
      'copy.md': on('2025-10-29', { person: 'Dana Ochoa', title: 'sync' }),
      'b.md': on('2025-11-01', { person: 'Omar Haddad', title: 'Lunch' }),
    },
    ['Mira Lindqvist'],
  );

test('people: of profiles and meetings, once each, in the order of the notes, self left out; a step for each note', () => {
  const graph = graphOf();
  const names = (...paths: string[]) => finish(peopleIn(graph, paths))[0].map(({ person }) => person.name);
  expect(names('b.md', 'a.md', 'People/Dana Ochoa.md')).toEqual(['Omar Haddad', 'Dana Ochoa']);
  expect(names('nothing.md', 'People/Dana Ochoa.md')).toEqual(['Dana Ochoa']);
  expect(finish(peopleIn(graph, ['a.md', 'b.md', 'nothing.md']))[1]).toBe(3);
});

test('meetings: copies of the rows as one; of a profile those with that person', () => {
  const graph = graphOf();
  const meetings = (...paths: string[]) => finish(meetingsIn(graph, paths))[0];
  const said = (...paths: string[]) =>
    meetings(...paths).map(({ note, copies }) => [note.path, copies.length]);
  expect(said('a.md', 'b.md', 'copy.md', 'nothing.md')).toEqual([
    ['a.md', 2],
    ['b.md', 1],
  ]);
  expect(said('copy.md')).toEqual([['copy.md', 1]]);
  expect(said('People/Dana Ochoa.md')).toEqual([['a.md', 2]]);
  expect(newestMeetingsFirst(meetings('a.md', 'b.md')).map(({ note }) => note.path)).toEqual([
    'b.md',
    'a.md',
  ]);
});
