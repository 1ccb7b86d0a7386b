import type { App, Plugin } from 'obsidian';
import type { PeopleGraph, Person, PersonId } from '../core/graph/PeopleGraph';
import type { Screen } from '../ui/actions';
import type { NoteWriter } from '../vault/NoteWriter';
import type { SettingsStore } from '../vault/SettingsStore';
import type { VaultIndexer } from '../vault/VaultIndexer';
import type { NameActions } from './NameActions';
import type { TaskActions } from './TaskActions';
import type { TwinFinder } from './TwinFinder';

/** What every feature is handed. Features know this, and never one another. */
export interface Rapport {
  app: App;
  plugin: Plugin;
  graph: PeopleGraph;
  indexer: VaultIndexer;
  writer: NoteWriter;
  settings: SettingsStore;
  actions: TaskActions;
  names: NameActions;
  twins: TwinFinder;
  screen: Screen;
}

/** What the sidebar does for others. */
export interface PeoplePane {
  open(): Promise<void>;
  showPerson(id: PersonId): Promise<void>;
  showNamesToSort(): Promise<void>;
}

/** What the hover feature does for others: the card without a pointer, for keyboards and touch. */
export interface PersonCards {
  show(person: Person): void;
}
