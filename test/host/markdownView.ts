import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { Annotation, Compartment, EditorState, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, keymap, MatchDecorator, ViewPlugin } from '@codemirror/view';
import { applyPatch, createPatch } from 'diff';
import { Editor } from './editor';
import type { TAbstractFile, TFile } from './files';
import { MarkdownRenderer } from './markdown';
import { FileView } from './views';
import type { WorkspaceLeaf } from './workspace';

type Mode = 'source' | 'preview';

/** What the app tells extensions of the note an editor shows. */
export const editorInfoField = StateField.define<unknown>({ create: () => null, update: value => value });
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => true,
  update: value => value,
});

/** Marks transactions that bring the file's own text, which are no typing. */
const fromFile = Annotation.define<boolean>();

const linkMarks = new MatchDecorator({
  regexp: /\[\[[^[\]\n]+\]\]/g,
  decorate: (add, from, to, match) => {
    const alias = match[0].indexOf('|');
    add(from + (alias === -1 ? 2 : alias + 1), to - 2, Decoration.mark({ class: 'cm-hmd-internal-link' }));
  },
});

/** Stands in for live preview: links carry the app's class on what live preview shows of them. */
const livePreview = ViewPlugin.define(
  view => ({
    decorations: linkMarks.createDeco(view),
    update(update) {
      this.decorations = linkMarks.updateDeco(update, this.decorations);
    },
  }),
  { decorations: plugin => plugin.decorations },
);

/** A note in the editor or rendered. The editor writes to the file a while after the last change. */
export class MarkdownView extends FileView {
  readonly editor: Editor;
  private mode: Mode = 'source';
  private readonly pluginExtensions = new Compartment();
  private readonly sourceEl: HTMLElement;
  private readonly previewEl: HTMLElement;
  /** The file's text when editor and file last agreed. */
  private saved = '';
  private lineEnding = '\n';
  private saveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.sourceEl = this.contentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6 is-live-preview');
    this.previewEl = this.contentEl
      .createDiv('markdown-reading-view')
      .createDiv('markdown-preview-view markdown-rendered');
    this.editor = new Editor(new EditorView({ parent: this.sourceEl, state: this.newState('') }));
    this.registerEvent(this.app.vault.on('modify', file => void this.fileModified(file as TAbstractFile)));
    this.registerEvent(this.app.vault.on('delete', file => this.fileDeleted(file as TAbstractFile)));
    this.registerEvent(this.app.vault.on('rename', file => file === this.file && this.drawTitle()));
    this.register(() => {
      clearTimeout(this.saveTimer);
      this.editor.cm.destroy();
    });
    this.drawMode();
  }

  override getViewType(): string {
    return 'markdown';
  }

  getMode(): Mode {
    return this.mode;
  }

  getViewData(): string {
    return this.editor.getValue();
  }

  get isDirty(): boolean {
    return this.file !== null && this.editor.getValue() !== this.saved;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode };
  }

  override async setState(state: unknown): Promise<void> {
    const { file: path, mode } = state as { file?: string; mode?: Mode };
    const file = path === undefined ? null : this.app.vault.getFileByPath(path);
    if (file && file !== this.file) await this.loadFile(file);
    if (mode) this.mode = mode;
    await this.render();
  }

  override setEphemeralState(state: unknown): void {
    const { line } = (state ?? {}) as { line?: number };
    if (line === undefined) return;
    this.editor.setCursor({ line, ch: 0 });
    this.editor.scrollIntoView({ from: { line, ch: 0 }, to: { line, ch: 0 } });
  }

  /** Writes the editor's text to the file where it differs. */
  async save(): Promise<void> {
    clearTimeout(this.saveTimer);
    const text = this.editor.getValue();
    if (!this.file || text === this.saved) return;
    this.saved = text;
    await this.app.vault.modify(this.file, text.replaceAll('\n', this.lineEnding));
  }

  requestSave = (): void => {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.save(), this.app.saveDelay);
  };

  updateOptions(): void {
    this.editor.cm.dispatch({
      effects: this.pluginExtensions.reconfigure(this.app.registry.editorExtensions()),
    });
  }

  private async loadFile(file: TFile): Promise<void> {
    await this.save();
    this.file = file;
    this.saved = await this.readFile(file);
    this.editor.cm.setState(this.newState(this.saved));
    this.drawTitle();
  }

  private async readFile(file: TFile): Promise<string> {
    const text = await this.app.vault.read(file);
    // A file keeps the line endings it has; the editor shows all of them as line feeds.
    this.lineEnding = text.includes('\r\n') ? '\r\n' : '\n';
    return text.replaceAll('\r\n', '\n');
  }

  /** Another writer was at the file: what the user has typed meanwhile stays, and what the other wrote comes in. */
  private async fileModified(file: TAbstractFile): Promise<void> {
    if (file !== this.file) return;
    const text = await this.readFile(this.file);
    const mine = this.editor.getValue();
    if (text === mine) this.saved = text;
    if (text === this.saved) return;
    const merged = mine === this.saved ? text : applyPatch(text, createPatch('note', this.saved, mine));
    this.saved = text;
    if (merged !== false) this.replaceText(merged);
    await this.render();
  }

  private fileDeleted(file: TAbstractFile): void {
    if (file === this.file) this.leaf.detach();
  }

  /** Changes only what differs, so that cursor and folds stay. */
  private replaceText(text: string): void {
    const old = this.editor.getValue();
    let start = 0;
    while (start < Math.min(old.length, text.length) && old[start] === text[start]) start++;
    let end = 0;
    while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
    this.editor.cm.dispatch({
      changes: { from: start, to: old.length - end, insert: text.slice(start, text.length - end) },
      annotations: fromFile.of(true),
    });
  }

  private newState(doc: string): EditorState {
    const extensions: Extension[] = [
      editorInfoField.init(() => ({
        app: this.app,
        file: this.file,
        editor: this.editor,
        hoverPopover: null,
      })),
      editorLivePreviewField,
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      markdown(),
      EditorView.lineWrapping,
      livePreview,
      this.pluginExtensions.of(this.app.registry.editorExtensions()),
      EditorView.updateListener.of(update => {
        if (!update.docChanged) return;
        this.app.workspace.trigger('editor-change', this.editor, this);
        if (!update.transactions.some(transaction => transaction.annotation(fromFile))) this.requestSave();
      }),
    ];
    return EditorState.create({ doc, extensions });
  }

  private async render(): Promise<void> {
    this.drawMode();
    if (this.mode !== 'preview' || !this.file) return;
    const rendered = createDiv();
    await MarkdownRenderer.render(
      this.app,
      withoutFrontMatter(this.editor.getValue()),
      rendered,
      this.file.path,
      this,
    );
    this.previewEl.replaceChildren(...rendered.childNodes);
  }

  private drawMode(): void {
    this.containerEl.dataset.mode = this.mode;
    this.sourceEl.toggle(this.mode === 'source');
    this.previewEl.parentElement?.toggle(this.mode === 'preview');
  }
}

const withoutFrontMatter = (text: string): string => text.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, '');
