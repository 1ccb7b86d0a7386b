import { Component, MarkdownView, Notice } from 'obsidian';
import type { Person } from '../../core/graph/PeopleGraph';
import { reasonOf } from '../../core/reasonOf';
import { isoToday } from '../../ui/isoToday';
import { filledIn } from '../../vault/filledIn';
import { briefText } from '../briefText';
import { copyText } from '../copyText';
import { createFile } from '../createFile';
import { Dialog } from '../dialogs/Dialog';
import { renderMarkdown } from '../renderMarkdown';
import type { Rapport } from '../rapport';
import { inWords, say } from '../../core/words';

/** Shows a brief, and what can be done with it. */
export class BriefDialog extends Dialog {
  readonly #rapport: Rapport;
  readonly #person: Person;

  readonly #drawn = new Component();
  readonly #text: string;

  constructor(rapport: Rapport, person: Person) {
    super(rapport.app);
    this.#rapport = rapport;
    this.#person = person;
    const { app } = rapport;
    const sourcePath = app.workspace.getActiveFile()?.path ?? '';
    this.#text = briefText(rapport, person, sourcePath);
    const body = this.contentEl.createDiv({
      cls: 'rapport-brief markdown-rendered',
      attr: { tabindex: '0', role: 'document', 'aria-label': say.briefOf(person.name) },
    });
    renderMarkdown(app, this.#text, body, sourcePath, this.#drawn);
    // A link leads away from the dialog.
    body.addEventListener('click', event => {
      const link = (event.target as HTMLElement).closest<HTMLElement>('a.internal-link');
      if (!link) return;
      event.preventDefault();
      this.close();
      void app.workspace.openLinkText(link.dataset.href ?? '', sourcePath);
    });
    this.#addButtons();
  }

  override onOpen(): void {
    this.#drawn.load();
  }

  override onClose(): void {
    this.#drawn.unload();
  }

  #addButtons(): void {
    const view = this.app.workspace.getActiveViewOfType(MarkdownView);
    const add = (text: string, run: () => Promise<void> | void) =>
      this.addButton(text, () => {
        Promise.resolve(run()).catch((error: unknown) => new Notice(inWords(reasonOf(error))));
      });
    add(say.copy, () => copyText(this.#text, say.briefCopied));
    if (view?.getMode() === 'source') add(say.insertAtCursor, () => view.editor.replaceSelection(this.#text));
    add(say.newNote, () => this.#makeNote());
  }

  /** From the template of the settings, where there is one; the brief stands where it says `{{brief}}`, else at the end. */
  async #makeNote(): Promise<void> {
    const { app, settings } = this.#rapport;
    const { briefTemplate } = settings.value;
    const today = isoToday();
    const name = say.briefNote(this.#person.name.replace(/[\\/:*?"<>|#^[\]]/g, ''), today);
    const file = await createFile(app, name, 'md', await this.#filledIn(briefTemplate, today));
    await app.workspace.getLeaf('tab').openFile(file);
  }

  async #filledIn(template: string, today: string): Promise<string> {
    if (template === '') return this.#text;
    const text = await filledIn(this.app, template, {
      title: this.#person.name,
      date: today,
      brief: this.#text,
    });
    return text.includes(this.#text) ? text : `${text.trimEnd()}\n\n${this.#text}`;
  }
}
