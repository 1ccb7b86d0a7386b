import { Twins } from '../../../../src/core/graph/twins/Twins';
import { graphOf, read } from '../../notes';

const line = (text: string) => `- [?] ${text} #task #proposed`;
const note = (properties: object, ...lists: string[][]): [object, string] => [
  { date: '2026-01-12', title: 'Sync', ...properties },
  lists.map((texts, i) => `## List ${i}\n\n${texts.map(line).join('\n')}`).join('\n\n'),
];

function settled(notes: Parameters<typeof graphOf>[0]) {
  const graph = graphOf({ 'People/Jo Lind.md': [{}], ...notes }, ['Sam Reed']);
  const twins = new Twins(graph);
  twins.settle();
  const taskSaying = (text: string) => {
    const found = graph.tasks().find(({ record }) => record.text === text);
    if (!found) throw new Error(`No task ${text}`);
    return found;
  };
  const textsOf = (nodes: readonly { record: { text: string } }[]) => nodes.map(({ record }) => record.text);
  return {
    graph,
    twins,
    clusterOf: (text: string) => textsOf(twins.clusterOf(taskSaying(text))),
    relatedTo: (text: string) => textsOf(twins.relatedTo(taskSaying(text))),
  };
}

const SENT = 'Send the pricing deck';
const SHARED = 'Share pricing slides, as requested in the mail';

describe('two notes', () => {
  test.each([
    ['of one source on one day', { source_ref: 'mail' }, { source_ref: 'mail', title: 'Pricing' }, true],
    ['of one title on one day', {}, {}, true],
    [
      'of the same people on one day',
      { person: 'Dana Ochoa' },
      { person: 'Dana Ochoa', title: 'Pricing' },
      true,
    ],
    ['with one person, later', { person: 'Dana Ochoa' }, { person: 'Dana Ochoa', date: '2026-02-12' }, true],
    ['with nobody in common', { person: 'Dana Ochoa' }, { person: 'Omar Haddad', date: '2026-02-12' }, false],
  ])('%s', (_, one, two, isTwin) => {
    const { clusterOf } = settled({ 'a.md': note(one, [SENT]), 'b.md': note(two, [SHARED]) });
    expect(clusterOf(SENT)).toEqual(isTwin ? [SENT, SHARED] : [SENT]);
  });

  test('of strangers need rare words', () => {
    const rare = [
      'Order spare cables for the Lisbon cluster',
      'Buy the spare cables (Lisbon cluster)',
    ] as const;
    const { clusterOf } = settled({
      'a.md': note({ person: 'Dana Ochoa' }, [rare[0]]),
      'b.md': note({ person: 'Omar Haddad', date: '2026-02-12', title: 'Other' }, [rare[1]]),
    });
    expect(clusterOf(rare[0])).toEqual([...rare]);
  });
});

test('a second pass in the same note repeats the first; lines side by side are different', () => {
  const [one, two, again] = [
    'Update the sales forecast',
    'Update the cash forecast',
    'Refresh the sales forecast for Q3',
  ];
  const { clusterOf } = settled({ 'a.md': note({}, [one, two], [again]) });
  expect(clusterOf(one)).toEqual([one, again]);
  expect(clusterOf(two)).toEqual([two]);
});

test('whom the sentence leaves out is whom the note is with', () => {
  const [toJo, toDana] = ['Send the pricing deck to Jo', 'Send the pricing deck to Dana Ochoa'];
  const { clusterOf } = settled({
    'a.md': note({ person: 'Dana Ochoa' }, [SENT]),
    'b.md': note({ person: 'Dana Ochoa', date: '2026-02-12' }, [toJo]),
    'c.md': note({ person: 'Dana Ochoa', date: '2026-03-12' }, [toDana]),
  });
  expect(clusterOf(SENT)).toEqual([SENT, toDana]);
  expect(clusterOf(toJo)).toEqual([toJo]);
});

test('a bundle is related to what it bundles, and the same as neither', () => {
  const [agenda, room] = ['Draft the workshop agenda', 'Book a room in Lisbon'];
  const bundle = `${agenda} and book a room in Lisbon`;
  const { clusterOf, relatedTo } = settled({ 'a.md': note({}, [agenda, room], [bundle]) });
  expect(clusterOf(bundle)).toEqual([bundle]);
  expect(relatedTo(bundle)).toEqual([agenda, room]);
  expect(relatedTo(room)).toEqual([bundle]);
});

test('tasks of every state are compared, but for those marked as duplicates', () => {
  const body = [
    `- [x] ${SENT} #task`,
    '## Again',
    `- [-] ${SHARED} ❌ 2026-01-13 #task`,
    '## And again',
    `- [-] Send pricing deck (duplicate of [[a]]) ❌ 2026-01-13 #task`,
  ].join('\n\n');
  const { clusterOf } = settled({ 'a.md': [{ date: '2026-01-12' }, body] });
  expect(clusterOf(SENT)).toEqual([SENT, SHARED]);
});

describe('order and unknown ids', () => {
  test('by date of their meeting, undated last', () => {
    const { clusterOf } = settled({
      'a.md': note({ date: '', person: 'Dana Ochoa' }, ['Send pricing deck']),
      'b.md': note({ date: '2026-02-12', person: 'Dana Ochoa' }, [SHARED]),
      'c.md': note({ person: 'Dana Ochoa' }, [SENT]),
    });
    expect(clusterOf(SENT)).toEqual([SENT, SHARED, 'Send pricing deck']);
  });
  test('of a note that is gone each task stands alone', () => {
    const { graph, twins } = settled({ 'a.md': note({}, [SENT]), 'b.md': note({}, [SHARED]) });
    const [sent] = graph.tasks('a.md');
    graph.remove('a.md');
    twins.settle();
    expect(sent && twins.clusterOf(sent)).toEqual([sent]);
    expect(sent && twins.relatedTo(sent)).toEqual([]);
  });
});

describe('changes', () => {
  const notes = { 'a.md': note({}, [SENT]), 'b.md': note({}, [SHARED]) };

  test('are worked off by settle', () => {
    const { graph, twins, clusterOf } = settled(notes);
    graph.remove('b.md');
    expect(twins.isSettled).toBe(false);
    expect(twins.settle()).toBe(true);
    expect(clusterOf(SENT)).toEqual([SENT]);
  });

  test('stop when time is up, and go on later', () => {
    const { graph, twins, clusterOf } = settled(notes);
    graph.remove('a.md');
    graph.put('a.md', read('a.md', ...note({}, [SENT])));
    let slices = 1;
    while (!twins.settle(() => true)) slices++;
    expect(slices).toBeGreaterThan(1);
    expect(clusterOf(SENT)).toEqual([SENT, SHARED]);
  });

  test('are no longer heard after stop', () => {
    const { graph, twins } = settled(notes);
    twins.stop();
    graph.remove('a.md');
    expect(twins.isSettled).toBe(true);
  });

  test('a name that comes to mean somebody else is looked at again', () => {
    const { graph, twins, clusterOf } = settled({
      'a.md': note({ person: 'Dana Ochoa' }, ['Send the pricing deck to Dee']),
      'b.md': note({ person: 'Dana Ochoa', date: '2026-02-12' }, [SENT]),
      'People/Dee.md': [{}],
    });
    expect(clusterOf(SENT)).toEqual([SENT]);
    graph.remove('People/Dee.md');
    graph.put('People/Dana Ochoa.md', read('People/Dana Ochoa.md', { aliases: ['Dee'] }));
    twins.settle();
    expect(clusterOf(SENT)).toEqual(['Send the pricing deck to Dee', SENT]);
  });
});
