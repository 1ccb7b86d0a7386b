import type { DateField, Priority, ValueField } from '../records';
import { damagedSpellings } from './damagedText';

/**
 * The signs of the Tasks plugin's emoji form, and the names of its Dataview form, `[due:: 2026-01-10]`.
 * Every room reads these tables: parsing, editing, help. The first sign of a field is the one we write.
 * Source: Tasks' user guide, "Task formats".
 */
export type Sign =
  | { emoji: string; kind: 'date'; field: DateField }
  | { emoji: string; kind: 'priority'; field: 'priority'; priority: Priority }
  /** `value`: what may stand behind the sign, up to whatever comes next. */
  | { emoji: string; kind: 'value'; field: ValueField; value: RegExp };

/** Tasks hands its rules to a library for plain English; these are the words that library knows. */
const RECURRENCE = new RegExp(
  `^every(?:[\\s,]+(?:${[
    '\\d+(?:st|nd|rd|th)?|other|first|second|third|fourth|fifth|last|(?:week)?days?|weeks?|months?|years?|hours?',
    'on|the|at|and|of|in|for|times?|until|when|done',
    '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tue|wed|thu|fri|sat|sun',
    'january|february|march|april|may|june|july|august|september|october|november|december',
  ].join('|')}))+!?$`,
  'i',
);

const dates = (field: DateField, emojis: string): Sign[] =>
  Array.from(emojis, emoji => ({ emoji, kind: 'date', field }));
const priorities = (...pairs: [emoji: string, priority: Priority][]): Sign[] =>
  pairs.map(([emoji, priority]) => ({ emoji, kind: 'priority', field: 'priority', priority }));

export const SIGNS: readonly Sign[] = [
  ...dates('due', '📅📆🗓'),
  ...dates('scheduled', '⏳⌛'),
  ...dates('start', '🛫'),
  ...dates('created', '➕'),
  ...dates('done', '✅'),
  ...dates('cancelled', '❌'),
  ...priorities(['🔺', 'highest'], ['⏫', 'high'], ['🔼', 'medium'], ['🔽', 'low'], ['⏬', 'lowest']),
  { emoji: '🔁', kind: 'value', field: 'recurrence', value: RECURRENCE },
  { emoji: '🏁', kind: 'value', field: 'onCompletion', value: /^(?:keep|delete)$/i },
  { emoji: '🆔', kind: 'value', field: 'id', value: /^[\w-]+$/ },
  { emoji: '⛔', kind: 'value', field: 'dependsOn', value: /^[\w-]+(?:\s*,\s*[\w-]+)*$/ },
];

/** What is called otherwise in the Dataview form. */
const RENAMED: { [Field in Sign['field']]?: string } = { done: 'completion', recurrence: 'repeat' };

/** How the Dataview form calls a field. */
export const fieldName = (field: Sign['field']): string => RENAMED[field] ?? field;

const firstOfField = new Map([...SIGNS].reverse().map(sign => [sign.field, sign]));
const ofFieldName = new Map([...firstOfField].map(([field, sign]) => [fieldName(field), sign]));

/** The sign we write for a date. */
export function dateSign(field: DateField): string {
  return firstOfField.get(field)?.emoji ?? '';
}

/** The sign we write for a priority; '' for none. */
export function prioritySign(priority: Priority): string {
  return SIGNS.find(sign => sign.kind === 'priority' && sign.priority === priority)?.emoji ?? '';
}

/** The sign that a field of the Dataview form stands for; undefined where Tasks has no such field or value. */
export function signOfField(name: string, value: string): Sign | undefined {
  const sign = ofFieldName.get(name);
  return sign?.kind === 'priority'
    ? SIGNS.find(each => each.kind === 'priority' && each.priority === value)
    : sign;
}

/** Every way a sign is met in notes, whole or damaged. A damaged spelling that two signs share is left out. */
export const SIGN_SPELLINGS: ReadonlyMap<string, Sign> = spellings();

function spellings(): Map<string, Sign> {
  const bySpelling = new Map<string, Sign | null>();
  for (const sign of SIGNS)
    for (const damaged of damagedSpellings(sign.emoji))
      bySpelling.set(damaged, bySpelling.has(damaged) ? null : sign);
  for (const sign of SIGNS) bySpelling.set(sign.emoji, sign);
  return new Map([...bySpelling].filter((entry): entry is [string, Sign] => entry[1] !== null));
}
