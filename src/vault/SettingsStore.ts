import type { Plugin } from 'obsidian';
import type { NameRules } from '../core/graph/NameRules';
import {
  decisionsIn,
  readDecisions,
  savedAs,
  type NameDecision,
  type SavedDecisions,
} from '../core/nameDecisions';
import { readSettings, type Settings } from '../core/settings';

/** The settings and what was decided about names, as they are now; kept in the plugin's data. */
export class SettingsStore {
  private current: Settings;
  private decided: SavedDecisions;
  private readonly listeners = new Set<(settings: Settings, before: Settings) => void>();

  private constructor(
    private readonly plugin: Plugin,
    data: unknown,
  ) {
    this.current = readSettings(data);
    this.decided = decisionsIn(data);
  }

  static async load(plugin: Plugin): Promise<SettingsStore> {
    return new SettingsStore(plugin, await plugin.loadData());
  }

  get value(): Readonly<Settings> {
    return this.current;
  }

  /** What the graph has to be told about names. */
  get nameRules(): NameRules {
    const { selfNames, notPeople } = this.current;
    return { selfNames, notPeople, decisions: readDecisions(this.decided) };
  }

  async update(change: Partial<Settings>): Promise<void> {
    await this.replace(readSettings({ ...this.current, ...change }), this.decided);
  }

  /** @param stands Whether the decisions hold from now on, or are taken back. */
  async decide(decisions: readonly NameDecision[], stands = true): Promise<void> {
    const entries = decisions.map(savedAs).map(([key, value]) => [key, stands ? value : false] as const);
    await this.replace(this.current, { ...this.decided, ...Object.fromEntries(entries) });
  }

  /** Call when a note moves, so that what was decided for it still holds. */
  async noteRenamed(from: string, to: string): Promise<void> {
    const moved = Object.entries(this.decided).flatMap(([key, value]) =>
      Array.isArray(value) && value.includes(from)
        ? [[key, value.map((path: unknown) => (path === from ? to : path))] as const]
        : [],
    );
    if (moved.length > 0) await this.replace(this.current, { ...this.decided, ...Object.fromEntries(moved) });
  }

  /** Call when the data was changed by somebody else, such as sync. */
  async reload(): Promise<void> {
    const data: unknown = await this.plugin.loadData();
    this.take(readSettings(data), decisionsIn(data));
  }

  /** Calls `listener` after each change; returns what stops it. */
  onChange(listener: (settings: Settings, before: Settings) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async replace(settings: Settings, decided: SavedDecisions): Promise<void> {
    this.take(settings, decided);
    await this.plugin.saveData({ ...settings, ...decided });
  }

  private take(settings: Settings, decided: SavedDecisions): void {
    const before = this.current;
    this.current = settings;
    this.decided = decided;
    for (const listener of this.listeners) listener(settings, before);
  }
}
