import {
  normalizePath,
  parseYaml,
  TFile,
  TFolder,
  type App,
  type CachedMetadata,
  type Component,
  type TAbstractFile,
} from 'obsidian';
import { compact } from '../core/graph/compact';
import type { PeopleGraph } from '../core/graph/PeopleGraph';
import { Listeners } from '../core/Listeners';
import { memoize } from '../core/memoize';
import { firstForeignLine } from '../core/note/foreignBytes';
import { endOfFrontMatter } from '../core/note/markdownLines';
import { hasIndexedType, type Properties } from '../core/note/properties';
import { readNote } from '../core/note/readNote';
import { nextTask, SLICE } from '../core/nextTask';
import type { NoteReading } from '../core/records';
import { conventionsOf, type Settings } from '../core/settings';
import { reasonOf } from '../core/reasonOf';
import { isRecord } from '../core/shapes';
import { holdsForeignBytes } from './foreignBytes';
import type { Snapshot, Stamp } from './Snapshot';
import { en, fill } from '../core/words';

export interface IndexProgress {
  done: number;
  total: number;
}

/** Reads started at once starve the app. */
const READS_IN_FLIGHT = 4;
/** How often listeners are told how far it is, in ms: each draws something. */
const TELL_EVERY = 50;
/** How long the graph that is filled waits at least before it tells of more, in ms. */
const TELL_AGAIN = 1000;
/** How long nothing may happen before what was read is saved, in ms. */
const SAVE_DELAY = 5000;

/**
 * Keeps the graph in step with the vault. There is one queue of paths: the first index fills it with everything,
 * an event with one note. A path that is queued again while it is read is read again, so nothing stale goes in.
 */
export class VaultIndexer {
  readonly #app: App;
  readonly #graph: PeopleGraph;
  readonly #settings: () => Readonly<Settings>;
  readonly #snapshot: Snapshot | undefined;

  /** Path → its text where an event brought it, else undefined. */
  readonly #queue = new Map<string, string | undefined>();
  /** Paths being read; one path is never read twice at a time, or the older text could arrive last. */
  readonly #inFlight = new Set<string>();
  /** How long it took to read every note, the last time, in ms. */
  rebuiltIn = 0;
  #sliceStart = 0;
  #saveTimer = 0;
  /** When it began to fill the graph, and when that next tells of what is new. */
  #begun = 0;
  #tellAt = 0;
  /** When listeners were told how far it is. */
  #told = 0;
  /** While it looks for notes to read, it is not done. */
  #looking = false;
  /** Whether notes are read of which the graph has not heard; it is told of them together. */
  #filling = false;
  #stopped = false;
  #progress: IndexProgress | null = null;
  readonly #progressListeners = new Listeners<[IndexProgress | null]>();
  #idleListeners: (() => void)[] = [];

  constructor(app: App, graph: PeopleGraph, settings: () => Readonly<Settings>, snapshot?: Snapshot) {
    this.#app = app;
    this.#graph = graph;
    this.#settings = settings;
    this.#snapshot = snapshot;
  }

  /**
   * Follows the vault from now on and indexes what is there: what has not changed from the snapshot, the rest from the
   * notes, newest first. Call once the layout is ready, not before. Resolves when all is read.
   */
  async start(component: Component): Promise<void> {
    const { vault, metadataCache } = this.#app;
    component.register(() => this.#stop());
    component.registerEvent(metadataCache.on('changed', (file, data) => this.#enqueue(file.path, data)));
    component.registerEvent(vault.on('rename', (file, from) => this.#renamed(file, from)));
    component.registerEvent(vault.on('delete', file => this.#deleted(file)));
    this.#looking = this.#filling = true;
    this.#begun = performance.now();
    // Turned on while the app runs, the plugin is loaded first.
    await nextTask();
    await this.#restore();
    return this.#readAll(file => this.#snapshot?.holds(file.path, file.stat) ?? false);
  }

  /** Reads every note again, newest first; what is no longer indexed goes. Resolves when all is read. */
  async rebuild(): Promise<void> {
    const start = performance.now();
    await this.#readAll(() => false);
    this.rebuiltIn = performance.now() - start;
  }

  /** Resolves when nothing is left to read. */
  whenIdle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise(resolve => this.#idleListeners.push(resolve));
  }

  /** Calls `listener` with how far the index is while many notes are read, and with null when it is done. */
  onProgress(listener: (progress: IndexProgress | null) => void): () => void {
    listener(this.#progress);
    return this.#progressListeners.add(listener);
  }

  /** Saves what was read, for the next start. Full disk, blocked database: then that reads the notes. */
  async save(): Promise<void> {
    if (!this.#isIdle()) return;
    await this.#snapshot?.save(path => this.#graph.reading(path), idle).catch(() => undefined);
  }

  /** @param isKnown Whether what is known of a note that is wanted was read from this very file. */
  async #readAll(isKnown: (file: TFile) => boolean): Promise<void> {
    this.#looking = true;
    const wanted = new Set<string>();
    const toRead: TFile[] = [];
    for (const file of this.#app.vault.getMarkdownFiles()) {
      await this.#nextSlice();
      if (isKnown(file)) wanted.add(file.path);
      else if (this.#isWanted(file)) {
        wanted.add(file.path);
        toRead.push(file);
      }
    }
    toRead.sort((a, b) => b.stat.mtime - a.stat.mtime);
    for (const known of this.#knownPaths())
      if (!wanted.has(known) && !this.#inFlight.has(known)) this.#forget(known);
    if (this.#stopped) return;
    for (const { path } of toRead) if (!this.#queue.has(path)) this.#queue.set(path, undefined);
    this.#looking = false;
    if (this.#queue.size > 0) this.#setProgress({ done: 0, total: this.#queue.size });
    this.#fill();
    this.#advance();
    return this.whenIdle();
  }

  /** Takes from the snapshot what it has of notes as they are now; without a snapshot of use, nothing. */
  async #restore(): Promise<void> {
    const graph = this.#graph,
      snapshot = this.#snapshot;
    if (!snapshot) return;
    const take = (path: string, { mtime, size }: Stamp, reading: NoteReading) => {
      const file = this.#app.vault.getFileByPath(path);
      const isSame = file?.stat.mtime === mtime && file.stat.size === size;
      // What an event brought meanwhile is in the graph, or on its way there.
      if (
        !isSame ||
        this.#stopped ||
        this.#queue.has(path) ||
        this.#inFlight.has(path) ||
        !this.#isWanted(file)
      )
        return false;
      graph.add(path, reading);
      this.#tellSometimes();
      return true;
    };
    // It is only ever a help: whatever is wrong with it, the notes are read.
    await snapshot.load(take, () => this.#nextSlice()).catch(() => undefined);
  }

  #stop(): void {
    this.#stopped = true;
    window.clearTimeout(this.#saveTimer);
    this.#queue.clear();
    this.#progressListeners.clear();
  }

  #renamed(file: TAbstractFile, from: string): void {
    if (!(file instanceof TFile)) return;
    const text = this.#queue.get(from);
    this.#queue.delete(from);
    if (!isMarkdown(file.path)) {
      this.#forget(from);
      return;
    }
    this.#snapshot?.remove(from);
    // The graph follows at once, so that screens keep the note; a new name or folder may also mean a new person.
    this.#graph.rename(from, file.path);
    this.#enqueue(file.path, text);
  }

  #deleted(file: TAbstractFile): void {
    const inside =
      file instanceof TFolder ? this.#knownPaths().filter(path => path.startsWith(`${file.path}/`)) : [];
    for (const path of [file.path, ...inside]) {
      this.#queue.delete(path);
      this.#forget(path);
    }
  }

  #forget(path: string): void {
    this.#snapshot?.remove(path);
    this.#graph.remove(path);
    this.#saveSoon();
  }

  #knownPaths(): string[] {
    return [...this.#graph.paths(), ...this.#graph.problems().map(({ path }) => path)];
  }

  #enqueue(path: string, text?: string): void {
    if (!isMarkdown(path)) return;
    this.#queue.set(path, text);
    this.#fill();
  }

  #fill(): void {
    for (const [path, text] of this.#queue) {
      if (this.#inFlight.size >= READS_IN_FLIGHT) return;
      if (this.#inFlight.has(path)) continue;
      this.#queue.delete(path);
      this.#inFlight.add(path);
      void this.#index(path, text).finally(() => {
        this.#inFlight.delete(path);
        this.#advance();
        this.#fill();
      });
    }
  }

  #advance(): void {
    if (this.#isIdle()) {
      if (this.#filling) this.#graph.tellAll();
      this.#filling = false;
      this.#setProgress(null);
      this.#saveSoon();
      for (const resolve of this.#idleListeners.splice(0)) resolve();
    } else if (this.#progress && performance.now() - this.#told > TELL_EVERY) {
      if (this.#filling) this.#tellSometimes();
      const left = this.#queue.size + this.#inFlight.size;
      const total = Math.max(this.#progress.total, left);
      this.#setProgress({ done: total - left, total });
    }
  }

  /** Soon for the first time; then the more there is, the more seldom, since whoever is told makes it all anew. */
  #tellSometimes(): void {
    const now = performance.now();
    this.#tellAt ||= now + TELL_EVERY;
    if (now < this.#tellAt) return;
    this.#tellAt = now + Math.max(TELL_AGAIN, now - this.#begun);
    this.#graph.tellAdded();
  }

  #setProgress(progress: IndexProgress | null): void {
    if (progress === this.#progress) return;
    this.#progress = progress;
    this.#told = performance.now();
    this.#progressListeners.call(progress);
  }

  #isIdle(): boolean {
    return this.#queue.size === 0 && this.#inFlight.size === 0 && !this.#looking;
  }

  #saveSoon(): void {
    if (!this.#snapshot || this.#stopped) return;
    window.clearTimeout(this.#saveTimer);
    this.#saveTimer = window.setTimeout(() => void this.save(), SAVE_DELAY);
  }

  async #index(path: string, text: string | undefined): Promise<void> {
    const stat = this.#app.vault.getFileByPath(path)?.stat;
    const stamp = stat && { mtime: stat.mtime, size: stat.size };
    const reading = await this.#read(path, text).catch((error: unknown): NoteReading =>
      problem(path, fill(en.noteNotReadSince, shortReason(error))),
    );
    await this.#nextSlice();
    // Queued again, renamed or deleted meanwhile: what was read is old.
    if (this.#stopped || this.#queue.has(path)) return;
    if (!stamp || !this.#app.vault.getFileByPath(path)) return this.#forget(path);
    if (this.#filling && !this.#graph.has(path)) this.#graph.add(path, compact(reading));
    else this.#graph.put(path, compact(reading));
    this.#snapshot?.put(path, stamp);
  }

  async #read(path: string, given: string | undefined): Promise<NoteReading> {
    const { vault, metadataCache } = this.#app;
    const file = vault.getFileByPath(path);
    if (!file || !this.#isWanted(file)) return NONE_OF_OURS;
    const text = given ?? (await vault.cachedRead(file));
    if (text === '') return problem(path, en.noteEmpty);
    await this.#nextSlice();
    const frontMatter = propertiesOf(metadataCache.getFileCache(file));
    if (frontMatter === undefined) return frontMatterProblem(path, text);
    const reading = readNote({ path, text, frontMatter }, conventionsOf(this.#settings()));
    if (await holdsForeignBytes(vault, file, text))
      reading.problems.push({
        path,
        line: firstForeignLine(text),
        message: en.foreignBytesRead,
      });
    return reading;
  }

  /** Of an indexed type, or of no type that can be told: broken front matter and empty files become problems. */
  #isWanted(file: TFile): boolean {
    const { excludedFolders } = this.#settings();
    if (excludedFolders.some(folder => file.path.startsWith(prefixOf(folder)))) return false;
    if (file.stat.size === 0) return true;
    const cache = this.#app.metadataCache.getFileCache(file);
    if (!cache) return false;
    const properties = propertiesOf(cache);
    return properties === undefined
      ? cache.sections?.[0]?.type === 'yaml'
      : hasIndexedType(properties, conventionsOf(this.#settings()));
  }

  /** Waits for the next task where this one has kept the main thread long enough. */
  async #nextSlice(): Promise<void> {
    if (performance.now() - this.#sliceStart < SLICE) return;
    await nextTask();
    this.#sliceStart = performance.now();
  }
}

/** How the paths of what is in a folder begin. It is asked for every file. */
const prefixOf = memoize(folder => `${normalizePath(folder)}/`);

const NONE_OF_OURS: NoteReading = { record: null, problems: [] };

function propertiesOf(cache: CachedMetadata | null): Properties | undefined {
  const frontMatter: unknown = cache?.frontmatter;
  return isRecord(frontMatter) ? frontMatter : undefined;
}

/** Why front matter the app could not use cannot be used, and where; nothing where there is none after all. */
function frontMatterProblem(path: string, text: string): NoteReading {
  const yaml = text
    .slice(0, endOfFrontMatter(text))
    .replace(/^\uFEFF?---[^\n]*\n/, '')
    .replace(/---\s*$/, '');
  try {
    const value: unknown = parseYaml(yaml);
    if (value === null || value === undefined) return NONE_OF_OURS;
    return problem(path, fill(en.notProperties, Array.isArray(value) ? 'list' : typeof value), 1);
  } catch (error) {
    const { linePos } = error as { linePos?: { line: number }[] };
    return problem(path, fill(en.invalidYaml, shortReason(error)), linePos?.[0]?.line ?? 1);
  }
}

/** Until the app has nothing better to do; not every system tells. */
const idle = (): Promise<void> =>
  new Promise(resolve => {
    const { requestIdleCallback: ask } = window as Partial<Window>;
    if (ask) ask.call(window, () => resolve());
    else window.setTimeout(resolve);
  });

const isMarkdown = (path: string): boolean => path.toLowerCase().endsWith('.md');

function problem(path: string, message: string, line?: number): NoteReading {
  return { record: null, problems: [{ path, ...(line !== undefined && { line }), message }] };
}

/** Its first line: what follows points into the text. */
const shortReason = (error: unknown): string => reasonOf(error).split('\n', 1)[0] ?? '';
