import fc from 'fast-check';
import { NumberLists } from '../../../../src/core/graph/twins/NumberLists';

const ofLists = (lists: NumberLists, key: number): number[] => {
  const found: number[] = [];
  lists.forEach(key, number => found.push(number));
  return found.sort((a, b) => a - b);
};

test('lists are what was added to them and not removed', () => {
  const key = fc.oneof(fc.constantFrom(0, -1, 2 ** 30), fc.integer({ min: -5000, max: 5000 }));
  const step = fc.record({ what: fc.constantFrom('add', 'add', 'remove', 'clear'), key, times: fc.nat(70) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const lists = new NumberLists();
      const model = new Map<number, number[]>();
      for (const { what, key, times } of steps) {
        const expected = model.get(key) ?? [];
        model.set(key, expected);
        if (what === 'clear') {
          lists.clear(key);
          expected.length = 0;
        }
        for (let i = 0; i < times && what === 'add'; i++) expect(lists.add(key, i)).toBe(expected.push(i));
        for (let i = 0; i < times && what === 'remove' && expected.length > 0; i++) {
          const [gone = 0] = expected.splice(i % expected.length, 1);
          expect(lists.remove(key, gone)).toBe(expected.length);
        }
      }
      for (const [each, expected] of model)
        expect(ofLists(lists, each)).toEqual([...expected].sort((a, b) => a - b));
    }),
  );
});

test('neither many keys nor keys that come and go lose anything', () => {
  const lists = new NumberLists();
  for (let key = 0; key < 20_000; key++) {
    lists.add(key * 7919, key);
    lists.add(key * 7919, key + 1);
    if (key % 3 === 0) lists.clear(key * 7919);
  }
  for (let key = 0; key < 20_000; key++)
    expect(ofLists(lists, key * 7919)).toEqual(key % 3 === 0 ? [] : [key, key + 1]);
});

test('a list longer than asked for is passed over', () => {
  const lists = new NumberLists();
  [1, 2, 3].forEach(number => lists.add(7, number));
  const visit = jest.fn();
  lists.forEach(7, visit, 2);
  expect(visit).not.toHaveBeenCalled();
  lists.forEach(7, visit, 3);
  expect(visit).toHaveBeenCalledTimes(3);
});
