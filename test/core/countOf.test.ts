import fc from 'fast-check';
import { digitsIn } from '../../src/core/countOf';

test.each([
  ['en', ','],
  ['de', '.'],
])('whole numbers are written as in the language %s', (locale, separator) => {
  const { format } = new Intl.NumberFormat(locale);
  const digits = digitsIn(separator);
  fc.assert(
    fc.property(fc.nat(10_000_000), count => {
      expect(digits(count)).toBe(format(count));
    }),
  );
});
