import { BASES_VIEW } from './baseFile';
import { Census } from './census';
import { Commands } from './commands';
import { FileManager } from './fileManager';
import { Keymap, Scope } from './keymap';
import { MetadataCache } from './metadataCache';
import { PagePreview } from './pagePreview';
import { Pending } from './pending';
import type { Plugin } from './plugin';
import { Registry } from './registry';
import { SettingsModal } from './settingsModal';
import { Vault, type VaultMirror } from './vault';
import { Workspace } from './workspace';

export interface AppOptions {
  mirror?: VaultMirror | undefined;
  container: HTMLElement;
  cacheDelay: number;
  saveDelay: number;
  /** Whether the core plugin Bases is on. */
  hasBases: boolean;
}

/** The app's parts, put together. */
export class HostApp {
  readonly pending = new Pending();
  readonly census = new Census();
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly registry = new Registry();
  readonly commands = new Commands(this);
  readonly plugins = { plugins: {} as Record<string, Plugin>, enabledPlugins: new Set<string>() };
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager = new FileManager(this);
  readonly workspace: Workspace;
  readonly setting = new SettingsModal(this);
  readonly saveDelay: number;
  readonly hasBases: boolean;
  readonly renderContext = { hoverPopover: null };
  lastEvent: Event | null = null;
  private readonly localStorage = new Map<string, string>();

  constructor({ mirror, container, cacheDelay, saveDelay, hasBases }: AppOptions) {
    this.saveDelay = saveDelay;
    this.hasBases = hasBases;
    if (hasBases) this.registry.extensions.set('base', BASES_VIEW);
    this.vault = new Vault(this.pending, mirror);
    this.metadataCache = new MetadataCache(this.vault, this.pending, cacheDelay);
    this.workspace = new Workspace(this, container);
    new PagePreview(this).start();
    // Before anything else hears of the key, as in the app: its hotkeys win over an editor's.
    window.addEventListener('keydown', this.keymap.onKeyEvent, true);
  }

  isDarkMode(): boolean {
    return document.body.classList.contains('theme-dark');
  }

  loadLocalStorage(key: string): unknown {
    const data = this.localStorage.get(key);
    return data === undefined ? null : JSON.parse(data);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null) this.localStorage.delete(key);
    else this.localStorage.set(key, JSON.stringify(data));
  }

  destroy(): void {
    window.removeEventListener('keydown', this.keymap.onKeyEvent, true);
    this.workspace.destroy();
    this.vault.dropListeners();
    this.metadataCache.dropListeners();
    this.pending.close();
  }
}

/** The app as `window.app` has it, for parts that are given none: notices, menus, popovers. */
export function currentApp(): HostApp | undefined {
  return (globalThis as { app?: HostApp }).app;
}
