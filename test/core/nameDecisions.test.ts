import fc from 'fast-check';
import { decisionsIn, readDecisions, savedAs, type NameDecision } from '../../src/core/nameDecisions';

const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '"', '[]', 'jo lind'));
const decision: fc.Arbitrary<NameDecision> = fc.oneof(
  fc.record({ kind: fc.constant('different' as const), names: fc.tuple(name, name) }),
  fc.record({ kind: fc.constant('not a person' as const), name }),
  fc.record({ kind: fc.constantFrom('same' as const, 'formerly' as const), name, now: name }),
  fc.record({ kind: fc.constant('means' as const), name, person: name, notes: fc.array(name) }),
);

const through = (data: object) => readDecisions(decisionsIn(JSON.parse(JSON.stringify(data))));

test('what was decided is read as it was, whatever the names', () => {
  fc.assert(
    fc.property(decision, each => {
      const read = through({ hoverCards: true, ...Object.fromEntries([savedAs(each)]) });
      const expected = {
        different: each.kind === 'different' ? [[...each.names].sort()] : [],
        notPeople: each.kind === 'not a person' ? [each.name] : [],
        same: each.kind === 'same' ? [{ name: each.name, now: each.now }] : [],
        means:
          each.kind === 'means'
            ? [{ name: each.name, person: each.person, notes: [...each.notes].sort() }]
            : [],
        former: each.kind === 'formerly' ? [{ name: each.name, now: each.now }] : [],
      };
      expect(read).toEqual(expected);
    }),
  );
});

test('what was taken back is none, and the two of a pair have no order', () => {
  const [key] = savedAs({ kind: 'different', names: ['b', 'a'] });
  expect(key).toBe(savedAs({ kind: 'different', names: ['a', 'b'] })[0]);
  expect(through({ [key]: false }).different).toEqual([]);
});

test.each([
  null,
  'x',
  [],
  { different: true, 'different []': true, 'different ["a"]': true, 'different [1,2]': true },
  { 'different ["a","b"]': 'yes', 'not a person ["a"]': 1, 'same ["a"]': true, 'means ["a","b"]': 'c.md' },
  { 'different [': true, 'different ["a"': true, 'nothing ["a"]': true, 'means ["a","b"]': [1] },
])('%j holds no decision', data => {
  expect(readDecisions(decisionsIn(data))).toEqual({
    different: [],
    notPeople: [],
    same: [],
    means: [],
    former: [],
  });
});
