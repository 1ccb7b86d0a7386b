import fc from 'fast-check';
import type { NameRules } from '../../../src/core/graph/NameRules';
import { PeopleGraph, type Change } from '../../../src/core/graph/PeopleGraph';
import { exportVault } from '../../../src/core/query/exportVault';
import { countLedger } from '../../../src/core/query/ledger';
import type { NoteReading } from '../../../src/core/records';
import { read } from '../notes';
import { anyRules } from './anyRules';

/*
 * Whatever is done to a graph, it ends up as one built fresh from the notes there are, and no view of a person ever
 * changes without being named. Few names and notes, so that they meet often.
 */
const NAMES = [
  'Jo',
  'Jo Lind',
  'jo  lind',
  'Jo Berg',
  'Jo (Acme)',
  'Dana Ochoa',
  'Dee',
  'Sam Reed',
  'Myself',
  'TBD',
  'jo@example.com',
  'Jo Lind Lind',
  'Jo Lind, Dana Ochoa and me',
  'Jo Berg or Jo Lind',
];
const PATHS = [
  'a.md',
  'b.md',
  'c.md',
  'People/Jo.md',
  'People/Jo Lind.md',
  'People/Dana Ochoa/README.md',
  'People/Sam Reed.md',
];

const name = fc.constantFrom(...NAMES);
const some = fc.uniqueArray(name, { maxLength: 3 });
const path = fc.constantFrom(...PATHS);
const taskLine = fc
  .tuple(fc.constantFrom('?', ' ', 'x'), fc.constantFrom('Send it', 'Call'), some)
  .map(([box, text, owners]) => `- [${box}] ${text} ${owners.map(owner => `@${owner}`).join(' ')}`);
const note = fc.oneof(
  fc.record({ date: fc.constantFrom('2025-10-29', '2025-11-30', 'never'), person: name, participants: some }),
  fc.record({
    aliases: some,
    email: fc.constantFrom('', 'jo@example.com'),
    company: fc.constantFrom('', 'Orbit'),
  }),
);

type Action =
  | { do: 'put'; path: string; note: object; tasks: string[] }
  | { do: 'remove'; path: string }
  | { do: 'rename'; path: string; to: string }
  | { do: 'rules'; rules: Partial<NameRules> };

const put = fc.record({
  do: fc.constant('put' as const),
  path,
  note,
  tasks: fc.array(taskLine, { maxLength: 3 }),
});
const key = fc.constantFrom('jo', 'jo lind', 'jo berg', 'dee', 'sam reed', 'dana ochoa', 'jo (acme)');
const rules = anyRules(['TBD', 'Dee', '… berg'], key, path);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: put },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), path }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), path, to: path }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rules' as const), rules }) },
);

/** The notes as a plain map, which nobody can get wrong. */
class Model {
  readonly readings = new Map<string, NoteReading>();
  rules: Partial<NameRules> = {};

  apply(graph: PeopleGraph, step: Action): Change {
    switch (step.do) {
      case 'put': {
        const reading = read(step.path, step.note, step.tasks.join('\n'));
        this.readings.set(step.path, reading);
        return graph.put(step.path, reading);
      }
      case 'remove':
        this.readings.delete(step.path);
        return graph.remove(step.path);
      case 'rename': {
        const reading = this.readings.get(step.path);
        this.readings.delete(step.path);
        this.readings.delete(step.to);
        if (reading) this.readings.set(step.to, movedTo(step.to, reading));
        return graph.rename(step.path, step.to);
      }
      case 'rules':
        this.rules = { ...this.rules, ...step.rules };
        return graph.setRules(step.rules);
    }
  }

  build(): PeopleGraph {
    const graph = new PeopleGraph(this.rules);
    for (const [path, reading] of [...this.readings].reverse()) graph.put(path, reading);
    return graph;
  }
}

const movedTo = (path: string, { record, problems }: NoteReading): NoteReading => ({
  record: record && { ...record, path },
  problems: problems.map(problem => ({ ...problem, path })),
});

/** Somebody, and how much is open between self and them. */
function viewOf(graph: PeopleGraph, id: string): string {
  const person = graph.person(id);
  return JSON.stringify(person ? [person, countLedger(graph, person)] : null);
}

/** Every view there is, by id. Taken through `person`, so that what the graph remembers is tested too. */
const views = (graph: PeopleGraph, ids: Iterable<string>) =>
  new Map([...ids].map(id => [id, viewOf(graph, id)]));

test('after any mutations the graph is the one built fresh from the notes', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), steps => {
      const graph = new PeopleGraph();
      const model = new Model();
      for (const step of steps) {
        model.apply(graph, step);
        graph.people();
      }
      expect(exportVault(graph)).toEqual(exportVault(model.build()));
      expect(graph.selfId).toBe(model.build().selfId);
    }),
    { numRuns: 1500 },
  );
});

test('decisions that go in a circle: who may be several people is told anew', () => {
  const graph = new PeopleGraph();
  const model = new Model();
  const meeting = (person: string, participants: string[] = []) => ({
    date: '2025-10-29',
    person,
    participants,
  });
  const same = [
    { name: 'jo (acme)', now: 'dana ochoa' },
    { name: 'dana ochoa', now: 'jo (acme)' },
  ];
  const steps: Action[] = [
    { do: 'put', path: 'a.md', note: meeting('Jo'), tasks: ['- [?] Send it @Jo (Acme)'] },
    { do: 'rules', rules: { decisions: { different: [], notPeople: [], means: [], same, former: [] } } },
    { do: 'put', path: 'People/Sam Reed.md', note: meeting('Dana Ochoa'), tasks: [] },
    {
      do: 'put',
      path: 'People/Jo Lind.md',
      note: meeting('Jo', ['Jo Berg']),
      tasks: ['- [?] Send it @Jo Lind'],
    },
  ];
  for (const step of steps) {
    model.apply(graph, step);
    graph.people();
  }
  expect(exportVault(graph)).toEqual(exportVault(model.build()));
});

test('every person whose view differs is named by the change', () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 12 }), steps => {
      const graph = new PeopleGraph();
      const model = new Model();
      const known = new Set<string>(NAMES.map(each => each.toLowerCase()));
      for (const step of steps) {
        const before = views(graph, known);
        const change = model.apply(graph, step);
        for (const { id } of graph.people()) known.add(id);
        const after = views(graph, known);
        for (const id of known)
          if ((before.get(id) ?? 'null') !== after.get(id)) expect([...change.people]).toContain(id);
      }
    }),
    { numRuns: 1500 },
  );
});

test('what remove takes away, put brings back', () => {
  fc.assert(
    fc.property(fc.array(put, { minLength: 1, maxLength: 8 }), steps => {
      const graph = new PeopleGraph({ selfNames: ['Sam Reed'] });
      const model = new Model();
      for (const step of steps) model.apply(graph, step);
      const before = JSON.stringify(exportVault(graph));
      for (const each of model.readings.keys()) graph.remove(each);
      expect(exportVault(graph)).toMatchObject({ people: [], meetings: [], tasks: [], problems: [] });
      for (const [each, reading] of model.readings) graph.put(each, reading);
      expect(JSON.stringify(exportVault(graph))).toBe(before);
    }),
    { numRuns: 200 },
  );
});
