import type { OpenViewState, ViewState } from 'obsidian';
import { Events } from './events';
import { TFile } from './files';
import type { HostApp } from './index';
import { MarkdownView } from './markdownView';
import { EmptyView, type View } from './views';

type Side = 'left' | 'right';
type PaneType = boolean | 'tab' | 'split' | 'window';

/** A third of the window with leaves in it. */
export class WorkspaceSplit {
  collapsed = false;
  readonly containerEl: HTMLElement;
  readonly leavesEl: HTMLElement;

  constructor(parent: HTMLElement, side: Side | 'root') {
    this.containerEl = parent.createDiv(`workspace-split mod-${side === 'root' ? 'root' : `${side}-split`}`);
    this.leavesEl = this.containerEl.createDiv('workspace-tabs').createDiv('workspace-tab-container');
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

export class WorkspaceLeaf extends Events {
  view: View;
  readonly containerEl: HTMLElement;
  private ephemeral: unknown = {};

  constructor(
    readonly app: HostApp,
    readonly split: WorkspaceSplit,
  ) {
    super();
    this.containerEl = split.leavesEl.createDiv('workspace-leaf');
    this.view = new EmptyView(this);
  }

  get parent(): WorkspaceSplit {
    return this.split;
  }

  getRoot(): WorkspaceSplit {
    return this.split;
  }

  getViewState(): ViewState {
    return { type: this.view.getViewType(), state: this.view.getState() };
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  async setViewState(state: ViewState, ephemeral?: unknown): Promise<void> {
    const make = this.app.registry.views.get(state.type);
    await this.open(
      make ? make(this) : state.type === 'markdown' ? new MarkdownView(this) : new EmptyView(this),
    );
    if (state.state) await this.view.setState(state.state, { history: false });
    if (ephemeral !== undefined) this.setEphemeralState(ephemeral);
    if (state.active) this.app.workspace.setActiveLeaf(this);
    this.app.workspace.trigger('layout-change');
  }

  async open(view: View): Promise<View> {
    await this.view.hide();
    this.view = view;
    this.containerEl.append(view.containerEl);
    await view.show();
    return view;
  }

  async openFile(file: TFile, how: OpenViewState = {}): Promise<void> {
    if (!(this.view instanceof MarkdownView)) await this.open(new MarkdownView(this));
    await this.view.setState({ file: file.path, ...how.state }, { history: true });
    if (how.eState) this.setEphemeralState(how.eState);
    if (how.active !== false) this.app.workspace.setActiveLeaf(this, { focus: true });
    this.app.workspace.trigger('layout-change');
  }

  getEphemeralState(): unknown {
    return this.ephemeral;
  }

  setEphemeralState(state: unknown): void {
    this.ephemeral = state;
    this.view.setEphemeralState(state);
  }

  get isDeferred(): boolean {
    return false;
  }

  async loadIfDeferred(): Promise<void> {}

  detach(): void {
    this.app.workspace.removeLeaf(this);
    this.containerEl.remove();
    void this.view.hide();
    this.app.workspace.trigger('layout-change');
  }
}

export class Workspace extends Events {
  readonly containerEl: HTMLElement;
  readonly leftRibbon: { containerEl: HTMLElement };
  readonly statusBarEl: HTMLElement;
  readonly leftSplit: WorkspaceSplit;
  readonly rootSplit: WorkspaceSplit;
  readonly rightSplit: WorkspaceSplit;
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  private leaves: WorkspaceLeaf[] = [];
  private waiting: (() => unknown)[] = [];
  private lastFile: TFile | null = null;

  constructor(
    private readonly app: HostApp,
    parent: HTMLElement,
  ) {
    super();
    this.containerEl = parent.createDiv('workspace');
    this.leftRibbon = {
      containerEl: this.containerEl.createDiv('workspace-ribbon side-dock-ribbon mod-left'),
    };
    this.leftSplit = new WorkspaceSplit(this.containerEl, 'left');
    this.rootSplit = new WorkspaceSplit(this.containerEl, 'root');
    this.rightSplit = new WorkspaceSplit(this.containerEl, 'right');
    this.statusBarEl = parent.createDiv('status-bar');
  }

  // Layout

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.waiting.push(callback);
  }

  setLayoutReady(): void {
    this.layoutReady = true;
    for (const callback of this.waiting.splice(0)) callback();
    this.trigger('layout-ready');
  }

  requestSaveLayout = Object.assign(() => undefined, { cancel: () => undefined, run: () => undefined });

  getLayout(): Record<string, unknown> {
    return { leaves: this.leaves.map(leaf => leaf.getViewState()) };
  }

  updateOptions(): void {
    this.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView) view.updateOptions();
    });
  }

  // Leaves

  getLeaf(how: PaneType = false): WorkspaceLeaf {
    if (how !== false) return this.addLeaf(this.rootSplit);
    const active = this.activeLeaf?.split === this.rootSplit ? this.activeLeaf : undefined;
    return active ?? this.leavesIn(this.rootSplit)[0] ?? this.addLeaf(this.rootSplit);
  }

  getRightLeaf(_split: boolean): WorkspaceLeaf {
    return this.addLeaf(this.rightSplit);
  }

  getLeftLeaf(_split: boolean): WorkspaceLeaf {
    return this.addLeaf(this.leftSplit);
  }

  async ensureSideLeaf(
    type: string,
    side: Side,
    how: { active?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {},
  ): Promise<WorkspaceLeaf> {
    const split = side === 'left' ? this.leftSplit : this.rightSplit;
    const known = this.leavesIn(split).find(({ view }) => view.getViewType() === type);
    const leaf = known ?? this.addLeaf(split);
    if (!known) await leaf.setViewState({ type, ...(how.state && { state: how.state }) });
    if (how.reveal !== false) await this.revealLeaf(leaf);
    if (how.active) this.setActiveLeaf(leaf);
    return leaf;
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.leaves.filter(({ view }) => view.getViewType() === type);
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of [...this.leaves]) callback(leaf);
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.leavesIn(this.rootSplit)) callback(leaf);
  }

  getMostRecentLeaf(): WorkspaceLeaf | null {
    return this.activeLeaf?.split === this.rootSplit
      ? this.activeLeaf
      : (this.leavesIn(this.rootSplit).at(-1) ?? null);
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    leaf.split.expand();
    for (const other of this.leavesIn(leaf.split))
      other.containerEl.toggleClass('is-hidden', other !== leaf && leaf.split !== this.rootSplit);
  }

  setActiveLeaf(leaf: WorkspaceLeaf, how: { focus?: boolean } = {}): void {
    const changed = this.activeLeaf !== leaf;
    this.activeLeaf = leaf;
    for (const other of this.leaves) other.containerEl.toggleClass('mod-active', other === leaf);
    if (leaf.split === this.rootSplit)
      for (const other of this.leavesIn(this.rootSplit))
        other.containerEl.toggleClass('is-hidden', other !== leaf);
    if (how.focus && leaf.view instanceof MarkdownView && leaf.view.getMode() === 'source')
      leaf.view.editor.focus();
    if (changed) this.trigger('active-leaf-change', leaf);
    this.fileOpened();
  }

  removeLeaf(leaf: WorkspaceLeaf): void {
    this.leaves = this.leaves.filter(each => each !== leaf);
    if (this.activeLeaf === leaf) this.activeLeaf = null;
  }

  // What is in front

  get activeEditor(): MarkdownView | null {
    const view = this.getMostRecentLeaf()?.view;
    return view instanceof MarkdownView && view.getMode() === 'source' ? view : null;
  }

  getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    const view = this.getMostRecentLeaf()?.view;
    return view instanceof MarkdownView ? view.file : null;
  }

  async openLinkText(
    link: string,
    sourcePath: string,
    newLeaf?: PaneType,
    how?: OpenViewState,
  ): Promise<void> {
    const [path = '', ...subpath] = link.split('#');
    const file = this.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    if (file)
      await this.getLeaf(newLeaf).openFile(file, {
        ...how,
        ...(subpath.length > 0 && { eState: { subpath: subpath.join('#') } }),
      });
  }

  /** Tells listeners once that another file came to the front. */
  fileOpened(): void {
    const file = this.getActiveFile();
    if (file === this.lastFile) return;
    this.lastFile = file;
    this.trigger('file-open', file);
  }

  private addLeaf(split: WorkspaceSplit): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.app, split);
    this.leaves.push(leaf);
    return leaf;
  }

  private leavesIn(split: WorkspaceSplit): WorkspaceLeaf[] {
    return this.leaves.filter(leaf => leaf.split === split);
  }
}

/** Closes every view; for a host that goes. */
export function closeAll(workspace: Workspace): void {
  workspace.iterateAllLeaves(leaf => leaf.detach());
  workspace.containerEl.remove();
  workspace.statusBarEl.remove();
}
