import { NO_DECISIONS } from '../../../src/core/graph/NameRules';
import { findNamesToSort } from '../../../src/core/query/namesToSort';
import { answerOf } from '../../../src/core/answerOf';
import { graphOf } from '../notes';

type Notes = Parameters<typeof graphOf>[0];

const asked = (notes: Notes) =>
  answerOf(findNamesToSort(graphOf(notes, ['Mira Lindqvist']))).flatMap(({ person, candidates }) =>
    candidates.map(each => `${person.name} → ${each.person.name}: ${each.likeness}`),
  );

test('the name seldom met is the doubtful one, unless the other has no profile', () => {
  const notes: Notes = {
    'a.md': [{ person: 'Ed Hasleton' }],
    'b.md': [{ person: 'Ed Hasleton' }],
    'c.md': [{ person: 'Ed Haselton' }],
  };
  expect(asked(notes)).toEqual(['Ed Haselton → Ed Hasleton: misspelling']);
  expect(asked({ ...notes, 'People/Ed Haselton.md': [{}] })).toEqual([
    'Ed Hasleton → Ed Haselton: misspelling',
  ]);
});

test('two who sit side by side, or have addresses of their own, are two', () => {
  expect(asked({ 'a.md': [{ participants: ['Jan Weber', 'Jana Weber'] }] })).toEqual([]);
  expect(
    asked({
      'People/Marc Weber.md': [{ email: 'm@a.example' }],
      'People/Mark Weber.md': [{ email: 'm2@b.example' }],
    }),
  ).toEqual([]);
  // In one list by mistake: the letters are the same.
  expect(asked({ 'a.md': [{ participants: ['Jürgen Ost', 'Juergen Ost'] }] })).toHaveLength(1);
});

test('evidence names the notes and whom both have met, not self', () => {
  const graph = graphOf(
    {
      'a.md': [
        { person: 'Ed Haselton', participants: ['Mira Lindqvist', 'Dana Ochoa'] },
        '- [?] a @Ed Hasleton',
      ],
      'b.md': [{ person: 'Ed Hasleton', participants: ['Mira Lindqvist', 'Dana Ochoa', 'Omar Haddad'] }],
    },
    ['Mira Lindqvist'],
  );
  expect(answerOf(findNamesToSort(graph))[0]?.candidates[0]?.evidence).toEqual({
    notes: ['a.md'],
    contacts: ['dana ochoa'],
  });
  graph.setRules({ decisions: { ...NO_DECISIONS, different: [['ed haselton', 'ed hasleton']] } });
  expect(answerOf(findNamesToSort(graph))).toEqual([]);
});

test('numbers are no misspellings, shared mailboxes no likeness', () => {
  expect(asked({ 'a.md': [{ person: 'Room North12' }], 'b.md': [{ person: 'Room North13' }] })).toEqual([]);
  expect(
    asked({
      'People/Ana Sousa.md': [{ email: 'info@a.example' }],
      'People/Bo Lind.md': [{ email: 'info@b.example' }],
    }),
  ).toEqual([]);
});

test('a crowd of names that are all alike is looked at in a moment, not compared each with each', () => {
  const letters = 'abcdefghij';
  const crowd = Array.from({ length: 10_000 }, (_, i) => {
    const tail = String(i)
      .padStart(4, '0')
      .replace(/\d/g, digit => letters[Number(digit)] ?? '');
    return `Ann Smith${tail}`;
  });
  const graph = graphOf({ 'a.md': [{ participants: crowd }] });
  expect(answerOf(findNamesToSort(graph)).length).toBeLessThan(200);
});
