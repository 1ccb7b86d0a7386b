import type { SettingDefinitionItem } from 'obsidian';
import type { HostApp } from './app';
import type { Plugin } from './plugin';

/** What draws a tab while it is on screen. */
export interface TabScreen {
  redraw(): void;
  refreshDomState(): void;
}

export abstract class SettingTab {
  icon = '';
  readonly containerEl = createDiv('vertical-tab-content');
  settingItems: SettingDefinitionItem[] = [];
  /** Set while the tab is on screen. */
  screen: TabScreen | null = null;

  constructor(readonly app: HostApp) {}

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  /** Reads the definitions anew and draws them where the tab is on screen. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    this.screen?.redraw();
  }

  abstract getControlValue(key: string): unknown;
  abstract setControlValue(key: string, value: unknown): void | Promise<void>;

  /** Asks every `visible` and `disabled` again, without drawing anew. */
  refreshDomState(): void {
    this.screen?.refreshDomState();
  }

  display(): void {}

  hide(): void {
    this.containerEl.empty();
  }
}

export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: HostApp,
    readonly plugin: Plugin,
  ) {
    super(app);
  }

  getControlValue(key: string): unknown {
    return (this.plugin.settings as Record<string, unknown> | undefined)?.[key];
  }

  async setControlValue(key: string, value: unknown): Promise<void> {
    const settings = (this.plugin.settings ??= {}) as Record<string, unknown>;
    settings[key] = value;
    await this.plugin.saveData(settings);
  }
}

/** A page behind a row of a tab, drawn by the plugin itself. */
export abstract class SettingPage {
  readonly rootEl = createDiv('setting-page');
  readonly titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
  readonly containerEl = this.rootEl.createDiv('setting-page-content');
  title = '';

  abstract display(): void;

  hide(): void {
    this.containerEl.empty();
  }
}
