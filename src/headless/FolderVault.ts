import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
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
  /** All notes are read into it, one over the other. */
  #bytes = Buffer.allocUnsafe(1 << 20);

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
    return found.sort();
  }

  /** At once: nobody waits for this program to answer, and promises take longer than the disk. */
  read(path: string): NoteFile {
    const bytes = this.#read(join(this.#root, path));
    const text = bytes.toString();
    // Only what was replaced, or stands there as it is, needs a look at the bytes.
    return { text, whole: !text.includes(REPLACEMENT) || isUtf8(bytes) };
  }

  /** A file's bytes, until the next is read. */
  #read(place: string): Buffer {
    const file = openSync(place, 'r');
    try {
      let length = 0;
      for (let more = -1; more !== 0; length += more) {
        if (length === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * length);
        more = readSync(file, this.#bytes, length, this.#bytes.length - length, null);
      }
      return this.#bytes.subarray(0, length);
    } finally {
      closeSync(file);
    }
  }

  /** Writes a whole file or nothing: into a temporary file beside it, which then takes its place. */
  async write(path: string, text: string): Promise<void> {
    const target = join(this.#root, path);
    const temporary = `${target}.${crypto.randomUUID()}.tmp`;
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
