import type { HostApp } from './app';
import { Component } from './events';
import type { TFile } from './files';
import { setIcon } from './icons';
import type { Scope } from './keymap';
import { Menu } from './menu';
import type { WorkspaceLeaf } from './workspace';

export abstract class View extends Component {
  readonly app: HostApp;
  readonly containerEl = createDiv('workspace-leaf-content');
  icon = 'file';
  navigation = false;
  scope: Scope | null = null;

  constructor(readonly leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  getIcon(): string {
    return this.icon;
  }

  getState(): Record<string, unknown> {
    return {};
  }

  async setState(_state: unknown, _result: unknown): Promise<void> {}

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {}

  onPaneMenu(_menu: Menu, _source: string): void {}
  onResize(): void {}

  protected async onOpen(): Promise<void> {}
  protected async onClose(): Promise<void> {}

  /** Opens the view in its leaf, as the app does: load, then `onOpen`. */
  async show(): Promise<void> {
    this.containerEl.dataset.type = this.getViewType();
    void this.load();
    await this.onOpen();
  }

  async hide(): Promise<void> {
    await this.onClose();
    this.unload();
    this.containerEl.remove();
  }
}

export abstract class ItemView extends View {
  /** The second child of `containerEl`, behind the header. */
  readonly contentEl: HTMLElement;
  private readonly header = this.containerEl.createDiv('view-header');
  private readonly actions: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.header
      .createDiv('view-header-title-container mod-at-start mod-fade')
      .createDiv({ cls: 'view-header-title', attr: { tabindex: '-1' } });
    this.actions = this.header.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
    this.addAction('more-vertical', 'More options', event => this.showPaneMenu(event));
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = createEl('button', { cls: 'clickable-icon view-action', attr: { 'aria-label': title } });
    setIcon(button, icon);
    button.addEventListener('click', callback);
    this.actions.prepend(button);
    return button;
  }

  override async show(): Promise<void> {
    await super.show();
    this.drawTitle();
  }

  protected drawTitle(): void {
    this.header.querySelector('.view-header-title')?.setText(this.getDisplayText());
    this.leaf.drawTab();
  }

  private showPaneMenu(event: MouseEvent): void {
    const menu = new Menu();
    this.onPaneMenu(menu, 'more-options');
    menu.showAtMouseEvent(event);
  }
}

export abstract class FileView extends ItemView {
  file: TFile | null = null;
  allowNoFile = false;
  override navigation = true;

  override getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  override getState(): Record<string, unknown> {
    return { file: this.file?.path };
  }

  override async setState(state: unknown, result: unknown): Promise<void> {
    await super.setState(state, result);
    const { file: path } = (state ?? {}) as { file?: string };
    const file = path === undefined ? null : this.app.vault.getFileByPath(path);
    if (file && file !== this.file) await this.loadFile(file);
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    if (this.file) this.app.workspace.trigger('file-menu', menu, this.file, source, this.leaf);
  }

  canAcceptExtension(extension: string): boolean {
    return this.app.registry.extensions.get(extension) === this.getViewType();
  }

  async onLoadFile(_file: TFile): Promise<void> {}
  async onUnloadFile(_file: TFile): Promise<void> {}
  async onRename(_file: TFile): Promise<void> {}

  override async hide(): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
    await super.hide();
  }

  override onload(): void {
    void super.onload();
    const { vault } = this.app;
    this.registerEvent(
      vault.on('rename', file => {
        if (!this.file || file !== this.file) return;
        void this.onRename(this.file);
        this.drawTitle();
      }),
    );
    this.registerEvent(vault.on('delete', file => file === this.file && this.fileDeleted()));
  }

  protected async loadFile(file: TFile): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
    this.file = file;
    await this.onLoadFile(file);
    this.drawTitle();
    this.app.workspace.fileOpened();
  }

  /** The leaf closes; what was typed and not saved goes with the file. */
  protected fileDeleted(): void {
    this.file = null;
    this.leaf.detach();
  }
}

export class EmptyView extends ItemView {
  override navigation = true;

  override getViewType(): string {
    return 'empty';
  }

  override getDisplayText(): string {
    return 'New tab';
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.createDiv('empty-state').createDiv({ cls: 'empty-state-title', text: 'No file is open' });
  }
}

/** Keeps the place of a view whose plugin is not there, and its state for when the plugin is back. */
export class PlaceholderView extends ItemView {
  override icon = 'ghost';
  private state: Record<string, unknown> = {};

  constructor(
    leaf: WorkspaceLeaf,
    private readonly type: string,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return this.type;
  }

  override getDisplayText(): string {
    return 'Plugin no longer active';
  }

  override getState(): Record<string, unknown> {
    return this.state;
  }

  override async setState(state: unknown): Promise<void> {
    this.state = (state ?? {}) as Record<string, unknown>;
  }
}
