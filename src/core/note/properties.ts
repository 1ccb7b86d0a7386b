import { isoDateIn, toIsoDate } from '../dates';
import type { NoteConventions } from './conventions';
import { collapseSpaces } from './text';

/** A note's front matter: whatever YAML can say, by name. */
export type Properties = Readonly<Record<string, unknown>>;

export function hasIndexedType(properties: Properties, conventions: NoteConventions): boolean {
  const { types } = conventions;
  if (typeof properties.type === 'string' && types.includes(properties.type)) return true;
  return readLabels(properties.type).some(type =>
    types.some(indexed => indexed.toLowerCase() === type.toLowerCase()),
  );
}

/** The day a property names: a string that begins with one, a YAML date, a timestamp in s or ms; null otherwise. */
export function readDate(value: unknown): string | null {
  if (typeof value === 'string') {
    const plain = isoDateIn(value, 0, Math.min(value.length, 10));
    if (plain !== null) return plain;
    const text = value.trim().replace(/^\[\[/, '');
    if (/^\d{8,14}$/.test(text)) return readTimestamp(Number(text));
    return isoDateIn(text, 0, Math.min(text.length, 10));
  }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return readTimestamp(value);
  return null;
}

function readTimestamp(value: number): string | null {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(String(value));
  if (digits) return readDate(digits.slice(1).join('-'));
  // Below, a number is a year or a count; a tenth of a billion seconds is 1973.
  if (!(value >= 1e8 && value <= 1e14)) return null;
  return toIsoDate(new Date(value < 1e11 ? value * 1000 : value));
}

/** A property as written; '' for anything that is no single value. */
export function readPlain(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The text of a property; '' for anything that is no single value. */
export function readText(value: unknown): string {
  return collapseSpaces(readPlain(value));
}

/** One name, whatever commas are in it: `person: Ochoa, Dana`. */
export function readLabel(value: unknown): string | undefined {
  if (Array.isArray(value)) return readLabels(value)[0];
  return readText(value) || undefined;
}

/**
 * A property that names one or several: a string split at commas, a list, or an unquoted `[[link]]`, which YAML reads
 * as a list in a list.
 */
export function readLabels(value: unknown, within: readonly unknown[] = []): string[] {
  if (!Array.isArray(value)) return splitOutsideLinks(readText(value));
  // In YAML a list can hold itself: `&a [*a]`.
  if (within.includes(value)) return [];
  const link = yamlLink(value);
  if (link !== undefined) return [link];
  const labels: string[] = [];
  for (const each of value) {
    const label = Array.isArray(each) ? readLabels(each, [...within, value]) : readText(each);
    if (typeof label !== 'string') labels.push(...label);
    else if (label !== '') labels.push(label);
  }
  return labels;
}

function yamlLink(list: readonly unknown[]): string | undefined {
  const [inner] = list;
  if (list.length !== 1 || !Array.isArray(inner) || inner.length !== 1 || typeof inner[0] !== 'string')
    return;
  return `[[${inner[0]}]]`;
}

function splitOutsideLinks(text: string): string[] {
  if (text === '') return [];
  if (!/[,;]/.test(text)) return [text];
  const parts: string[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(/\[\[[^[\]]*\]\]|[,;]/g)) {
    if (found.length > 1) continue;
    parts.push(text.slice(start, index).trim());
    start = index + 1;
  }
  return [...parts, text.slice(start).trim()].filter(part => part !== '');
}
