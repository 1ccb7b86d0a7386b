import { TASK_STATES } from '../../core/records';
import type { RapportTaskFilter } from './RapportApi';

/** What an argument has to be: of a type, or one of some words. */
type Rule = 'string' | 'object' | 'array' | 'function' | readonly string[];

const FILTER: Record<keyof RapportTaskFilter, Rule> = { state: TASK_STATES, owner: 'string', note: 'string' };

/** Arguments come from other plugins, most of them not written in TypeScript. Throws a TypeError that names them. */
export function check(what: string, rule: Rule, given: unknown): void {
  const is = Array.isArray(given) ? 'array' : given === null ? 'null' : typeof given;
  const fits = typeof rule === 'string' ? is === rule : rule.includes(given as string);
  if (!fits)
    throw new TypeError(
      `Rapport: ${what} must be ${[rule].flat().join(' or ')}, not ${is === 'string' ? `“${given as string}”` : is}.`,
    );
}

export function checkIds(given: unknown): void {
  check('ids', 'array', given);
  for (const id of given as unknown[]) check('each of ids', 'string', id);
}

export function checkFilter(given: unknown): void {
  check('filter', 'object', given);
  for (const [name, value] of Object.entries(given as object)) {
    check('a name in filter', Object.keys(FILTER), name);
    if (value !== undefined) check(`filter.${name}`, FILTER[name as keyof RapportTaskFilter], value);
  }
}
