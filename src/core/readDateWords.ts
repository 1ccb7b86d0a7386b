import { addDays, addWeeks, endOfMonth, nextDay, startOfMonth, type Day } from 'date-fns';
import { isIsoDate, toIsoDate } from './dates';
import {
  COUNTS,
  DIRECTIONS,
  MONTHS,
  NAMED_DAYS,
  ORDINALS,
  SAID_OTHERWISE,
  UNITS,
  WEEKDAYS,
  WHICH,
  type Vocabulary,
} from './englishDates';
import { say } from './words';

const LONGEST = 60;
const SUNDAY = 0;

/**
 * The day that words mean, seen from `today`: `fri`, `next week`, `in 3 days`, `20 jan`, `2026-01-10`.
 * @param today ISO.
 * @returns ISO; null where the words, taken whole, name no day.
 */
export function readDateWords(words: string, today: string): string | null {
  const said = words
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();
  const day =
    said.length > LONGEST ? null : (dayMeant(said, noon(today)) ?? dayMeant(translated(said), noon(today)));
  const iso = day ? toIsoDate(day) : '';
  return isIsoDate(iso) ? iso : null;
}

/** Word for word, as far as the language of the app differs from English there. */
const translated = (said: string): string =>
  said
    .replace(/\p{L}+/gu, word => meaning(say.dateWords, word) ?? word)
    .replace(/ +/g, ' ')
    .trim();

/** A day is its noon, local time: clocks are changed at night. */
const noon = (iso: string): Date => new Date(`${iso}T12:00`);

function dayMeant(said: string, today: Date): Date | null {
  const known = SAID_OTHERWISE.reduce((text, [pattern, other]) => text.replace(pattern, other), said);
  return dayBy(DATES, known, today) ?? dayBy(FROM_TODAY, known, today);
}

function dayBy(rules: readonly Rule[], said: string, today: Date): Date | null {
  for (const [pattern, day] of rules) {
    const match = pattern.exec(said);
    if (match) return day(match.groups ?? {}, today);
  }
  return null;
}

/** Half understood is not understood, so a pattern is of all that was said: “the day after I see Mark” is no day. */
type Rule = readonly [pattern: RegExp, day: (parts: Parts, today: Date) => Date | null];
type Parts = Readonly<Record<string, string | undefined>>;

const whole = (strings: TemplateStringsArray, ...parts: string[]): RegExp =>
  new RegExp(`^${String.raw(strings, ...parts)}$`);

const anyOf = (vocabulary: Vocabulary<unknown>): string => Object.keys(vocabulary).join('|');

function meaning<Meaning>(vocabulary: Vocabulary<Meaning>, word: string | undefined): Meaning | undefined {
  return word === undefined
    ? undefined
    : Object.entries(vocabulary).find(([words]) => words.split('|').includes(word))?.[1];
}

const NAMED_DAY = `(?<name>${anyOf(NAMED_DAYS)})`;
const WEEKDAY = String.raw`(?<weekday>${anyOf(WEEKDAYS)})\.?`;
const WHICH_ONE = `(?<which>${anyOf(WHICH)})`;
const COUNT = String.raw`(?<count>\d{1,4}|(?:${anyOf(COUNTS)})(?= )) ?`;
const UNIT = `(?<unit>${anyOf(UNITS)})`;
const MONTH = String.raw`(?<month>${anyOf(MONTHS)})\.?`;
const DAY = String.raw`(?<day>\d\d?(?:st|nd|rd|th|\.)?|${anyOf(ORDINALS)})`;
const MONTH_NUMBER = String.raw`(?<month>\d\d?)`;
const DAY_NUMBER = String.raw`(?<day>\d\d?)`;
const FULL_YEAR = String.raw`(?<year>[1-9]\d{3})`;
const YEAR = String.raw`(?<year>[1-9]\d{3}|\d\d)`;
const END = '(?:end|last day) of';

/** Days as a calendar names them. */
const DATES: readonly Rule[] = [
  // 20 jan · 20th of january 2027
  [whole`${DAY}(?:[ /-]?| of )${MONTH}(?:[ /-]${YEAR})?`, date],
  // jan 20 · jan. 20 2027
  [whole`${MONTH}[ /-]?${DAY}(?: ${YEAR})?`, date],
  // 2026-01-20 · 2026/1/20 · 2026 jan 20
  [whole`${FULL_YEAR}(?<sign>[-/. ])${MONTH_NUMBER}\k<sign>${DAY_NUMBER}`, date],
  [whole`${FULL_YEAR}(?<sign>[-/. ])${MONTH}\k<sign>${DAY}`, date],
  // 1/20 · 1/20/2026 · 20.1.2026 · 20.1.: the day comes first before full stops, unless there is no such day
  [whole`${MONTH_NUMBER}/${DAY_NUMBER}`, eitherWay],
  [whole`${MONTH_NUMBER}(?<sign>[/-])${DAY_NUMBER}\k<sign>${YEAR}`, eitherWay],
  [whole`${DAY_NUMBER}\.${MONTH_NUMBER}\.(?:${YEAR})?`, eitherWay],
  // monday 12 jan
  [whole`${WEEKDAY} (?<rest>.+)`, dateOnWeekday],
];

/** Days as they lie from today, and periods by their first or last day. */
const FROM_TODAY: readonly Rule[] = [
  // tomorrow
  [whole`${NAMED_DAY}`, ({ name }, today) => addDays(today, meaning(NAMED_DAYS, name) ?? NaN)],
  // fri · next fri · last fri · fri next week
  [whole`(?:this )?${WEEKDAY}`, (parts, today) => coming(weekdayOf(parts), today)],
  [whole`(?:last|past) ${WEEKDAY}`, (parts, today) => coming(weekdayOf(parts), addDays(today, -7))],
  [whole`(?<which>next) ${WEEKDAY}`, dayInWeek],
  [whole`${WEEKDAY} (?:of )?${WHICH_ONE} week`, dayInWeek],
  // in 3 days · 2w · -1 month · next week · 3 days ago
  [whole`(?:(?<direction>(?:in|within|next|last|past)(?= )|[+-]) ?)?${COUNT}${UNIT}`, moved],
  [whole`(?<direction>next|last|past) ${UNIT}`, moved],
  [whole`${COUNT}${UNIT} (?<direction>later|ago|earlier)`, moved],
  // 3 days after 20 jan · a week from now · tomorrow + 2 days
  [whole`${COUNT}${UNIT} (?<direction>after|from|before) (?<from>.+)`, moved],
  [whole`(?<from>.+) (?<direction>[+-]) ?${COUNT}${UNIT}`, moved],
  // this month · end of the month · end of next year
  [whole`this ${UNIT}`, ({ unit }, today) => meaning(UNITS, unit)?.start?.(today) ?? null],
  [whole`${END} (?:the |${WHICH_ONE} )?${UNIT}`, endOfPeriod],
  // september · jan 2027 · 2027 jan · 9/2027 · end of feb
  [whole`${MONTH}(?:[ /-]${FULL_YEAR})?`, date],
  [whole`${FULL_YEAR}[-/. ]${MONTH}`, date],
  [whole`${MONTH_NUMBER}/${FULL_YEAR}`, date],
  [whole`${END} ${MONTH}(?: ${FULL_YEAR})?`, endOfNamedMonth],
];

/** Without a year, the first such day that is not over; without a day, the first of the month. */
function date({ day = '1', month, year }: Parts, today: Date): Date | null {
  const inYear = [meaning(MONTHS, month) ?? month, meaning(ORDINALS, day) ?? parseInt(day)]
    .map(number => String(number).padStart(2, '0'))
    .join('-');
  const coming = today.getFullYear() + (inYear < toIsoDate(today).slice(5) ? 1 : 0);
  const iso = `${year === undefined ? coming : inFull(year)}-${inYear}`;
  return isIsoDate(iso) ? noon(iso) : null;
}

const inFull = (year: string): string => (year.length > 2 ? year : `${year > '50' ? 19 : 20}${year}`);

/** `13/1` is no day of a thirteenth month. */
function eitherWay(parts: Parts, today: Date): Date | null {
  return date(parts, today) ?? date({ ...parts, day: parts['month'], month: parts['day'] }, today);
}

/** Null where it is another weekday. */
function dateOnWeekday({ weekday, rest = '' }: Parts, today: Date): Date | null {
  const day = dayBy(DATES, rest, today);
  return day?.getDay() === meaning(WEEKDAYS, weekday) ? day : null;
}

const weekdayOf = ({ weekday }: Parts): Day => meaning(WEEKDAYS, weekday) ?? SUNDAY;

/** The first such weekday from `day` on. */
const coming = (weekday: Day, day: Date): Date => nextDay(addDays(day, -1), weekday);

/** Weeks run from Monday to Sunday. */
function dayInWeek(parts: Parts, today: Date): Date {
  const weeks = meaning(WHICH, parts['which']) ?? 0;
  return nextDay(addWeeks(coming(SUNDAY, today), weeks - 1), weekdayOf(parts));
}

/** A month from the thirty-first is the last day of a shorter month. */
function moved({ from, direction = 'in', count = 'a', unit }: Parts, today: Date): Date | null {
  const day = from === undefined ? today : dayMeant(from, today);
  const distance = (meaning(COUNTS, count) ?? Number(count)) * (meaning(DIRECTIONS, direction) ?? NaN);
  return (day && meaning(UNITS, unit)?.add(day, distance)) ?? null;
}

function endOfPeriod({ which = 'this', unit }: Parts, today: Date): Date | null {
  const { add, end } = meaning(UNITS, unit) ?? {};
  return (add && end?.(add(today, meaning(WHICH, which) ?? 0))) ?? null;
}

/** Without a year, the first such month that is not over. */
function endOfNamedMonth(parts: Parts, today: Date): Date | null {
  const first = date(parts, startOfMonth(today));
  return first && endOfMonth(first);
}
