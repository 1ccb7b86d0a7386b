import { debounce } from 'obsidian';
import { lazily } from '../../core/lazily';
import type { PersonRow } from '../../core/query/peopleList';
import { isoToday } from '../../ui/isoToday';
import { keptListOf } from '../../vault/KeptList';
import type { Rapport } from '../rapport';
import { whenIndexed } from '../whenIndexed';

/** How long the list has to rest before it is kept, in ms. */
const KEEP_DELAY = 5000;

/** What a list asks that starts before the notes are read. */
export interface ListKeeper {
  /** The rows of the last time; none where there are none. */
  lastTime(): Promise<PersonRow[]>;
  /** Resolves when the graph knows all notes. */
  whenWhole(): Promise<void>;
  /** Call with the rows whenever they are whole. */
  keep(rows: readonly PersonRow[]): void;
}

export function listKeeper(rapport: Rapport): ListKeeper {
  // Only who opens the list needs it: not while the plugin is loaded.
  const kept = lazily(() => keptListOf(rapport.plugin, rapport.settings));
  const keep = debounce((rows: readonly PersonRow[]) => void kept().save(rows), KEEP_DELAY, true);
  rapport.plugin.register(() => void keep.cancel());
  return {
    lastTime: () => kept().load(isoToday()),
    whenWhole: () => whenIndexed(rapport),
    keep,
  };
}
