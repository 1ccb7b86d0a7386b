import type { Plugin } from 'obsidian';
import { readingFromJson } from '../core/graph/compact';
import type { NoteReading } from '../core/records';
import { conventionsOf } from '../core/settings';
import { databaseOf, readChunks, writeChunks, type Chunks } from './Chunks';
import { pack, unpack } from './packing';
import type { SettingsStore } from './SettingsStore';

/** What tells whether a file is the one that was read. Compared for equality: a restored backup is older. */
export interface Stamp {
  mtime: number;
  size: number;
}

interface Place extends Stamp {
  chunk: number;
}

/** Notes in one chunk, which is packed and unpacked at once and saved anew where one of them changes. */
const CHUNK = 100;

/**
 * What was read of the notes, kept in IndexedDB so that the next start reads only what changed. It holds nothing that is
 * not in the notes: whatever goes wrong with it, the notes are read.
 */
export class Snapshot {
  readonly #name: string;
  readonly #version: () => string;

  readonly #places = new Map<string, Place>();
  readonly #chunks: Set<string>[] = [];
  readonly #unsaved = new Set<number>();
  /** Whether what is in the database cannot be used. */
  #anew = true;

  /**
   * @param name The database's: of this vault on this device.
   * @param version All that readings hang on beside the notes: another program, another way to read.
   */
  constructor(name: string, version: () => string) {
    this.#name = name;
    this.#version = version;
  }

  /** Whether what is known of a path was read from the very file that has this stamp. */
  holds(path: string, { mtime, size }: Stamp): boolean {
    const place = this.#places.get(path);
    return place?.mtime === mtime && place.size === size;
  }

  /** Call when a note was read. */
  put(path: string, stamp: Stamp): void {
    const chunk = this.#places.get(path)?.chunk ?? this.#chunkWithRoom();
    this.#place(path, stamp, chunk);
    this.#unsaved.add(chunk);
  }

  remove(path: string): void {
    const place = this.#places.get(path);
    if (!place) return;
    this.#places.delete(path);
    this.#chunks[place.chunk]?.delete(path);
    this.#unsaved.add(place.chunk);
  }

  /**
   * Hands what was saved to `take`, note by note; what it refuses is forgotten. `pause` is awaited between them.
   * Resolves with nothing taken where there is nothing of use.
   */
  async load(
    take: (path: string, stamp: Stamp, reading: NoteReading) => boolean,
    pause: () => Promise<void>,
  ): Promise<void> {
    const { about, chunks } = await readChunks(this.#name);
    if (about !== this.#version()) return;
    this.#anew = false;
    const all = [...chunks];
    // The next is unpacked, elsewhere, while one is taken.
    let next = unpackSoon(all[0]?.[1]);
    for (const [i, [number]] of all.entries()) {
      while (this.#chunks.length <= number) this.#chunks.push(new Set());
      const lines = (await next).split('\n');
      next = unpackSoon(all[i + 1]?.[1]);
      for (let at = 0; at + 1 < lines.length; at += 2) {
        await pause();
        const [path, mtime, size] = JSON.parse(lines[at] ?? '') as [string, number, number];
        const stamp = { mtime, size };
        const reading = readingFromJson(lines[at + 1] ?? '');
        if (!this.#places.has(path) && take(path, stamp, reading)) this.#place(path, stamp, number);
        else this.#unsaved.add(number);
      }
    }
  }

  /** Saves what changed; `pause` is awaited before each chunk. A save that fails leaves what was saved before. */
  async save(readingOf: (path: string) => NoteReading, pause: () => Promise<void>): Promise<void> {
    const numbers = [...this.#unsaved];
    if (numbers.length === 0) return;
    this.#unsaved.clear();
    const about = this.#version();
    try {
      const chunks: Chunks = new Map();
      for (const number of numbers) {
        await pause();
        const lines = Array.from(this.#chunks[number] ?? [], path => {
          const { mtime, size } = this.#places.get(path) as Place;
          return `${JSON.stringify([path, mtime, size])}\n${JSON.stringify(readingOf(path))}`;
        });
        chunks.set(number, await pack(lines.join('\n')));
      }
      // Read by other rules meanwhile: then all of it is to be saved again.
      if (about !== this.#version()) return;
      await writeChunks(this.#name, { about, chunks }, this.#anew);
      this.#anew = false;
    } catch (error) {
      for (const number of numbers) this.#unsaved.add(number);
      throw error;
    }
  }

  #place(path: string, { mtime, size }: Stamp, chunk: number): void {
    this.#chunks[chunk]?.add(path);
    this.#places.set(path, { mtime, size, chunk });
  }

  #chunkWithRoom(): number {
    const last = this.#chunks.length - 1;
    if ((this.#chunks[last]?.size ?? CHUNK) < CHUNK) return last;
    return this.#chunks.push(new Set()) - 1;
  }
}

/** The snapshot of the plugin's vault. */
export const snapshotOf = ({ app, manifest }: Plugin, settings: SettingsStore): Snapshot =>
  new Snapshot(databaseOf(app), () => JSON.stringify([manifest.version, conventionsOf(settings.value)]));

/** Whoever waits for it hears what is wrong with it. */
function unpackSoon(packed: ArrayBuffer | undefined): Promise<string> {
  const text = packed ? unpack(packed) : Promise.resolve('');
  text.catch(() => undefined);
  return text;
}
