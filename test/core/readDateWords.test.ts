import { readDateWords } from '../../src/core/readDateWords';

const FRIDAY = '2026-01-09';

test.each([
  ['2026-01-20', '2026-01-20'],
  ['today', '2026-01-09'],
  ['2026-1-5', '2026-01-05'],
  [' Tomorrow ', '2026-01-10'],
  ['day after tomorrow', '2026-01-11'],
  ['fri', '2026-01-09'],
  ['next friday', '2026-01-16'],
  ['mon', '2026-01-12'],
  ['by monday', '2026-01-12'],
  ['last friday', '2026-01-02'],
  ['yesterday', '2026-01-08'],
  ['3 days ago', '2026-01-06'],
  ['next week', '2026-01-16'],
  ['in 3 days', '2026-01-12'],
  ['2w', '2026-01-23'],
  ['in a fortnight', '2026-01-23'],
  ['end of month', '2026-01-31'],
  ['20 jan', '2026-01-20'],
  ['8 jan', '2027-01-08'],
  ['20.1.2026', '2026-01-20'],
  ['tonight', '2026-01-09'],
  ['last night', '2026-01-08'],
  ['this friday', '2026-01-09'],
  ['friday next week', '2026-01-16'],
  ['weekend', '2026-01-10'],
  ['3 days from now', '2026-01-12'],
  ['in a month', '2026-02-09'],
  ['2 weeks ago', '2025-12-26'],
  ['2 days after tomorrow', '2026-01-12'],
  ['next month', '2026-02-09'],
  ['next year', '2027-01-09'],
  ['this month', '2026-01-01'],
  ['end of week', '2026-01-09'],
  ['end of next month', '2026-02-28'],
  ['jan 20', '2026-01-20'],
  ['20th of january 2027', '2027-01-20'],
  ['jan 20, 2027', '2027-01-20'],
  ['monday, 12 jan', '2026-01-12'],
  ['1/20', '2026-01-20'],
  ['2026/1/20', '2026-01-20'],
  ['by 2026-01-20', '2026-01-20'],
  ['tomorrow at 5pm', '2026-01-10'],
  ['5:30 p.m. on monday', '2026-01-12'],
  ['20 jan 17:00', '2026-01-20'],
  ['friday at noon', '2026-01-09'],
  ['monday in the morning', '2026-01-12'],
  ['tomorrow evening', '2026-01-10'],
  ['this afternoon', '2026-01-09'],
])('%s → %s', (words, day) => expect(readDateWords(words, FRIDAY)).toBe(day));

test.each([
  '',
  '   ',
  'soon',
  'the day after I see Mark',
  '2026-02-30',
  '2026-13-01',
  '5',
  `${'x'.repeat(10_000)} friday`,
])('%j names no day', words => expect(readDateWords(words, FRIDAY)).toBeNull());

test('the day does not depend on the hour it is asked at', () => {
  jest.useFakeTimers({ now: new Date('2026-06-30T23:59:00') });
  expect(readDateWords('tomorrow', FRIDAY)).toBe('2026-01-10');
  jest.useRealTimers();
});
