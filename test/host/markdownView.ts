import { triggerSuggests } from './suggest';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { Compartment, EditorState, type ChangeSet } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { Editor } from './editor';
import type { TAbstractFile, TFile } from './files';
import {
  editorEditorField,
  editorInfoField,
  editorLivePreviewField,
  livePreview,
  setLivePreview,
} from './livePreview';
import { postProcess, renderSections } from './markdown';
import { Component } from './events';
import { changesBetween, changesToMerge } from './merge';
import { Menu } from './menu';
import { FileView } from './views';
import type { WorkspaceLeaf } from './workspace';

type Mode = 'source' | 'preview';

/** A note in the editor or rendered. The editor writes to the file a while after the last change. */
export class MarkdownView extends FileView {
  readonly editor: Editor;
  hoverPopover: unknown = null;
  readonly previewMode: { rerender: (full?: boolean) => void; containerEl: HTMLElement };
  private mode: Mode = 'source';
  /** Whether the editor shows the text as it is written. */
  private isSource = false;
  private readonly pluginExtensions = new Compartment();
  private readonly sourceEl: HTMLElement;
  private readonly readingEl: HTMLElement;
  private readonly previewEl: HTMLElement;
  /** What was rendered last, with all that it registered. */
  private rendered = new Component();
  /** The file whose text the editor holds; while another one loads, still the one before. */
  private shown: TFile | null = null;
  /** The file's text when editor and file last agreed. */
  private saved = '';
  /** While the editor takes in what somebody else wrote. */
  private takingIn = false;
  /** A file keeps the line ending it has; where it mixes them, its first. The editor shows line feeds. */
  private lineEnding = '\n';
  /** The save whose turn has not come yet. */
  private waiting: { file: TFile; saved: Promise<void> } | undefined;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.sourceEl = this.contentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6 is-live-preview');
    this.readingEl = this.contentEl.createDiv('markdown-reading-view');
    this.previewEl = this.readingEl.createDiv('markdown-preview-view markdown-rendered');
    this.previewMode = { rerender: () => void this.render(), containerEl: this.previewEl };
    const cm = new EditorView({ parent: this.sourceEl });
    this.editor = new Editor(cm);
    this.containerEl.onWindowMigrated(({ document: root }) => cm.setRoot(root));
    this.listenToLinks();
    this.drawMode();
  }

  override getViewType(): string {
    return 'markdown';
  }

  override getIcon(): string {
    return 'file-text';
  }

  getMode(): Mode {
    return this.mode;
  }

  getViewData(): string {
    return this.editor.getValue();
  }

  get data(): string {
    return this.getViewData();
  }

  setViewData(data: string, clear: boolean): void {
    if (clear) this.editor.cm.setState(this.newState(data));
    else this.takeIn(data);
  }

  clear(): void {
    this.setViewData('', true);
  }

  get currentMode(): { get: () => string } {
    return { get: () => this.getViewData() };
  }

  showSearch(): void {}

  get isDirty(): boolean {
    return this.shown !== null && this.editor.getValue() !== this.saved;
  }

  override onload(): void {
    super.onload();
    this.editor.cm.setState(this.newState(''));
    this.registerEvent(this.app.vault.on('modify', file => this.fileModified(file as TAbstractFile)));
    this.registerEvent(
      this.app.workspace.on('quick-preview', (file, data) =>
        this.typedElsewhere(file as TFile, data as string),
      ),
    );
    this.register(() => {
      clearTimeout(this.saveTimer);
      this.rendered.unload();
      this.editor.cm.destroy();
    });
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: this.isSource };
  }

  override async setState(state: unknown, result: unknown): Promise<void> {
    const { mode, source } = (state ?? {}) as { mode?: Mode; source?: boolean };
    if (mode) this.mode = mode;
    if (source !== undefined) this.isSource = source;
    await super.setState(state, result);
    this.editor.cm.dispatch({ effects: setLivePreview.of(!this.isSource) });
    await this.render();
  }

  override getEphemeralState(): Record<string, unknown> {
    return { cursor: { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') } };
  }

  override setEphemeralState(state: unknown): void {
    const line = this.lineOf(state);
    if (line === undefined) return;
    this.editor.setCursor({ line, ch: 0 });
    this.editor.scrollIntoView({ from: { line, ch: 0 }, to: { line, ch: 0 } }, true);
  }

  /** Writes the editor's text to the file where it differs. Where that fails the text stays unsaved. */
  save(): Promise<void> {
    clearTimeout(this.saveTimer);
    const { shown: file } = this;
    if (!file || !this.isDirty) return Promise.resolve();
    if (this.waiting?.file === file) return this.waiting.saved;
    const saved = this.saveInTurn(file);
    this.waiting = { file, saved };
    return saved;
  }

  /** What others write before the file's turn comes is taken in and saved with the rest. */
  private async saveInTurn(file: TFile): Promise<void> {
    const { lineEnding } = this;
    let text = this.editor.getValue();
    let before = this.saved;
    try {
      await this.app.vault.modifyInTurn(file, () => {
        this.waiting = undefined;
        // The leaf may show another note by now.
        if (this.shown === file) [text, before] = [this.editor.getValue(), this.saved];
        for (const view of this.viewsOf(file)) view.saved = text;
        return text.replaceAll('\n', lineEnding);
      });
    } catch (error) {
      for (const view of this.viewsOf(file)) if (view.saved === text) view.saved = before;
      throw error;
    }
  }

  requestSave = (): void => {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.save().catch(() => undefined), this.app.saveDelay);
  };

  updateOptions(): void {
    this.editor.cm.dispatch({
      effects: this.pluginExtensions.reconfigure(this.app.registry.editorExtensions()),
    });
  }

  override async onLoadFile(file: TFile): Promise<void> {
    const text = this.read(await this.app.vault.read(file));
    const other = this.viewsOf(file).find(view => view !== this);
    this.shown = file;
    this.saved = other?.saved ?? text;
    this.setViewData(other?.getViewData() ?? text, true);
  }

  /** Of a note that is deleted while its view closes there is nothing left to save. */
  override async onUnloadFile(file: TFile): Promise<void> {
    await this.save().catch((error: unknown) => {
      if (this.app.vault.getFileByPath(file.path) === file) throw error;
    });
  }

  protected override fileDeleted(): void {
    clearTimeout(this.saveTimer);
    this.shown = null;
    super.fileDeleted();
  }

  private read(text: string): string {
    this.lineEnding = /\r?\n/.exec(text)?.[0] ?? this.lineEnding;
    return text.replaceAll('\r\n', '\n');
  }

  /** Another writer was at the file: what the user has typed meanwhile stays, and what the other wrote comes in. */
  private fileModified(file: TAbstractFile): void {
    if (!this.shown || file !== this.shown) return;
    const { vault } = this.app;
    const text = this.read(vault.textOf(vault.contentOf(this.shown)));
    if (text === this.saved) return;
    this.takeIn(text);
    this.saved = text;
    void this.app.pending.track(this.render());
  }

  /** The app keeps all views of a file in step while one of them is typed in, before anything is saved. */
  private typedElsewhere(file: TFile, text: string): void {
    if (file !== this.shown || text === this.getViewData()) return;
    this.dispatchTaken(changesBetween(this.getViewData(), text));
    void this.app.pending.track(this.render());
  }

  private takeIn(text: string): void {
    this.dispatchTaken(changesToMerge(this.saved, this.editor.getValue(), text));
  }

  /** Changes only what differs, so that cursor and folds stay. */
  private dispatchTaken(changes: ChangeSet): void {
    if (changes.empty) return;
    this.takingIn = true;
    this.editor.cm.dispatch({ changes });
    this.takingIn = false;
  }

  /** The views that hold this file's text; they all hold the same. */
  private viewsOf(file: TFile): MarkdownView[] {
    // A leaf that is being closed is in no window any more, but its view still saves.
    const views = new Set<MarkdownView>([this]);
    this.app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView) views.add(view);
    });
    return [...views].filter(({ shown }) => shown === file);
  }

  private newState(doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        editorInfoField.init(() => this),
        editorEditorField.init(() => this.editor.cm),
        editorLivePreviewField.init(() => !this.isSource),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        markdown(),
        EditorView.lineWrapping,
        livePreview,
        this.pluginExtensions.of(this.app.registry.editorExtensions()),
        EditorView.domEventHandlers({ contextmenu: event => this.showEditorMenu(event) }),
        EditorView.updateListener.of(update => {
          if (update.docChanged || update.selectionSet) this.askForSuggestions(update.docChanged);
          if (!update.docChanged) return;
          this.requestSave();
          this.app.workspace.trigger('editor-change', this.editor, this);
          if (this.shown && !this.takingIn)
            this.app.workspace.trigger('quick-preview', this.shown, this.getViewData());
        }),
      ],
    });
  }

  /** What comes from another window or the file is nothing that somebody types here. */
  private askForSuggestions(typed: boolean): void {
    if (this.takingIn) return;
    // The update is still going on; what is asked may change the text.
    const { file, editor } = this;
    queueMicrotask(() => triggerSuggests(this.app.registry.editorSuggests, editor, file, typed));
  }

  /** Section by section, as the app's reading view is post-processed. */
  private async render(): Promise<void> {
    this.drawMode();
    if (this.mode !== 'preview' || !this.file) return;
    const component = new Component();
    void component.load();
    const sizer = createDiv('markdown-preview-sizer markdown-preview-section');
    const text = this.editor.getValue();
    for (const { element, lines } of renderSections(text)) {
      sizer.append(element);
      await postProcess(this.app, element, { sourcePath: this.file?.path ?? '', component, text, lines });
    }
    this.rendered.unload();
    this.rendered = component;
    this.previewEl.replaceChildren(sizer);
  }

  private drawMode(): void {
    this.containerEl.dataset.mode = this.mode;
    this.sourceEl.toggleClass('is-live-preview', !this.isSource);
    this.sourceEl.toggle(this.mode === 'source');
    this.readingEl.toggle(this.mode === 'preview');
  }

  private lineOf(state: unknown): number | undefined {
    const { line, subpath } = (state ?? {}) as { line?: number; subpath?: string };
    if (line !== undefined || !subpath || !this.file) return line;
    const wanted = subpath.replace(/^#/, '').trim().toLowerCase();
    const cache = this.app.metadataCache.getFileCache(this.file);
    const place = wanted.startsWith('^')
      ? cache?.blocks?.[wanted.slice(1)]
      : cache?.headings?.find(({ heading }) => heading.toLowerCase() === wanted);
    return place?.position.start.line;
  }

  private listenToLinks(): void {
    const linkOf = (event: Event) => (event.target as Element).closest<HTMLElement>('a.internal-link');
    this.previewEl.addEventListener('contextmenu', event => {
      const outward = (event.target as Element).closest<HTMLAnchorElement>('a.external-link');
      if (outward) this.showUrlMenu(event, outward.getAttribute('href') ?? '');
      const link = linkOf(event);
      if (!link) return;
      event.preventDefault();
      const menu = new Menu();
      const [href, path] = [link.dataset.href ?? '', this.file?.path ?? ''];
      this.app.workspace.handleLinkContextMenu(menu, href, path, this.leaf);
      menu.showAtMouseEvent(event);
    });
    this.previewEl.addEventListener('mouseover', event => {
      const targetEl = linkOf(event);
      if (targetEl) this.hoverLink(event, 'preview', targetEl, targetEl.dataset.href ?? '');
    });
    this.sourceEl.addEventListener('mouseover', event => {
      const targetEl = (event.target as Element).closest<HTMLElement>('.cm-hmd-internal-link');
      if (targetEl) this.hoverLink(event, 'editor', targetEl, this.linkAt(targetEl));
    });
  }

  /** What stands between the brackets, without the alias. */
  private linkAt(element: HTMLElement): string {
    const { cm } = this.editor;
    const at = cm.posAtDOM(element);
    const { from, text } = cm.state.doc.lineAt(at);
    const open = text.lastIndexOf('[[', at - from);
    return text.slice(open + 2, text.indexOf(']]', open)).split(/\\?\|/, 1)[0] ?? '';
  }

  private hoverLink(event: MouseEvent, source: string, targetEl: HTMLElement, linktext: string): void {
    const sourcePath = this.file?.path ?? '';
    const link = { event, source, hoverParent: this, targetEl, linktext, sourcePath };
    this.app.workspace.trigger('hover-link', link);
  }

  private showUrlMenu(event: MouseEvent, url: string): void {
    event.preventDefault();
    const menu = new Menu();
    this.app.workspace.trigger('url-menu', menu, url);
    menu.showAtMouseEvent(event);
  }

  /** The cursor goes to what was clicked, unless something is selected; over a link the menu is its note's too. */
  private showEditorMenu(event: MouseEvent): boolean {
    event.preventDefault();
    const menu = new Menu();
    const { cm } = this.editor;
    const clicked = event.target as HTMLElement;
    const at = cm.posAtDOM(clicked);
    if (clicked !== cm.contentDOM && cm.state.selection.main.empty)
      cm.dispatch({ selection: { anchor: at } });
    if (clicked.closest('.cm-hmd-internal-link')) {
      const { text, from } = cm.state.doc.lineAt(at);
      const [link = ''] = text.slice(text.lastIndexOf('[[', at - from) + 2).split(/[\]|]/, 1);
      this.app.workspace.handleLinkContextMenu(menu, link, this.file?.path ?? '', this.leaf);
    }
    this.app.workspace.trigger('editor-menu', menu, this.editor, this);
    menu.showAtMouseEvent(event);
    return true;
  }
}
