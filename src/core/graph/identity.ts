/** The vault's owner in task lines, whatever their name. */
export const SELF_KEYS: readonly string[] = ['myself', 'me', 'i'];

/** What the pipelines write where they found no owner. */
const NOBODY = new Set([
  'tbd',
  'tba',
  'unknown',
  'unassigned',
  'owner',
  'nobody',
  'none',
  'n/a',
  'everyone',
  'all',
  'team',
]);

/** Teams own tasks too, but are nobody one meets. */
const TEAMS = new Set([
  'product',
  'legal',
  'finance',
  'engineering',
  'marketing',
  'sales',
  'support',
  'operations',
  'hr',
  'it',
]);
const TEAM_ENDINGS = ['team', 'engineering', 'group', 'department'];

/** Whether a name key (see `nameKey`) cannot be a person. Such an owner keeps its label, but owns nothing. */
export function isNobody(key: string): boolean {
  const name = (key.split(' (', 1)[0] ?? '').replace(/^\((.*)\)$/, '$1');
  return (
    name === '' ||
    NOBODY.has(name) ||
    TEAMS.has(name) ||
    TEAM_ENDINGS.some(ending => name.endsWith(` ${ending}`))
  );
}

/** The first name of a full name's key; undefined for a bare name. */
export function firstNameOf(key: string): string | undefined {
  const space = key.indexOf(' ');
  return space > 0 && !key.startsWith('(', space + 1) ? key.slice(0, space) : undefined;
}

/** The word a bare name consists of, its remark left out. */
export function bareNameOf(key: string): string {
  return key.split(' ', 1)[0] ?? key;
}

/**
 * A task's identity: the note and what the line says without its bookkeeping, so that it survives other lines moving
 * and its own promotion. `ordinal` counts equal texts in one note. 53 bits, base 36.
 */
export function taskId(path: string, text: string, ordinal: number): string {
  const hash = hash53(`${path}\n${text}\n${ordinal}`);
  return `t${hash.toString(36).padStart(11, '0')}`;
}

/** Two 32-bit FNV-1a hashes with different seeds, joined to 53 bits. */
function hash53(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  high = Math.imul(high ^ (low >>> 15), 0xc2b2ae35);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}
