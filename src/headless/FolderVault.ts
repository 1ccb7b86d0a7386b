import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { REPLACEMENT } from '../core/note/foreignBytes';

/** A note's file: its bytes as text, and whether that text is all there is in it. */
export interface NoteFile {
  text: string;
  /** False where bytes are no UTF-8: writing the text back would lose them. */
  whole: boolean;
}

/** The notes below a folder on disk. Paths are relative to it, with `/`. */
export class FolderVault {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Every `.md` file, in one fixed order; names that begin with a dot are skipped, links are not followed. */
  paths(): string[] {
    const found: string[] = [];
    const walk = (folder: string): void => {
      for (const entry of readdirSync(join(this.#root, folder), { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) walk(path);
        else if (entry.isFile() && entry.name.toLowerCase().endsWith('.md')) found.push(path);
      }
    };
    walk('');
    return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }

  /** At once: nobody waits for this program to answer, and promises take longer than the disk. */
  read(path: string): NoteFile {
    const place = join(this.#root, path);
    const text = readFileSync(place, 'utf8');
    // Only what was replaced, or stands there as it is, needs a look at the bytes.
    return { text, whole: !text.includes(REPLACEMENT) || isUtf8(readFileSync(place)) };
  }

  /** Writes a whole file or nothing: into a temporary file beside it, which then takes its place. */
  async write(path: string, text: string): Promise<void> {
    const target = join(this.#root, path);
    const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await chmod(temporary, (await stat(target)).mode);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }
}
