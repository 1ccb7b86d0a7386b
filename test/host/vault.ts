import { Events } from './events';
import { parentPath, TAbstractFile, TFile, TFolder } from './files';

/** Hears of every write before it counts; a rejection undoes it. The workbench keeps files on disk with it. */
export interface VaultMirror {
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  mkdir(path: string): Promise<void>;
}

interface WriteOptions {
  mtime?: number;
  ctime?: number;
}

const encoder = new TextEncoder();
/** As the app reads files: bytes that are no UTF-8 become U+FFFD. The byte order mark stays. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export class Vault extends Events {
  readonly configDir = '.obsidian';
  private readonly root = new TFolder(this, '/');
  private readonly entries = new Map<string, TAbstractFile>([['/', this.root]]);
  private readonly bytes = new Map<TFile, Uint8Array>();
  private readonly turns = new Map<TFile, Promise<unknown>>();
  private clock = 0;

  constructor(private readonly mirror?: VaultMirror) {
    super();
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of root.children) {
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

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter(entry => entry instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter(file => file.extension === 'md');
  }

  async read(file: TFile): Promise<string> {
    return decoder.decode(await this.readBinary(file));
  }

  async cachedRead(file: TFile): Promise<string> {
    return this.read(file);
  }

  async readBinary(file: TFile): Promise<ArrayBuffer> {
    await nextTask();
    return this.contentOf(file).slice().buffer;
  }

  async create(path: string, data: string, options?: WriteOptions): Promise<TFile> {
    if (this.entries.has(path)) throw new Error('File already exists.');
    if (!this.getFolderByPath(parentPath(path)))
      throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    await this.mirror?.write(path, data);
    return this.put(path, encoder.encode(data), options);
  }

  async createFolder(path: string): Promise<TFolder> {
    if (this.entries.has(path)) throw new Error('Folder already exists.');
    await this.mirror?.mkdir(path);
    return this.ensureFolder(path);
  }

  modify(file: TFile, data: string, options?: WriteOptions): Promise<void> {
    return this.inTurn(file, () => this.write(file, data, options));
  }

  /** Atomic: nothing else writes the file between reading and writing. A throw writes nothing. */
  process(file: TFile, change: (data: string) => string, options?: WriteOptions): Promise<string> {
    return this.inTurn(file, async () => {
      const data = change(await this.read(file));
      await this.write(file, data, options);
      return data;
    });
  }

  append(file: TFile, data: string, options?: WriteOptions): Promise<void> {
    return this.process(file, text => text + data, options).then(() => undefined);
  }

  async delete(entry: TAbstractFile): Promise<void> {
    await this.mirror?.remove(entry.path);
    this.drop(entry);
  }

  trash(entry: TAbstractFile): Promise<void> {
    return this.delete(entry);
  }

  async rename(entry: TAbstractFile, to: string): Promise<void> {
    if (this.entries.has(to)) throw new Error('Destination file already exists!');
    await this.mirror?.rename(entry.path, to);
    this.move(entry, to);
  }

  // What a program outside the app does; the mirror is not asked.

  put(path: string, content: Uint8Array, options: WriteOptions = {}): TFile {
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
    this.trigger(known ? 'modify' : 'create', file);
    return file;
  }

  /** A folder goes with everything in it, children first, each with its own event. */
  drop(entry: TAbstractFile): void {
    if (entry instanceof TFolder) for (const child of [...entry.children]) this.drop(child);
    this.entries.delete(entry.path);
    if (entry.parent) entry.parent.children = entry.parent.children.filter(child => child !== entry);
    if (entry instanceof TFile) this.bytes.delete(entry);
    this.trigger('delete', entry);
  }

  /** A folder's files are renamed one by one, each with its own event, after the folder's. */
  move(entry: TAbstractFile, to: string): void {
    const from = entry.path;
    this.entries.delete(from);
    if (entry.parent) entry.parent.children = entry.parent.children.filter(child => child !== entry);
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

  private link(entry: TAbstractFile, path: string): void {
    entry.path = path;
    entry.parent = this.ensureFolder(parentPath(path));
    if (!entry.parent.children.includes(entry)) entry.parent.children.push(entry);
    this.entries.set(path, entry);
  }

  private async write(file: TFile, data: string, options?: WriteOptions): Promise<void> {
    this.contentOf(file);
    await this.mirror?.write(file.path, data);
    this.put(file.path, encoder.encode(data), options);
  }

  private contentOf(file: TFile): Uint8Array {
    const content = this.bytes.get(file);
    if (!content) throw new Error(`ENOENT: no such file or directory, open '${file.path}'`);
    return content;
  }

  private inTurn<T>(file: TFile, job: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(file) ?? Promise.resolve()).then(job);
    this.turns.set(
      file,
      turn.catch(() => undefined),
    );
    return turn;
  }

  /** Two writes never carry the same time, so that a test can tell whether a file was written. */
  private now(): number {
    this.clock = Math.max(this.clock + 1, Date.now());
    return this.clock;
  }
}

/** File access takes its time even where the files are in memory. */
const nextTask = () => new Promise<void>(resolve => setTimeout(resolve));
