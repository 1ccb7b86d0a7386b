import { memoize } from './memoize';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is `YYYY-MM-DD` and such a day exists. */
export const isIsoDate = memoize(text => {
  const day = new Date(ISO_DATE.test(text) ? text : NaN);
  // Engines make the first of March of 2026-02-29.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
});

/** Where the local calendar day begins; an invalid date where `day` is not ISO. */
export function dayStart(day: string): Date {
  return new Date(`${day}T00:00`);
}

/** The local calendar day. */
export function toIsoDate(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const DAY = 24 * 60 * 60 * 1000;

/** From one ISO day to another; negative where the second is the earlier one. Days have no time zone. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Day numbers such as 20260110 → the day, or null where no calendar has it. One string for each day there is. */
const days = new Map<number, string | null>();

/** The day that stands in `text` from `start` to `end` as `YYYY-MM-DD`; null where there is no such day. */
export function isoDateIn(text: string, start: number, end: number): string | null {
  if (end - start !== 10) return null;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (i === start + 4 || i === start + 7) {
      if (digit !== -3) return null;
    } else if (digit >= 0 && digit <= 9) number = number * 10 + digit;
    else return null;
  }
  let day = days.get(number);
  if (day === undefined) {
    const written = text.slice(start, end);
    day = isIsoDate(written) ? written : null;
    days.set(number, day);
  }
  return day;
}
