import { Adapter } from './adapter';
import { Events } from './events';
import { isHidden, parentPath, TAbstractFile, TFile, TFolder } from './files';
import { nextTask, type Pending } from './pending';

/** Hears of every write before it counts; a rejection undoes it. The workbench keeps files on disk with it. */
export interface VaultMirror {
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  mkdir(path: string): Promise<void>;
}

export interface WriteOptions {
  mtime?: number;
  ctime?: number;
}

const encoder = new TextEncoder();
/** As the app reads files: bytes that are no UTF-8 become U+FFFD. The byte order mark stays. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const encode = (text: string): Uint8Array => encoder.encode(text);
export const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

export class Vault extends Events {
  readonly configDir = '.obsidian';
  readonly adapter = new Adapter(this);
  /** What the app keeps in dot folders, its configuration above all. */
  readonly hidden = new Map<string, Uint8Array>();
  private readonly root = new TFolder(this, '/');
  private readonly entries = new Map<string, TAbstractFile>([['/', this.root]]);
  private readonly bytes = new Map<TFile, Uint8Array>();
  private readonly texts = new WeakMap<Uint8Array, string>();
  /** By file, or by path where the file is still to be made. */
  private readonly turns = new Map<TFile | string, Promise<unknown>>();
  private clock = 0;

  constructor(
    private readonly pending: Pending,
    private readonly mirror?: VaultMirror,
  ) {
    super();
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of [...root.children]) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }

  getName(): string {
    return 'Vault';
  }

  getRoot(): TFolder {
    return this.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.entries.get(path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const entry = this.entries.get(path);
    return entry instanceof TFile ? entry : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const entry = this.entries.get(path);
    return entry instanceof TFolder ? entry : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.entries.values()];
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter(
      (entry): entry is TFolder => entry instanceof TFolder && (includeRoot || !entry.isRoot()),
    );
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((entry): entry is TFile => entry instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter(file => file.extension === 'md');
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  async read(file: TFile): Promise<string> {
    await this.pending.track(nextTask());
    return this.textOf(this.contentOf(file));
  }

  /** What is in memory already; the app reads the file where it is not. */
  async cachedRead(file: TFile): Promise<string> {
    return this.texts.get(this.contentOf(file)) ?? this.read(file);
  }

  async readBinary(file: TFile): Promise<ArrayBuffer> {
    await this.pending.track(nextTask());
    const { buffer, byteOffset, byteLength } = this.contentOf(file);
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  }

  create(path: string, data: string, options?: WriteOptions): Promise<TFile> {
    return this.createFile(path, encode(data), options);
  }

  createBinary(path: string, data: ArrayBuffer, options?: WriteOptions): Promise<TFile> {
    return this.createFile(path, new Uint8Array(data.slice(0)), options);
  }

  async createFolder(path: string): Promise<TFolder> {
    if (this.entries.has(path)) throw new Error('Folder already exists.');
    await this.pending.track(this.mirror?.mkdir(path) ?? nextTask());
    return this.ensureFolder(path);
  }

  modify(file: TFile, data: string, options?: WriteOptions): Promise<void> {
    return this.modifyInTurn(file, () => data, options);
  }

  /** The text is asked for when the file's turn has come, with all that was written before it. */
  modifyInTurn(file: TFile, text: () => string, options?: WriteOptions): Promise<void> {
    return this.inTurn(file, () => this.write(file, encode(text()), options));
  }

  modifyBinary(file: TFile, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
    return this.inTurn(file, () => this.write(file, new Uint8Array(data.slice(0)), options));
  }

  /** Atomic: nothing else writes the file between reading and writing. A throw writes nothing. */
  process(file: TFile, change: (data: string) => string, options?: WriteOptions): Promise<string> {
    return this.inTurn(file, async () => {
      const data = change(await this.read(file));
      await this.write(file, encode(data), options);
      return data;
    });
  }

  async append(file: TFile, data: string, options?: WriteOptions): Promise<void> {
    await this.process(file, text => text + data, options);
  }

  appendBinary(file: TFile, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
    return this.inTurn(file, () => {
      const known = this.contentOf(file);
      const joined = new Uint8Array(known.byteLength + data.byteLength);
      joined.set(known);
      joined.set(new Uint8Array(data), known.byteLength);
      return this.write(file, joined, options);
    });
  }

  async copy<T extends TAbstractFile>(entry: T, to: string): Promise<T> {
    if (this.entries.has(to)) throw new Error('Destination file already exists!');
    if (entry instanceof TFile) return (await this.createFile(to, this.contentOf(entry))) as unknown as T;
    const folder = await this.createFolder(to);
    for (const child of (entry as unknown as TFolder).children) await this.copy(child, `${to}/${child.name}`);
    return folder as unknown as T;
  }

  async delete(entry: TAbstractFile, _force?: boolean): Promise<void> {
    this.mustExist(entry);
    await this.pending.track(this.mirror?.remove(entry.path) ?? nextTask());
    this.drop(entry);
  }

  trash(entry: TAbstractFile, _system?: boolean): Promise<void> {
    return this.delete(entry);
  }

  async rename(entry: TAbstractFile, to: string): Promise<void> {
    this.mustExist(entry);
    if (this.entries.has(to) && to.toLowerCase() !== entry.path.toLowerCase())
      throw new Error('Destination file already exists!');
    if (!this.getFolderByPath(parentPath(to)))
      throw new Error(`ENOENT: no such file or directory, rename '${entry.path}' -> '${to}'`);
    await this.pending.track(this.mirror?.rename(entry.path, to) ?? nextTask());
    this.move(entry, to);
  }

  // What a program outside the app does; the mirror is not asked.

  put(path: string, content: Uint8Array, options: WriteOptions = {}): TFile {
    const known = this.getFileByPath(path);
    const file = this.store(path, content, options);
    this.trigger(known ? 'modify' : 'create', file);
    return file;
  }

  /** Puts a file there without telling anybody: it was there before the app started. */
  store(path: string, content: Uint8Array, options: WriteOptions = {}): TFile {
    const known = this.getFileByPath(path);
    const file = known ?? new TFile(this, path);
    this.bytes.set(file, content);
    const mtime = options.mtime ?? this.now();
    file.stat = {
      ctime: options.ctime ?? (known ? file.stat.ctime : mtime),
      mtime,
      size: content.byteLength,
    };
    if (!known) this.link(file, path);
    return file;
  }

  /** A folder goes with everything in it, children first, each with its own event. */
  drop(entry: TAbstractFile): void {
    if (entry instanceof TFolder) for (const child of [...entry.children]) this.drop(child);
    this.unlink(entry);
    if (entry instanceof TFile) this.bytes.delete(entry);
    this.trigger('delete', entry);
  }

  /** A folder's files are renamed one by one, each with its own event, after the folder's. */
  move(entry: TAbstractFile, to: string): void {
    const from = entry.path;
    this.unlink(entry);
    this.link(entry, to);
    this.trigger('rename', entry, from);
    if (!(entry instanceof TFolder)) return;
    for (const child of [...entry.children]) this.move(child, `${to}/${child.name}`);
  }

  ensureFolder(path: string): TFolder {
    const known = this.getFolderByPath(path);
    if (known) return known;
    const folder = new TFolder(this, path);
    this.link(folder, path);
    this.trigger('create', folder);
    return folder;
  }

  /** Says `create` for all that is there, as the app does while it starts. */
  announceAll(): void {
    for (const entry of this.getAllLoadedFiles()) if (entry !== this.root) this.trigger('create', entry);
  }

  textOf(content: Uint8Array): string {
    const known = this.texts.get(content);
    if (known !== undefined) return known;
    const text = decode(content);
    this.texts.set(content, text);
    return text;
  }

  contentOf(file: TFile): Uint8Array {
    const content = this.bytes.get(file);
    if (!content) throw new Error(`ENOENT: no such file or directory, open '${file.path}'`);
    return content;
  }

  inTurn<T>(file: TFile | string, job: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(file) ?? Promise.resolve()).then(job);
    const done = turn.then(
      () => undefined,
      () => undefined,
    );
    this.turns.set(file, done);
    void done.then(() => this.turns.get(file) === done && this.turns.delete(file));
    return this.pending.track(turn);
  }

  private createFile(path: string, content: Uint8Array, options?: WriteOptions): Promise<TFile> {
    return this.inTurn(path, async () => {
      if (this.entries.has(path)) throw new Error('File already exists.');
      if (!this.getFolderByPath(parentPath(path)))
        throw new Error(`ENOENT: no such file or directory, open '${path}'`);
      if (isHidden(path)) throw new Error(`A file in a dot folder is no part of the vault: ${path}`);
      await (this.mirror?.write(path, decode(content)) ?? nextTask());
      return this.put(path, content, options);
    });
  }

  private async write(file: TFile, content: Uint8Array, options?: WriteOptions): Promise<void> {
    this.contentOf(file);
    await (this.mirror?.write(file.path, decode(content)) ?? nextTask());
    this.contentOf(file);
    this.put(file.path, content, options);
  }

  private mustExist(entry: TAbstractFile): void {
    if (this.entries.get(entry.path) !== entry)
      throw new Error(`ENOENT: no such file or directory, '${entry.path}'`);
  }

  private link(entry: TAbstractFile, path: string): void {
    entry.path = path;
    entry.parent = this.ensureFolder(parentPath(path));
    if (!entry.parent.children.includes(entry)) entry.parent.children.push(entry);
    this.entries.set(path, entry);
  }

  private unlink(entry: TAbstractFile): void {
    this.entries.delete(entry.path);
    if (entry.parent) entry.parent.children = entry.parent.children.filter(child => child !== entry);
  }

  /** Two writes never carry the same time, so that a test can tell whether a file was written. */
  private now(): number {
    this.clock = Math.max(this.clock + 1, Date.now());
    return this.clock;
  }
}
