import type { VaultExport } from './exportVault';

/** What nodes and edges carry. `ref` is the id, or of meetings the path, that the other formats know them by. */
const KEYS = {
  node: {
    kind: 'string',
    label: 'string',
    ref: 'string',
    date: 'string',
    state: 'string',
    owners: 'int',
  },
  edge: { kind: 'string' },
} as const;

type Values<Of extends keyof typeof KEYS> = Partial<Record<keyof (typeof KEYS)[Of], string | number | null>>;

/** What XML cannot hold, line breaks too: a label has one line. */
const NOT_XML = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The graph as GraphML: people, meetings and tasks, and who attended which meeting, who owns which task, and in which
 * meeting a task was said. The date of a person is when one last met, that of a task when it is due.
 * Source: the GraphML primer; ids are NMTOKENs, which names and paths are not.
 */
export function graphml(vault: VaultExport): string {
  const people = new Map(vault.people.map(({ id }, i) => [id, `p${i}`]));
  const meetings = new Map(vault.meetings.map(({ path }, i) => [path, `m${i}`]));
  const tasks = new Map(vault.tasks.map(({ id }, i) => [id, `t${i}`]));
  const node = (id: string | undefined, values: Values<'node'>) =>
    `    <node id="${id}">${data('node', values)}</node>`;
  const edge = (kind: string, source: string | undefined, target: string | undefined) =>
    source && target
      ? [`    <edge source="${source}" target="${target}">${data('edge', { kind })}</edge>`]
      : [];

  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...(['node', 'edge'] as const).flatMap(of =>
      Object.entries(KEYS[of]).map(
        ([name, type]) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`,
      ),
    ),
    '  <graph id="rapport" edgedefault="directed">',
    ...vault.people.map(({ id, name, lastMet }) =>
      node(people.get(id), { kind: 'person', label: name, ref: id, date: lastMet }),
    ),
    ...vault.meetings.map(({ path, title, date }) =>
      node(meetings.get(path), { kind: 'meeting', label: title, ref: path, date }),
    ),
    ...vault.tasks.map(({ id, text, due, state, owners, unresolvedOwners }) =>
      node(tasks.get(id), {
        kind: 'task',
        label: text,
        ref: id,
        date: due ?? null,
        state,
        owners: owners.length + unresolvedOwners.length,
      }),
    ),
    ...vault.people.flatMap(person =>
      person.meetings.flatMap(path => edge('attended', people.get(person.id), meetings.get(path))),
    ),
    ...vault.people.flatMap(person =>
      person.owns.flatMap(id => edge('owns', people.get(person.id), tasks.get(id))),
    ),
    ...vault.tasks.flatMap(({ id, path }) => edge('said-in', tasks.get(id), meetings.get(path))),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function data<Of extends keyof typeof KEYS>(of: Of, values: Values<Of>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<data key="${of}-${name}">${escape(String(value))}</data>`)
    .join('');
}

const escape = (text: string): string =>
  text.replace(NOT_XML, ' ').replace(/[&<>]/g, character => ENTITIES[character] ?? '');
