import { createHash, randomUUID } from 'node:crypto';
import { watch, type Dirent, type FSWatcher } from 'node:fs';
import { chmod, lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isHidden, placeOf, Refusal } from './vaultPath';

/** A file as the page gets it. What is not text in UTF-8 comes as base64, so that no byte is lost. */
export type StoredFile = { path: string; etag: string } & ({ text: string } | { base64: string });

export type VaultChange = ({ kind: 'write' } & StoredFile) | { kind: 'remove'; path: string };

interface Entry {
  kind: 'file' | 'folder';
  /** Differs after every write of the file. */
  stamp: string;
  /** Names the content; empty for a folder and for an attachment too large for the page to need. */
  etag: string;
}

/** Between the first sign of a change in the folder and the look at what it was, in ms. */
const DEBOUNCE = 50;

/** In bytes. Of larger files that are no notes the page gets but the name. */
const LARGEST_ATTACHMENT = 1_000_000;

/** Where removed notes go: out of sight, as with the app's setting "move to vault trash". */
const TRASH = '.trash';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The notes on disk: reads and writes them, and tells of every change, whoever made it. */
export class VaultFolder {
  private entries = new Map<string, Entry>();
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly listeners = new Set<(change: VaultChange) => void>();
  /** One thing at a time, so that a look at the folder never sees half of a write. */
  private turn: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  private constructor(readonly root: string) {}

  static async open(root: string): Promise<VaultFolder> {
    const folder = new VaultFolder(root);
    folder.entries = await folder.look();
    folder.watchFolders();
    return folder;
  }

  async *files(): AsyncGenerator<StoredFile> {
    for (const [path, entry] of this.entries) {
      const file = await this.load(path, entry);
      if (file) yield file;
    }
  }

  /** `etag` names the text that is to be replaced, null a note that is to be new; otherwise nothing is written. */
  write(path: string, text: string, etag: string | null): Promise<void> {
    return this.inTurn(async () => {
      const place = await placeOf(this.root, path);
      const present = await readFile(place).catch(() => null);
      if ((present && etagOf(present)) !== etag)
        throw new Refusal(409, `${path} was changed on disk meanwhile`);
      await replaceFile(place, text);
    });
  }

  remove(path: string): Promise<void> {
    return this.inTurn(async () => {
      const place = await placeOf(this.root, path);
      const grave = join(this.root, TRASH, path);
      await mkdir(dirname(grave), { recursive: true });
      await rename(place, await freeName(grave));
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.inTurn(async () => {
      const [source, target] = [await placeOf(this.root, from), await placeOf(this.root, to)];
      if (await exists(target)) throw new Refusal(409, `${to} exists already`);
      await rename(source, target);
    });
  }

  makeFolder(path: string): Promise<void> {
    return this.inTurn(async () => {
      await mkdir(await placeOf(this.root, path), { recursive: true });
    });
  }

  onChange(listener: (change: VaultChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
    this.listeners.clear();
  }

  private inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(job);
    this.turn = turn.catch(() => undefined).then(() => this.announceChanges());
    return turn;
  }

  private async announceChanges(): Promise<void> {
    const before = this.entries;
    this.entries = await this.look();
    if (this.isClosed) return;
    this.watchFolders();
    for (const path of before.keys()) if (!this.entries.has(path)) this.tell({ kind: 'remove', path });
    for (const [path, entry] of this.entries) {
      if (before.get(path)?.etag === entry.etag) continue;
      const file = await this.load(path, entry);
      if (file) this.tell({ kind: 'write', ...file });
    }
  }

  /** Null for a folder, and for a file that went away since the last look. */
  private async load(path: string, { kind, etag }: Entry): Promise<StoredFile | null> {
    if (kind === 'folder') return null;
    if (etag === '') return { path, etag, text: '' };
    const bytes = await readFile(join(this.root, path)).catch(() => null);
    return bytes && storedFile(path, bytes);
  }

  /** What is there now. Reads only files that were written since the last look. */
  private async look(): Promise<Map<string, Entry>> {
    const found = new Map<string, Entry>();
    const visit = async (folder: string): Promise<void> => {
      const children = await readdir(join(this.root, folder), { withFileTypes: true }).catch(
        (): Dirent[] => [],
      );
      for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (isHidden(child.name)) continue;
        const path = folder === '' ? child.name : `${folder}/${child.name}`;
        if (child.isFile()) {
          const entry = await this.lookAtFile(path);
          if (entry) found.set(path, entry);
        } else if (child.isDirectory()) {
          found.set(path, { kind: 'folder', stamp: '', etag: '' });
          await visit(path);
        }
      }
    };
    await visit('');
    return found;
  }

  private async lookAtFile(path: string): Promise<Entry | null> {
    const place = join(this.root, path);
    try {
      const { mtimeNs, size, ino } = await stat(place, { bigint: true });
      const stamp = `${mtimeNs}:${size}:${ino}`;
      const known = this.entries.get(path);
      if (known?.stamp === stamp) return known;
      const isLarge = !path.toLowerCase().endsWith('.md') && size > LARGEST_ATTACHMENT;
      return { kind: 'file', stamp, etag: isLarge ? '' : etagOf(await readFile(place)) };
    } catch {
      // Gone, or not readable, since the folder was listed.
      return null;
    }
  }

  /** One watcher a folder: watching recursively loses files that are replaced, on some systems. */
  private watchFolders(): void {
    const folders = new Set(['']);
    for (const [path, { kind }] of this.entries) if (kind === 'folder') folders.add(path);
    for (const [path, watcher] of this.watchers) {
      if (folders.has(path)) continue;
      watcher.close();
      this.watchers.delete(path);
    }
    for (const path of folders) if (!this.watchers.has(path)) this.watchFolder(path);
  }

  private watchFolder(path: string): void {
    try {
      const watcher = watch(join(this.root, path), () => this.lookSoon());
      watcher.on('error', () => {
        watcher.close();
        this.watchers.delete(path);
        this.lookSoon();
      });
      this.watchers.set(path, watcher);
    } catch {
      // The folder went away between the look and now; the watcher of its parent tells.
    }
  }

  private lookSoon(): void {
    clearTimeout(this.timer);
    if (this.isClosed) return;
    this.timer = setTimeout(() => void this.inTurn(async () => undefined), DEBOUNCE);
  }

  private tell(change: VaultChange): void {
    for (const listener of this.listeners) listener(change);
  }
}

const etagOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function storedFile(path: string, bytes: Buffer): StoredFile {
  const etag = etagOf(bytes);
  try {
    return { path, etag, text: strictUtf8.decode(bytes) };
  } catch {
    return { path, etag, base64: bytes.toString('base64') };
  }
}

/** Readers see the old file or the new one, never half of it; the file keeps its permissions. */
async function replaceFile(place: string, text: string): Promise<void> {
  const draft = join(dirname(place), `.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    const old = await lstat(place).catch(() => null);
    if (old) await chmod(draft, old.mode);
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const exists = (place: string): Promise<boolean> =>
  lstat(place).then(
    () => true,
    () => false,
  );

async function freeName(place: string): Promise<string> {
  return (await exists(place)) ? `${place}.${randomUUID()}` : place;
}
