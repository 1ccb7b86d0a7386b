import { casual } from 'chrono-node/en';
import { addHours, parseISO } from 'date-fns';
import { isIsoDate, toIsoDate } from './dates';

/** What people say that the library does not know, in words it does. */
const SAID_OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?day after tomorrow$/, 'in 2 days'],
  [/^(?:eom|month end)$/, 'end of month'],
  [/^(?:eow|end of (?:the )?week)$/, 'friday'],
  [/^(?:in )?a fortnight$/, 'in 2 weeks'],
  [/^(?:by|on|due|until) (?=.)/, ''],
];
const LOOKS_BACK = /^(?:last|past|previous)\b|\bago$/;
const LONGEST = 60;

/**
 * The day that words mean, seen from `today`: `fri`, `next week`, `in 3 days`, `20 jan`, `2026-01-10`.
 * @param today ISO.
 * @returns ISO; null where the words, taken whole, name no day.
 */
export function readDateWords(words: string, today: string): string | null {
  const said = words.trim().toLowerCase().replace(/\s+/g, ' ');
  const numbers = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said);
  if (numbers) {
    const [, year = '', month = '', day = ''] = numbers;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    // The library would guess what 2026-13-01 was meant to be.
    return isIsoDate(iso) ? iso : null;
  }
  if (said === '' || said.length > LONGEST) return null;
  const known = SAID_OTHERWISE.reduce((text, [pattern, other]) => text.replace(pattern, other), said);
  const noon = addHours(parseISO(today), 12);
  const [found] = casual.parse(known, noon, { forwardDate: !LOOKS_BACK.test(known) });
  // Half understood is not understood: “the day after I see Mark” names no day.
  return found?.text.length === known.length ? toIsoDate(found.start.date()) : null;
}
