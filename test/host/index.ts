import './dom';
import type { App, Command, MarkdownView, Plugin, PluginManifest } from 'obsidian';
import { HostApp } from './app';
import { isHidden, TFolder, type TAbstractFile } from './files';
import { HoverPopover } from './hover';
import { Menu } from './menu';
import { Modal } from './modals';
import { hideNotices } from './notice';
import { setPlatform } from './platform';
import type { Plugin as HostPlugin } from './plugin';
import { evaluatePlugin } from './pluginSource';
import { encode, type VaultMirror } from './vault';

export type { VaultMirror } from './vault';

export interface HostOptions {
  /** By path; text or the bytes themselves. A path in a dot folder is on disk, but not in the vault. */
  files?: Record<string, string | Uint8Array>;
  mobile?: boolean;
  /** What every plugin's `data.json` holds. */
  data?: unknown;
  mirror?: VaultMirror;
  /** Where the workspace is drawn; the body if nothing else is said. */
  container?: HTMLElement;
  /** How long after a write the metadata cache knows of it, in ms. */
  cacheDelay?: number;
  /** How long after typing the editor writes to the file, in ms. */
  saveDelay?: number;
  /** Whether the core plugin Bases is on, as it is at first. */
  bases?: boolean;
}

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

export interface Host {
  app: App;
  /** As the app loads a plugin: construct, then await `onload`. */
  loadPlugin(plugin: PluginClass, manifest: PluginManifest): Promise<Plugin>;
  /** Undoes everything the plugin registered. */
  unloadPlugin(id: string): void;
  /** Evaluates a shipped `main.js`; it gets the modules the app brings along and no others. */
  loadPluginSource(code: string, manifest: PluginManifest): Promise<Plugin>;
  /** The files come up with `create`, then the layout is ready and the cache knows them. */
  layoutReady(): Promise<void>;
  openNote(
    path: string,
    how?: { mode?: 'source' | 'preview'; line?: number; newLeaf?: boolean },
  ): Promise<MarkdownView>;
  commands(): Command[];
  /** By full id; false where it is not to be had now. */
  runCommand(id: string): boolean;
  isAvailable(id: string): boolean;
  /** Opens the plugin's tab in the app's settings. Returns the tab's container. */
  openSettings(pluginId: string): HTMLElement;
  /** `obsidian COMMAND key=value flag` in a terminal; what it prints. Throws where no plugin has the command. */
  cli(command: string, ...words: string[]): Promise<string>;
  /** Follows an `obsidian://` link, as from a browser. */
  openUri(uri: string): Promise<void>;
  /** What another program does to the files. */
  outside: {
    write(path: string, text: string | Uint8Array): Promise<void>;
    remove(path: string): Promise<void>;
    rename(from: string, to: string): Promise<void>;
  };
  /** Until the app has nothing left to do but to save what was typed. */
  settle(): Promise<void>;
  /** Paths of the files the app left to other programs, as it knows no view for them. */
  readonly openedOutside: readonly string[];
  /** Writes what was typed to the files now. */
  flushSaves(): Promise<void>;
  /** How much of each kind is in force. */
  registered(): Record<string, number>;
  destroy(): void;
}

export async function createHost(options: HostOptions = {}): Promise<Host> {
  return new StandIn(options);
}

const globals = globalThis as { app?: HostApp | undefined };

class StandIn implements Host {
  readonly app: App;
  private readonly its: HostApp;
  private readonly data: unknown;
  private readonly appBefore = globals.app;
  private readonly mobileBefore = document.body.classList.contains('is-mobile');

  constructor({
    files = {},
    mobile = false,
    data,
    mirror,
    container,
    cacheDelay = 0,
    saveDelay = 2000,
    bases = true,
  }: HostOptions) {
    setPlatform(mobile);
    this.data = data;
    this.its = new HostApp({
      mirror,
      container: container ?? document.body,
      cacheDelay,
      saveDelay,
      hasBases: bases,
    });
    this.app = this.its as unknown as App;
    globals.app = this.its;
    for (const [path, content] of Object.entries(files)) {
      const bytes = typeof content === 'string' ? encode(content) : content;
      if (isHidden(path)) this.its.vault.hidden.set(path, bytes);
      else this.its.vault.store(path, bytes);
    }
  }

  async loadPlugin(PluginClass: PluginClass, manifest: PluginManifest): Promise<Plugin> {
    const { plugins, vault } = this.its;
    if (this.data !== undefined) {
      const path = `${vault.configDir}/plugins/${manifest.id}/data.json`;
      if (!vault.hidden.has(path)) vault.hidden.set(path, encode(JSON.stringify(this.data)));
    }
    const plugin = new PluginClass(this.app, manifest) as unknown as HostPlugin;
    plugins.plugins[manifest.id] = plugin;
    plugins.enabledPlugins.add(manifest.id);
    try {
      await plugin.load();
    } catch (error) {
      this.unloadPlugin(manifest.id);
      throw error;
    }
    return plugin as unknown as Plugin;
  }

  unloadPlugin(id: string): void {
    const { plugins } = this.its;
    const plugin = plugins.plugins[id];
    delete plugins.plugins[id];
    plugins.enabledPlugins.delete(id);
    plugin?.unload();
  }

  async loadPluginSource(code: string, manifest: PluginManifest): Promise<Plugin> {
    return this.loadPlugin(evaluatePlugin(code, manifest.id) as PluginClass, manifest);
  }

  async layoutReady(): Promise<void> {
    const { vault, metadataCache, workspace } = this.its;
    if (!workspace.layoutReady) {
      vault.announceAll();
      metadataCache.parseAll();
      workspace.setLayoutReady();
    }
    await this.settle();
  }

  async openNote(
    path: string,
    { mode, line, newLeaf = false }: { mode?: 'source' | 'preview'; line?: number; newLeaf?: boolean } = {},
  ): Promise<MarkdownView> {
    const { vault, workspace } = this.its;
    const file = vault.getFileByPath(path);
    if (!file) throw new Error(`There is no note ${path}`);
    const leaf = workspace.getLeaf(newLeaf ? 'tab' : false);
    await leaf.openFile(file, {
      ...(mode && { state: { mode } }),
      ...(line !== undefined && { eState: { line } }),
    });
    return leaf.view as unknown as MarkdownView;
  }

  commands(): Command[] {
    return Object.values(this.its.commands.commands);
  }

  runCommand(id: string): boolean {
    return this.its.commands.executeCommandById(id);
  }

  isAvailable(id: string): boolean {
    return this.its.commands.listCommands().some(command => command.id === id);
  }

  get openedOutside(): readonly string[] {
    return this.its.workspace.openedOutside;
  }

  openSettings(pluginId: string): HTMLElement {
    const tab = this.its.setting.openTabById(pluginId);
    if (!tab) throw new Error(`The plugin ${pluginId} has no setting tab`);
    return tab.containerEl;
  }

  async cli(command: string, ...words: string[]): Promise<string> {
    const known = this.its.registry.cliHandlers.get(command);
    if (!known) throw new Error(`Command "${command}" not found`);
    const params = Object.fromEntries(words.map(readWord));
    for (const [name, { required }] of Object.entries(known.flags ?? {}))
      if (required && !(name in params)) throw new Error(`Missing required parameter: ${name}`);
    const answer: unknown = await known.handler(params);
    if (typeof answer !== 'string') throw new Error(`Command "${command}" answers with no text`);
    return answer;
  }

  async openUri(uri: string): Promise<void> {
    const { host: action, searchParams } = new URL(uri);
    const handler = this.its.registry.protocolHandlers.get(action);
    // A word without a value is there, and that is all it says.
    const params = [...searchParams].map(([name, value]) => [name, value || 'true'] as const);
    await handler?.({ ...Object.fromEntries(params), action });
    await this.settle();
  }

  readonly outside = {
    write: async (path: string, text: string | Uint8Array): Promise<void> => {
      const { plugins, vault } = this.its;
      const bytes = typeof text === 'string' ? encode(text) : text;
      if (!isHidden(path)) {
        vault.put(path, bytes);
        return;
      }
      vault.hidden.set(path, bytes);
      // As sync does: a plugin hears that its data is other than what it wrote.
      for (const [id, plugin] of Object.entries(plugins.plugins))
        if (path === `${vault.configDir}/plugins/${id}/data.json`) await plugin.onExternalSettingsChange?.();
    },
    remove: async (path: string): Promise<void> => this.its.vault.drop(this.entryAt(path)),
    rename: async (from: string, to: string): Promise<void> => this.its.vault.move(this.entryAt(from), to),
  };

  settle(): Promise<void> {
    return this.its.pending.settle();
  }

  async flushSaves(): Promise<void> {
    const saves: Promise<void>[] = [];
    this.its.workspace.iterateAllLeaves(({ view }) => {
      if ('save' in view && typeof view.save === 'function') saves.push((view.save as () => Promise<void>)());
    });
    await Promise.all(saves);
  }

  registered(): Record<string, number> {
    return this.its.census.counts();
  }

  destroy(): void {
    for (const id of Object.keys(this.its.plugins.plugins)) this.unloadPlugin(id);
    const { census } = this.its;
    for (const popover of census.since('popovers', HoverPopover)) popover.hide();
    for (const menu of census.since('menus', Menu)) menu.hide();
    for (const modal of census.since('modals', Modal)) modal.close();
    hideNotices();
    this.its.destroy();
    setPlatform(this.mobileBefore);
    if (globals.app === this.its) globals.app = this.appBefore;
  }

  private entryAt(path: string): TAbstractFile {
    const entry = this.its.vault.getAbstractFileByPath(path);
    if (!entry || (entry instanceof TFolder && entry.isRoot())) throw new Error(`There is no file ${path}`);
    return entry;
  }
}

function readWord(word: string): [string, string] {
  const at = word.indexOf('=');
  return at === -1 ? [word, 'true'] : [word.slice(0, at), word.slice(at + 1)];
}
