import { casual } from 'chrono-node/en';
import { toIsoDate } from '../../src/core/dates';
import { readDateWords } from '../../src/core/readDateWords';

/*
 * What ships reads date words by a grammar of its own; chrono-node, which reads hours, ranges and time zones too, is
 * its oracle. Both read every phrase below on every day below, and where they differ, a row of `DIFFERENCES` says why.
 */

/** The first four are days of every kind; then ends of months, a leap day's eve, the turn of a year, and a whole week. */
const DAYS_ASKED = [
  ...['2026-01-09', '2024-02-29', '2026-03-31', '2026-12-27'],
  ...['2026-01-31', '2028-02-28', '2026-08-31', '2027-12-31', '2028-01-01'],
  ...['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'],
];

const NUMBERS = ['1', '3', '12', 'a', 'two', 'a few', 'half a'];
const UNITS = 'day days d week weeks w months month mo year y quarter hours'.split(' ');
const WEEKDAYS = ['fri', 'friday', 'mon', 'tues', 'wednesday', 'thu', 'sat', 'sunday', 'weekend', 'weekday'];
const MONTHS = ['jan', 'february', 'sept', 'oct', 'december'];
const DATES = ['1', '9', '20', '31', '2nd', '20th', 'first'];

const each = (...parts: (readonly string[])[]): string[] =>
  parts.reduce<string[]>((said, part) => said.flatMap(before => part.map(next => before + next)), ['']);

const listed = (phrases: string): string[] => phrases.split(' · ');

const PHRASES = [
  ...listed(
    'today · tomorrow · tmr · yesterday · tonight · last night · now · overmorrow · the day after tomorrow',
  ),
  ...listed(
    'eom · eow · end of the month · end of next month · last day of february · end of feb 2027 · a fortnight',
  ),
  ...listed(
    'the 5th · 9/2026 · 2026 jan · may · the second · sun · 2026-02 · 2026 jan 20 · 20260120 · jan 2027 · sept · 2026 · 3 weeks from monday · soon',
  ),
  ...listed(
    'tomorrow + 2 days · 2 days before 20 jan · monday, 20 jan · friday 5pm · 20 jan 17:00 · tomorrow evening',
  ),
  ...each(['', 'this ', 'next ', 'last ', 'on ', 'by next '], WEEKDAYS, [
    '',
    ' next week',
    ' last week',
    ',',
  ]),
  ...each(['', 'in ', 'within ', 'next ', 'last ', '+', '-'], NUMBERS, ['', ' '], UNITS),
  ...each(NUMBERS, [' '], UNITS, [' ago', ' from now', ' later', ' after friday', ' before tomorrow']),
  ...each(['this ', 'next ', 'last ', 'past ', 'end of next '], UNITS),
  ...each(['', 'by ', 'friday '], DATES, [' ', ' of ', '-'], MONTHS, ['', ' 2027', ', 1999', ' 27']),
  ...each(['', 'by ', 'friday '], MONTHS, [' ', '. '], DATES, ['', ' 2027', ', 1999', ' 27']),
  ...each(['1', '12', '13', '31'], ['/', '.', '-'], ['1', '20'], ['', '/2026', '.2026', '-26']),
  ...each(['', 'by '], ['2026'], ['/', '-', '.', ' '], ['01', '2', '13'], ['/', '-', '.', ' '], ['05', '31']),
  ...listed(
    'in a couple of weeks · friday of next week · a fortnight ago · feb 27, 2027 · 1 march · thurs · friday, 1/20',
  ),
  ...listed(
    'end of year · end of this week · end of last week · end of last month · friday this week · jan · march',
  ),
  ...listed(
    'the 20th of january · by the end of the month · the weekend · 12.1.26 · 20.1.26 · 1.2 · 10-12 · 3/4 done',
  ),
  ...listed(
    '29 feb · feb 29 · 29 feb 2027 · 29 feb 2028 · 31.4.2026 · 0 days · 5 jan 75 · 20 jan, 2027 · 2026-00-10',
  ),
  ...listed(
    'monday to friday · 20-27 jan · jan 20-27 · mon-fri · today or tomorrow · fri/sat · 2026-01-10 to 2026-01-12',
  ),
  ...listed(
    'day before yesterday · the day before yesterday · in 2 hours · 3m · 5pm · noon · at 5pm tomorrow · end of day',
  ),
  ...listed(
    'marc · mark · sunny · satur · not friday · every friday · first monday of may · friday the 13th · mid may',
  ),
  ...listed(
    'after friday · before friday · 3 days before · a few · a · next · last · this · in · + · - · / · . · ,',
  ),
  ...listed(
    'twentieth of may · in half an hour · two weeks from tomorrow · 99999 days · 9999 years · jan 0 · 0 jan · 32 jan',
  ),
  ...listed(
    'last weekend · monday night · friday at 99:99 · pasta day · 1.5 weeks · -5 · 2026-01-20t10:00 · in 1 week, 2 days',
  ),
];

/** In words the library knows. */
const SAID_OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?day after tomorrow$/, 'in 2 days'],
  [/^(?:eom|month end)$/, 'end of month'],
  [/^(?:eow|end of (?:the )?week)$/, 'friday'],
  [/^(?:in )?a fortnight$/, 'in 2 weeks'],
  [/^(?:by|on|due|until) (?=.)/, ''],
  [/^last night$/, 'yesterday'],
  [/^this (?:morning|afternoon|evening)$/, 'today'],
  [/,? (?:in the |at )?(?:morning|afternoon|evening|night)$/, ''],
  [/(?:^|,? )(?:at )?(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?|\d{1,2}:\d\d|noon|midnight)(?:$|,? (?:on )?)/, ' '],
];
const LOOKS_BACK = /^(?:last|past|previous)\b|\bago$/;

/** What the library reads; null where the words, taken whole, name no day. */
function oracle(phrase: string, today: string): string | null {
  const known = SAID_OTHERWISE.reduce(
    (text, [pattern, other]) => text.replace(pattern, other),
    phrase,
  ).trim();
  const noon = new Date(`${today}T12:00`);
  const [found] = casual.parse(known, noon, { forwardDate: !LOOKS_BACK.test(known) });
  return found?.text.length === known.length ? toIsoDate(found.start.date()) : null;
}

const NO_DAY = 'no day';

type Instead = (said: string, today: string) => string;

/** `instead`: what to say to the library in place of the phrase or of its match; null where the phrase is to be no day. */
interface Difference {
  why: string;
  phrase: RegExp;
  instead: string | null | Instead;
}

const DIFFERENCES: readonly Difference[] = [
  { why: 'An article says nothing.', phrase: /^the (?!second$|day )/, instead: '' },
  {
    why: 'An hour or a second is no day. The library counts from noon, where 12 hours are tomorrow.',
    phrase: /hours?\b|^the second$|^3m$/,
    instead: null,
  },
  { why: 'No such hour.', phrase: /99:99$/, instead: null },
  {
    why: 'Half a week is three days or four, and nobody counts half a day.',
    phrase: /half a(?! y(?:ear)?\b)/,
    instead: null,
  },
  { why: 'Half a year back is six months back.', phrase: /half a y(?:ear)?\b/, instead: '6 months' },
  { why: 'A fortnight is two weeks, back too.', phrase: /a fortnight/, instead: '2 weeks' },
  { why: 'Words do not run together.', phrase: /a few(?=[a-z])|^pasta/, instead: null },
  { why: 'A period that has begun is no day.', phrase: /^this (?:days?|d|weeks?|w|quarter)$/, instead: null },
  { why: 'Any of five.', phrase: /weekday/, instead: null },
  { why: 'Two weeks at once.', phrase: /^(?:this|next|last) \w+ (?:next|last) week$/, instead: null },
  {
    why: 'From here to there is no day.',
    phrase: /^(?:monday to friday|mon-fri|20-27 jan|jan 20-27|2026-01-10 to .*)$/,
    instead: null,
  },
  {
    why: 'One date has one kind of sign between its numbers.',
    phrase: /^\d+([-/. ])\d+(?!\1)[-/. ]\d+$/,
    instead: null,
  },
  { why: 'No such month; the library takes the day for it.', phrase: /^2026.13./, instead: null },
  {
    why: 'Too rare to be carried along.',
    phrase:
      /^(?:twentieth of may|in 1 week, 2 days|1\.5 weeks|3 days before|99999 days|9999 years|2026-01-20t10:00)$/,
    instead: null,
  },
  {
    why: 'Who writes full stops writes the day first.',
    phrase: /^(\d+)\.(1|12)\.(?:20)?(\d\d)$/,
    instead: '20$3-$2-$1',
  },
  {
    why: 'A full stop too many; the library makes an hour of the day.',
    phrase: /(?<=february|december)\. /,
    instead: ' ',
  },
  {
    why: 'Short words are as good as long ones.',
    phrase: /\btues\b|^(?:this|end of next) (?:mo|months|y)$|^jan$/,
    instead: said =>
      said
        .replace(/\btues\b/, 'tuesday')
        .replace(/\b(?:mo|months)$/, 'month')
        .replace(/\by$/, 'year')
        .replace(/^jan$/, 'january'),
  },
  { why: 'The year ends as the month does.', phrase: /^end of year$/, instead: '31 december' },
  {
    why: 'The day before and the day after are said alike.',
    phrase: /^(?:the )?day before yesterday$/,
    instead: '2 days ago',
  },
  {
    why: '“last day” does not look back.',
    phrase: /^last day of february$/,
    instead: 'end of february',
  },
  {
    why: 'A week ends on Friday, as it does in “end of week”.',
    phrase: /^end of (\w+ week)$/,
    instead: 'friday $1',
  },
  {
    why: 'A week is one from Monday to Sunday; the library takes the next such day, whichever week was said.',
    phrase: /^(\w+) (this|last) week$/,
    instead: said =>
      said
        .replace(/(\w+) this week/, '1 week before next $1')
        .replace(/(\w+) last week/, '2 weeks before next $1')
        .replace('weekend', 'saturday'),
  },
  {
    why: 'Nobody who names a wrong weekday means that day.',
    phrase: /^(?:friday (?:.*first|(?!5pm).*\d)|monday, 20 jan|friday, 1)/,
    instead: (said, today) => {
      const [, weekday = '', date = ''] = /^(\w+),? (.+)$/.exec(said) ?? [];
      const day = oracle(date, today);
      return day !== null && longWeekday(day) === weekday ? date : NO_DAY;
    },
  },
  {
    why: 'A day is the coming one also when another is counted from it, and one counts from it as well as after it.',
    phrase: /(?:after|before|from) (?:friday|monday|tomorrow|20 jan)$/,
    instead: (said, today) =>
      said.replace(
        /(after|before|from) (.+)$/,
        (_, word, day) => `${word === 'from' ? 'after' : word} ${oracle(day, today)}`,
      ),
  },
  {
    why: 'A quarter is three months, back too; the library stays where it is.',
    phrase: /^-.*quarter|quarter before/,
    instead: said =>
      said.replace(
        /(\d+ ?|(?:a few|a|two) )quarter/,
        (_, count: string) => `${3 * ({ a: 1, two: 2, 'a few': 3 }[count.trim()] ?? Number(count))} months`,
      ),
  },
  {
    why: 'A month from the thirty-first is the last day of a shorter month, not the first days of the one after.',
    phrase:
      /^(?!this|end)(?:.*[\d ])(?:mo|months?|quarter|y|years?)(?: (?:ago|later|from now|(?:after|before) .+))?$/,
    instead: (said, today) => {
      const from = oracle(/ (?:after|before) (.+)$/.exec(said)?.[1] ?? 'today', today);
      const day = oracle(said, today);
      return day !== null && from?.slice(8) !== day.slice(8) ? endOfMonthBefore(day) : said;
    },
  },
];

const longWeekday = (day: string): string =>
  new Date(`${day}T12:00`).toLocaleDateString('en', { weekday: 'long' }).toLowerCase();

function endOfMonthBefore(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return toIsoDate(new Date(year ?? NaN, (month ?? NaN) - 1, 0, 12));
}

/** What the library reads once the differences are made; `made` gathers those that matter. */
function expected(phrase: string, today: string, made: Set<Difference>): string | null {
  let said = phrase.replace(/^(?:by|on) /, '').replace(/,$/, '');
  for (const difference of DIFFERENCES) {
    if (!difference.phrase.test(said)) continue;
    const { instead } = difference;
    const other =
      typeof instead === 'function'
        ? instead(said, today)
        : instead === null
          ? NO_DAY
          : said.replace(difference.phrase, instead);
    if (oracle(other, today) !== oracle(said, today)) made.add(difference);
    said = other;
  }
  return oracle(said, today);
}

const made = new Set<Difference>();

test.each(DAYS_ASKED)('on %s the grammar reads what the library reads, but for the differences', today => {
  const meant = (read: typeof readDateWords) => PHRASES.map(phrase => `${phrase}: ${read(phrase, today)}`);
  expect(meant(readDateWords)).toEqual(meant(phrase => expected(phrase, today, made)));
});

test('every difference is one', () => {
  expect(DIFFERENCES.filter(difference => !made.has(difference))).toEqual([]);
});
