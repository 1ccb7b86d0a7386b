import type { DateField, Priority } from '../records';
import { damagedSpellings } from './damagedText';

/**
 * The signs of the Tasks plugin's emoji form. Every room reads this table: parsing, editing, help.
 * Source: Tasks' user guide, "Task formats: Tasks Emoji Format".
 */
export type Sign =
  | { character: string; kind: 'date'; field: DateField }
  | { character: string; kind: 'priority'; priority: Priority }
  /** Read over, never interpreted here. `value`: what may stand behind the sign, up to whatever comes next. */
  | {
      character: string;
      kind: 'value';
      field: 'recurrence' | 'on-completion' | 'id' | 'depends-on';
      value: RegExp;
    };

export const SIGNS: readonly Sign[] = [
  { character: '📅', kind: 'date', field: 'due' },
  { character: '📆', kind: 'date', field: 'due' },
  { character: '🗓', kind: 'date', field: 'due' },
  { character: '⏳', kind: 'date', field: 'scheduled' },
  { character: '⌛', kind: 'date', field: 'scheduled' },
  { character: '🛫', kind: 'date', field: 'start' },
  { character: '➕', kind: 'date', field: 'created' },
  { character: '✅', kind: 'date', field: 'done' },
  { character: '❌', kind: 'date', field: 'cancelled' },
  { character: '🔺', kind: 'priority', priority: 'highest' },
  { character: '⏫', kind: 'priority', priority: 'high' },
  { character: '🔼', kind: 'priority', priority: 'medium' },
  { character: '🔽', kind: 'priority', priority: 'low' },
  { character: '⏬', kind: 'priority', priority: 'lowest' },
  { character: '🔁', kind: 'value', field: 'recurrence', value: /^every\b/i },
  { character: '🏁', kind: 'value', field: 'on-completion', value: /^(?:keep|delete)$/i },
  { character: '🆔', kind: 'value', field: 'id', value: /^[\w-]+$/ },
  { character: '⛔', kind: 'value', field: 'depends-on', value: /^[\w-]+(?:\s*,\s*[\w-]+)*$/ },
];

/** Every way a sign is met in notes, whole or damaged. A damaged spelling that two signs share is left out. */
export const SIGN_SPELLINGS: ReadonlyMap<string, Sign> = spellings();

function spellings(): Map<string, Sign> {
  const bySpelling = new Map<string, Sign | null>();
  for (const sign of SIGNS)
    for (const damaged of damagedSpellings(sign.character))
      bySpelling.set(damaged, bySpelling.has(damaged) ? null : sign);
  for (const sign of SIGNS) bySpelling.set(sign.character, sign);
  return new Map([...bySpelling].filter((entry): entry is [string, Sign] => entry[1] !== null));
}
