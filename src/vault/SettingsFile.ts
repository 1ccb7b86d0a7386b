import { Notice, type Plugin } from 'obsidian';
import { toIsoDate } from '../core/dates';
import { reasonOf } from '../core/reasonOf';
import { isRecord } from '../core/shapes';
import { say } from '../core/words';

/** What the plugin's `data.json` holds, by name; names this version does not know too. */
export type SavedData = Readonly<Record<string, unknown>>;

/** The shape of what this version saves. Raise it when an older version would misread what a name stands for. */
const DATA_VERSION = 1;

/** Data from before the shape had a number has the first. */
const versionOf = ({ version }: SavedData): number => (typeof version === 'number' ? version : 1);

/** The plugin's `data.json`. What this version could spoil is kept aside before anything is saved. */
export class SettingsFile {
  readonly #plugin: Plugin;

  /** What must be done before the file may be written. */
  #keep: (() => Promise<void>) | null = null;

  constructor(plugin: Plugin) {
    this.#plugin = plugin;
  }

  /**
   * What is saved, nothing where there is no file; null where it cannot be read. It is then kept aside and the user
   * told, `instead` being what is used in its place.
   */
  async read(instead: string): Promise<SavedData | null> {
    this.#keep = null;
    const data: unknown = await this.#plugin.loadData().catch(() => undefined);
    if (isRecord(data)) {
      const saved = { ...data };
      if (versionOf(saved) > DATA_VERSION) await this.#keepNewer(versionOf(saved));
      return saved;
    }
    const { adapter } = this.#plugin.app.vault;
    if (!(await adapter.exists(this.#pathOf('data')))) return {};
    const path = this.#asidePath('corrupt');
    await this.#keepAside(
      () => adapter.rename(this.#pathOf('data'), path),
      say.settingsUnreadable(instead),
      say.oldFileIs(path),
    );
    return null;
  }

  /** Throws where it cannot be written. */
  async write(data: SavedData): Promise<void> {
    await this.#keep?.();
    await this.#plugin.saveData({ ...data, version: Math.max(DATA_VERSION, versionOf(data)) });
  }

  /** Once for each version: a copy that is there was told of. */
  async #keepNewer(version: number): Promise<void> {
    const { adapter } = this.#plugin.app.vault;
    const { files } = await adapter.list(this.#folder);
    if (files.some(path => path.startsWith(`${this.#folder}/data.v${version}-`))) return;
    const path = this.#asidePath(`v${version}`);
    await this.#keepAside(
      () => adapter.copy(this.#pathOf('data'), path),
      say.settingsNewer,
      say.copyIs(path),
    );
  }

  async #keepAside(keep: () => Promise<void>, happened: string, advice: string): Promise<void> {
    this.#keep = async () => {
      await keep();
      this.#keep = null;
    };
    const outcome = await this.#keep().then(
      () => advice,
      (error: unknown) => say.couldNotKeepAside(reasonOf(error)),
    );
    new Notice(`${happened} ${outcome}`, 0);
  }

  get #folder(): string {
    const { app, manifest } = this.#plugin;
    return manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`;
  }

  #pathOf(name: string): string {
    return `${this.#folder}/${name}.json`;
  }

  #asidePath(why: string): string {
    const now = new Date();
    return this.#pathOf(
      `data.${why}-${toIsoDate(now)}T${now.toTimeString().slice(0, 8).replaceAll(':', '-')}`,
    );
  }
}
