import type { Extension } from '@codemirror/state';
import type {
  BasesViewRegistration,
  CliFlags,
  CliHandler,
  Command,
  HoverLinkSource,
  MarkdownPostProcessor,
  ObsidianProtocolHandler,
  PluginManifest,
} from 'obsidian';
import type { HostApp } from './app';
import { count } from './census';
import { Component } from './events';
import { setIcon } from './icons';
import type { CodeBlockProcessor, ViewCreator } from './registry';
import type { SettingTab } from './settingTab';
import type { EditorSuggest } from './suggest';

/** Everything a plugin registers is undone when it unloads. */
export class Plugin extends Component {
  settings?: unknown;

  constructor(
    readonly app: HostApp,
    readonly manifest: PluginManifest,
  ) {
    super();
  }

  onUserEnable(): void {}

  /** Where a plugin has it, it hears that its `data.json` was changed by somebody else. */
  onExternalSettingsChange?(): unknown;

  addCommand(command: Command): Command {
    const id = `${this.manifest.id}:${command.id}`;
    Object.assign(command, { id, name: `${this.manifest.name}: ${command.name}` });
    this.app.commands.addCommand(command);
    this.register(() => this.app.commands.removeCommand(id));
    return command;
  }

  removeCommand(id: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${id}`);
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = this.app.workspace.leftRibbon.actionsEl.createDiv({
      cls: 'clickable-icon side-dock-ribbon-action',
      attr: { 'aria-label': title, 'data-tooltip-position': 'right', 'data-tooltip-delay': '300' },
    });
    setIcon(button, icon);
    button.addEventListener('click', callback);
    this.registerElement('ribbonIcons', button);
    return button;
  }

  addStatusBarItem(): HTMLElement {
    const item = this.app.workspace.statusBarEl.createDiv(`status-bar-item plugin-${this.manifest.id}`);
    this.registerElement('statusBarItems', item);
    return item;
  }

  addSettingTab(tab: SettingTab): void {
    tab.update();
    this.register(this.app.registry.addSettingTab(this.manifest.id, tab));
    this.register(() => this.app.setting.tabRemoved(tab));
  }

  /** Leaves of the type stay when the plugin goes; they show a placeholder until it is back. */
  registerView(type: string, create: ViewCreator): void {
    this.register(() => this.app.workspace.rebuildViews(type));
    this.register(this.app.registry.addView(type, create));
    this.app.workspace.rebuildViews(type);
  }

  registerHoverLinkSource(id: string, source: HoverLinkSource): void {
    this.register(this.app.registry.addHoverSource(id, source));
  }

  registerExtensions(extensions: string[], viewType: string): void {
    for (const extension of extensions) {
      this.app.registry.extensions.set(extension, viewType);
      this.register(() => this.app.registry.extensions.delete(extension));
    }
  }

  registerMarkdownPostProcessor(
    process: MarkdownPostProcessor,
    sortOrder = process.sortOrder ?? 0,
  ): MarkdownPostProcessor {
    this.register(this.app.registry.addPostProcessor(process, sortOrder));
    return process;
  }

  registerMarkdownCodeBlockProcessor(language: string, process: CodeBlockProcessor): void {
    this.register(this.app.registry.addCodeBlock(language, process));
  }

  registerBasesView(id: string, registration: BasesViewRegistration): boolean {
    if (!this.app.hasBases) return false;
    this.register(this.app.registry.addBasesView(id, registration));
    return true;
  }

  registerEditorExtension(extension: Extension): void {
    this.register(() => this.app.workspace.updateOptions());
    this.register(this.app.registry.addEditorExtension(extension));
    this.app.workspace.updateOptions();
  }

  registerEditorSuggest(suggest: EditorSuggest<unknown>): void {
    this.register(this.app.registry.addEditorSuggest(suggest));
  }

  registerObsidianProtocolHandler(action: string, handler: ObsidianProtocolHandler): void {
    this.register(this.app.registry.addProtocolHandler(action, handler));
  }

  registerCliHandler(id: string, description: string, flags: CliFlags | null, handler: CliHandler): void {
    this.register(this.app.registry.addCliHandler(id, { description, flags, handler }));
  }

  /** Null where there is no `data.json`. */
  async loadData(): Promise<unknown> {
    const { adapter } = this.app.vault;
    if (!(await adapter.exists(this.dataPath))) return null;
    return JSON.parse(await adapter.read(this.dataPath));
  }

  async saveData(data: unknown): Promise<void> {
    await this.app.vault.adapter.write(this.dataPath, JSON.stringify(data, null, 2));
  }

  private get dataPath(): string {
    return `${this.app.vault.configDir}/plugins/${this.manifest.id}/data.json`;
  }

  private registerElement(kind: 'ribbonIcons' | 'statusBarItems', element: HTMLElement): void {
    this.register(() => element.remove());
    this.register(count(kind, element));
  }
}
