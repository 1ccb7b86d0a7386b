import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PeopleGraph, PersonId, TaskNode } from '../core/graph/PeopleGraph';
import type { TaskAction } from '../core/edit/editTaskLine';

/** What a screen can ask for. Screens never write: they hand tasks and paths to these. */
export interface ScreenActions {
  act(action: TaskAction, tasks: readonly TaskNode[]): void;
  /** Opens the note the task stands in, at its line. `event` tells whether in a new tab. */
  openTask(task: TaskNode, event: UserEvent): void;
  openNote(path: string, event: UserEvent): void;
  openPerson(id: PersonId): void;
  /** Offers the app's own preview of a note while the pointer rests on `target`. */
  previewNote(path: string, event: MouseEvent, target: HTMLElement): void;
  /** The menu behind a right click on a task. */
  openTaskMenu(task: TaskNode, event: MouseEvent): void;
}

export type UserEvent = MouseEvent | KeyboardEvent;

export interface Screen {
  graph: PeopleGraph;
  actions: ScreenActions;
}

const ScreenContext = createContext<Screen | null>(null);

export const ScreenProvider = ScreenContext.Provider;

export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error('A screen is drawn outside its ScreenProvider.');
  return screen;
}
