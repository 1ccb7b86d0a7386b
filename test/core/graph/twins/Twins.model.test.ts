import fc from 'fast-check';
import type { NameRules } from '../../../../src/core/graph/NameRules';
import { PeopleGraph } from '../../../../src/core/graph/PeopleGraph';
import { STRICTNESSES, type Strictness } from '../../../../src/core/graph/twins/strictness';
import { Twins } from '../../../../src/core/graph/twins/Twins';
import type { NoteReading } from '../../../../src/core/records';
import { read } from '../../notes';
import { anyRules } from '../anyRules';

/*
 * However the notes came to be what they are, and however long the slices are in which it is worked off: the clusters
 * are those of the notes there are. Few people, few words, so that they meet often.
 */
const NAMES = ['Jo', 'Jo Lind', 'Jo Berg', 'Dana Ochoa', 'Dee', 'Sam Reed', 'Myself', 'TBD', 'Jo Lynd'];
const PATHS = [
  'a.md',
  'b.md',
  'c.md',
  'd.md',
  'People/Jo.md',
  'People/Jo Lind.md',
  'People/Dana Ochoa/README.md',
];
const SENTENCES = [
  'Send the pricing deck to Jo',
  'Share pricing slides with Jo Lind by Friday',
  'Send the pricing deck to Dana',
  'Review the pricing deck',
  'Dee to send the pricing deck',
  'Order 40 racks for the Lisbon cluster',
  'Buy forty racks (Lisbon cluster), as requested by Jo',
  'Order 400 racks for the Lisbon cluster',
  'Order 40 racks for the Lisbon cluster and send the pricing deck to Jo',
  'Set up a call for next week',
  "Schedule next week's call",
  'Do not send the pricing deck',
];

const name = fc.constantFrom(...NAMES);
const some = fc.uniqueArray(name, { maxLength: 3 });
const path = fc.constantFrom(...PATHS);
const taskLine = fc
  .tuple(
    fc.constantFrom('?', ' ', 'x', 'R'),
    fc.constantFrom(...SENTENCES),
    some,
    fc.constantFrom('', ' (duplicate of [[a]])'),
  )
  .map(
    ([box, text, owners, tail]) => `- [${box}] ${text} ${owners.map(owner => `@${owner}`).join(' ')}${tail}`,
  );
const lines = fc.array(
  fc.oneof({ weight: 5, arbitrary: taskLine }, { weight: 1, arbitrary: fc.constant('\n## Next Steps\n') }),
  { maxLength: 6 },
);
/** So many that words become too common to tell anything, and rare again. */
const crowd = fc
  .tuple(taskLine, taskLine)
  .map(([a, b]) => Array.from({ length: 40 }, (_, i) => (i % 2 ? a : b)));
const note = fc.oneof(
  fc.record({
    date: fc.constantFrom('2025-10-29', '2025-11-30', 'never'),
    title: fc.constantFrom('Sync', 'Pricing'),
    source_ref: fc.constantFrom('', 'mail'),
    person: name,
    participants: some,
  }),
  fc.record({ aliases: some }),
);

type Action =
  | { do: 'put'; path: string; note: object; tasks: string[] }
  | { do: 'remove'; path: string }
  | { do: 'rename'; path: string; to: string }
  | { do: 'rules'; rules: Partial<NameRules> }
  | { do: 'strictness'; strictness: Strictness }
  | { do: 'settle'; steps: number };

const key = fc.constantFrom('jo', 'jo lind', 'jo berg', 'dee', 'sam reed', 'dana ochoa');
const rules = anyRules(['TBD', 'Dee'], key, path);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('put' as const), path, note, tasks: lines }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('put' as const), path, note, tasks: crowd }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), path }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), path, to: path }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rules' as const), rules }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('strictness' as const),
      strictness: fc.constantFrom(...STRICTNESSES),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('settle' as const), steps: fc.constantFrom(1, 3, 10, Infinity) }),
  },
);

/** A clock after whose `ticks` looks time is up. */
const after = (ticks: number) => () => --ticks <= 0;

function apply(step: Action, graph: PeopleGraph, twins: Twins, readings: Map<string, NoteReading>): void {
  switch (step.do) {
    case 'put': {
      const reading = read(step.path, step.note, step.tasks.join('\n'));
      readings.set(step.path, reading);
      graph.put(step.path, reading);
      return;
    }
    case 'remove':
      graph.remove(step.path);
      return;
    case 'rename':
      graph.rename(step.path, step.to);
      return;
    case 'rules':
      graph.setRules(step.rules);
      return;
    case 'strictness':
      twins.setStrictness(step.strictness);
      return;
    case 'settle':
      twins.settle(after(step.steps));
  }
}

/** Everything one can ask, by task. */
function answers(graph: PeopleGraph, twins: Twins) {
  const tasks = [...graph.tasks()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id).join(' ');
  return tasks.map(task => [task.record.raw, ids(twins.clusterOf(task)), ids(twins.relatedTo(task))]);
}

function fresh(graph: PeopleGraph, rulesGiven: Partial<NameRules>, strictness: Strictness) {
  const again = new PeopleGraph(rulesGiven);
  for (const each of graph.paths().reverse()) {
    const record = graph.note(each);
    if (record) again.put(each, { record, problems: [] });
  }
  const twins = new Twins(again, strictness);
  twins.settle();
  return answers(again, twins);
}

const runs = Number(process.env.RUNS ?? 400);

test('whatever happened, the clusters are those of the notes there are', () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 2, maxLength: 14 }), steps => {
      const graph = new PeopleGraph();
      const twins = new Twins(graph);
      let given: Partial<NameRules> = {};
      let strictness: Strictness = 'normal';
      for (const step of steps) {
        apply(step, graph, twins, new Map());
        if (step.do === 'rules') given = { ...given, ...step.rules };
        if (step.do === 'strictness') strictness = step.strictness;
      }
      while (!twins.settle(after(1)));
      expect(twins.isSettled).toBe(true);
      expect(answers(graph, twins)).toEqual(fresh(graph, given, strictness));
    }),
    { numRuns: runs },
  );
});
