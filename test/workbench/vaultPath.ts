import { lstat } from 'node:fs/promises';
import { join } from 'node:path';

/** A request the workbench does not carry out, with the HTTP status that says why. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Files and folders whose name begins with a dot are none of the vault's notes, as in the app. */
export const isHidden = (name: string): boolean => name.startsWith('.');

// NUL ends a path for the system; a backslash separates folders and a colon names a drive on Windows.
const FORBIDDEN = process.platform === 'win32' ? /[\0\\:]/ : /[\0\\]/;

/**
 * The place on disk of a vault path such as `Meetings/A.md`.
 * Refuses (400) what is no such path, and (403) what a symbolic link on the way would lead elsewhere.
 */
export async function placeOf(vault: string, path: unknown): Promise<string> {
  if (typeof path !== 'string' || path === '' || FORBIDDEN.test(path))
    throw new Refusal(400, 'Not a path in the vault');
  const names = path.split('/');
  if (names.some(name => name === '' || isHidden(name))) throw new Refusal(400, 'Not a path in the vault');
  let place = vault;
  for (const name of names) {
    place = join(place, name);
    const entry = await lstat(place).catch(() => null);
    if (entry?.isSymbolicLink()) throw new Refusal(403, `${path} leads through a symbolic link`);
  }
  return place;
}
