import type { App, ButtonComponent } from 'obsidian';
import { capitalized } from '../../ui/taskWords';
import { Dialog } from './Dialog';

export interface TextQuestion {
  title: string;
  /** What stands in the field at first. */
  value: string;
  placeholder: string;
  /** Tall enough for a sentence of several lines. */
  multiline?: boolean;
  submit: string;
  /** What the words mean, shown while they are typed; an error keeps them from being taken. */
  read: (words: string) => { meaning: string } | { error: string };
  /** What one says most often: one click fills the field in and takes it. */
  choices?: readonly string[];
  /** A second way out, such as taking a date away. */
  other?: { label: string; choose: () => void } | undefined;
}

/** Asks for a line of text and says, while it is typed, how it is understood. Enter takes it, Escape does not. */
export function askText(app: App, question: TextQuestion, take: (words: string) => void): void {
  new TextDialog(app, question, take).open();
}

class TextDialog extends Dialog {
  readonly #question: TextQuestion;
  readonly #take: (words: string) => void;

  readonly #field: HTMLInputElement | HTMLTextAreaElement;
  readonly #meaning: HTMLElement;
  readonly #button: ButtonComponent;

  constructor(app: App, question: TextQuestion, take: (words: string) => void) {
    const { title, value, placeholder, multiline, submit, other, choices } = question;
    super(app, title);
    this.#question = question;
    this.#take = take;
    this.#field = multiline
      ? this.contentEl.createEl('textarea', { attr: { rows: '3' } })
      : this.contentEl.createEl('input', { type: 'text' });
    this.#field.addClass('rapport-dialog-field');
    this.#field.setAttrs({ placeholder, 'aria-label': title });
    this.#field.value = value;
    this.#meaning = this.contentEl.createDiv({
      cls: 'rapport-dialog-meaning',
      attr: { 'aria-live': 'polite' },
    });
    this.#field.addEventListener('input', () => this.#showMeaning());
    this.#field.addEventListener('keydown', event => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    if (choices) this.#addChoices(choices);
    if (other) this.addButton(other.label, other.choose);
    this.addButton('Cancel');
    this.#button = this.addButton(submit, () => this.#take(this.#field.value)).setCta();
  }

  override onOpen(): void {
    this.#showMeaning();
    this.#field.focus();
    this.#field.select();
  }

  #addChoices(choices: readonly string[]): void {
    const row = this.contentEl.createDiv('rapport-dialog-choices');
    for (const words of choices)
      row.createEl('button', { text: capitalized(words) }, button =>
        button.addEventListener('click', () => {
          this.#field.value = words;
          this.#submit();
        }),
      );
  }

  #showMeaning(): void {
    const read = this.#question.read(this.#field.value);
    const isError = 'error' in read;
    // An empty field is no mistake yet.
    this.#meaning.toggleClass('is-error', isError && this.#field.value.trim() !== '');
    this.#meaning.setText(isError ? read.error : read.meaning);
    this.#button.setDisabled(isError);
  }

  #submit(): void {
    if ('error' in this.#question.read(this.#field.value)) return;
    this.close();
    this.#take(this.#field.value);
  }
}
