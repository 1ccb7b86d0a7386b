import { randomBytes } from 'node:crypto';
import { chmod, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A note's file: its bytes as text, and whether that text is all there is in it. */
export interface NoteFile {
  text: string;
  /** False where bytes are no UTF-8: writing the text back would lose them. */
  whole: boolean;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The notes below a folder on disk. Paths are relative to it, with `/`. */
export class FolderVault {
  constructor(private readonly root: string) {}

  /** Every `.md` file, in one fixed order; names that begin with a dot are skipped, links are not followed. */
  async paths(): Promise<string[]> {
    const found: string[] = [];
    const walk = async (folder: string): Promise<void> => {
      for (const entry of await readdir(join(this.root, folder), { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) await walk(path);
        else if (entry.isFile() && entry.name.toLowerCase().endsWith('.md')) found.push(path);
      }
    };
    await walk('');
    return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }

  async read(path: string): Promise<NoteFile> {
    const bytes = await readFile(join(this.root, path));
    try {
      return { text: strictUtf8.decode(bytes), whole: true };
    } catch {
      return { text: lenientUtf8.decode(bytes), whole: false };
    }
  }

  /** Writes a whole file or nothing: into a temporary file beside it, which then takes its place. */
  async write(path: string, text: string): Promise<void> {
    const target = join(this.root, path);
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
