import type { App } from 'obsidian';
import { capitalized } from '../../ui/taskWords';
import { openDialog } from '../passing';
import { Dialog } from './Dialog';
import { say } from '../../core/words';

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
export function askText(
  app: App,
  { title, value, placeholder, multiline, submit, read, choices, other }: TextQuestion,
  take: (words: string) => void,
): void {
  const dialog = new Dialog(app, title);
  const { contentEl } = dialog;
  const field = multiline
    ? contentEl.createEl('textarea', { attr: { rows: '3' } })
    : contentEl.createEl('input', { type: 'text' });
  field.addClass('rapport-dialog-field');
  field.setAttrs({ placeholder, 'aria-label': title });
  field.value = value;
  const meaning = contentEl.createDiv({ cls: 'rapport-dialog-meaning', attr: { 'aria-live': 'polite' } });
  const takeWords = () => {
    if ('error' in read(field.value)) return;
    dialog.close();
    take(field.value);
  };
  if (choices) {
    const row = contentEl.createDiv('rapport-dialog-choices');
    for (const words of choices)
      row.createEl('button', { text: capitalized(words) }, button =>
        button.addEventListener('click', () => {
          field.value = words;
          takeWords();
        }),
      );
  }
  if (other) dialog.addButton(other.label, other.choose);
  dialog.addButton(say.cancel);
  const button = dialog.addButton(submit, () => take(field.value)).setCta();
  const showMeaning = () => {
    const understood = read(field.value);
    const isError = 'error' in understood;
    // An empty field is no mistake yet.
    meaning.toggleClass('is-error', isError && field.value.trim() !== '');
    meaning.setText(isError ? understood.error : understood.meaning);
    button.setDisabled(isError);
  };
  field.addEventListener('input', showMeaning);
  field.addEventListener('keydown', event => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    takeWords();
  });
  showMeaning();
  openDialog(dialog);
  field.focus();
  field.select();
}
