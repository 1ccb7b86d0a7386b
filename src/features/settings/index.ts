import {
  normalizePath,
  Notice,
  PluginSettingTab,
  type Setting,
  type SettingControl,
  type SettingDefinition,
  type SettingDefinitionGroup,
  type SettingDefinitionItem,
  type SettingGroupItem,
} from 'obsidian';
import { HOVER_CHOICES, HOVER_SURFACES, type HoverSurface } from '../../core/hoverChoices';
import {
  changedSettings,
  conventionsOf,
  DEFAULT_SETTINGS,
  SETTING_RULES,
  type Settings,
} from '../../core/settings';
import { TRIAGE_COMMANDS, TRIAGE_KEYS, triageKeyProblem, type TriageCommand } from '../../core/triageKeys';
import { proposedStatus, statusOf, symbolsFromTasks } from '../../core/tasksStatuses';
import { askInNotice } from '../askInNotice';
import type { Rapport } from '../rapport';
import { reportDone } from '../reportWrite';
import { hasTasks, readTasksSettings } from '../tasksPlugin';

/** An entry of a setting that is a table. */
type Key = keyof Settings | `triageKeys.${TriageCommand}` | `hover.${HoverSurface}`;

type Control = SettingControl<Key>;

export function registerSettings(rapport: Rapport): void {
  rapport.plugin.addSettingTab(new RapportSettingTab(rapport));
  rapport.plugin.register(
    rapport.settings.onChange((settings, before) => {
      rapport.graph.setRules(rapport.settings.nameRules);
      if (readsOtherwise(settings, before)) void rapport.indexer.rebuild();
    }),
  );
}

/** Whether notes have to be read again. */
const readsOtherwise = (settings: Settings, before: Settings): boolean =>
  JSON.stringify([conventionsOf(settings), settings.excludedFolders]) !==
  JSON.stringify([conventionsOf(before), before.excludedFolders]);

const ABOUT_TASKS =
  'Accepted tasks are plain lines of its format. What is proposed it takes for an open task, unless it has a status for that symbol.';

class RapportSettingTab extends PluginSettingTab {
  readonly #rapport: Rapport;

  constructor(rapport: Rapport) {
    super(rapport.app, rapport.plugin);
    this.#rapport = rapport;
  }

  override getSettingDefinitions(): SettingDefinitionItem<Key>[] {
    const { settings } = this.#rapport;
    return [
      setting(
        'My names',
        'Your name as it stands in your notes, one spelling a line. Myself, Me and I are you in any case.',
        'textarea',
        'selfNames',
        { placeholder: 'Mira Lindqvist', rows: 3 },
      ),
      setting(
        'Not people',
        'What stands where a name should and is none, one a line. “… team” means whatever ends so. Their tasks count as unassigned.',
        'textarea',
        'notPeople',
        { rows: 4 },
      ),
      group('Profiles and briefs', [
        setting(
          'Folder for new profiles',
          'Where the note about a person goes when you merge names and there is none yet.',
          'folder',
          'profileFolder',
          { placeholder: 'People', validate: path => this.#wrongFolder(path) },
        ),
        {
          name: 'There is no such folder yet',
          desc: 'It is made with the first profile.',
          searchable: false,
          visible: () => {
            const { profileFolder } = settings.value;
            return profileFolder !== '' && !this.#isFolder(profileFolder);
          },
        },
        setting(
          'Template for new profiles',
          'A note that new profiles begin as. {{title}} becomes the name and {{date}} the day.',
          'file',
          'profileTemplate',
          { placeholder: 'Templates/Person.md', validate: path => this.#missingNote(path) },
        ),
        setting(
          'Template for new briefs',
          'A note that a brief kept as a note begins as. {{title}}, {{date}} and {{brief}} are filled in.',
          'file',
          'briefTemplate',
          { placeholder: 'Templates/Brief.md', validate: path => this.#missingNote(path) },
        ),
      ]),
      group('Notes', [
        setting(
          'Note types',
          'Notes whose property “type” is one of these are read, one a line.',
          'textarea',
          'types',
          { rows: 2, validate: text => SETTING_RULES.types(toList(text)) },
        ),
        setting(
          'Folders left out',
          'Notes in these folders are not read, one folder a line.',
          'textarea',
          'excludedFolders',
          { placeholder: 'Templates', rows: 2, validate: text => this.#missingFolder(text) },
        ),
      ]),
      group('Tasks', [
        setting('Symbol of a proposed task', 'The character in the box: - [?]', 'text', 'proposedSymbol', {
          validate: SETTING_RULES.proposedSymbol,
        }),
        setting(
          'Symbol of a rejected task',
          'Written into the box when you reject a task: - [-]',
          'text',
          'rejectedSymbol',
          { validate: SETTING_RULES.rejectedSymbol },
        ),
        setting(
          'Tag of a proposed task',
          'Makes an open box proposed, and goes when you promote or reject the task.',
          'text',
          'proposedTag',
          { validate: SETTING_RULES.proposedTag },
        ),
        setting(
          'Tag of an accepted task',
          'Added when you promote a task. Empty for none.',
          'text',
          'acceptedTag',
          { placeholder: '#accepted', validate: SETTING_RULES.acceptedTag },
        ),
        setting(
          'Date accepted tasks',
          'Adds ➕ and today when you promote a task that has no such date.',
          'toggle',
          'stampAccepted',
        ),
        setting(
          'Date rejected tasks',
          'Adds ❌ and today when you reject a task.',
          'toggle',
          'stampRejected',
        ),
      ]),
      group('Tasks plugin', [
        {
          name: 'Proposed tasks in the Tasks plugin',
          desc: ABOUT_TASKS,
          render: row => {
            const tell = () => void this.#tellOfTasks(row);
            tell();
            return settings.onChange(tell);
          },
        },
        {
          name: 'Take symbols from the Tasks plugin',
          desc: 'Uses its status named Proposed and its status of type Cancelled. Its settings are only read.',
          action: () => void this.#takeTasksSymbols(),
        },
      ]),
      group(
        'Sections',
        (
          [
            ['summaryHeadings', 'Headings of a summary', 'Zusammenfassung'],
            ['decisionHeadings', 'Headings of decisions', 'Beschlüsse'],
            ['keyInformationHeadings', 'Headings of key information', 'Wichtiges'],
          ] as const
        ).map(([key, name, placeholder]) =>
          setting(name, 'Beside the usual ones, one a line.', 'textarea', key, { placeholder, rows: 2 }),
        ),
      ),
      group('Triage', [
        setting(
          'Tasks that say the same',
          'How much two tasks must have in common to be shown as one. Nothing is changed by it.',
          'dropdown',
          'strictness',
          {
            options: { loose: 'A little is enough', normal: 'What reads alike', strict: 'Nearly everything' },
          },
        ),
        setting(
          'Put off until',
          'Where “Later” writes the day until which a proposal is hidden.',
          'dropdown',
          'laterField',
          { options: { scheduled: '⏳ Scheduled', start: '🛫 Start' } },
        ),
        setting(
          'Stale after',
          'Days past its due date after which a proposal can be swept away.',
          'number',
          'staleDays',
          { min: 0, step: 1, validate: SETTING_RULES.staleDays },
        ),
        setting(
          'Count in the status bar',
          'How many proposals there are to decide; a click opens triage.',
          'toggle',
          'statusBar',
        ),
        {
          type: 'page',
          name: 'Keys',
          desc: 'One character each.',
          items: TRIAGE_COMMANDS.map(command => {
            const { does, key } = TRIAGE_KEYS[command];
            return setting(does, undefined, 'text', `triageKeys.${command}`, {
              placeholder: key,
              validate: typed => triageKeyProblem(settings.value.triageKeys, command, typed),
            });
          }),
        },
      ]),
      group('Screens', [
        {
          type: 'page',
          name: 'Person cards',
          desc: 'What opens when the pointer rests on a person. Hold Ctrl/Cmd for a page preview.',
          items: (Object.keys(HOVER_SURFACES) as HoverSurface[]).map(surface =>
            setting(HOVER_SURFACES[surface], undefined, 'dropdown', `hover.${surface}`, {
              options: HOVER_CHOICES,
            }),
          ),
        },
        setting(
          'Buttons at proposed tasks',
          'Accept and reject in live preview and reading view, not on touch screens.',
          'toggle',
          'taskButtons',
        ),
        setting(
          'Suggest people behind @',
          'While you type in a task, in any note.',
          'toggle',
          'suggestOwners',
        ),
      ]),
      {
        name: 'Reset settings',
        desc: 'Back to how they were at first. What you decided about names stays.',
        action: () =>
          askInNotice(
            'Reset all settings of Rapport?',
            [{ text: 'Reset', cta: true, choose: () => void this.#reset() }, { text: 'Leave them' }],
            'It can be undone.',
          ),
      },
    ];
  }

  override getControlValue(key: string): unknown {
    const [name, entry] = key.split('.') as [keyof Settings, string?];
    const value = this.#rapport.settings.value[name];
    if (entry !== undefined) return (value as unknown as Record<string, string>)[entry];
    // A list is edited as text, one entry a line.
    return Array.isArray(value) ? value.join('\n') : value;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const { settings } = this.#rapport;
    const [name, entry] = key.split('.') as [keyof Settings, string?];
    const before = settings.value[name];
    let kept = Array.isArray(before) && typeof value === 'string' ? toList(value) : value;
    if (entry !== undefined) kept = { ...(before as object), [entry]: String(value) };
    await settings.update({ [name]: kept });
    this.refreshDomState();
  }

  async #takeTasksSymbols(): Promise<void> {
    const found: Record<string, string> = await readTasksSettings(this.app).then(
      symbolsFromTasks,
      () => ({}),
    );
    const { settings } = this.#rapport;
    const usable = Object.fromEntries(
      Object.entries(found).filter(([, symbol]) => SETTING_RULES.proposedSymbol(symbol) === undefined),
    );
    if (Object.keys(usable).length === 0) {
      new Notice(
        'Nothing to take over: no status of that plugin is named proposed, and none has the type cancelled.',
      );
      return;
    }
    await this.#change(usable);
    const { proposedSymbol, rejectedSymbol } = settings.value;
    new Notice(`Proposed is now [${proposedSymbol}], rejected is now [${rejectedSymbol}].`);
  }

  /** Whether the Tasks plugin knows the symbol of a proposed task; where it does not, a status for it to copy. */
  async #tellOfTasks(row: Setting): Promise<void> {
    const { proposedSymbol } = this.#rapport.settings.value;
    const [isThere, data] = await Promise.all([
      hasTasks(this.app),
      readTasksSettings(this.app).catch(() => null),
    ]);
    const known = statusOf(data, proposedSymbol);
    const box = `[${proposedSymbol}]`;
    row.clear();
    if (!isThere) row.setDesc(`${ABOUT_TASKS} It is not installed here.`);
    else if (known) row.setDesc(`${ABOUT_TASKS} It knows ${box} as “${known.name}”, of type ${known.type}.`);
    else
      row
        .setDesc(
          `${ABOUT_TASKS} Here it has no status for ${box}. Copy one, and enter its values there, under “Custom statuses”.`,
        )
        .addButton(button =>
          button.setButtonText('Copy status').onClick(async () => {
            await activeWindow.navigator.clipboard.writeText(
              JSON.stringify(proposedStatus(proposedSymbol), null, 2),
            );
            new Notice('Status copied.');
          }),
        );
  }

  async #reset(): Promise<void> {
    const { settings, writer, actions } = this.#rapport;
    await writer.perform('Reset the settings', async () => {
      const before = settings.value;
      await this.#change({ ...DEFAULT_SETTINGS });
      return () => {
        // What was set since is not taken back.
        const since = changedSettings(settings.value);
        const keys = changedSettings(before).filter(key => !since.includes(key));
        return this.#change(Object.fromEntries(keys.map(key => [key, before[key]])));
      };
    });
    reportDone('Reset the settings', () => void actions.undo());
  }

  /** Where the settings are open, they show it. */
  async #change(change: Partial<Settings>): Promise<void> {
    await this.#rapport.settings.update(change);
    this.update();
  }

  #isFolder = (path: string): boolean => this.app.vault.getFolderByPath(normalizePath(path)) !== null;
  #isFile = (path: string): boolean => this.app.vault.getFileByPath(normalizePath(path)) !== null;

  #missingFolder(text: string): string | undefined {
    const missing = toList(text).find(path => !this.#isFolder(path));
    return missing === undefined
      ? undefined
      : `There is no folder “${missing}” in this vault. Make it first, or leave it out.`;
  }

  #missingNote = (path: string): string | undefined =>
    path === '' || this.#isFile(path)
      ? undefined
      : `There is no note “${path}” in this vault. Choose one, or leave this empty.`;

  #wrongFolder(path: string): string | undefined {
    if (/[\\:*?"<>|#^[\]]/.test(path)) return 'The name of a folder holds none of \\ : * ? " < > | # ^ [ ].';
    return this.#isFile(path) ? `“${path}” is a note. Name a folder.` : undefined;
  }
}

/** A setting with its control; `more` is what that kind of control can be told. */
function setting<Type extends Control['type']>(
  name: string,
  desc: string | undefined,
  type: Type,
  key: Key,
  more?: Omit<Extract<Control, { type: Type }>, 'type' | 'key'>,
): SettingDefinition<Key> {
  return { name, ...(desc !== undefined && { desc }), control: { type, key, ...more } as Control };
}

const group = (heading: string, items: SettingGroupItem<Key>[]): SettingDefinitionGroup<Key> => ({
  type: 'group',
  heading,
  items,
});

/** One entry a line; a folder's closing slash says nothing. */
function toList(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim().replace(/\/+$/, ''))
    .filter(line => line !== '');
}
