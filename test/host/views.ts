import { Component } from './events';
import type { TFile } from './files';
import type { HostApp } from './index';
import { setIcon } from './icons';
import type { WorkspaceLeaf } from './workspace';

export abstract class View extends Component {
  readonly app: HostApp;
  readonly containerEl = createDiv('workspace-leaf-content');
  icon = 'file';
  navigation = false;

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

  onPaneMenu(): void {}
  onResize(): void {}

  protected async onOpen(): Promise<void> {}
  protected async onClose(): Promise<void> {}

  /** Opens the view in its leaf, as the app does: load, then `onOpen`. */
  async show(): Promise<void> {
    this.containerEl.dataset.type = this.getViewType();
    this.load();
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
    this.header.createDiv('view-header-title-container').createDiv('view-header-title');
    this.actions = this.header.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = createEl('a', { cls: 'clickable-icon view-action', attr: { 'aria-label': title } });
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
}

export class EmptyView extends ItemView {
  override getViewType(): string {
    return 'empty';
  }

  override getDisplayText(): string {
    return 'New tab';
  }
}
