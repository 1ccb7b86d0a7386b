import {
  normalizePath,
  PluginSettingTab,
  type SettingControl,
  type SettingDefinition,
  type SettingDefinitionGroup,
  type SettingDefinitionItem,
  type SettingGroupItem,
} from 'obsidian';
import { HOVER_SURFACES, type HoverSurface } from '../../core/hoverChoices';
import {
  changedSettings,
  conventionsOf,
  DEFAULT_SETTINGS,
  markProblem,
  SETTING_RULES,
  type Mark,
  type Settings,
} from '../../core/settings';
import { TRIAGE_COMMANDS, TRIAGE_KEYS, triageKeyProblem, type TriageCommand } from '../../core/triageKeys';
import { askInNotice } from '../askInNotice';
import type { Rapport } from '../rapport';
import { reportDone } from '../reportWrite';
import { say } from '../../core/words';
import { tasksRows } from './tasksRows';

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

class RapportSettingTab extends PluginSettingTab {
  readonly #rapport: Rapport;

  constructor(rapport: Rapport) {
    super(rapport.app, rapport.plugin);
    this.#rapport = rapport;
  }

  override getSettingDefinitions(): SettingDefinitionItem<Key>[] {
    const { settings } = this.#rapport;
    return [
      setting(say.myNames, say.myNamesDesc, 'textarea', 'selfNames', {
        placeholder: 'Mira Lindqvist',
        rows: 3,
      }),
      setting(say.notPeople, say.notPeopleDesc, 'textarea', 'notPeople', { rows: 4 }),
      group(say.profilesAndBriefs, [
        setting(say.profileFolder, say.profileFolderDesc, 'folder', 'profileFolder', {
          placeholder: DEFAULT_SETTINGS.profileFolder,
          validate: path => this.#wrongFolder(path),
        }),
        {
          name: say.noSuchFolderYet,
          desc: say.folderIsMade,
          searchable: false,
          visible: () => {
            const { profileFolder } = settings.value;
            return profileFolder !== '' && !this.#isFolder(profileFolder);
          },
        },
        setting(say.profileTemplate, say.profileTemplateDesc, 'file', 'profileTemplate', {
          placeholder: say.profileTemplateExample,
          validate: path => this.#missingNote(path),
        }),
        setting(say.briefTemplate, say.briefTemplateDesc, 'file', 'briefTemplate', {
          placeholder: say.briefTemplateExample,
          validate: path => this.#missingNote(path),
        }),
      ]),
      group(say.notesGroup, [
        setting(say.noteTypes, say.noteTypesDesc, 'textarea', 'types', {
          rows: 2,
          validate: text => SETTING_RULES.types(toList(text)),
        }),
        setting(say.foldersLeftOut, say.foldersLeftOutDesc, 'textarea', 'excludedFolders', {
          placeholder: say.foldersLeftOutExample,
          rows: 2,
          validate: text => this.#missingFolder(text),
        }),
      ]),
      group(say.tasksGroup, [
        setting(say.proposedSymbol, say.proposedSymbolDesc, 'text', 'proposedSymbol', {
          validate: this.#fits('proposedSymbol'),
        }),
        setting(say.rejectedSymbol, say.rejectedSymbolDesc, 'text', 'rejectedSymbol', {
          validate: this.#fits('rejectedSymbol'),
        }),
        setting(say.proposedTag, say.proposedTagDesc, 'text', 'proposedTag', {
          validate: this.#fits('proposedTag'),
        }),
        setting(say.acceptedTag, say.acceptedTagDesc, 'text', 'acceptedTag', {
          placeholder: '#accepted',
          validate: this.#fits('acceptedTag'),
        }),
        setting(say.dateAccepted, say.dateAcceptedDesc, 'toggle', 'stampAccepted'),
        setting(say.dateRejected, say.dateRejectedDesc, 'toggle', 'stampRejected'),
      ]),
      group(
        say.tasksPlugin,
        tasksRows(this.#rapport, change => this.#change(change)),
      ),
      group(
        say.sectionsGroup,
        (
          [
            ['summaryHeadings', say.summaryHeadings, 'Zusammenfassung'],
            ['decisionHeadings', say.decisionHeadings, 'Beschlüsse'],
            ['keyInformationHeadings', say.keyInformationHeadings, 'Wichtiges'],
          ] as const
        ).map(([key, name, placeholder]) =>
          setting(name, say.besideTheUsual, 'textarea', key, { placeholder, rows: 2 }),
        ),
      ),
      group(say.triage, [
        setting(say.strictness, say.strictnessDesc, 'dropdown', 'strictness', { options: say.strictnesses }),
        setting(say.putOffUntil, say.putOffUntilDesc, 'dropdown', 'laterField', { options: say.laterFields }),
        setting(say.staleAfter, say.staleAfterDesc, 'number', 'staleDays', {
          min: 0,
          step: 1,
          validate: SETTING_RULES.staleDays,
        }),
        setting(say.statusBarCount, say.statusBarCountDesc, 'toggle', 'statusBar'),
        {
          type: 'page',
          name: say.keys,
          desc: say.keysDesc,
          items: TRIAGE_COMMANDS.map(command => {
            const { does, key } = TRIAGE_KEYS[command];
            return setting(does, undefined, 'text', `triageKeys.${command}`, {
              placeholder: key,
              validate: typed => triageKeyProblem(settings.value.triageKeys, command, typed),
            });
          }),
        },
      ]),
      group(say.screensGroup, [
        {
          type: 'page',
          name: say.personCards,
          desc: say.personCardsDesc,
          items: HOVER_SURFACES.map(surface => {
            const desc = say.hoverSurfaceDescs[surface];
            return setting(say.hoverSurfaces[surface], desc, 'dropdown', `hover.${surface}`, {
              options: say.hoverChoices,
            });
          }),
        },
        setting(say.buttonsAtTasks, say.buttonsAtTasksDesc, 'toggle', 'taskButtons'),
        setting(say.suggestPeople, say.suggestPeopleDesc, 'toggle', 'suggestOwners'),
      ]),
      {
        name: say.resetSettings,
        desc: say.resetSettingsDesc,
        action: () =>
          askInNotice(
            say.resetAll,
            [{ text: say.reset, cta: true, choose: () => void this.#reset() }, { text: say.leaveThem }],
            say.canBeUndone,
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
    const read = name === 'excludedFolders' ? toFolders : toList;
    let kept = Array.isArray(before) && typeof value === 'string' ? read(value) : value;
    if (entry !== undefined) kept = { ...(before as object), [entry]: String(value) };
    await settings.update({ [name]: kept });
    this.refreshDomState();
  }

  async #reset(): Promise<void> {
    const { settings, writer, actions } = this.#rapport;
    await writer.perform(say.resetDone, async () => {
      const before = settings.value;
      await this.#change({ ...DEFAULT_SETTINGS });
      return () => {
        // What was set since is not taken back.
        const since = changedSettings(settings.value);
        const keys = changedSettings(before).filter(key => !since.includes(key));
        return this.#change(Object.fromEntries(keys.map(key => [key, before[key]])));
      };
    });
    reportDone(say.resetDone, () => void actions.undo());
  }

  /** Where the settings are open, they show it. */
  async #change(change: Partial<Settings>): Promise<void> {
    await this.#rapport.settings.update(change);
    this.update();
  }

  /** What may not be kept under that name, beside what the settings say already. */
  #fits = (mark: Mark) => (value: string) => markProblem(this.#rapport.settings.value, mark, value);

  #isFolder = (path: string): boolean => this.app.vault.getFolderByPath(normalizePath(path)) !== null;
  #isFile = (path: string): boolean => this.app.vault.getFileByPath(normalizePath(path)) !== null;

  #missingFolder(text: string): string | undefined {
    const missing = toFolders(text).find(path => !this.#isFolder(path));
    return missing === undefined ? undefined : say.noFolder(missing);
  }

  #missingNote = (path: string): string | undefined =>
    path === '' || this.#isFile(path) ? undefined : say.noNote(path);

  #wrongFolder(path: string): string | undefined {
    return SETTING_RULES.profileFolder(path) ?? (this.#isFile(path) ? say.noteNoFolder(path) : undefined);
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

/** One entry a line. */
const toList = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

/** As the app writes their paths; the vault's root is none to leave out. */
const toFolders = (text: string): string[] =>
  toList(text)
    .map(normalizePath)
    .filter(path => path !== '/');
