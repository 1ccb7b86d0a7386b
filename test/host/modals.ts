import type { HostApp } from './app';
import { count } from './census';
import { Scope } from './keymap';
import { prepareFuzzySearch, renderResults, type SearchResult } from './search';

export class Modal {
  readonly scope = new Scope();
  readonly containerEl = createDiv('modal-container mod-dim');
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  private closeCallback: (() => unknown) | undefined;
  private uncount: () => void = () => undefined;
  private focusedBefore: Element | null = null;

  constructor(readonly app: HostApp) {
    this.containerEl.createDiv('modal-bg').addEventListener('click', () => this.close());
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': 'true' },
    });
    this.modalEl
      .createDiv({ cls: 'modal-close-button mod-raised clickable-icon', attr: { 'aria-label': 'Close' } })
      .addEventListener('click', () => this.close());
    this.titleEl = this.modalEl.createDiv('modal-header').createDiv('modal-title');
    this.contentEl = this.modalEl.createDiv('modal-content');
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.containerEl.isConnected) return;
    this.focusedBefore = activeDocument.activeElement;
    activeDocument.body.append(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    this.uncount = count('modals', this);
    void this.onOpen();
  }

  close(): void {
    if (!this.containerEl.isConnected) return;
    this.app.keymap.popScope(this.scope);
    this.uncount();
    this.containerEl.remove();
    this.onClose();
    this.closeCallback?.();
    if (this.shouldRestoreSelection && this.focusedBefore instanceof HTMLElement) this.focusedBefore.focus();
  }

  onOpen(): Promise<void> | void {}
  onClose(): void {}

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }
}

/** An input with suggestions below it: arrows move, Enter alone chooses, Escape closes. */
export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  private shown: T[] = [];
  private selected = 0;
  private query = 0;

  constructor(app: HostApp) {
    super(app);
    this.modalEl.empty();
    this.modalEl.className = 'prompt';
    this.inputEl = this.modalEl
      .createDiv('prompt-input-container')
      .createEl('input', { cls: 'prompt-input', attr: { autocomplete: 'off', spellcheck: 'false' } });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.inputEl.addEventListener('input', () => this.updateSuggestions());
    this.scope.register([], 'ArrowDown', () => this.select(this.selected + 1));
    this.scope.register([], 'ArrowUp', () => this.select(this.selected - 1));
    this.scope.register([], 'Home', () => this.select(0));
    this.scope.register([], 'End', () => this.select(this.shown.length - 1));
    this.scope.register([], 'Enter', event => {
      this.selectActiveSuggestion(event);
      return false;
    });
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  override open(): void {
    super.open();
    this.inputEl.focus();
    this.updateSuggestions();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: { command: string; purpose: string }[]): void {
    this.modalEl.querySelector('.prompt-instructions')?.remove();
    const list = this.modalEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const line = list.createDiv('prompt-instruction');
      line.createSpan({ cls: 'prompt-instruction-command', text: command });
      line.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.resultContainerEl.empty();
    this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    const value = this.shown[this.selected];
    if (value !== undefined) this.selectSuggestion(value, event);
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  /** An answer that comes after a newer question is dropped. */
  updateSuggestions(): void {
    const query = ++this.query;
    const found = this.getSuggestions(this.inputEl.value);
    if (found instanceof Promise)
      void this.app.pending.track(found.then(values => query === this.query && this.show(values)));
    else this.show(found);
  }

  private show(values: T[]): void {
    this.shown = values.slice(0, this.limit);
    this.resultContainerEl.empty();
    for (const [at, value] of this.shown.entries()) {
      const item = this.resultContainerEl.createDiv('suggestion-item');
      this.renderSuggestion(value, item);
      item.addEventListener('click', event => this.selectSuggestion(value, event));
      item.addEventListener('mousemove', () => this.select(at));
    }
    if (this.shown.length === 0) this.onNoSuggestion();
    this.select(0);
  }

  private select(at: number): false {
    const { length } = this.shown;
    this.selected = length === 0 ? 0 : (at + length) % length;
    for (const [i, item] of [...this.resultContainerEl.children].entries())
      item.toggleClass('is-selected', i === this.selected);
    this.resultContainerEl.children[this.selected]?.scrollIntoView({ block: 'nearest' });
    return false;
  }
}

export interface FuzzyMatch<T> {
  item: T;
  match: SearchResult;
}

export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

  getSuggestions(query: string): FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query.trim());
    return this.getItems()
      .flatMap(item => {
        const match = search(this.getItemText(item));
        return match ? [{ item, match }] : [];
      })
      .sort((a, b) => b.match.score - a.match.score);
  }

  renderSuggestion({ item, match }: FuzzyMatch<T>, el: HTMLElement): void {
    renderResults(el, this.getItemText(item), match);
  }

  onChooseSuggestion({ item }: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, event);
  }
}

/** Asks before something is done; a click on any of its buttons closes it, unless the handler returns something. */
export class ConfirmationModal extends Modal {
  readonly buttonContainerEl = this.modalEl.createDiv('modal-button-container');

  addClass(name: string): this {
    this.modalEl.addClass(name);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const row = this.buttonContainerEl.createEl('label', { cls: 'mod-checkbox' });
    const box = row.createEl('input', { type: 'checkbox' });
    row.append(label);
    box.addEventListener('change', () => callback(box.checked));
    return this;
  }

  addButton(build: (button: ConfirmationButton) => unknown): this {
    build(new ConfirmationButton(this));
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    return this.addButton(button => button.setButtonText(text).setCancel());
  }
}

export class ConfirmationButton {
  readonly buttonEl: HTMLButtonElement;

  constructor(modal: ConfirmationModal) {
    this.buttonEl = modal.buttonContainerEl.createEl('button');
    this.buttonEl.addEventListener('click', event => {
      const keepsOpen = this.handler?.(event);
      void Promise.resolve(keepsOpen).then(keeps => !keeps && modal.close());
    });
  }

  private handler: ((event: MouseEvent) => unknown) | undefined;

  setButtonText(text: string): this {
    this.buttonEl.setText(text);
    return this;
  }

  setCta = (): this => this.mark('mod-cta');
  setDestructive = (): this => this.mark('mod-destructive');
  setWarning = (): this => this.mark('mod-warning');
  setCancel = (): this => this.mark('mod-cancel');
  setSecondary = (): this => this.mark('mod-secondary');

  setInitialFocus(): this {
    setTimeout(() => this.buttonEl.focus());
    return this;
  }

  onClick(handler: (event: MouseEvent) => unknown): this {
    this.handler = handler;
    return this;
  }

  private mark(name: string): this {
    this.buttonEl.addClass(name);
    return this;
  }
}
