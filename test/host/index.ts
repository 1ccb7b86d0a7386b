import * as codemirrorCommands from '@codemirror/commands';
import * as language from '@codemirror/language';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import type {
  App,
  Command,
  MarkdownView as OfficialMarkdownView,
  Plugin as OfficialPlugin,
  PluginManifest,
} from 'obsidian';
import { registrations } from './events';
import { MarkdownView } from './markdownView';
import { MetadataCache } from './metadataCache';
import type { Modal } from './modals';
import { Modal as SettingsModal } from './modals';
import * as obsidian from './obsidian';
import { Registry, type Plugin } from './plugin';
import { Vault, type VaultMirror } from './vault';
import { closeAll, Workspace } from './workspace';

export type { VaultMirror } from './vault';

/** The app as its own parts see it. */
export interface HostApp {
  vault: Vault;
  metadataCache: MetadataCache;
  workspace: Workspace;
  registry: Registry;
  /** Saved plugin data, as JSON, by plugin id. */
  pluginData: Map<string, string>;
  /** Dialogs that are open. */
  overlays: Set<Modal>;
  /** From the last change in an editor to the file, in ms. */
  saveDelay: number;
}

export interface HostOptions {
  files?: Record<string, string | Uint8Array>;
  mobile?: boolean;
  /** What the plugin's `loadData` finds. */
  data?: unknown;
  mirror?: VaultMirror;
  container?: HTMLElement;
  /** From a write until the metadata cache knows of it, in ms. */
  cacheDelay?: number;
  saveDelay?: number;
}

/** A running app over files in memory. Everything a test or the workbench does to it goes through here. */
export interface Host {
  app: App;
  loadPlugin(
    Plugin: new (app: App, manifest: PluginManifest) => OfficialPlugin,
    manifest: PluginManifest,
  ): Promise<OfficialPlugin>;
  /** Runs a shipped main.js as the app does: it may require what the app brings along, and nothing else. */
  loadPluginSource(code: string, manifest: PluginManifest): Promise<OfficialPlugin>;
  unloadPlugin(id: string): void;
  layoutReady(): Promise<void>;
  openNote(
    path: string,
    how?: { mode?: 'source' | 'preview'; line?: number; newLeaf?: boolean },
  ): Promise<OfficialMarkdownView>;
  commands(): Command[];
  /** False where the command is unknown or not available now. */
  runCommand(id: string): boolean;
  isAvailable(id: string): boolean;
  openSettings(pluginId: string): HTMLElement;
  /** What another program does to the files. */
  outside: {
    write(path: string, content: string | Uint8Array): Promise<void>;
    remove(path: string): Promise<void>;
    rename(from: string, to: string): Promise<void>;
  };
  /** Until the metadata cache has nothing left to do. */
  settle(): Promise<void>;
  /** Writes what is unsaved in editors. */
  flushSaves(): Promise<void>;
  /** How much of what plugins may register is registered. */
  registered(): Record<string, number>;
  destroy(): void;
}

const MODULES: Record<string, unknown> = {
  obsidian,
  '@codemirror/commands': codemirrorCommands,
  '@codemirror/language': language,
  '@codemirror/state': state,
  '@codemirror/view': view,
};

const encoder = new TextEncoder();

export async function createHost({
  files = {},
  mobile = false,
  data,
  mirror,
  container = document.body,
  cacheDelay = 0,
  saveDelay = 2000,
}: HostOptions = {}): Promise<Host> {
  const before = { ...registrations };
  const vault = new Vault(mirror);
  const metadataCache = new MetadataCache(vault, cacheDelay);
  const app = {
    vault,
    metadataCache,
    registry: new Registry(),
    pluginData: new Map(),
    overlays: new Set(),
    saveDelay,
  } as unknown as HostApp;
  app.workspace = new Workspace(app, container);
  const official = app as unknown as App;
  Object.assign(globalThis, { app });
  Object.assign(obsidian.Platform as object, {
    isMobile: mobile,
    isMobileApp: mobile,
    isPhone: mobile,
    isDesktop: !mobile,
    isDesktopApp: !mobile,
  });
  const plugins = new Map<string, Plugin>();
  const put = (path: string, content: string | Uint8Array) =>
    void vault.put(path, typeof content === 'string' ? encoder.encode(content) : content);
  // The listeners of the app itself; what is counted is what comes on top.
  const own = { ...registrations };

  const host: Host = {
    app: official,

    async loadPlugin(PluginClass, manifest) {
      if (data !== undefined) app.pluginData.set(manifest.id, JSON.stringify(data));
      const plugin = new (PluginClass as unknown as new (app: HostApp, manifest: PluginManifest) => Plugin)(
        app,
        manifest,
      );
      plugins.set(manifest.id, plugin);
      let loading: void | Promise<void> = undefined;
      const onload = plugin.onload.bind(plugin);
      plugin.onload = () => (loading = onload());
      plugin.load();
      await loading;
      return plugin as unknown as OfficialPlugin;
    },

    loadPluginSource(code, manifest) {
      const module = { exports: {} as { default?: unknown } };
      const require = (name: string) => {
        if (!(name in MODULES)) throw new Error(`Cannot find module '${name}'`);
        return MODULES[name];
      };
      new Function('require', 'module', 'exports', `${code}\n//# sourceURL=plugin:${manifest.id}`)(
        require,
        module,
        module.exports,
      );
      return host.loadPlugin((module.exports.default ?? module.exports) as never, manifest);
    },

    unloadPlugin(id) {
      plugins.get(id)?.unload();
      plugins.delete(id);
    },

    async layoutReady() {
      // The app announces every file while it starts.
      for (const file of vault.getAllLoadedFiles())
        if (file !== vault.getRoot()) vault.trigger('create', file);
      await metadataCache.parseAll();
      app.workspace.setLayoutReady();
    },

    async openNote(path, { mode = 'source', line, newLeaf = false } = {}) {
      const file = vault.getFileByPath(path);
      if (!file) throw new Error(`There is no file ${path}`);
      const leaf = app.workspace.getLeaf(newLeaf);
      await leaf.openFile(file, { state: { mode }, ...(line !== undefined && { eState: { line } }) });
      return leaf.view as unknown as OfficialMarkdownView;
    },

    commands: () => [...app.registry.commands.values()],
    runCommand: id => tryCommand(app, id, false),
    isAvailable: id => tryCommand(app, id, true),

    openSettings(pluginId) {
      const tab = app.registry.settingTabs.get(pluginId);
      if (!tab) throw new Error(`The plugin ${pluginId} has no settings`);
      const modal = new SettingsModal(app);
      modal.modalEl.addClass('mod-settings');
      modal.contentEl.append(tab.containerEl);
      modal.setCloseCallback(() => tab.hide());
      tab.show();
      modal.open();
      return tab.containerEl;
    },

    outside: {
      write: async (path, content) => put(path, content),
      remove: async path => {
        const entry = vault.getAbstractFileByPath(path);
        if (entry) vault.drop(entry);
      },
      rename: async (from, to) => {
        const entry = vault.getAbstractFileByPath(from);
        if (entry) vault.move(entry, to);
      },
    },

    async settle() {
      do await new Promise(resolve => setTimeout(resolve, 1));
      while (!metadataCache.isIdle);
    },

    async flushSaves() {
      const views = app.workspace.getLeavesOfType('markdown').map(leaf => leaf.view as MarkdownView);
      for (const each of views) await each.save();
      await host.settle();
    },

    registered: () => ({
      views: app.registry.views.size,
      commands: app.registry.commands.size,
      codeBlocks: app.registry.codeBlocks.size,
      postProcessors: app.registry.processors.length,
      editorExtensions: app.registry.extensions.length,
      hoverSources: app.registry.hoverSources.size,
      cliHandlers: app.registry.cliHandlers.size,
      settingTabs: app.registry.settingTabs.size,
      elements: app.registry.elements.size,
      dialogs: app.overlays.size,
      popovers: document.querySelectorAll('.popover').length,
      listeners: registrations.listeners - own.listeners,
      domListeners: registrations.domListeners - own.domListeners,
      intervals: registrations.intervals - own.intervals,
    }),

    destroy() {
      for (const id of [...plugins.keys()]) host.unloadPlugin(id);
      closeAll(app.workspace);
      for (const modal of app.overlays) modal.close();
      for (const leftOver of document.querySelectorAll('.notice-container, .popover, .menu'))
        leftOver.remove();
      registrations.listeners -= own.listeners - before.listeners;
    },
  };

  for (const [path, content] of Object.entries(files)) put(path, content);
  return host;
}

/** Honours the four kinds of callback as the app does. */
function tryCommand(app: HostApp, id: string, checking: boolean): boolean {
  const command = app.registry.commands.get(id);
  if (!command) return false;
  const active = app.workspace.activeEditor as unknown as OfficialMarkdownView | null;
  if (command.editorCheckCallback || command.editorCallback) {
    if (!active) return false;
    if (command.editorCheckCallback?.(true, active.editor, active) === false) return false;
    if (checking) return true;
    if (command.editorCheckCallback) command.editorCheckCallback(false, active.editor, active);
    else command.editorCallback?.(active.editor, active);
    return true;
  }
  if (command.checkCallback && command.checkCallback(true) === false) return false;
  if (checking) return true;
  if (command.checkCallback) command.checkCallback(false);
  else command.callback?.();
  return true;
}
