import { lineTarget, lineTargetIn, planEdits } from '../../../src/core/edit/planEdit';
import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import { graphOf, meeting } from '../notes';

const CONTEXT = { conventions: DEFAULT_CONVENTIONS, today: '2026-01-11' };

test('requests are sorted by their notes', () => {
  const graph = graphOf({ 'a.md': [{}, '- [?] a\n- [?] b'], 'b.md': [{}, '- [?] c'] });
  const plan = planEdits(graph.tasks(), { action: 'promote' }, CONTEXT);
  expect(plan.map(({ path, requests }) => [path, requests.map(({ target }) => target)])).toEqual([
    [
      'a.md',
      [
        { raw: '- [?] a', line: 3, twins: [3] },
        { raw: '- [?] b', line: 4, twins: [4] },
      ],
    ],
    ['b.md', [{ raw: '- [?] c', line: 3, twins: [3] }]],
  ]);
  expect(plan[0]?.requests[0]?.change('- [?] a')).toEqual({ splices: [{ from: 3, to: 4, insert: ' ' }] });
  expect(plan[0]?.requests[0]?.change('- [x] a')).toHaveProperty('refusal');
});

test('a target knows its twins', () => {
  const note = meeting({}, '- [?] a\n- [ ] a\n- [?] a');
  expect(note.tasks.map(task => lineTarget(note, task).twins)).toEqual([[3, 5], [4], [3, 5]]);
});

describe('a line of a text', () => {
  const text = 'text\r\n- [?] a\r\n- [?] b\r\n```\r\n- [?] a\r\n```\r\n- [?] a';
  test('with its twins, those in code left out', () => {
    expect(lineTargetIn(text, 1)).toEqual({ raw: '- [?] a', line: 1, twins: [1, 6] });
    expect(lineTargetIn(text, 2)).toEqual({ raw: '- [?] b', line: 2, twins: [2] });
  });
  test.each([0, 4, 7, -1])('line %i is no list item', line => expect(lineTargetIn(text, line)).toBeNull());
});
