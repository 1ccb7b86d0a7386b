import { PluginSettingTab, type SettingDefinitionItem } from 'obsidian';
import { SETTING_RULES, type Settings } from '../../core/settings';
import type { Rapport } from '../rapport';

type Key = keyof Settings;

/** Settings that are lists are edited as text, one entry a line. */
type ListKey = { [K in Key]: Settings[K] extends string[] ? K : never }[Key];

const LIST_KEYS: readonly ListKey[] = ['selfNames', 'types', 'excludedFolders'];

const isListKey = (key: string): key is ListKey => (LIST_KEYS as readonly string[]).includes(key);

export function registerSettings(rapport: Rapport): void {
  rapport.plugin.addSettingTab(new RapportSettingTab(rapport));
  rapport.plugin.register(
    rapport.settings.onChange(settings => {
      rapport.graph.setSelf(settings.selfNames);
      void rapport.indexer.rebuild();
    }),
  );
}

class RapportSettingTab extends PluginSettingTab {
  constructor(private readonly rapport: Rapport) {
    super(rapport.app, rapport.plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem<Key>[] {
    return [
      {
        name: 'My names',
        desc: 'Your name as it stands in your notes, one spelling a line. Myself, Me and I are you in any case.',
        control: { type: 'textarea', key: 'selfNames', placeholder: 'Mira Lindqvist', rows: 3 },
      },
      {
        type: 'group',
        heading: 'Notes',
        items: [
          {
            name: 'Note types',
            desc: 'Notes whose property “type” is one of these are read, one a line.',
            control: {
              type: 'textarea',
              key: 'types',
              rows: 2,
              validate: text => SETTING_RULES.types(toList(text)),
            },
          },
          {
            name: 'Folders left out',
            desc: 'Notes in these folders are not read, one folder a line.',
            control: {
              type: 'textarea',
              key: 'excludedFolders',
              placeholder: 'Templates',
              rows: 2,
              validate: text => this.missingFolder(text),
            },
          },
        ],
      },
      {
        type: 'group',
        heading: 'Tasks',
        items: [
          {
            name: 'Symbol of a proposed task',
            desc: 'The character in the box: - [?]',
            control: { type: 'text', key: 'proposedSymbol', validate: SETTING_RULES.proposedSymbol },
          },
          {
            name: 'Symbol of a rejected task',
            desc: 'Written into the box when you reject a task: - [-]',
            control: { type: 'text', key: 'rejectedSymbol', validate: SETTING_RULES.rejectedSymbol },
          },
          {
            name: 'Tag of a proposed task',
            desc: 'Makes an open box proposed, and goes when you promote or reject the task.',
            control: { type: 'text', key: 'proposedTag', validate: SETTING_RULES.proposedTag },
          },
        ],
      },
      {
        type: 'group',
        heading: 'Screens',
        items: [
          {
            name: 'Person cards',
            desc: 'Show a card when the pointer rests on a link to a person.',
            control: { type: 'toggle', key: 'hoverCards' },
          },
        ],
      },
    ];
  }

  override getControlValue(key: string): unknown {
    const value = this.rapport.settings.value[key as Key];
    return isListKey(key) ? (value as string[]).join('\n') : value;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const kept = isListKey(key) && typeof value === 'string' ? toList(value) : value;
    await this.rapport.settings.update({ [key]: kept });
  }

  private missingFolder(text: string): string | undefined {
    const missing = toList(text).find(folder => !this.app.vault.getFolderByPath(folder));
    return missing === undefined ? undefined : `There is no folder “${missing}” in this vault.`;
  }
}

/** One entry a line; a folder's closing slash says nothing. */
function toList(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim().replace(/\/+$/, ''))
    .filter(line => line !== '');
}
