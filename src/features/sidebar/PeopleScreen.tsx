import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { PersonId } from '../../core/graph/PeopleGraph';
import type { IndexProgress, VaultIndexer } from '../../vault/VaultIndexer';
import { NamesToSort } from './NamesToSort';
import { PeopleList } from './PeopleList';
import { PersonPage } from './PersonPage';

/** What the pane remembers. */
export interface PeopleScreenState {
  /** Whose page is open; null for the list. */
  person: Signal<PersonId | null>;
  query: Signal<string>;
  /** Whether the names to sort out are on screen instead of the list. */
  sorting: Signal<boolean>;
}

export function PeopleScreen({ state, indexer }: { state: PeopleScreenState; indexer: VaultIndexer }) {
  const [progress, setProgress] = useState<IndexProgress | null>(null);
  useEffect(() => indexer.onProgress(setProgress), [indexer]);
  const person = state.person.value;
  return (
    <div class="rapport-screen">
      {progress && <Progress progress={progress} />}
      {person === null && state.sorting.value ? (
        <NamesToSort onBack={() => (state.sorting.value = false)} />
      ) : person === null ? (
        <PeopleList state={state} indexing={progress !== null} />
      ) : (
        <PersonPage
          key={person}
          id={person}
          indexing={progress !== null}
          onBack={() => (state.person.value = null)}
        />
      )}
    </div>
  );
}

function Progress({ progress: { done, total } }: { progress: IndexProgress }) {
  return (
    <div class="rapport-progress" role="status">
      <progress max={total} value={done} aria-label="Reading notes" />
      <span>
        Reading notes: {done.toLocaleString('en')} of {total.toLocaleString('en')}
      </span>
    </div>
  );
}
