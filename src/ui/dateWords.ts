import {
  differenceInCalendarDays,
  differenceInCalendarMonths,
  differenceInCalendarWeeks,
  differenceInCalendarYears,
} from 'date-fns';
import { dayStart } from '../core/dates';
import { lazily } from '../core/lazily';
import { nextTask } from '../core/nextTask';
import { say } from '../core/words';
import { isoToday } from './isoToday';

const UNITS = [
  { days: 14, unit: 'day', between: differenceInCalendarDays },
  { days: 60, unit: 'week', between: differenceInCalendarWeeks },
  { days: 365, unit: 'month', between: differenceInCalendarMonths },
  { days: Infinity, unit: 'year', between: differenceInCalendarYears },
] as const;

/** Made once: making one takes longer than drawing a row. */
const relative = lazily(() => new Intl.RelativeTimeFormat(say.locale, { numeric: 'auto' }));

/** `yesterday`, `in 3 days`, `5 weeks ago`: how far an ISO date is from today, in the unit one would say it in. */
export function dateInWords(date: string): string {
  const [day, today] = [dayStart(date), new Date()];
  const distance = Math.abs(differenceInCalendarDays(day, today));
  const { unit, between } = UNITS.find(({ days }) => distance < days) ?? UNITS[3];
  return relative().format(between(day, today), unit);
}

/** `29 Oct`, or `29 Oct 2024` where the year is not this one; '' for no date. */
export function shortDate(date: string | null): string {
  if (date === null) return '';
  const day = dayStart(date);
  const words = say.dayOfMonth(day.getDate(), shortMonth().format(day));
  return day.getFullYear() === new Date().getFullYear() ? words : `${words} ${day.getFullYear()}`;
}

/** `Wednesday, 29 October 2025`. */
export function longDate(date: string): string {
  const day = dayStart(date);
  return `${weekday().format(day)}, ${say.dayOfMonth(day.getDate(), month().format(day))} ${day.getFullYear()}`;
}

/** `October 2025`. */
export function monthAndYear(date: string): string {
  const day = dayStart(date);
  return `${month().format(day)} ${day.getFullYear()}`;
}

const inLanguage = (part: Intl.DateTimeFormatOptions) =>
  lazily(() => new Intl.DateTimeFormat(say.locale, part));
const shortMonth = inLanguage({ month: 'short' });
const month = inLanguage({ month: 'long' });
const weekday = inLanguage({ weekday: 'long' });

/** Makes what dates are written with, which takes longer than drawing a list of them: better before than with it. */
export async function prepareDates(): Promise<void> {
  for (const make of [relative, weekday, month]) {
    await nextTask();
    make();
  }
}

export const isPast = (date: string): boolean => date < isoToday();
