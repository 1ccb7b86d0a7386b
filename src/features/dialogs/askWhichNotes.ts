import { Setting, type App } from 'obsidian';
import { dateOf } from '../../core/query/meetings';
import { notesToAsk } from '../../core/query/notesToAsk';
import type { PeopleGraph, Person } from '../../core/graph/PeopleGraph';
import { facts } from '../../ui/facts';
import { shortDate } from '../../ui/dateWords';
import { addFacts } from '../addFacts';
import { openDialog } from '../passing';
import { Dialog } from './Dialog';
import { say } from '../../core/words';

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
  const dialog = new Dialog(app, say.inWhichNotes(name.name, into.name));
  const chosen = new Set<string>();
  let everywhere = false;
  const list = dialog.contentEl.createEl('ul', { cls: 'rapport-choices' });
  for (const { note, reason } of notesToAsk(graph, name, into)) {
    if (reason !== undefined) chosen.add(note.path);
    const label = list.createEl('li').createEl('label');
    const box = label.createEl('input', { type: 'checkbox' });
    box.checked = reason !== undefined;
    box.addEventListener('change', () => {
      if (box.checked) chosen.add(note.path);
      else chosen.delete(note.path);
      showCount();
    });
    const words = label.createDiv();
    words.createDiv({
      text: facts(shortDate(dateOf(note)), note.kind === 'meeting' ? note.title : note.name),
    });
    addFacts(words, reason ?? say.nothingSaysSo);
  }
  new Setting(dialog.contentEl)
    .setName(say.inEveryNote)
    .setDesc(say.addsAlias(name.name, into.name))
    .addToggle(toggle =>
      toggle.onChange(value => {
        everywhere = value;
        list.toggleClass('is-disabled', value);
        showCount();
      }),
    );
  dialog.addButton(say.cancel);
  const button = dialog.addButton('', () => take({ notes: [...chosen], everywhere })).setCta();
  const showCount = () =>
    button
      .setButtonText(everywhere ? say.mergeEverywhere : say.mergeIn(say.notes(chosen.size)))
      .setDisabled(!everywhere && chosen.size === 0);
  showCount();
  openDialog(dialog);
}
