import type { CachedMetadata } from 'obsidian';
import { Events } from './events';
import { TFile, parentPath, type TAbstractFile } from './files';
import { parseCache } from './parseCache';
import type { Vault } from './vault';

/** Knows a note only a while after it was written, and says `changed` after the vault's own `modify`. */
export class MetadataCache extends Events {
  resolvedLinks: Record<string, Record<string, number>> = {};
  unresolvedLinks: Record<string, Record<string, number>> = {};
  private readonly caches = new Map<TFile, CachedMetadata>();
  private readonly waiting = new Set<TFile>();
  private resolving = false;

  constructor(
    private readonly vault: Vault,
    private readonly delay: number,
  ) {
    super();
    vault.on('create', file => this.wrote(file as TAbstractFile));
    vault.on('modify', file => this.wrote(file as TAbstractFile));
    vault.on('delete', file => this.deleted(file as TAbstractFile));
    vault.on('rename', () => this.resolveSoon());
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.caches.get(file) ?? null;
  }

  getCache(path: string): CachedMetadata | null {
    const file = this.vault.getFileByPath(path);
    return file && this.getFileCache(file);
  }

  fileToLinktext(file: TFile, _sourcePath: string, omitExtension = true): string {
    const twins = this.vault.getFiles().filter(({ name }) => name === file.name);
    const path = twins.length > 1 ? file.path : file.name;
    return omitExtension ? path.replace(/\.md$/, '') : path;
  }

  /** The file a link path means: the exact path, else the nearest file of that name. Aliases do not count. */
  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    const link = linkpath.replace(/\u00a0/g, ' ').trim();
    if (link === '') return this.vault.getFileByPath(sourcePath);
    const folder = parentPath(sourcePath) === '/' ? '' : `${parentPath(sourcePath)}/`;
    const isRelative = /^\.\.?\//.test(link);
    const wanted = (isRelative ? resolveRelative(link, folder) : link.replace(/^\//, '')).toLowerCase();
    const isExact = ({ path }: TFile) => [wanted, `${wanted}.md`].includes(path.toLowerCase());
    const isNamed = ({ path }: TFile) =>
      [wanted, `${wanted}.md`].some(end => path.toLowerCase().endsWith(`/${end}`));
    const distance = (file: TFile) =>
      (isExact(file) ? 0 : file.path.startsWith(folder) ? 1 : 2) * 1e6 +
      file.path.split('/').length * 1e3 +
      file.path.length;
    const found = this.vault.getFiles().filter(file => isExact(file) || isNamed(file));
    return found.sort((a, b) => distance(a) - distance(b))[0] ?? null;
  }

  /** Parses what was there before the layout was ready, silently, as the app does while it starts. */
  async parseAll(): Promise<void> {
    for (const file of this.vault.getMarkdownFiles())
      this.caches.set(file, parseCache(await this.vault.read(file)));
    this.waiting.clear();
    this.resolve();
  }

  get isIdle(): boolean {
    return this.waiting.size === 0 && !this.resolving;
  }

  private wrote(file: TAbstractFile): void {
    if (!(file instanceof TFile) || file.extension !== 'md' || this.waiting.has(file)) return;
    this.waiting.add(file);
    setTimeout(() => void this.parse(file), this.delay);
  }

  private async parse(file: TFile): Promise<void> {
    if (!this.waiting.has(file)) return;
    const text = await this.vault.read(file).catch(() => null);
    this.waiting.delete(file);
    if (text === null) return;
    const cache = parseCache(text);
    this.caches.set(file, cache);
    this.trigger('changed', file, text, cache);
    this.trigger('resolve', file);
    this.resolveSoon();
  }

  private deleted(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    const previous = this.caches.get(file) ?? null;
    this.caches.delete(file);
    this.waiting.delete(file);
    this.trigger('deleted', file, previous);
    this.resolveSoon();
  }

  private resolveSoon(): void {
    if (this.resolving) return;
    this.resolving = true;
    setTimeout(() => {
      this.resolving = false;
      this.resolve();
      this.trigger('resolved');
    }, this.delay);
  }

  private resolve(): void {
    this.resolvedLinks = {};
    this.unresolvedLinks = {};
    for (const [file, cache] of this.caches) {
      for (const { link } of [...(cache.links ?? []), ...(cache.frontmatterLinks ?? [])]) {
        const path = link.split('#', 1)[0] ?? '';
        const target = this.getFirstLinkpathDest(path, file.path);
        const links = ((target ? this.resolvedLinks : this.unresolvedLinks)[file.path] ??= {});
        const name = target?.path ?? path;
        links[name] = (links[name] ?? 0) + 1;
      }
    }
  }
}

const resolveRelative = (link: string, folder: string): string =>
  decodeURI(new URL(encodeURI(link), `x://host/${encodeURI(folder)}`).pathname.slice(1));
