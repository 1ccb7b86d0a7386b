import { parse, stringify } from 'yaml';
import type { HostApp } from './app';
import { parentPath, type TAbstractFile, type TFile, type TFolder } from './files';
import type { WriteOptions } from './vault';

const FRONT_MATTER = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/;

export class FileManager {
  constructor(private readonly app: HostApp) {}

  getNewFileParent(_sourcePath: string): TFolder {
    return this.app.vault.getRoot();
  }

  /** Links in other notes follow the file, as they do with the app's default settings. */
  async renameFile(file: TAbstractFile, to: string): Promise<void> {
    const { vault, metadataCache } = this.app;
    const from = file.path;
    const linking = Object.entries(metadataCache.resolvedLinks).filter(([, targets]) => from in targets);
    const links = linking.map(([source]) => ({
      source: vault.getFileByPath(source),
      old: (metadataCache.getCache(source)?.links ?? []).filter(
        ({ link }) => metadataCache.getFirstLinkpathDest(link.split('#', 1)[0] ?? '', source)?.path === from,
      ),
    }));
    await vault.rename(file, to);
    for (const { source, old } of links) {
      if (!source || old.length === 0) continue;
      const target = metadataCache.fileToLinktext(file as TFile, source.path);
      await vault.process(source, text =>
        old.reduce((changed, { link, original }) => {
          const path = link.split('#', 1)[0] ?? '';
          return changed.replaceAll(original, original.replace(path, target));
        }, text),
      );
    }
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    await this.app.vault.trash(file);
  }

  async promptForDeletion(file: TAbstractFile): Promise<boolean> {
    await this.trashFile(file);
    return true;
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    const target = `${this.app.metadataCache.fileToLinktext(file, sourcePath)}${subpath}`;
    return alias ? `[[${target}|${alias}]]` : `[[${target}]]`;
  }

  /** Atomic. Throws, and writes nothing, where the front matter is no YAML or the callback throws. */
  async processFrontMatter(
    file: TFile,
    change: (frontMatter: Record<string, unknown>) => void,
    options?: WriteOptions,
  ): Promise<void> {
    await this.app.vault.process(
      file,
      text => {
        const block = FRONT_MATTER.exec(text);
        const known: unknown = block ? parse(block[1] ?? '') : null;
        const frontMatter = (known && typeof known === 'object' ? known : {}) as Record<string, unknown>;
        change(frontMatter);
        const body = text.slice(block?.[0].length ?? 0);
        return Object.keys(frontMatter).length > 0 ? `---\n${stringify(frontMatter)}---\n${body}` : body;
      },
      options,
    );
  }

  async getAvailablePathForAttachment(name: string, sourcePath = ''): Promise<string> {
    const folder = parentPath(sourcePath) === '/' ? '' : `${parentPath(sourcePath)}/`;
    const dot = name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let path = `${folder}${name}`;
    for (let n = 1; this.app.vault.getAbstractFileByPath(path); n++) path = `${folder}${stem} ${n}${ending}`;
    return path;
  }
}
