import type { App } from 'obsidian';
import { TRIAGE_COMMANDS, TRIAGE_KEYS, type TriageKeys } from '../../core/triageKeys';
import { openDialog } from '../passing';
import { Dialog } from './Dialog';

/** A title, and what each key does there. */
type KeyGroup = readonly [string, readonly (readonly [string, string])[]];

const PEOPLE_KEYS: readonly KeyGroup[] = [
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

const triageGroup = (keys: TriageKeys): KeyGroup => [
  'Triage',
  [
    ...TRIAGE_COMMANDS.map(command => [keys[command], TRIAGE_KEYS[command].does] as const),
    ['↑ ↓', 'previous, next; with Shift all between are selected'],
    ['/', 'filter'],
    ['Esc', 'clear the selection'],
  ],
];

export const keyGroups = (keys: TriageKeys): readonly KeyGroup[] => [triageGroup(keys), ...PEOPLE_KEYS];

export function showKeys(app: App, triageKeys: TriageKeys): void {
  const dialog = new Dialog(app, 'Keys');
  for (const [title, keys] of keyGroups(triageKeys)) {
    dialog.contentEl.createEl('h5', { text: title });
    const list = dialog.contentEl.createEl('dl', { cls: 'rapport-keys' });
    for (const [key, does] of keys) {
      list.createEl('dt').createEl('kbd', { text: key });
      list.createEl('dd', { text: does });
    }
  }
  openDialog(dialog);
}
