import { Setting, type App, type ButtonComponent } from 'obsidian';
import { countNotes } from '../../core/countOf';
import { dateOf } from '../../core/query/meetings';
import { notesToAsk } from '../../core/query/notesToAsk';
import type { PeopleGraph, Person } from '../../core/graph/PeopleGraph';
import { facts } from '../../ui/facts';
import { shortDate } from '../../ui/dateWords';
import { addFacts } from '../addFacts';
import { Dialog } from './Dialog';

export interface WhichNotes {
  /** Paths. */
  notes: string[];
  /** In every note there is and will be. */
  everywhere: boolean;
}

/** Asks in which notes a first name is somebody; those that speak for it are chosen at first. */
export function askWhichNotes(
  app: App,
  graph: PeopleGraph,
  name: Person,
  into: Person,
  take: (chosen: WhichNotes) => void,
): void {
  new WhichNotesDialog(app, graph, name, into, take).open();
}

class WhichNotesDialog extends Dialog {
  readonly #take: (chosen: WhichNotes) => void;

  readonly #chosen = new Set<string>();
  #everywhere = false;
  readonly #button: ButtonComponent;

  constructor(app: App, graph: PeopleGraph, name: Person, into: Person, take: (chosen: WhichNotes) => void) {
    super(app, `In which notes is ${name.name} ${into.name}?`);
    this.#take = take;
    const list = this.contentEl.createEl('ul', { cls: 'rapport-choices' });
    for (const { note, reason } of notesToAsk(graph, name, into)) {
      if (reason !== undefined) this.#chosen.add(note.path);
      const label = list.createEl('li').createEl('label');
      const box = label.createEl('input', { type: 'checkbox' });
      box.checked = reason !== undefined;
      box.addEventListener('change', () => this.#choose(note.path, box.checked));
      const words = label.createDiv();
      words.createDiv({
        text: facts(shortDate(dateOf(note)), note.kind === 'meeting' ? note.title : note.name),
      });
      addFacts(words, reason ?? 'Nothing here says so');
    }
    new Setting(this.contentEl)
      .setName('In every note, also those to come')
      .setDesc(`Adds “${name.name}” to the aliases of ${into.name}.`)
      .addToggle(toggle =>
        toggle.onChange(value => {
          this.#everywhere = value;
          list.toggleClass('is-disabled', value);
          this.#showCount();
        }),
      );
    this.addButton('Cancel');
    this.#button = this.addButton('', () =>
      this.#take({ notes: [...this.#chosen], everywhere: this.#everywhere }),
    ).setCta();
    this.#showCount();
  }

  #choose(path: string, wanted: boolean): void {
    if (wanted) this.#chosen.add(path);
    else this.#chosen.delete(path);
    this.#showCount();
  }

  #showCount(): void {
    const count = this.#chosen.size;
    this.#button
      .setButtonText(this.#everywhere ? 'Merge everywhere' : `Merge in ${countNotes(count)}`)
      .setDisabled(!this.#everywhere && count === 0);
  }
}
