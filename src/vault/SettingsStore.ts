import type { Plugin } from 'obsidian';
import { readSettings, type Settings } from '../core/settings';

/** The settings as they are now, kept in the plugin's data. */
export class SettingsStore {
  private current: Settings;
  private readonly listeners = new Set<(settings: Settings) => void>();

  private constructor(
    private readonly plugin: Plugin,
    data: unknown,
  ) {
    this.current = readSettings(data);
  }

  static async load(plugin: Plugin): Promise<SettingsStore> {
    return new SettingsStore(plugin, await plugin.loadData());
  }

  get value(): Readonly<Settings> {
    return this.current;
  }

  async update(change: Partial<Settings>): Promise<void> {
    this.current = readSettings({ ...this.current, ...change });
    for (const listener of this.listeners) listener(this.current);
    await this.plugin.saveData(this.current);
  }

  onChange(listener: (settings: Settings) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
