import type { EditorPosition, EditorSuggestTriggerInfo } from 'obsidian';
import type { HostApp } from './app';
import type { Editor } from './editor';
import type { TFile } from './files';
import { Scope } from './keymap';
import { prepareFuzzySearch } from './search';

export interface EditorSuggestContext extends EditorSuggestTriggerInfo {
  editor: Editor;
  file: TFile;
}

/** Suggestions in a box below something; arrows move, Enter chooses, Escape closes. */
export abstract class PopoverSuggest<T> {
  readonly suggestEl = createDiv('suggestion-container');
  protected readonly listEl = this.suggestEl.createDiv('suggestion');
  /** Counts, so that an answer is dropped that comes after another question or after closing. */
  protected question = 0;
  private shown: T[] = [];
  private selected = 0;

  constructor(
    readonly app: HostApp,
    readonly scope = new Scope(),
  ) {
    this.scope.register([], 'ArrowDown', () => this.select(this.selected + 1));
    this.scope.register([], 'ArrowUp', () => this.select(this.selected - 1));
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    this.scope.register([], 'Enter', event => {
      const value = this.shown[this.selected];
      if (value !== undefined) this.selectSuggestion(value, event);
      return false;
    });
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  get isOpen(): boolean {
    return this.suggestEl.isConnected;
  }

  open(): void {
    if (this.isOpen) return;
    activeDocument.body.append(this.suggestEl);
    this.app.keymap.pushScope(this.scope);
  }

  close(): void {
    this.question++;
    if (!this.isOpen) return;
    this.suggestEl.remove();
    this.app.keymap.popScope(this.scope);
  }

  protected show(values: T[]): void {
    this.shown = values;
    this.listEl.empty();
    for (const value of values) {
      const item = this.listEl.createDiv('suggestion-item');
      this.renderSuggestion(value, item);
      item.addEventListener('mousedown', event => event.preventDefault());
      item.addEventListener('click', event => this.selectSuggestion(value, event));
    }
    if (values.length > 0) this.open();
    else this.close();
    this.select(0);
  }

  private select(at: number): false {
    const { length } = this.shown;
    this.selected = length === 0 ? 0 : (at + length) % length;
    for (const [i, item] of [...this.listEl.children].entries())
      item.toggleClass('is-selected', i === this.selected);
    return false;
  }
}

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  private chosen: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | undefined;

  constructor(
    app: HostApp,
    readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    for (const type of ['input', 'focus']) textInputEl.addEventListener(type, () => void this.suggest());
    textInputEl.addEventListener('blur', () => this.close());
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  getValue(): string {
    const { textInputEl: input } = this;
    return input instanceof HTMLInputElement ? input.value : (input.textContent ?? '');
  }

  setValue(value: string): void {
    const { textInputEl: input } = this;
    if (input instanceof HTMLInputElement) input.value = value;
    else input.setText(value);
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.chosen?.(value, event);
  }

  onSelect(chosen: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.chosen = chosen;
    return this;
  }

  private async suggest(): Promise<void> {
    const question = ++this.question;
    const values = await this.getSuggestions(this.getValue());
    if (question !== this.question || !this.textInputEl.isConnected) return;
    const { left, bottom } = this.textInputEl.getBoundingClientRect();
    Object.assign(this.suggestEl.style, { position: 'absolute', left: `${left}px`, top: `${bottom}px` });
    this.show(values.slice(0, this.limit));
  }
}

/** Paths of the vault for an input; the one that is chosen counts as typed. */
export class PathSuggest extends AbstractInputSuggest<string> {
  constructor(
    app: HostApp,
    input: HTMLInputElement,
    private readonly paths: () => string[],
  ) {
    super(app, input);
  }

  protected getSuggestions(query: string): string[] {
    const search = prepareFuzzySearch(query);
    return this.paths().filter(path => search(path) !== null);
  }

  renderSuggestion(path: string, el: HTMLElement): void {
    el.setText(path);
  }

  override selectSuggestion(path: string): void {
    this.setValue(path);
    this.textInputEl.dispatchEvent(new Event('input', { bubbles: true }));
    this.close();
  }
}

/** Suggestions while one types in a note. The first registered one that answers has the box. */
export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: EditorSuggestContext | null = null;
  limit = 100;
  private instructionsEl: HTMLElement | null = null;

  abstract onTrigger(
    cursor: EditorPosition,
    editor: Editor,
    file: TFile | null,
  ): EditorSuggestTriggerInfo | null;
  abstract getSuggestions(context: EditorSuggestContext): T[] | Promise<T[]>;

  setInstructions(instructions: { command: string; purpose: string }[]): void {
    this.instructionsEl?.remove();
    this.instructionsEl = this.suggestEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const instruction = this.instructionsEl.createDiv('prompt-instruction');
      instruction.createSpan({ cls: 'prompt-instruction-command', text: command });
      instruction.createSpan({ text: purpose });
    }
  }

  override close(): void {
    super.close();
    this.context = null;
  }

  /** Asked whenever the text changes, and while the box is open when the cursor moves. True where this one answers. */
  trigger(editor: Editor, file: TFile | null): boolean {
    const info = file && this.onTrigger(editor.getCursor(), editor, file);
    if (!info) {
      if (this.context) this.close();
      return false;
    }
    this.context = { ...info, editor, file };
    void this.suggest(this.context);
    return true;
  }

  private async suggest(context: EditorSuggestContext): Promise<void> {
    const question = ++this.question;
    const values = await this.getSuggestions(context);
    if (question !== this.question || this.context !== context) return;
    this.show(values.slice(0, this.limit));
    if (values.length > 0) this.placeBelow(context);
  }

  private placeBelow({ editor, start }: EditorSuggestContext): void {
    // A stand-in for a browser has no layout to measure.
    const place = editor.cm.coordsAtPos?.(editor.posToOffset(start)) ?? { left: 0, bottom: 0 };
    Object.assign(this.suggestEl.style, {
      position: 'fixed',
      left: `${place.left}px`,
      top: `${place.bottom}px`,
    });
  }
}

/** One box at a time: the first that answers closes the others. */
export function triggerSuggests(
  suggests: Iterable<EditorSuggest<unknown>>,
  editor: Editor,
  file: TFile | null,
  typed: boolean,
): void {
  let answered = false;
  for (const suggest of suggests) {
    if (answered) suggest.close();
    else if (typed || suggest.context) answered = suggest.trigger(editor, file);
  }
}
