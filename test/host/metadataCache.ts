import type { CachedMetadata } from 'obsidian';
import { Events } from './events';
import { TFile, parentPath, type TAbstractFile } from './files';
import { parseCache } from './parseCache';
import type { Pending } from './pending';
import type { Vault } from './vault';

type LinkCounts = Record<string, Record<string, number>>;

/** Knows a note only a while after it was written, and says `changed` after the vault's own `modify`. */
export class MetadataCache extends Events {
  resolvedLinks: LinkCounts = {};
  unresolvedLinks: LinkCounts = {};
  private readonly caches = new Map<TFile, CachedMetadata>();
  private readonly waiting = new Set<TFile>();
  /** Files by lower-cased name; null where the vault has changed since. */
  private names: Map<string, TFile[]> | null = null;
  /** Which files' links are to be resolved again; all of them where a file came, went or moved. */
  private unresolved = new Set<TFile>();
  private resolving = false;
  private started = false;

  constructor(
    private readonly vault: Vault,
    private readonly pending: Pending,
    private readonly delay: number,
  ) {
    super();
    vault.on('create', file => this.wrote(file as TAbstractFile, true));
    vault.on('modify', file => this.wrote(file as TAbstractFile, false));
    vault.on('delete', file => this.deleted(file as TAbstractFile));
    vault.on('rename', (file, from) => this.renamed(file as TAbstractFile, from as string));
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.caches.get(file) ?? null;
  }

  getCache(path: string): CachedMetadata | null {
    const file = this.vault.getFileByPath(path);
    return file && this.getFileCache(file);
  }

  /** The bare name where it is unique, else the path. */
  fileToLinktext(file: TFile, _sourcePath: string, omitExtension = true): string {
    const text = this.filesNamed(file.name.toLowerCase()).length > 1 ? file.path : file.name;
    return omitExtension ? text.replace(/\.md$/, '') : text;
  }

  /** The file a link path means: the exact path, else the nearest file of that name. Aliases do not count. */
  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    const link = linkpath.replace(/\u00a0/g, ' ').trim();
    if (link === '') return this.vault.getFileByPath(sourcePath);
    const folder = parentPath(sourcePath) === '/' ? '' : `${parentPath(sourcePath)}/`;
    const path = /^\.\.?\//.test(link) ? resolveRelative(link, folder) : link.replace(/^\//, '');
    const wanted = [path.toLowerCase(), `${path.toLowerCase()}.md`];
    const isExact = (file: TFile) => wanted.includes(file.path.toLowerCase());
    const isNamed = (file: TFile) => wanted.some(end => file.path.toLowerCase().endsWith(`/${end}`));
    const distance = (file: TFile) =>
      (isExact(file) ? 0 : file.path.startsWith(folder) ? 1 : 2) * 1e6 +
      file.path.split('/').length * 1e3 +
      file.path.length;
    const found = wanted
      .flatMap(each => this.filesNamed(each.slice(each.lastIndexOf('/') + 1)))
      .filter(file => isExact(file) || isNamed(file));
    return found.sort((a, b) => distance(a) - distance(b))[0] ?? null;
  }

  /** Parses what was there before the layout was ready, silently, as the app does from its own store. */
  parseAll(): void {
    for (const file of this.vault.getMarkdownFiles())
      this.caches.set(file, parseCache(this.vault.textOf(this.vault.contentOf(file))));
    this.waiting.clear();
    this.started = true;
    this.resolveSoon('all');
  }

  private wrote(file: TAbstractFile, isNew: boolean): void {
    if (!(file instanceof TFile)) return;
    if (isNew) this.names = null;
    if (!this.started) return;
    if (isNew) this.resolveSoon('all');
    if (file.extension !== 'md' || this.waiting.has(file)) return;
    this.waiting.add(file);
    this.pending.later(() => void this.pending.track(this.parse(file)), this.delay);
  }

  private async parse(file: TFile): Promise<void> {
    const text = await this.vault.read(file).catch(() => null);
    if (!this.waiting.delete(file) || text === null) return;
    const cache = parseCache(text);
    this.caches.set(file, cache);
    this.trigger('changed', file, text, cache);
    this.resolveSoon(file);
  }

  private deleted(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    this.names = null;
    const previous = this.caches.get(file) ?? null;
    this.caches.delete(file);
    this.waiting.delete(file);
    this.forgetLinks(file.path);
    this.trigger('deleted', file, previous);
    this.resolveSoon('all');
  }

  /** The entry moves with its file; nobody is told `changed`. */
  private renamed(file: TAbstractFile, from: string): void {
    if (!(file instanceof TFile)) return;
    this.names = null;
    this.forgetLinks(from);
    this.resolveSoon('all');
  }

  private resolveSoon(which: TFile | 'all'): void {
    for (const file of which === 'all' ? this.caches.keys() : [which]) this.unresolved.add(file);
    if (this.resolving || !this.started) return;
    this.resolving = true;
    this.pending.later(() => this.resolve(), this.delay);
  }

  private resolve(): void {
    this.resolving = false;
    const files = [...this.unresolved].filter(file => this.caches.has(file));
    this.unresolved = new Set();
    for (const file of files) this.resolveLinks(file);
    for (const file of files) this.trigger('resolve', file);
    this.trigger('resolved');
  }

  private resolveLinks(file: TFile): void {
    const { links = [], embeds = [], frontmatterLinks = [] } = this.caches.get(file) ?? {};
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of [...links, ...embeds, ...frontmatterLinks]) {
      const path = link.split('#', 1)[0] ?? '';
      const target = this.getFirstLinkpathDest(path, file.path);
      const counts = target ? resolved : unresolved;
      const name = target?.path ?? path;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    this.resolvedLinks[file.path] = resolved;
    this.unresolvedLinks[file.path] = unresolved;
  }

  private forgetLinks(path: string): void {
    delete this.resolvedLinks[path];
    delete this.unresolvedLinks[path];
  }

  private filesNamed(name: string): TFile[] {
    this.names ??= groupByName(this.vault.getFiles());
    return this.names.get(name) ?? [];
  }
}

function groupByName(files: readonly TFile[]): Map<string, TFile[]> {
  const names = new Map<string, TFile[]>();
  for (const file of files) {
    const name = file.name.toLowerCase();
    const same = names.get(name);
    if (same) same.push(file);
    else names.set(name, [file]);
  }
  return names;
}

const resolveRelative = (link: string, folder: string): string =>
  decodeURI(new URL(encodeURI(link), `x://host/${encodeURI(folder)}`).pathname.slice(1));
