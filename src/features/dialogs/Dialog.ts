import { ButtonComponent, Modal, Setting, type App } from 'obsidian';

/** A dialog of ours: with a title, and buttons below that close it. */
export class Dialog extends Modal {
  #buttons: Setting | null = null;

  constructor(app: App, title = '') {
    super(app);
    this.modalEl.addClass('rapport-dialog');
    if (title !== '') this.setTitle(title);
  }

  /** Adds a button behind those there are, which stand below what was in the dialog when the first one came. */
  addButton(text: string, run?: () => void): ButtonComponent {
    this.#buttons ??= new Setting(this.contentEl);
    return new ButtonComponent(this.#buttons.controlEl).setButtonText(text).onClick(() => {
      this.close();
      run?.();
    });
  }
}
