import { ensure } from '../../ensure';
import type { Likeness } from './likeness';

/** Two members, by their place in order. */
export interface Edge {
  a: number;
  b: number;
  score: number;
}

/** No more members of a cluster than these are asked about a new one: work stays bounded. */
const ASKED = 6;
/** Of all pairs between two clusters so many have to be twins for the two to become one. */
const FEWEST_TWINS = 0.34;
/** Whatever is larger says too little to be one task. */
const LARGEST = 200;

/**
 * Groups things so that nothing stands with what it is different from: the strongest pairs first, and two groups become
 * one only where most of what is in them goes together. Yields after each pair it looked at.
 * @param members In their order, which breaks ties and in which they stand in their group.
 * @param edges `a` before `b`.
 */
export function* clustersOf<T>(
  members: readonly T[],
  edges: Edge[],
  compare: (a: T, b: T) => Likeness,
): Generator<void, T[][]> {
  /** Pairs that are twins for certain. */
  const known = new Set(edges.map(({ a, b }) => a * members.length + b));
  const kindOf = (a: number, b: number) =>
    known.has(Math.min(a, b) * members.length + Math.max(a, b))
      ? 'twin'
      : compare(members[a] as T, members[b] as T).kind;
  const goTogether = (one: readonly number[], two: readonly number[]) => {
    let twins = 0;
    for (const a of one.slice(0, ASKED))
      for (const b of two.slice(0, ASKED)) {
        const kind = kindOf(a, b);
        if (kind === 'different' || kind === 'related') return false;
        if (kind === 'twin') twins++;
      }
    return twins >= FEWEST_TWINS * Math.min(one.length, ASKED) * Math.min(two.length, ASKED);
  };
  /** By place: the group of each, as places. */
  const groups = members.map((_, i) => [i]);
  /** Groups that do not go together, so that nobody asks twice. */
  const apart = new Map<readonly number[], Set<readonly number[]>>();
  const apartFrom = (group: readonly number[]) => ensure(apart, group, () => new Set());
  edges.sort((one, two) => two.score - one.score || one.a - two.a || one.b - two.b);
  for (const { a, b } of edges) {
    const [one = [], two = []] = [groups[a], groups[b]];
    if (one === two || one.length + two.length > LARGEST || apart.get(one)?.has(two)) continue;
    if (goTogether(one, two)) {
      const joined = [...one, ...two].sort((x, y) => x - y);
      for (const i of joined) groups[i] = joined;
    } else {
      apartFrom(one).add(two);
      apartFrom(two).add(one);
    }
    yield;
  }
  return [...new Set(groups)].map(group => group.map(i => members[i] as T));
}
