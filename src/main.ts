// First: what names screens and commands is made while it is loaded.
import './language';
import { Plugin } from 'obsidian';
import { PeopleGraph } from './core/graph/PeopleGraph';
import { lazily } from './core/lazily';
import { closeTasks } from './core/nextTask';
import { registerApi } from './features/api';
import type { RapportApi } from './features/api/RapportApi';
import { registerBases } from './features/bases';
import { registerBrief } from './features/brief';
import { registerCli } from './features/cli';
import { registerCodeBlock } from './features/codeblock';
import { registerCommands } from './features/commands';
import { pickPerson } from './features/dialogs/pickPerson';
import { showKeys } from './features/dialogs/showKeys';
import { registerEditor } from './features/editor';
import { registerHover } from './features/hover';
import { registerLinks } from './features/links';
import { registerMenus } from './features/menus';
import type { Rapport } from './features/rapport';
import { registerSettings } from './features/settings';
import { registerSidebar } from './features/sidebar';
import { NameActions } from './features/NameActions';
import { registerMap } from './features/map';
import { registerMentions } from './features/mentions';
import { registerNames } from './features/names';
import { closePassing } from './features/passing';
import { TaskActions } from './features/TaskActions';
import { registerTriage, resumeTriage } from './features/triage';
import { TwinFinder } from './features/TwinFinder';
import { NoteWriter } from './vault/NoteWriter';
import { ProfileWriter } from './vault/ProfileWriter';
import { SettingsStore } from './vault/SettingsStore';
import { snapshotOf } from './vault/Snapshot';
import { VaultIndexer } from './vault/VaultIndexer';

/** A table of contents: what there is, and in which order it starts. */
export default class RapportPlugin extends Plugin {
  /** For other plugins; there once the plugin is loaded. */
  api: RapportApi | undefined;
  #store: SettingsStore | undefined;

  override async onload(): Promise<void> {
    const settings = await SettingsStore.load(this);
    const graph = new PeopleGraph(settings.nameRules);
    const writer = new NoteWriter(this.app);
    this.#store = settings;
    const indexer = new VaultIndexer(this.app, graph, () => settings.value, snapshotOf(this, settings));
    const twins = new TwinFinder(graph, settings.value.strictness);
    const actions = new TaskActions(this.app, graph, writer, settings, twins, id => pane.showPerson(id));
    const names = new NameActions(this.app, graph, writer, new ProfileWriter(this.app), settings, actions);
    const rapport: Rapport = {
      app: this.app,
      plugin: this,
      graph,
      indexer,
      writer,
      settings,
      actions,
      names,
      twins,
      screen: {
        graph,
        actions,
        names,
        pages: {
          brief: person => briefs.show(person),
          map: id => void maps.show(id),
          keys: () => showKeys(this.app, settings.value.triageKeys),
          triage: filter => void triage.open(filter),
          sweepStale: () => triage.sweepStale(),
          pickPerson: (question, then) => pickPerson(this.app, graph, question, then),
        },
        twins,
        triage: lazily(() => resumeTriage(rapport)),
        settings: () => settings.value,
      },
    };

    const pane = registerSidebar(rapport);
    const cards = registerHover(rapport);
    const briefs = registerBrief(rapport);
    const maps = registerMap(rapport);
    const triage = registerTriage(rapport);
    registerCommands(rapport, pane, cards);
    registerSettings(rapport);
    registerNames(rapport);
    registerMentions(rapport);
    registerEditor(rapport);
    registerBases(rapport);
    registerCodeBlock(rapport);
    registerMenus(rapport, pane, cards);
    registerLinks(rapport, pane);
    registerCli(rapport);
    this.api = registerApi(rapport);

    this.register(closePassing);
    this.register(closeTasks);
    this.registerEvent(this.app.vault.on('rename', (file, from) => writer.noteRenamed(from, file.path)));
    this.app.workspace.onLayoutReady(() => void indexer.start(this));
  }

  /** Sync brought other settings. */
  override async onExternalSettingsChange(): Promise<void> {
    await this.#store?.reload();
  }
}
