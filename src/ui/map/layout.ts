import type { PersonId } from '../../core/graph/PeopleGraph';
import type { MapNode, PeopleMap } from '../../core/query/peopleMap';
import { Forces, type Body, type Spring } from './Forces';

/** Lengths are in the drawing's units. */
export interface Placed extends Body {
  node: MapNode;
}

export interface Line extends Spring {
  source: Placed;
  target: Placed;
  meetings: number;
}

export interface Drawing {
  placed: Placed[];
  lines: Line[];
  forces: Forces;
}

const SMALLEST = 10;
const LARGEST = 26;
/** The mass of who is in the middle; everybody else's grows with their lines. */
const IMMOVABLE = 1e9;
/** Of more lines than these, each pulls the less. */
const MANY = 12;

/** Where everybody stands before the forces set in; who was drawn before stays where they were. */
export function layOut(
  { nodes, edges }: PeopleMap,
  centre: PersonId | undefined,
  before: readonly Placed[],
): Drawing {
  const known = new Map(before.map(placed => [placed.node.person.id, placed]));
  const most = Math.max(1, ...nodes.map(({ person }) => person.meetings.length));
  const placed = nodes.map((node, i): Placed => {
    const isCentre = node.person.id === centre;
    // A spiral: whoever is new stands apart from the others.
    const [angle, away] = [i * 2.4, 24 * Math.sqrt(i)];
    const { x, y } = isCentre
      ? { x: 0, y: 0 }
      : (known.get(node.person.id) ?? { x: Math.cos(angle) * away, y: Math.sin(angle) * away });
    return {
      node,
      x,
      y,
      vx: 0,
      vy: 0,
      radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(node.person.meetings.length / most),
      mass: isCentre ? IMMOVABLE : 1,
    };
  });
  const byId = new Map(placed.map(each => [each.node.person.id, each]));
  const lines = edges.flatMap(({ a, b, meetings }): Line[] => {
    const [source, target] = [byId.get(a), byId.get(b)];
    return source && target ? [{ source, target, meetings, strength: Math.min(0.6, 0.08 * meetings) }] : [];
  });
  for (const { source, target } of lines) {
    source.mass++;
    target.mass++;
  }
  // Or else crowds would be pulled over each other.
  for (const line of lines) line.strength /= Math.max(1, Math.min(line.source.mass, line.target.mass) / MANY);
  return { placed, lines, forces: new Forces(placed, lines) };
}

/** Around everybody. */
const MARGIN = 48;

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What holds everybody, and their names; no less than a size, since a few people would fill the screen otherwise. */
export function frameOf(placed: readonly Placed[], leastWidth = 0, leastHeight = 0): Frame {
  const reach = (axis: 'x' | 'y', least: number): [start: number, length: number] => {
    const low = Math.min(0, ...placed.map(each => each[axis] - each.radius)) - MARGIN;
    const high = Math.max(0, ...placed.map(each => each[axis] + each.radius)) + MARGIN;
    const length = Math.max(high - low, least);
    return [(low + high - length) / 2, length];
  };
  const [x, width] = reach('x', leastWidth);
  const [y, height] = reach('y', leastHeight);
  return { x, y, width, height };
}
