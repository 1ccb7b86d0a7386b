import { Modal, type App } from 'obsidian';

/** What the keys do, in groups: title, then key → what it does. */
const KEYS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    'People',
    [
      ['letters', 'search'],
      ['↑ ↓', 'move'],
      ['Home End Page↑ Page↓', 'move further'],
      ['Enter', 'open the person'],
      ['Esc', 'clear the search'],
    ],
  ],
  [
    'A person’s page',
    [
      ['↑ ↓', 'from task to task, and on to the meetings'],
      ['Enter', 'open the note there'],
      ['Tab', 'to the buttons of the row'],
      ['Esc', 'back to everybody'],
    ],
  ],
  [
    'People to sort out',
    [
      ['↑ ↓', 'move'],
      ['m 1–9', 'merge'],
      ['d', 'different people'],
      ['n', 'not a person'],
      ['o', 'somebody else'],
    ],
  ],
];

export function showKeys(app: App): void {
  const dialog = new Modal(app);
  dialog.modalEl.addClass('rapport-dialog');
  dialog.setTitle('Keys in the people sidebar');
  for (const [title, keys] of KEYS) {
    dialog.contentEl.createEl('h5', { text: title });
    const list = dialog.contentEl.createEl('dl', { cls: 'rapport-keys' });
    for (const [key, does] of keys) {
      list.createEl('dt').createEl('kbd', { text: key });
      list.createEl('dd', { text: does });
    }
  }
  dialog.open();
}
