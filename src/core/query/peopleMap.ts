import { ensure } from '../ensure';
import { byText, type PeopleGraph, type Person, type PersonId } from '../graph/PeopleGraph';
import { countLedger, countOpen } from './ledger';
import { presentAt } from './meetings';

export interface MapNode {
  person: Person;
  /** Open tasks between self and them. */
  open: number;
  /** How many meetings they share with others on the map. */
  strength: number;
}

export interface MapEdge {
  a: PersonId;
  b: PersonId;
  /** Meetings both took part in. */
  meetings: number;
}

export interface PeopleMap {
  /** The strongest first; with a centre, that one first. */
  nodes: MapNode[];
  edges: MapEdge[];
}

export interface MapRequest {
  /** Only those met together with this person. */
  centre?: PersonId;
  most: number;
}

/**
 * Who meets whom. Self, who meets everybody, is left out unless in the middle. There may be thousands of meetings: each
 * step reads one, or one person.
 */
export function* peopleMap(graph: PeopleGraph, { centre, most }: MapRequest): Generator<void, PeopleMap> {
  const counts = new Map<string, MapEdge>();
  const middle = centre === undefined ? undefined : graph.person(centre);
  const meetings = middle?.meetings ?? graph.meetings();
  for (const meeting of meetings) {
    const ids = presentAt(graph, meeting)
      .filter(id => id !== graph.selfId || id === centre)
      .sort(byText);
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(i + 1)) {
        const key = `${a}\n${b}`;
        ensure(counts, key, () => ({ a, b, meetings: 0 })).meetings++;
      }
    yield;
  }
  const strength = new Map<PersonId, number>();
  for (const { a, b, meetings: common } of counts.values()) {
    // Around somebody what counts is how often one meets them.
    const ends = centre === undefined ? [a, b] : [a, b].includes(centre) ? [a, b] : [];
    for (const id of ends) strength.set(id, (strength.get(id) ?? 0) + common);
  }
  if (middle) strength.set(middle.id, Infinity);
  const strongest = [...strength].sort(([a, one], [b, other]) => other - one || byText(a, b));
  const nodes: MapNode[] = [];
  for (const [id, each] of strongest.slice(0, most)) {
    const person = graph.person(id);
    if (person) nodes.push({ person, open: countOpen(countLedger(graph, person)), strength: each });
    yield;
  }
  const shown = new Set(nodes.map(({ person }) => person.id));
  const edges = [...counts.values()].filter(({ a, b }) => shown.has(a) && shown.has(b));
  return { nodes, edges };
}
