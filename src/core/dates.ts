import { format, isValid, parseISO } from 'date-fns';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Dates repeat a thousandfold in a vault; asking the calendar once per spelling is enough. */
const known = new Map<string, boolean>();

/** Whether `text` is `YYYY-MM-DD` and such a day exists. */
export function isIsoDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  let valid = known.get(text);
  if (valid === undefined) {
    valid = isValid(parseISO(text));
    known.set(text, valid);
  }
  return valid;
}

/** The local calendar day. */
export function toIsoDate(date: Date): string {
  return format(date, 'yyyy-MM-dd');
}
