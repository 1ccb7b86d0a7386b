/** @jest-environment ./test/host/environment.cjs */
import fc from 'fast-check';
import { PeopleGraph } from '../../../src/core/graph/PeopleGraph';
import { exportVault, type VaultExport } from '../../../src/core/query/exportVault';
import { graphml } from '../../../src/core/query/graphml';
import { graphOf } from '../notes';

interface Read {
  nodes: Record<string, string>[];
  edges: { kind: string | undefined; from: string | undefined; to: string | undefined }[];
}

/** What a program finds in the file; throws where it is no GraphML. */
function read(xml: string): Read {
  const doc = new DOMParser().parseFromString(xml, 'application/xml');
  const broken = doc.querySelector('parsererror');
  if (broken) throw new Error(broken.textContent ?? '');
  const keys = new Map(
    [...doc.querySelectorAll('key')].map(key => [
      key.id,
      { of: key.getAttribute('for'), name: key.getAttribute('attr.name') ?? '' },
    ]),
  );
  const valuesOf = (element: Element) =>
    Object.fromEntries(
      [...element.querySelectorAll('data')].map(data => {
        const key = keys.get(data.getAttribute('key') ?? '');
        if (key?.of !== element.tagName) throw new Error(`${data.outerHTML} is not declared`);
        return [key.name, data.textContent ?? ''];
      }),
    );
  const refs = new Map<string, string>();
  const nodes = [...doc.querySelectorAll('node')].map(node => {
    if (!/^[\w.-]+$/.test(node.id) || refs.has(node.id)) throw new Error(`${node.id} is no id`);
    const values = valuesOf(node);
    refs.set(node.id, values.ref ?? '');
    return values;
  });
  const end = (edge: Element, name: string) => {
    const id = edge.getAttribute(name) ?? '';
    if (!refs.has(id)) throw new Error(`${id} is no node`);
    return refs.get(id);
  };
  const edges = [...doc.querySelectorAll('edge')].map(edge => ({
    kind: valuesOf(edge).kind,
    from: end(edge, 'source'),
    to: end(edge, 'target'),
  }));
  return { nodes, edges };
}

const VAULT = exportVault(
  graphOf(
    {
      'Meetings/a.md': [
        { title: 'Sizing & more', date: '2026-01-08', person: 'Dana Ochoa', participants: ['Omar Haddad'] },
        '- [?] Send <it> @Myself @Platform team 📅 2026-01-10\n- [x] Call @Dana Ochoa @Omar Haddad',
      ],
      'People/Dana Ochoa.md': [{}, '- [ ] Not said in a meeting'],
    },
    ['Mira Lindqvist'],
  ),
);

test('people, meetings and tasks, with what there is to say of each', () => {
  const { nodes } = read(graphml(VAULT));
  expect(nodes).toContainEqual({
    kind: 'person',
    label: 'Dana Ochoa',
    ref: 'dana ochoa',
    date: '2026-01-08',
  });
  expect(nodes).toContainEqual({
    kind: 'meeting',
    label: 'Sizing & more',
    ref: 'Meetings/a.md',
    date: '2026-01-08',
  });
  expect(nodes).toContainEqual({
    kind: 'task',
    label: 'Send <it>',
    ref: VAULT.tasks[0]?.id,
    date: '2026-01-10',
    state: 'proposed',
    owners: '2',
  });
});

test('who attended, who owns, where it was said', () => {
  const { edges } = read(graphml(VAULT));
  const [send, call] = VAULT.tasks.map(({ id }) => id);
  expect(edges).toEqual(
    [
      { kind: 'attended', from: 'dana ochoa', to: 'Meetings/a.md' },
      { kind: 'attended', from: 'omar haddad', to: 'Meetings/a.md' },
      { kind: 'owns', from: 'dana ochoa', to: call },
      { kind: 'owns', from: VAULT.self[0], to: send },
      { kind: 'owns', from: 'omar haddad', to: call },
      { kind: 'said-in', from: send, to: 'Meetings/a.md' },
      { kind: 'said-in', from: call, to: 'Meetings/a.md' },
    ].sort((a, b) => order(a) - order(b) || (a.from ?? '').localeCompare(b.from ?? '')),
  );
});

const order = ({ kind }: { kind: string }) => ['attended', 'owns', 'said-in'].indexOf(kind);

test('an empty vault', () =>
  expect(read(graphml(exportVault(new PeopleGraph())))).toEqual({ nodes: [], edges: [] }));

test('hostile words stay words, and what XML cannot hold is a space', () => {
  const hostile = ']]></data><node id="x"/>&amp;"\'<!--\u0000\u001B\u0085\n\uFFFE\uD83D 📅';
  const vault: VaultExport = {
    ...VAULT,
    tasks: VAULT.tasks.map(task => ({ ...task, text: hostile })),
  };
  const { nodes } = read(graphml(vault));
  expect(nodes.find(({ kind }) => kind === 'task')?.label).toBe(']]></data><node id="x"/>&amp;"\'<!--  📅');
});

test('whatever the names: well-formed, as many as in the JSON, the same bytes again', () => {
  const text = fc.string({ unit: 'binary' });
  const list = fc.array(text, { maxLength: 3 });
  fc.assert(
    fc.property(text, list, text, text, (person, participants, title, task) => {
      const vault = exportVault(
        graphOf({ 'm.md': [{ title, date: '2026-01-08', person, participants }, `- [ ] ${task}`] }),
      );
      const xml = graphml(vault);
      const { nodes, edges } = read(xml);
      const count = (kind: string) => [...nodes, ...edges].filter(each => each.kind === kind).length;
      expect(count('person')).toBe(vault.people.length);
      expect(count('meeting')).toBe(vault.meetings.length);
      expect(count('task')).toBe(vault.tasks.length);
      expect(count('attended')).toBe(vault.people.flatMap(({ meetings }) => meetings).length);
      expect(count('owns')).toBe(vault.people.flatMap(({ owns }) => owns).length);
      expect(count('said-in')).toBe(vault.tasks.length);
      expect(graphml(vault)).toBe(xml);
    }),
    { numRuns: 500 },
  );
});
