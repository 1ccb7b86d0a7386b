import { normalizePath, type App, type TFile } from 'obsidian';
import { filledIn } from './filledIn';
import { holdsForeignBytes } from './foreignBytes';
import { viewsOf } from './viewsOf';
import { en, say } from '../core/words';

export interface NewProfile {
  name: string;
  /** '' for the vault's root. */
  folder: string;
  /** Path of the note it begins as; '' for none. */
  template: string;
  /** Value of the property `type`. */
  type: string;
  /** ISO. */
  today: string;
}

/** What no file name may hold, on any system the vault may come to, and what links take for something else. */
const NOT_IN_FILE_NAMES = /[\\/:*?"<>|#^[\]]/;

/** Writes what the user decided about somebody into their profile. Throws an error the user can read. */
export class ProfileWriter {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Adds names to the property `aliases`; returns those that were not there before. */
  async addAliases(path: string, names: readonly string[]): Promise<string[]> {
    let added: string[] = [];
    await this.#process(path, properties => {
      const aliases = listOf(properties.aliases);
      added = names.filter(name => !aliases.includes(name));
      if (added.length > 0) properties.aliases = [...aliases, ...added];
    });
    return added;
  }

  /** Takes names out again; a property that held nothing else goes. */
  async removeAliases(path: string, names: readonly string[]): Promise<void> {
    await this.#process(path, properties => {
      const aliases = listOf(properties.aliases).filter(
        alias => !(names as readonly unknown[]).includes(alias),
      );
      if (aliases.length > 0) properties.aliases = aliases;
      else delete properties.aliases;
    });
  }

  /** @returns the path. */
  async create({ name, folder, template, type, today }: NewProfile): Promise<string> {
    if (NOT_IN_FILE_NAMES.test(name) || name.startsWith('.')) throw new Error(say.noNoteName(name));
    const { vault, fileManager } = this.#app;
    const path = normalizePath(`${folder}/${name}.md`);
    if (vault.getAbstractFileByPath(path)) throw new Error(say.isNoProfile(path, type));
    const text = template === '' ? '' : await filledIn(this.#app, template, { title: name, date: today });
    const place = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (place !== '' && !vault.getFolderByPath(place)) await vault.createFolder(place);
    const file = await vault.create(path, text);
    try {
      await fileManager.processFrontMatter(file, (properties: Record<string, unknown>) => {
        properties.type ??= type;
      });
    } catch (error) {
      // The template's properties cannot be read: half a profile would be in the way of the next try.
      await fileManager.trashFile(file);
      throw error;
    }
    return path;
  }

  /** Removes a profile that nobody has touched since it was written as `text`. */
  async discard(path: string, text: string): Promise<void> {
    const file = this.#fileAt(path);
    await this.#saveOpenViews(file);
    if ((await this.#app.vault.read(file)) !== text) throw new Error(say.wasChangedSince(path));
    await this.#app.fileManager.trashFile(file);
  }

  async read(path: string): Promise<string> {
    return this.#app.vault.read(this.#fileAt(path));
  }

  async #process(path: string, change: (properties: Record<string, unknown>) => void): Promise<void> {
    const file = this.#fileAt(path);
    const { vault, fileManager } = this.#app;
    if (await holdsForeignBytes(vault, file, await vault.read(file))) throw new Error(en.foreignBytesWrite);
    await this.#saveOpenViews(file);
    await fileManager.processFrontMatter(file, change);
  }

  /** What was typed last may not be in the file yet. */
  async #saveOpenViews(file: TFile): Promise<void> {
    for (const view of viewsOf(this.#app, file)) await view.save();
  }

  #fileAt(path: string): TFile {
    const file = this.#app.vault.getFileByPath(path);
    if (!file) throw new Error(say.isGone(path));
    return file;
  }
}

/** A property that is a list, or a single value, or commas between values. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string' && value.trim() !== '') return value.split(',').map(each => each.trim());
  return [];
}
