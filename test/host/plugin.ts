import type { Command, PluginManifest } from 'obsidian';
import type { Extension } from '@codemirror/state';
import { Component } from './events';
import type { HostApp } from './index';
import { setIcon } from './icons';
import type { SettingTab } from './settings';
import type { View } from './views';
import type { WorkspaceLeaf } from './workspace';

type PostProcessor = (el: HTMLElement, context: never) => Promise<unknown> | void;
type CodeBlockProcessor = (source: string, el: HTMLElement, context: never) => Promise<unknown> | void;

/** Everything plugins have added to the app. */
export class Registry {
  readonly views = new Map<string, (leaf: WorkspaceLeaf) => View>();
  readonly commands = new Map<string, Command>();
  readonly codeBlocks = new Map<
    string,
    (source: string, el: HTMLElement, context: unknown) => Promise<unknown> | void
  >();
  readonly hoverSources = new Map<string, unknown>();
  readonly cliHandlers = new Map<string, unknown>();
  readonly protocolHandlers = new Map<string, unknown>();
  readonly settingTabs = new Map<string, SettingTab>();
  readonly extensions: Extension[] = [];
  readonly processors: { process: PostProcessor; order: number }[] = [];
  readonly elements = new Set<HTMLElement>();

  editorExtensions(): Extension[] {
    return [...this.extensions];
  }

  postProcessors(): ((el: HTMLElement, context: unknown) => Promise<unknown> | void)[] {
    return [...this.processors].sort((a, b) => a.order - b.order).map(({ process }) => process as never);
  }
}

export abstract class Plugin extends Component {
  constructor(
    readonly app: HostApp,
    readonly manifest: PluginManifest,
  ) {
    super();
  }

  private get registry(): Registry {
    return this.app.registry;
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = createDiv({
      cls: 'clickable-icon side-dock-ribbon-action',
      attr: { 'aria-label': title },
    });
    setIcon(button, icon);
    button.addEventListener('click', callback);
    return this.addElement(this.app.workspace.leftRibbon.containerEl, button);
  }

  addStatusBarItem(): HTMLElement {
    return this.addElement(this.app.workspace.statusBarEl, createDiv('status-bar-item'));
  }

  addCommand(command: Command): Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.keep(this.registry.commands, command.id, command);
    return command;
  }

  addSettingTab(tab: SettingTab): void {
    this.keep(this.registry.settingTabs, this.manifest.id, tab);
  }

  registerView(type: string, create: (leaf: WorkspaceLeaf) => View): void {
    if (this.registry.views.has(type))
      throw new Error(`Attempting to register an existing view type "${type}"`);
    this.registry.views.set(type, create);
    this.register(() => {
      this.app.workspace.detachLeavesOfType(type);
      this.registry.views.delete(type);
    });
  }

  registerHoverLinkSource(id: string, info: unknown): void {
    this.keep(this.registry.hoverSources, id, info);
  }

  registerEditorExtension(extension: Extension): void {
    this.registry.extensions.push(extension);
    this.app.workspace.updateOptions();
    this.register(() => {
      this.registry.extensions.splice(this.registry.extensions.indexOf(extension), 1);
      this.app.workspace.updateOptions();
    });
  }

  registerMarkdownPostProcessor(process: PostProcessor, order = 0): PostProcessor {
    const entry = { process, order };
    this.registry.processors.push(entry);
    this.register(() => this.registry.processors.splice(this.registry.processors.indexOf(entry), 1));
    return process;
  }

  registerMarkdownCodeBlockProcessor(language: string, process: CodeBlockProcessor): CodeBlockProcessor {
    this.keep(this.registry.codeBlocks, language, process as never);
    return process;
  }

  registerObsidianProtocolHandler(action: string, handler: unknown): void {
    this.keep(this.registry.protocolHandlers, action, handler);
  }

  /** Ids are global: a second handler of the same name throws. */
  registerCliHandler(id: string, ...handler: unknown[]): void {
    if (this.registry.cliHandlers.has(id)) throw new Error(`CLI handler "${id}" is already registered`);
    this.keep(this.registry.cliHandlers, id, handler);
  }

  /** False where Bases are off, as they are here. */
  registerBasesView(): boolean {
    return false;
  }

  /** null where nothing was saved yet. Data goes through JSON, so nobody shares an object with it. */
  async loadData(): Promise<unknown> {
    const json = this.app.pluginData.get(this.manifest.id);
    return json === undefined ? null : JSON.parse(json);
  }

  async saveData(data: unknown): Promise<void> {
    this.app.pluginData.set(this.manifest.id, JSON.stringify(data));
  }

  private addElement(parent: HTMLElement, element: HTMLElement): HTMLElement {
    parent.append(element);
    this.registry.elements.add(element);
    this.register(() => {
      element.remove();
      this.registry.elements.delete(element);
    });
    return element;
  }

  private keep<T>(map: Map<string, T>, key: string, value: T): void {
    map.set(key, value);
    this.register(() => map.delete(key));
  }
}
