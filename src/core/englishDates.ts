import {
  addDays,
  addMonths,
  addQuarters,
  addWeeks,
  addYears,
  endOfMonth,
  endOfYear,
  startOfMonth,
  startOfYear,
  type Day,
} from 'date-fns';

/** Words, lower case, `|` between those that mean the same → what they mean. */
export type Vocabulary<Meaning> = Readonly<Record<string, Meaning>>;

/** In days from today. */
export const NAMED_DAYS: Vocabulary<number> = {
  'day before yesterday': -2,
  yesterday: -1,
  'today|now|tonight': 0,
  'tomorrow|tmr|tmrw': 1,
  'overmorrow|day after tomorrow': 2,
};

export const WEEKDAYS: Vocabulary<Day> = {
  'mon|monday': 1,
  'tue|tues|tuesday': 2,
  'wed|wednesday': 3,
  'thu|thur|thurs|thursday': 4,
  'fri|friday': 5,
  'sat|saturday': 6,
  'sun|sunday': 0,
};

/** The first means 1. */
const inOrder = (...rows: string[]): Vocabulary<number> =>
  Object.fromEntries(rows.map((words, i) => [words, i + 1]));

export const MONTHS = inOrder(
  'jan|january',
  'feb|february',
  'mar|march',
  'apr|april',
  'may',
  'jun|june',
  'jul|july',
  'aug|august',
  'sep|sept|september',
  'oct|october',
  'nov|november',
  'dec|december',
);

export const COUNTS = inOrder(
  'a|an|one',
  'two|a couple of',
  'three|a few',
  ...['four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
);

export const ORDINALS = inOrder(
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth'],
  ...['seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'],
);

export interface Unit {
  add: (day: Date, count: number) => Date;
  start?: (day: Date) => Date;
  end?: (day: Date) => Date;
}

export const UNITS: Vocabulary<Unit> = {
  'd|day|days': { add: addDays },
  'w|week|weeks': { add: addWeeks },
  'mo|month|months': { add: addMonths, start: startOfMonth, end: endOfMonth },
  'quarter|quarters': { add: addQuarters },
  'y|year|years': { add: addYears, start: startOfYear, end: endOfYear },
};

/** To a later day, or to an earlier one. */
export const DIRECTIONS: Vocabulary<1 | -1> = {
  'in|within|next|later|after|from|+': 1,
  'last|past|ago|earlier|before|-': -1,
};

export const WHICH: Vocabulary<number> = { this: 0, next: 1, 'last|past': -1 };

const CLOCK = String.raw`(?:0?\d|1[0-2])(?:[:.][0-5]\d)? ?[ap]\.?m\.?|(?:[01]?\d|2[0-3]):[0-5]\d|noon|midnight`;

/** What is said in many ways, in the one that the rules know; in this order. */
export const SAID_OTHERWISE: readonly (readonly [RegExp, string])[] = [
  // The hour says nothing about the day.
  [new RegExp(`(?:^| )(?:at )?(?:${CLOCK})(?:$| (?:on )?)`), ' '],
  [/^ | $/g, ''],
  [/^(?:by|on|due|until) (?=.)/, ''],
  [/^the (?=.)/, ''],
  [/^last night$/, 'yesterday'],
  [/^this (?:morning|afternoon|evening)$/, 'today'],
  [/ (?:in the |at )?(?:morning|afternoon|evening|night)$/, ''],
  [/^(?:eom|month end)$/, 'end of month'],
  [/^(?:eow|end of (?:the )?week)$/, 'friday'],
  [/^end of (?=\w+ week$)/, 'friday '],
  [/^(?:last|past) weekend\b/, 'last sunday'],
  [/\bweekend\b/, 'saturday'],
  [/\b(?:a )?fortnight\b/, '2 weeks'],
  [/\bhalf a y(?:ear)?\b/, '6 months'],
];
