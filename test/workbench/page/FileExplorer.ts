import { ItemView, Menu, setIcon, TFile, TFolder, type TAbstractFile, type WorkspaceLeaf } from 'obsidian';

export const FILE_EXPLORER = 'file-explorer';

/** The tree of files on the left. */
export class FileExplorer extends ItemView {
  override icon = 'folder-closed';
  private readonly unfolded = new Set(['/']);
  private drawing = 0;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
  }

  getViewType(): string {
    return FILE_EXPLORER;
  }

  getDisplayText(): string {
    return 'Files';
  }

  protected override async onOpen(): Promise<void> {
    const { vault, workspace } = this.app;
    const redraw = () => this.drawSoon();
    this.registerEvent(vault.on('create', redraw));
    this.registerEvent(vault.on('delete', redraw));
    this.registerEvent(vault.on('rename', redraw));
    this.registerEvent(workspace.on('file-open', file => this.reveal(file)));
    this.register(() => cancelAnimationFrame(this.drawing));
    workspace.onLayoutReady(() => {
      this.unfoldTop();
      this.draw();
    });
  }

  /** A small vault is shown whole; of a large one the folders of its first level. */
  private unfoldTop(): void {
    for (const child of this.app.vault.getRoot().children)
      if (child instanceof TFolder) this.unfolded.add(child.path);
  }

  private reveal(file: TFile | null): void {
    for (let folder = file?.parent; folder; folder = folder.parent) this.unfolded.add(folder.path);
    this.draw();
    this.contentEl.querySelector('.nav-file-title.is-active')?.scrollIntoView({ block: 'nearest' });
  }

  private drawSoon(): void {
    cancelAnimationFrame(this.drawing);
    this.drawing = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const { scrollTop } = this.contentEl;
    const tree = createDiv({ cls: 'nav-files-container', attr: { role: 'tree', 'aria-label': 'Files' } });
    this.drawChildren(this.app.vault.getRoot(), tree);
    this.contentEl.replaceChildren(tree);
    this.contentEl.scrollTop = scrollTop;
  }

  private drawChildren(folder: TFolder, parent: HTMLElement): void {
    for (const child of [...folder.children].sort(byKindAndName)) {
      if (child instanceof TFolder) this.drawFolder(child, parent);
      else if (child instanceof TFile) this.drawFile(child, parent);
    }
  }

  private drawFolder(folder: TFolder, parent: HTMLElement): void {
    const isOpen = this.unfolded.has(folder.path);
    const item = parent.createDiv('tree-item nav-folder');
    item.toggleClass('is-collapsed', !isOpen);
    const title = drawTitle(item, 'nav-folder', folder);
    title.setAttribute('aria-expanded', String(isOpen));
    setIcon(title.createDiv({ cls: 'tree-item-icon collapse-icon', prepend: true }), 'chevron-down');
    onPress(title, () => {
      if (!this.unfolded.delete(folder.path)) this.unfolded.add(folder.path);
      this.draw();
      this.focusOn(folder);
    });
    if (isOpen) this.drawChildren(folder, item.createDiv('tree-item-children nav-folder-children'));
  }

  private drawFile(file: TFile, parent: HTMLElement): void {
    const title = drawTitle(parent.createDiv('tree-item nav-file'), 'nav-file', file);
    title.toggleClass('is-active', file === this.app.workspace.getActiveFile());
    title.addEventListener('contextmenu', event => this.showMenu(file, event));
    if (file.extension === 'md') onPress(title, () => void this.app.workspace.getLeaf().openFile(file));
    else title.createDiv({ cls: 'nav-file-tag', text: file.extension });
  }

  private showMenu(file: TFile, event: MouseEvent): void {
    event.preventDefault();
    const menu = new Menu();
    this.app.workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu', this.leaf);
    menu.showAtMouseEvent(event);
  }

  private focusOn({ path }: TAbstractFile): void {
    this.contentEl.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  }
}

function drawTitle(item: HTMLElement, kind: 'nav-file' | 'nav-folder', entry: TAbstractFile): HTMLElement {
  const title = item.createDiv({
    cls: `tree-item-self ${kind}-title tappable is-clickable`,
    attr: { 'data-path': entry.path, role: 'treeitem', tabindex: '0', title: entry.name },
  });
  const text = entry instanceof TFile ? entry.basename : entry.name;
  title.createDiv({ cls: `tree-item-inner ${kind}-title-content`, text });
  return title;
}

function onPress(element: HTMLElement, action: () => void): void {
  element.addEventListener('click', action);
  element.addEventListener('keydown', event => {
    if (event.key === 'Enter') action();
  });
}

const byKindAndName = (a: TAbstractFile, b: TAbstractFile): number =>
  Number(b instanceof TFolder) - Number(a instanceof TFolder) ||
  a.name.localeCompare(b.name, 'en', { numeric: true, sensitivity: 'base' });
