import { isIsoDate, toIsoDate } from '../../src/core/dates';

test.each([
  ['2025-10-29', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-13-01', false],
  ['2025-1-5', false],
  ['2025-10-29T10:00', false],
  ['29.10.2025', false],
  ['', false],
])('%s is a day of the calendar: %s', (text, expected) => {
  expect(isIsoDate(text)).toBe(expected);
  expect(isIsoDate(text)).toBe(expected);
});

test('a date is the local calendar day, late at night too', () => {
  expect(toIsoDate(new Date(2025, 0, 5, 23, 59))).toBe('2025-01-05');
});
