import { proposeSelf } from '../../../src/core/query/proposeSelf';
import { graphOf } from '../notes';

/** Meetings with a guest each; `participants` of the i-th. */
const meetings = (count: number, participants: (i: number) => string[], self: string[] = []) =>
  graphOf(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `${i}.md`,
        [{ person: 'Omar Haddad', participants: participants(i) }],
      ]),
    ),
    self,
  );

test('who takes part in most meetings, and clearly more than anybody else', () => {
  const graph = meetings(10, i => [
    ...(i < 8 ? ['Mira Lindqvist'] : []),
    ...(i < 5 ? ['Dana Ochoa'] : []),
    'Omar',
  ]);
  expect(proposeSelf(graph)).toMatchObject({ person: { name: 'Mira Lindqvist' }, meetings: 8, of: 10 });
});

test.each([
  ['few meetings', meetings(4, () => ['Mira Lindqvist'])],
  ['two who are there as often', meetings(9, () => ['Mira Lindqvist', 'Dana Ochoa'])],
  ['nobody in more than a third', meetings(20, i => (i < 6 ? ['Mira Lindqvist'] : []))],
  ['only first names', meetings(9, () => ['Mira'])],
  ['self, already known', meetings(9, () => ['Mira Lindqvist'], ['Mira Lindqvist'])],
  ['no notes at all', graphOf({})],
])('nobody is proposed with %s', (_, graph) => expect(proposeSelf(graph)).toBeNull());
