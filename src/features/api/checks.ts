import { STATE_WORDS } from '../../core/edit/taskChange';
import type { RapportTaskFilter } from './RapportApi';

// Arguments come from other plugins, most of them not written in TypeScript.

const STATES = Object.keys(STATE_WORDS);
const FILTERS: readonly string[] = ['state', 'owner', 'note'] satisfies (keyof RapportTaskFilter)[];

/** Throws a TypeError that names what was wrong. */
function check(fits: boolean, rule: string, given: unknown): void {
  if (!fits) throw new TypeError(`Rapport: ${rule}, not ${inWords(given)}.`);
}

export function checkText(what: string, given: unknown): void {
  check(typeof given === 'string', `${what} must be a string`, given);
}

export function checkIds(given: unknown): void {
  check(Array.isArray(given), 'ids must be an array', given);
  for (const id of given as unknown[]) checkText('each of ids', id);
}

export function checkFilter(given: unknown): void {
  check(
    typeof given === 'object' && given !== null && !Array.isArray(given),
    'filter must be an object',
    given,
  );
  for (const [name, value] of Object.entries(given as object)) {
    check(FILTERS.includes(name), `filter has ${FILTERS.join(', ')}`, name);
    if (value !== undefined) checkText(`filter.${name}`, value);
  }
  const { state } = given as RapportTaskFilter;
  check(state === undefined || STATES.includes(state), `filter.state is one of ${STATES.join(', ')}`, state);
}

export function checkListener(event: unknown, callback: unknown): void {
  check(event === 'changed', 'the event is “changed”', event);
  check(typeof callback === 'function', 'callback must be a function', callback);
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`;
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
