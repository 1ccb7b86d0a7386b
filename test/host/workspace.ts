import type { OpenViewState, ViewState, WorkspaceWindowInitData } from 'obsidian';
import type { HostApp } from './app';
import { BaseFileView, BASES_VIEW } from './baseFile';
import { debounce } from './debounce';
import { Events } from './events';
import type { TFile } from './files';
import { setIcon } from './icons';
import { MarkdownView } from './markdownView';
import type { Menu } from './menu';
import { migrated, openPopout, setActiveWindow } from './popout';
import { Platform } from './platform';
import { EmptyView, FileView, PlaceholderView, type View } from './views';

type Side = 'left' | 'right';
type PaneType = boolean | 'tab' | 'split' | 'window';

export abstract class WorkspaceItem extends Events {
  getRoot(): WorkspaceItem {
    return this;
  }
}

export abstract class WorkspaceParent extends WorkspaceItem {}

/** A third of the window: the side panes, or what lies between them. */
export class WorkspaceSplit extends WorkspaceParent {
  readonly containerEl: HTMLElement;
  readonly groups: WorkspaceTabs[] = [];

  constructor(
    parent: HTMLElement,
    readonly side: Side | 'root',
  ) {
    super();
    this.containerEl = parent.createDiv(
      `workspace-split mod-vertical ${side === 'root' ? 'mod-root' : `mod-sidedock mod-${side}-split`}`,
    );
    this.addGroup();
  }

  /** A row of tabs of its own; the first is always there. */
  addGroup(): WorkspaceTabs {
    const group = new WorkspaceTabs(this);
    this.groups.push(group);
    return group;
  }

  dropGroup(group: WorkspaceTabs): void {
    const at = this.groups.indexOf(group);
    if (at <= 0) return;
    this.groups.splice(at, 1);
    group.containerEl.remove();
  }
}

export abstract class WorkspaceContainer extends WorkspaceSplit {
  abstract readonly win: Window;
  abstract readonly doc: Document;

  getContainer(): WorkspaceContainer {
    return this;
  }
}

export class WorkspaceRoot extends WorkspaceContainer {
  get win(): Window {
    return this.containerEl.win;
  }

  get doc(): Document {
    return this.containerEl.doc;
  }
}

/** Holds the popout windows; it is drawn nowhere. */
export class WorkspaceFloating extends WorkspaceParent {
  readonly children: WorkspaceWindow[] = [];
}

/** A popout: a document of its own, which goes when its user closes it or its last leaf does. */
export class WorkspaceWindow extends WorkspaceContainer {
  readonly win: Window;
  readonly doc: Document;
  private readonly remove: () => void;
  private closed = false;

  constructor(private readonly app: HostApp) {
    const { win, doc, remove } = openPopout();
    super(doc.body.createDiv('app-container').createDiv('workspace'), 'root');
    [this.win, this.doc, this.remove] = [win, doc, remove];
    win.close = () => this.close();
    win.addEventListener('keydown', app.keymap.onKeyEvent, true);
  }

  /** What was typed in it is saved first. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    const views = this.groups.flatMap(({ leaves }) => [...leaves]).map(leaf => leaf.close());
    this.app.workspace.windowClosed(this);
    void this.app.pending.track(Promise.all(views).finally(this.remove));
  }
}

export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = true;

  constructor(parent: HTMLElement, side: Side) {
    super(parent, side);
    this.collapse();
  }

  collapse(): void {
    this.collapsed = true;
    this.containerEl.addClass('is-sidedock-collapsed');
  }

  expand(): void {
    this.collapsed = false;
    this.containerEl.removeClass('is-sidedock-collapsed');
  }

  toggle(): void {
    if (this.collapsed) this.expand();
    else this.collapse();
  }
}

/** Leaves behind one another, one of them in front. */
export class WorkspaceTabs extends WorkspaceParent {
  readonly containerEl: HTMLElement;
  readonly headersEl: HTMLElement;
  readonly leavesEl: HTMLElement;
  readonly leaves: WorkspaceLeaf[] = [];

  constructor(readonly parent: WorkspaceSplit) {
    super();
    this.containerEl = parent.containerEl.createDiv('workspace-tabs');
    this.headersEl = this.containerEl
      .createDiv('workspace-tab-header-container')
      .createDiv('workspace-tab-header-container-inner');
    this.leavesEl = this.containerEl.createDiv('workspace-tab-container');
  }

  override getRoot(): WorkspaceItem {
    return this.parent;
  }

  show(leaf: WorkspaceLeaf): void {
    for (const other of this.leaves) {
      other.containerEl.toggle(other === leaf);
      other.tabHeaderEl.toggleClass('is-active', other === leaf);
    }
  }
}

export class WorkspaceLeaf extends WorkspaceItem {
  readonly id = Math.random().toString(16).slice(2, 18);
  readonly containerEl: HTMLElement;
  readonly tabHeaderEl: HTMLElement;
  hoverPopover: unknown = null;
  pinned = false;
  /** When it was last in front, as a count. */
  activeTime = 0;
  view: View;
  private ephemeral: unknown = {};

  constructor(
    readonly app: HostApp,
    public parent: WorkspaceTabs,
  ) {
    super();
    parent.leaves.push(this);
    this.containerEl = parent.leavesEl.createDiv('workspace-leaf');
    this.tabHeaderEl = parent.headersEl.createDiv('workspace-tab-header');
    this.tabHeaderEl.addEventListener('click', () => this.app.workspace.setActiveLeaf(this, { focus: true }));
    this.containerEl.addEventListener('mousedown', () => this.app.workspace.setActiveLeaf(this));
    this.view = new EmptyView(this);
    this.containerEl.append(this.view.containerEl);
    void this.view.show();
  }

  get split(): WorkspaceSplit {
    return this.parent.parent;
  }

  override getRoot(): WorkspaceItem {
    return this.split;
  }

  getContainer(): WorkspaceContainer {
    return this.split instanceof WorkspaceContainer ? this.split : this.app.workspace.rootSplit;
  }

  getViewState(): ViewState {
    return { type: this.view.getViewType(), state: this.view.getState(), pinned: this.pinned };
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  setViewState(state: ViewState, ephemeral?: unknown): Promise<void> {
    return this.app.pending.track(this.changeViewState(state, ephemeral));
  }

  async open(view: View): Promise<View> {
    await this.view.hide();
    this.view = view;
    this.containerEl.append(view.containerEl);
    if (view.containerEl.win !== window) migrated(view.containerEl);
    await view.show();
    this.drawTab();
    return view;
  }

  async openFile(file: TFile, how: OpenViewState = {}): Promise<void> {
    const type =
      this.app.registry.extensions.get(file.extension) ?? (file.extension === 'md' ? 'markdown' : undefined);
    if (type === undefined) {
      this.app.workspace.openedOutside.push(file.path);
      return;
    }
    await this.setViewState(
      { type, state: { ...how.state, file: file.path }, active: how.active !== false },
      how.eState,
    );
  }

  getEphemeralState(): unknown {
    return this.ephemeral;
  }

  setEphemeralState(state: unknown): void {
    this.ephemeral = state;
    this.view.setEphemeralState(state);
  }

  setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.trigger('pinned-change', pinned);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setGroup(_group: string): void {}
  setGroupMember(_other: WorkspaceLeaf): void {}
  onResize(): void {}

  get isDeferred(): boolean {
    return false;
  }

  async loadIfDeferred(): Promise<void> {}

  /** Builds the view anew from its state, as when its plugin comes or goes. */
  async rebuildView(): Promise<void> {
    const state = this.getViewState();
    await this.open(this.createView(state.type));
    await this.view.setState(state.state ?? {}, { history: false });
  }

  detach(): void {
    void this.close();
  }

  /** Until the view has saved and gone. */
  async close(): Promise<void> {
    if (!this.leaveTabs()) return;
    const hidden = this.app.pending.track(this.view.hide());
    this.app.workspace.leafDetached(this);
    await hidden;
  }

  /** The view stays as it is; it only hears that its window is another one. */
  moveTo(tabs: WorkspaceTabs): void {
    const from = this.parent;
    if (!this.leaveTabs()) return;
    this.parent = tabs;
    tabs.leaves.push(this);
    tabs.leavesEl.append(this.containerEl);
    tabs.headersEl.append(this.tabHeaderEl);
    migrated(this.containerEl);
    this.app.workspace.leafLeft(from);
  }

  private leaveTabs(): boolean {
    const { leaves } = this.parent;
    if (!leaves.includes(this)) return false;
    leaves.splice(leaves.indexOf(this), 1);
    this.containerEl.remove();
    this.tabHeaderEl.remove();
    return true;
  }

  drawTab(): void {
    this.tabHeaderEl.empty();
    this.tabHeaderEl.dataset.type = this.view.getViewType();
    this.tabHeaderEl.setAttribute('aria-label', this.getDisplayText());
    const inner = this.tabHeaderEl.createDiv('workspace-tab-header-inner');
    setIcon(inner.createDiv('workspace-tab-header-inner-icon'), this.getIcon());
    inner.createDiv({ cls: 'workspace-tab-header-inner-title', text: this.getDisplayText() });
    if (this.split.side !== 'root') return;
    const close = inner.createDiv({
      cls: 'workspace-tab-header-inner-close-button',
      attr: { 'aria-label': 'Close' },
    });
    setIcon(close, 'x');
    close.addEventListener('click', event => {
      event.stopPropagation();
      this.detach();
    });
  }

  /** A view of the type that is there already only gets the new state. */
  private async changeViewState(
    { type, state, active, pinned }: ViewState,
    ephemeral: unknown,
  ): Promise<void> {
    if (pinned !== undefined) this.pinned = pinned;
    if (this.view.getViewType() !== type) await this.open(this.createView(type));
    await this.view.setState(state ?? {}, { history: false });
    if (ephemeral !== undefined) this.setEphemeralState(ephemeral);
    const { workspace } = this.app;
    if (active) workspace.setActiveLeaf(this, { focus: true });
    workspace.trigger('layout-change');
  }

  private createView(type: string): View {
    if (type === 'markdown') return new MarkdownView(this);
    if (type === BASES_VIEW && this.app.hasBases) return new BaseFileView(this);
    if (type === 'empty') return new EmptyView(this);
    return this.app.registry.views.get(type)?.(this) ?? new PlaceholderView(this, type);
  }
}

export class Workspace extends Events {
  readonly containerEl: HTMLElement;
  readonly leftRibbon: { containerEl: HTMLElement; actionsEl: HTMLElement };
  readonly statusBarEl: HTMLElement;
  readonly leftSplit: WorkspaceSidedock;
  readonly rootSplit: WorkspaceRoot;
  readonly rightSplit: WorkspaceSidedock;
  readonly floatingSplit = new WorkspaceFloating();
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  readonly requestSaveLayout = debounce(async () => undefined, 2000, true);
  private waiting: (() => unknown)[] = [];
  private lastFile: TFile | null = null;
  readonly openedOutside: string[] = [];
  private readonly lastOpened: string[] = [];
  private activations = 0;

  constructor(
    private readonly app: HostApp,
    parent: HTMLElement,
  ) {
    super();
    this.containerEl = parent.createDiv('workspace');
    const ribbon = this.containerEl.createDiv('workspace-ribbon side-dock-ribbon mod-left');
    this.leftRibbon = { containerEl: ribbon, actionsEl: ribbon.createDiv('side-dock-actions') };
    this.leftSplit = new WorkspaceSidedock(this.containerEl, 'left');
    this.rootSplit = new WorkspaceRoot(this.containerEl, 'root');
    this.rightSplit = new WorkspaceSidedock(this.containerEl, 'right');
    this.statusBarEl = parent.createDiv('status-bar');
  }

  // Layout

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.waiting.push(callback);
  }

  setLayoutReady(): void {
    if (this.layoutReady) return;
    this.layoutReady = true;
    this.setActiveLeaf(this.getLeaf());
    for (const callback of this.waiting.splice(0)) callback();
    this.trigger('layout-ready');
    this.trigger('layout-change');
  }

  getLayout(): Record<string, unknown> {
    const states = (split: WorkspaceSplit) => this.leavesIn(split).map(leaf => leaf.getViewState());
    return {
      left: states(this.leftSplit),
      main: states(this.rootSplit),
      right: states(this.rightSplit),
      floating: this.floatingSplit.children.map(states),
    };
  }

  async changeLayout(): Promise<void> {}

  updateOptions(): void {
    this.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView) view.updateOptions();
    });
  }

  rebuildViews(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) void this.app.pending.track(leaf.rebuildView());
  }

  // Leaves

  getLeaf(how: PaneType = false): WorkspaceLeaf {
    if (how === 'window') return this.openPopoutLeaf();
    if (how === 'split') return new WorkspaceLeaf(this.app, this.activeContainer().addGroup());
    const recent = this.getMostRecentLeaf();
    const canNavigate = recent && !recent.pinned && recent.view.navigation;
    if (recent && canNavigate && how === false) return recent;
    return new WorkspaceLeaf(this.app, recent?.parent ?? this.groupIn(this.rootSplit));
  }

  /** In a window of its own; `data` would place it, and there is no screen here. */
  openPopoutLeaf(_data?: WorkspaceWindowInitData): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.app, this.groupIn(this.openWindow()));
    this.trigger('layout-change');
    return leaf;
  }

  moveLeafToPopout(leaf: WorkspaceLeaf, _data?: WorkspaceWindowInitData): WorkspaceWindow {
    const popout = this.openWindow();
    leaf.moveTo(this.groupIn(popout));
    this.setActiveLeaf(leaf, { focus: true });
    this.trigger('layout-change');
    return popout;
  }

  windowClosed(popout: WorkspaceWindow): void {
    const { children } = this.floatingSplit;
    children.splice(children.indexOf(popout), 1);
    if (activeWindow === popout.win) setActiveWindow(window);
    this.trigger('window-close', popout, popout.win);
    this.trigger('layout-change');
  }

  createLeafBySplit(_leaf: WorkspaceLeaf): WorkspaceLeaf {
    return this.getLeaf('split');
  }

  splitActiveLeaf(): WorkspaceLeaf {
    return this.getLeaf('split');
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf {
    return this.addSideLeaf(this.rightSplit, split);
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf {
    return this.addSideLeaf(this.leftSplit, split);
  }

  async ensureSideLeaf(
    type: string,
    side: Side,
    how: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {},
  ): Promise<WorkspaceLeaf> {
    const split = side === 'left' ? this.leftSplit : this.rightSplit;
    const known = this.leavesIn(split).find(({ view }) => view.getViewType() === type);
    const leaf = known ?? this.addSideLeaf(split, how.split ?? false);
    if (!known || how.state) await leaf.setViewState({ type, ...(how.state && { state: how.state }) });
    if (how.reveal !== false) await this.revealLeaf(leaf);
    if (how.active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.allLeaves().filter(({ view }) => view.getViewType() === type);
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves().find(leaf => leaf.id === id) ?? null;
  }

  getGroupLeaves(): WorkspaceLeaf[] {
    return [];
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.allLeaves()) callback(leaf);
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.leavesIn(this.rootSplit)) callback(leaf);
  }

  /** The leaf between the side panes or in a popout that was in front last. */
  getMostRecentLeaf(root?: WorkspaceParent): WorkspaceLeaf | null {
    const isIn = ({ split, parent }: WorkspaceLeaf) =>
      root === this.floatingSplit ? split instanceof WorkspaceWindow : split === root || parent === root;
    const leaves = this.allLeaves().filter(leaf =>
      root ? isIn(leaf) : leaf.split instanceof WorkspaceContainer,
    );
    return leaves.reduce<WorkspaceLeaf | null>(
      (latest, leaf) => (latest && latest.activeTime >= leaf.activeTime ? latest : leaf),
      null,
    );
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    if (leaf.split instanceof WorkspaceSidedock) leaf.split.expand();
    leaf.parent.show(leaf);
    await leaf.loadIfDeferred();
  }

  setActiveLeaf(leaf: WorkspaceLeaf, how: { focus?: boolean } = {}): void {
    const changed = this.activeLeaf !== leaf;
    this.activeLeaf = leaf;
    setActiveWindow(leaf.getContainer().win);
    leaf.activeTime = ++this.activations;
    leaf.parent.show(leaf);
    for (const other of this.allLeaves()) {
      other.containerEl.toggleClass('mod-active', other === leaf);
      other.tabHeaderEl.toggleClass('mod-active', other === leaf);
    }
    if (how.focus && leaf.view instanceof MarkdownView && leaf.view.getMode() === 'source')
      leaf.view.editor.focus();
    if (changed) this.trigger('active-leaf-change', leaf);
    this.fileOpened();
  }

  leafDetached(leaf: WorkspaceLeaf): void {
    this.leafLeft(leaf.parent);
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      if (!this.closing) this.setActiveLeaf(this.getMostRecentLeaf() ?? this.getLeaf());
    }
    this.trigger('layout-change');
    this.fileOpened();
  }

  /** The next leaf of the tabs comes to the front; where none is left the tabs go, and a popout with its last ones. */
  leafLeft(tabs: WorkspaceTabs): void {
    const split = tabs.parent;
    if (tabs.leaves.length === 0) split.dropGroup(tabs);
    if (split instanceof WorkspaceWindow && this.leavesIn(split).length === 0) return split.close();
    const next =
      this.getMostRecentLeaf(tabs) ?? (split === this.rootSplit ? this.getMostRecentLeaf(split) : null);
    if (next) next.parent.show(next);
  }

  // What is in front

  /** The note's view that is in front between the side panes, in either mode. */
  get activeEditor(): MarkdownView | null {
    const view = this.getMostRecentLeaf()?.view;
    return view instanceof MarkdownView ? view : null;
  }

  getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    const active = this.activeLeaf?.view;
    if (active instanceof FileView && active.file) return active.file;
    const view = this.getMostRecentLeaf()?.view;
    return view instanceof FileView ? view.file : null;
  }

  getLastOpenFiles(): string[] {
    return this.lastOpened.slice(0, 10);
  }

  /** A link to nothing makes the note, as in the app. */
  async openLinkText(
    link: string,
    sourcePath: string,
    newLeaf?: PaneType,
    how?: OpenViewState,
  ): Promise<void> {
    const [path = '', ...rest] = link.split('#');
    const { metadataCache, vault } = this.app;
    const subpath = rest.length > 0 ? { subpath: `#${rest.join('#')}` } : {};
    const file =
      metadataCache.getFirstLinkpathDest(path, sourcePath) ??
      (await vault.create(/\.\w+$/.test(path) ? path : `${path}.md`, ''));
    await this.getLeaf(newLeaf).openFile(file, { ...how, eState: { ...subpath, ...how?.eState } });
  }

  handleLinkContextMenu(menu: Menu, link: string, sourcePath: string, leaf?: WorkspaceLeaf): boolean {
    const file = this.app.metadataCache.getFirstLinkpathDest(link.split('#', 1)[0] ?? '', sourcePath);
    if (file) this.trigger('file-menu', menu, file, 'link-context-menu', leaf);
    return file !== null;
  }

  /** Tells listeners once that another file came to the front. */
  fileOpened(): void {
    const file = this.getActiveFile();
    if (file === this.lastFile) return;
    this.lastFile = file;
    if (file) this.lastOpened.unshift(file.path);
    this.trigger('file-open', file);
  }

  destroy(): void {
    this.closing = true;
    this.requestSaveLayout.cancel();
    this.iterateAllLeaves(leaf => leaf.detach());
    setActiveWindow(window);
    this.containerEl.remove();
    this.statusBarEl.remove();
    this.dropListeners();
  }

  private closing = false;

  private allLeaves(): WorkspaceLeaf[] {
    const splits = [this.leftSplit, this.rootSplit, this.rightSplit, ...this.floatingSplit.children];
    return splits.flatMap(split => this.leavesIn(split));
  }

  private leavesIn(split: WorkspaceSplit): WorkspaceLeaf[] {
    return split.groups.flatMap(({ leaves }) => leaves);
  }

  private openWindow(): WorkspaceWindow {
    if (!Platform.isDesktopApp) throw new Error('Popout windows are not supported on this device.');
    const popout = new WorkspaceWindow(this.app);
    this.floatingSplit.children.push(popout);
    this.trigger('window-open', popout, popout.win);
    return popout;
  }

  /** Where what is opened beside the leaf in front goes. */
  private activeContainer(): WorkspaceContainer {
    return this.getMostRecentLeaf()?.getContainer() ?? this.rootSplit;
  }

  private groupIn(split: WorkspaceSplit): WorkspaceTabs {
    return split.groups[0] ?? split.addGroup();
  }

  private addSideLeaf(split: WorkspaceSidedock, apart: boolean): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.app, apart ? split.addGroup() : this.groupIn(split));
    leaf.parent.show(this.getMostRecentLeaf(leaf.parent) ?? leaf);
    return leaf;
  }
}
