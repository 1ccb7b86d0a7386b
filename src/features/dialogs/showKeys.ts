import type { App } from 'obsidian';
import { TRIAGE_COMMANDS, TRIAGE_KEYS, type TriageKeys } from '../../core/triageKeys';
import { SORT_KEYS } from '../../ui/sortKeys';
import { openDialog } from '../passing';
import { Dialog } from './Dialog';
import { say } from '../../core/words';

/** A title, and what each key does there. */
type KeyGroup = readonly [string, readonly (readonly [string, string])[]];

const PEOPLE_KEYS: readonly KeyGroup[] = [
  [
    say.people,
    [
      [say.letters, say.search],
      ['↑ ↓', say.move],
      [say.farKeys, say.moveFurther],
      [say.enterKey, say.openPersonKey],
      ['Esc', say.clearSearch],
    ],
  ],
  [
    say.peoplePageKeys,
    [
      ['↑ ↓', say.fromTaskToTask],
      [say.enterKey, say.openNoteThere],
      ['Tab', say.toTheButtons],
      ['Esc', say.backToEverybody],
    ],
  ],
  [say.peopleToSortOut, [['↑ ↓', say.move], ...SORT_KEYS]],
];

const triageGroup = (keys: TriageKeys): KeyGroup => [
  say.triage,
  [
    ...TRIAGE_COMMANDS.map(command => [keys[command], TRIAGE_KEYS[command].does] as const),
    ['↑ ↓', say.previousNext],
    ['/', say.filterKey],
    ['Esc', say.clearSelection],
  ],
];

export const keyGroups = (keys: TriageKeys): readonly KeyGroup[] => [triageGroup(keys), ...PEOPLE_KEYS];

export function showKeys(app: App, triageKeys: TriageKeys): void {
  const dialog = new Dialog(app, say.keys);
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
