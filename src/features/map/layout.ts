import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { PersonId } from '../../core/graph/PeopleGraph';
import type { MapNode, PeopleMap } from '../../core/query/peopleMap';

export interface Placed extends SimulationNodeDatum {
  node: MapNode;
  /** In the drawing's units, as are x and y. */
  radius: number;
}

export interface Line extends SimulationLinkDatum<Placed> {
  source: Placed;
  target: Placed;
  meetings: number;
}

export interface Drawing {
  placed: Placed[];
  lines: Line[];
  simulation: Simulation<Placed, Line>;
}

const SMALLEST = 10;
const LARGEST = 26;

/** Where everybody stands before the forces set in; who was drawn before stays where they were. */
export function layOut(
  { nodes, edges }: PeopleMap,
  centre: PersonId | undefined,
  before: readonly Placed[],
): Drawing {
  const known = new Map(before.map(placed => [placed.node.person.id, placed]));
  const most = Math.max(1, ...nodes.map(({ person }) => person.meetings.length));
  const placed = nodes.map((node, i): Placed => {
    const old = known.get(node.person.id);
    // A spiral, so that a map looks the same every time.
    const [angle, away] = [i * 2.4, 24 * Math.sqrt(i)];
    const isCentre = node.person.id === centre;
    return {
      node,
      radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(node.person.meetings.length / most),
      x: old?.x ?? Math.cos(angle) * away,
      y: old?.y ?? Math.sin(angle) * away,
      ...(isCentre && { fx: 0, fy: 0 }),
    };
  });
  const byId = new Map(placed.map(each => [each.node.person.id, each]));
  const lines = edges.flatMap(({ a, b, meetings }): Line[] => {
    const [source, target] = [byId.get(a), byId.get(b)];
    return source && target ? [{ source, target, meetings }] : [];
  });
  const simulation = forceSimulation<Placed, Line>(placed)
    .force(
      'link',
      forceLink<Placed, Line>(lines)
        .distance(({ source, target }) => source.radius + target.radius + 64)
        .strength(({ meetings }) => Math.min(0.6, 0.08 * meetings)),
    )
    .force('apart', forceManyBody<Placed>().strength(-320).distanceMax(500))
    .force(
      'room',
      forceCollide<Placed>(({ radius }) => radius + 24),
    )
    .force('x', forceX<Placed>(0).strength(0.05))
    .force('y', forceY<Placed>(0).strength(0.05))
    .stop();
  return { placed, lines, simulation };
}

/** A few people would fill the screen otherwise. */
const SMALLEST_FRAME = { width: 640, height: 480 };

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What holds everybody, and their names. */
export function frameOf(placed: readonly Placed[]): Frame {
  const margin = 48;
  const xs = placed.flatMap(({ x = 0, radius }) => [x - radius, x + radius]);
  const ys = placed.flatMap(({ y = 0, radius }) => [y - radius, y + radius]);
  const [left, right] = [Math.min(0, ...xs) - margin, Math.max(0, ...xs) + margin];
  const [top, bottom] = [Math.min(0, ...ys) - margin, Math.max(0, ...ys) + margin];
  const width = Math.max(right - left, SMALLEST_FRAME.width);
  const height = Math.max(bottom - top, SMALLEST_FRAME.height);
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}
