import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PeopleGraph, Person, PersonId, TaskNode } from '../core/graph/PeopleGraph';
import type { StateAction, TaskAction } from '../core/edit/taskChange';
import type { ExcerptLine } from '../core/note/excerpt';
import type { TriageFilter } from '../core/query/triage';
import type { Settings } from '../core/settings';
import type { TriageSession } from './triage/TriageSession';

/** What a screen can ask for. Screens never write: they hand tasks and paths to these. */
export interface ScreenActions {
  act(action: StateAction, tasks: readonly TaskNode[]): void;
  /** Asks what an action needs to know beside the task, and carries it out. */
  request(action: TaskAction, task: TaskNode): void;
  /** Opens the note the task stands in, at its line. `event` tells whether in a new tab. */
  openTask(task: TaskNode, event: UserEvent): void;
  openNote(path: string, event: UserEvent): void;
  /** Follows a link text, as one in no note in particular. */
  openLink(link: string, event: UserEvent): void;
  openPerson(id: PersonId): void;
  /**
   * Offers the app's own preview of a note while the pointer rests on `target`.
   * @param sourcePath The note the link stands in.
   * @param source By what name the app knows who asks; from it follows whether the Mod key is needed.
   */
  previewNote(
    link: string,
    event: MouseEvent,
    target: HTMLElement,
    sourcePath?: string,
    source?: string,
  ): void;
  /** What lands in a note where a person or a task is dropped: a link. */
  dragPerson(person: Person, event: DragEvent): void;
  dragTask(task: TaskNode, event: DragEvent): void;
  /** Where the picture of somebody's profile is to be had; undefined where there is none in the vault. */
  pictureOf(person: Person): string | undefined;
  /** The lines around a task in its note; none where the note is gone. */
  excerpt(task: TaskNode): Promise<readonly ExcerptLine[]>;
  /** The menu behind a right click on a task. */
  openTaskMenu(task: TaskNode, event: MouseEvent): void;
}

/** What a screen can ask about names. */
export interface NameScreenActions {
  /** `name` is another spelling of `into`; of a first name it is asked in which notes. */
  merge(name: Person, into: Person): void;
  /** The same, with somebody still to be chosen. */
  mergeWithOther(name: Person): void;
  tellApart(one: Person, other: Person): void;
  /** The name is nobody's. */
  dismiss(name: Person): void;
  /** A label that was no person is one after all. */
  restore(label: string): void;
}

/** Other screens a screen leads to. */
export interface Pages {
  brief(person: Person): void;
  /** The map with somebody in the middle, or of everybody. */
  map(id?: PersonId): void;
  /** What the keys do. */
  keys(): void;
  /** Proposals one by one: those that are left, or those that fit. */
  triage(filter?: Partial<TriageFilter>): void;
  /** Lets the user choose somebody. */
  pickPerson(question: string, then: (person: Person) => void): void;
  /** Shows the proposals that are long overdue, and rejects those that are left chosen. */
  sweepStale(): void;
}

export type UserEvent = MouseEvent | KeyboardEvent;

export interface Screen {
  graph: PeopleGraph;
  actions: ScreenActions;
  names: NameScreenActions;
  pages: Pages;
  /** The one session there is; it begins when it is first asked for. */
  triage: () => TriageSession;
  twins: Twins;
  /** As they are now. */
  settings(): Readonly<Settings>;
}

/** Where tasks that say the same are found. */
export interface TwinSource {
  /** All that say the same as a task, itself included; only itself until they are found. Right while `isSettled`. */
  clusterOf(task: TaskNode): readonly TaskNode[];
  /** Those that share a part with it. */
  relatedTo(task: TaskNode): readonly TaskNode[];
  readonly isSettled: boolean;
  /** Calls `listener` whenever all that changed has been compared; returns what stops it. */
  onSettled(listener: () => void): () => void;
}

export interface Twins extends TwinSource {
  /** Begins to look for them, and goes on as notes change. */
  start(): void;
}

const ScreenContext = createContext<Screen | null>(null);

export const ScreenProvider = ScreenContext.Provider;

export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error('A screen is drawn outside its ScreenProvider.');
  return screen;
}
