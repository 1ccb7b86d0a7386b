import fc from 'fast-check';
import type { NameRules } from '../../../src/core/graph/NameRules';

/** Rules about a few names, or some of them: who is self, what is nobody, what was decided about `key`s. */
export const anyRules = (
  notPeople: readonly string[],
  key: fc.Arbitrary<string>,
  path: fc.Arbitrary<string>,
): fc.Arbitrary<Partial<NameRules>> =>
  fc.record(
    {
      selfNames: fc.uniqueArray(fc.constantFrom('Sam Reed', 'Jo Lind', 'Dee'), { maxLength: 2 }),
      notPeople: fc.uniqueArray(fc.constantFrom(...notPeople), { maxLength: 2 }),
      decisions: fc.record({
        different: fc.constant([]),
        notPeople: fc.uniqueArray(key, { maxLength: 1 }),
        means: fc.array(
          fc.record({ name: key, person: key, notes: fc.uniqueArray(path, { maxLength: 3 }) }),
          { maxLength: 2 },
        ),
        same: fc.array(fc.record({ name: key, now: key }), { maxLength: 2 }),
        former: fc.array(fc.record({ name: key, now: key }), { maxLength: 2 }),
      }),
    },
    { requiredKeys: [] },
  );
