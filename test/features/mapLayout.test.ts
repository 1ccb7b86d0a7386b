import type { PeopleMap } from '../../src/core/query/peopleMap';
import { frameOf, layOut, type Drawing, type Placed } from '../../src/ui/map/layout';

const pairs = <T>(all: readonly T[]) => all.flatMap((a, i) => all.slice(i + 1).map(b => [a, b] as const));

/** People in teams of eight who meet among themselves, and now and then somebody of another team. */
function mapOf(people: number, meetings: number): PeopleMap {
  const counts = new Map<string, number>();
  const edges = new Map<string, PeopleMap['edges'][0]>();
  for (let i = 0; i < meetings; i++) {
    const team = (i * 8) % people;
    const who = [0, 1, 3].map(step => (team + ((i * (step + 1)) % 8)) % people);
    const all = [...new Set([...who, (i * 37) % people])];
    for (const one of all) counts.set(`p${one}`, (counts.get(`p${one}`) ?? 0) + 1);
    for (const [one, other] of pairs(all.sort((a, b) => a - b))) {
      const edge = edges.get(`${one} ${other}`) ?? { a: `p${one}`, b: `p${other}`, meetings: 0 };
      edge.meetings++;
      edges.set(`${one} ${other}`, edge);
    }
  }
  const nodes = Array.from({ length: people }, (_, i) => nodeOf(`p${i}`, counts.get(`p${i}`) ?? 0));
  return { nodes, edges: [...edges.values()] };
}

const nodeOf = (id: string, meetings: number) =>
  ({
    person: { id, name: id, meetings: Array(meetings) },
    open: 0,
    strength: 1,
  }) as unknown as PeopleMap['nodes'][0];

function atRest(drawing: Drawing): Drawing {
  for (let i = 0; i < 1000 && !drawing.forces.areAtRest; i++) drawing.forces.tick();
  return drawing;
}

const drawn = (map: PeopleMap, centre?: string) => atRest(layOut(map, centre, []));
const places = (placed: readonly Placed[]) => placed.map(({ x, y }) => [x, y]);
const distance = (a: Placed, b: Placed) => Math.hypot(a.x - b.x, a.y - b.y);
const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;

const overlapping = (placed: readonly Placed[]) =>
  pairs(placed).filter(([a, b]) => distance(a, b) < a.radius + b.radius).length;

const everybodyMeetsEverybody = (people: number): PeopleMap => {
  const nodes = Array.from({ length: people }, (_, i) => nodeOf(`p${i}`, i));
  const edges = pairs(nodes).map(([a, b]) => ({ a: a.person.id, b: b.person.id, meetings: 9 }));
  return { nodes, edges };
};

const MAPS: [string, PeopleMap][] = [
  ['a few people', mapOf(5, 6)],
  ['teams', mapOf(40, 80)],
  ['a crowd', mapOf(120, 240)],
  ['nobody who meets anybody', mapOf(30, 0)],
  ['everybody who meets everybody', everybodyMeetsEverybody(60)],
];

describe.each(MAPS)('%s', (_, map) => {
  test('stand in the same places every time', () => {
    expect(places(drawn(map).placed)).toEqual(places(drawn(map).placed));
  });

  test('do not stand on each other, once at rest', () => {
    const { placed, forces } = drawn(map);
    expect(forces.areAtRest).toBe(true);
    expect(overlapping(placed)).toBe(0);
  });

  test('stand around who is in the middle, inside the frame', () => {
    const { placed } = drawn(map, 'p2');
    expect(overlapping(placed)).toBe(0);
    const middle = placed[2];
    expect(Math.hypot(middle?.x ?? NaN, middle?.y ?? NaN)).toBeLessThan(0.01);
    const { x, y, width, height } = frameOf(placed);
    for (const each of placed) {
      expect(each.x - each.radius).toBeGreaterThan(x);
      expect(each.x + each.radius).toBeLessThan(x + width);
      expect(each.y - each.radius).toBeGreaterThan(y);
      expect(each.y + each.radius).toBeLessThan(y + height);
    }
  });

  test('stay somewhere for a thousand ticks, also when all start at one place', () => {
    const known = layOut(map, undefined, []).placed.map(each => ({ ...each, x: 7, y: 7 }));
    const { placed, forces } = layOut(map, undefined, known);
    for (let i = 0; i < 1000; i++) forces.tick();
    expect(placed.every(({ x, y }) => Math.hypot(x, y) < 3000)).toBe(true);
    expect(overlapping(placed)).toBe(0);
  });
});

test('as many as are drawn at most find room', () => {
  expect(overlapping(drawn(mapOf(300, 600)).placed)).toBe(0);
});

test('those who meet stand nearer than others, those who meet often nearest', () => {
  const { placed, lines } = drawn(mapOf(120, 300));
  const lengths = (all: typeof lines) => mean(all.map(({ source, target }) => distance(source, target)));
  const anybody = mean(pairs(placed).map(([a, b]) => distance(a, b)));
  expect(lengths(lines)).toBeLessThan(0.7 * anybody);
  const often = Math.max(...lines.map(({ meetings }) => meetings)) / 2;
  expect(lengths(lines.filter(({ meetings }) => meetings >= often))).toBeLessThan(lengths(lines));
});

test('who was drawn before starts from there', () => {
  const map = mapOf(40, 80);
  const before = drawn(map).placed;
  expect(places(layOut(map, undefined, before).placed)).toEqual(places(before));
});
