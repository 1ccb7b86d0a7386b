import { useEffect, useState } from 'preact/hooks';
import type { IndexProgress, VaultIndexer } from '../../vault/VaultIndexer';
import { NamesToSort } from './NamesToSort';
import { useScreen } from '../../ui/actions';
import { TriageScreen } from '../../ui/triage/TriageScreen';
import { BackBar } from './BackBar';
import { useViewState } from '../../ui/ViewState';
import { PeopleList } from './PeopleList';
import { PersonPage } from './PersonPage';
import type { PeopleScreenState } from './state';

/** Scrolling draws nothing anew. */
const DRAWN = [
  'person',
  'pinned',
  'triaging',
  'sorting',
  'query',
  'filter',
  'sort',
  'grouped',
  'open',
] as const;

export function PeopleScreen({ state, indexer }: { state: PeopleScreenState; indexer: VaultIndexer }) {
  const [indexing, setIndexing] = useState(false);
  useEffect(() => indexer.onProgress(progress => setIndexing(progress !== null)), [indexer]);
  const screen = useScreen();
  const { person, sorting, triaging } = useViewState(state, DRAWN);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const isField = target.matches('input, textarea, select');
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.key === '?' && !isField) {
      event.preventDefault();
      screen.pages.keys();
    } else if (!isField && [...event.key].length === 1 && /[\p{L}\p{N}]/u.test(event.key))
      // What is typed in the list is searched for; the letter itself goes into the field.
      (event.currentTarget as HTMLElement).querySelector<HTMLInputElement>('.rapport-search input')?.focus();
  };
  return (
    <div class="rapport-screen" onKeyDown={onKeyDown}>
      {indexing && <Progress indexer={indexer} />}
      {person === null && triaging ? (
        <>
          <BackBar onBack={() => state.update({ triaging: false })} />
          <TriageScreen indexing={indexing} onBack={() => state.update({ triaging: false })} />
        </>
      ) : person === null && sorting ? (
        <NamesToSort onBack={() => state.update({ sorting: false })} />
      ) : person === null ? (
        <PeopleList state={state} indexing={indexing} />
      ) : (
        <PersonPage
          key={person}
          id={person}
          state={state}
          indexing={indexing}
          onBack={() => state.update({ person: null })}
        />
      )}
    </div>
  );
}

function Progress({ indexer }: { indexer: VaultIndexer }) {
  const [progress, setProgress] = useState<IndexProgress | null>(null);
  useEffect(() => indexer.onProgress(setProgress), [indexer]);
  const { done = 0, total = 1 } = progress ?? {};
  return (
    <div class="rapport-progress" role="status">
      <progress max={total} value={done} aria-label="Reading notes" />
      <span class="rapport-sr-only">
        Reading notes: {done.toLocaleString('en')} of {total.toLocaleString('en')}
      </span>
    </div>
  );
}
