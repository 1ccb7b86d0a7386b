import { Notice, type Plugin } from 'obsidian';
import type { NameRules } from '../core/graph/NameRules';
import { Listeners } from '../core/Listeners';
import { decisionsIn, readDecisions, savedAs, type NameDecision } from '../core/nameDecisions';
import { reasonOf } from '../core/reasonOf';
import { readSettings, type Settings } from '../core/settings';
import { SettingsFile, type SavedData } from './SettingsFile';
import { takingTurns } from './takingTurns';
import { say } from '../core/words';

/** The settings and what was decided about names, as they are now; kept in the plugin's data. */
export class SettingsStore {
  readonly #file: SettingsFile;
  #saved: SavedData;

  #current: Settings;
  /** What has changed since the data was last written. */
  #unsaved: SavedData = {};
  /** The file is read and written in turn, so that nothing older is saved over what is newer. */
  readonly #inTurn = takingTurns();
  readonly #listeners = new Listeners<[settings: Settings, before: Settings]>();

  private constructor(
    file: SettingsFile,
    /** As written: names and values that are not understood stay. */
    saved: SavedData,
  ) {
    this.#file = file;
    this.#saved = saved;
    this.#current = readSettings(saved);
  }

  static async load(plugin: Plugin): Promise<SettingsStore> {
    const file = new SettingsFile(plugin);
    return new SettingsStore(file, (await file.read(say.defaultsUsed)) ?? {});
  }

  get value(): Readonly<Settings> {
    return this.#current;
  }

  /** What the graph has to be told about names. */
  get nameRules(): NameRules {
    const { selfNames, notPeople } = this.#current;
    return { selfNames, notPeople, decisions: readDecisions(decisionsIn(this.#saved)) };
  }

  update(change: Partial<Settings>): Promise<void> {
    return this.#change({ ...change });
  }

  /** @param stands Whether the decisions hold from now on, or are taken back. */
  decide(decisions: readonly NameDecision[], stands = true): Promise<void> {
    const entries = decisions.map(savedAs).map(([key, value]) => [key, stands ? value : false] as const);
    return this.#change(Object.fromEntries(entries));
  }

  /** Call when a note moves, so that what was decided for it still holds. */
  async noteRenamed(from: string, to: string): Promise<void> {
    const moved = Object.entries(decisionsIn(this.#saved)).flatMap(([key, value]) =>
      Array.isArray(value) && value.includes(from)
        ? [[key, value.map((path: unknown) => (path === from ? to : path))] as const]
        : [],
    );
    if (moved.length > 0) await this.#change(Object.fromEntries(moved));
  }

  /** Call when the data was changed by somebody else, such as sync. What is still to be saved is the newer. */
  reload(): Promise<void> {
    return this.#inTurn(async () => {
      const data = await this.#file.read(say.thoseInForceStay);
      if (data) this.#take({ ...data, ...this.#unsaved });
      else void this.#change(this.#saved);
    });
  }

  /** Calls `listener` after each change; returns what stops it. */
  onChange(listener: (settings: Settings, before: Settings) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Resolves when it is saved, or the user was told that it is not. */
  #change(entries: SavedData): Promise<void> {
    this.#unsaved = { ...this.#unsaved, ...entries };
    this.#take({ ...this.#saved, ...entries });
    return this.#inTurn(async () => {
      const unsaved = this.#unsaved;
      if (Object.keys(unsaved).length === 0) return;
      try {
        await this.#file.write(this.#saved);
        if (this.#unsaved === unsaved) this.#unsaved = {};
      } catch (error) {
        new Notice(say.couldNotSave(reasonOf(error)), 20000);
      }
    });
  }

  #take(saved: SavedData): void {
    const before = this.#current;
    this.#saved = saved;
    this.#current = readSettings(saved);
    this.#listeners.call(this.#current, before);
  }
}
