/*
 * What a name consists of. Everything here takes and gives name keys (see `nameKey`): lower case, single spaces.
 */

/** The vault's owner in notes, whatever their name. */
export const SELF_KEYS: readonly string[] = ['myself', 'me', 'i'];

/** The first name of a full name; undefined for a bare name, with or without a remark. */
export function firstNameOf(key: string): string | undefined {
  const space = key.indexOf(' ');
  return space > 0 && !key.startsWith('(', space + 1) ? key.slice(0, space) : undefined;
}

/** The word a bare name consists of, its remark left out. */
export function bareNameOf(key: string): string {
  return key.split(' ', 1)[0] ?? key;
}

/** Whether `key` is a bare name, with or without a remark, of somebody whose first name is `first`. */
export function isBareNameOf(key: string, first: string): boolean {
  return key.startsWith(first) && firstNameOf(key) === undefined && bareNameOf(key) === first;
}

/** `jo lind` → `jo lind lind`, which bad merges make of it; undefined for a bare name. */
export function doubled(key: string): string | undefined {
  return firstNameOf(key) === undefined ? undefined : `${key} ${key.slice(key.lastIndexOf(' ') + 1)}`;
}

/** `jo lind lind` → `jo lind`; undefined where not just the last two words are the same, or nothing full is left. */
export function undoubled(key: string): string | undefined {
  const space = key.lastIndexOf(' ');
  const rest = key.slice(0, Math.max(space, 0));
  const last = key.slice(space);
  return rest.endsWith(last) && !rest.endsWith(last + last) && doubled(rest) === key ? rest : undefined;
}

/** The names that `a, b and c` lists; undefined where it lists none. A comma alone proves nothing: look at the parts. */
export function listedNames(key: string): string[] | undefined {
  if (!/,| and /.test(key)) return undefined;
  const parts = key
    .split(/,| and /)
    .map(part => part.trim())
    .filter(part => part !== '');
  return parts.length > 1 ? parts : undefined;
}

/** Whether a label speaks of several people, whoever they are: `a or b`, `a & b ochoa`, `a and b`. */
export function namesSeveral(key: string): boolean {
  return / (?:or|and|&) /.test(key);
}
