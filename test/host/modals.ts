import type { SearchResult } from 'obsidian';
import { prepareFuzzySearch } from 'obsidian-test-mocks/obsidian';
import type { HostApp } from './index';

export class Modal {
  readonly containerEl = createDiv('modal-container mod-dim');
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  readonly scope = {};
  shouldRestoreSelection = true;
  private closed?: () => unknown;

  constructor(readonly app: HostApp) {
    this.containerEl.createDiv('modal-bg').addEventListener('click', () => this.close());
    this.modalEl = this.containerEl.createDiv('modal');
    this.modalEl.createDiv('modal-close-button').addEventListener('click', () => this.close());
    this.titleEl = this.modalEl.createDiv('modal-title');
    this.contentEl = this.modalEl.createDiv('modal-content');
  }

  open(): void {
    if (this.containerEl.isConnected) return;
    this.app.overlays.add(this);
    document.body.append(this.containerEl);
    document.addEventListener('keydown', this.onKey);
    void this.onOpen();
  }

  close(): void {
    if (!this.containerEl.isConnected) return;
    this.app.overlays.delete(this);
    document.removeEventListener('keydown', this.onKey);
    this.containerEl.remove();
    this.onClose();
    this.closed?.();
  }

  onOpen(): Promise<void> | void {}
  onClose(): void {}

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.replaceChildren(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closed = callback;
    return this;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.close();
  };
}

export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  private items: T[] = [];
  private selected = 0;

  constructor(app: HostApp) {
    super(app);
    this.modalEl.className = 'prompt';
    this.modalEl.empty();
    this.inputEl = this.modalEl
      .createDiv('prompt-input-container')
      .createEl('input', { cls: 'prompt-input', type: 'text' });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.inputEl.addEventListener('input', () => void this.updateSuggestions());
    this.inputEl.addEventListener('keydown', event => this.onInputKey(event));
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  setPlaceholder(text: string): void {
    this.inputEl.placeholder = text;
  }

  setInstructions(instructions: { command: string; purpose: string }[]): void {
    const box = this.modalEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const row = box.createDiv('prompt-instruction');
      row.createSpan({ cls: 'prompt-instruction-command', text: command });
      row.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {}

  override open(): void {
    super.open();
    this.inputEl.focus();
    void this.updateSuggestions();
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  private async updateSuggestions(): Promise<void> {
    const found = this.getSuggestions(this.inputEl.value);
    this.items = (found instanceof Promise ? await found : found).slice(0, this.limit);
    this.selected = 0;
    this.resultContainerEl.empty();
    for (const item of this.items) {
      const el = this.resultContainerEl.createDiv('suggestion-item');
      this.renderSuggestion(item, el);
      el.addEventListener('click', event => this.selectSuggestion(item, event));
    }
    if (this.items.length === 0) {
      this.onNoSuggestion();
      this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
    }
    this.markSelected();
  }

  private onInputKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = this.items[this.selected];
    if (step && this.items.length > 0) {
      event.preventDefault();
      this.selected = (this.selected + step + this.items.length) % this.items.length;
      this.markSelected();
    } else if (event.key === 'Enter' && !event.isComposing && chosen !== undefined) {
      event.preventDefault();
      this.selectSuggestion(chosen, event);
    }
  }

  private markSelected(): void {
    [...this.resultContainerEl.children].forEach((el, i) =>
      el.toggleClass('is-selected', i === this.selected),
    );
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
        const match = query.trim() === '' ? { score: 0, matches: [] } : search(this.getItemText(item));
        return match ? [{ item, match }] : [];
      })
      .sort((a, b) => b.match.score - a.match.score);
  }

  renderSuggestion({ item }: FuzzyMatch<T>, el: HTMLElement): void {
    el.setText(this.getItemText(item));
  }

  onChooseSuggestion({ item }: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, event);
  }
}
