import { useEffect, useState } from 'preact/hooks';
import type { IndexProgress, VaultIndexer } from '../../vault/VaultIndexer';
import { NamesToSort } from './NamesToSort';
import { useScreen } from '../../ui/actions';
import { isInField, isPlainKey } from '../../ui/plainKeys';
import { TriageScreen } from '../../ui/triage/TriageScreen';
import { useIndexing } from '../useIndexing';
import { BackBar } from './BackBar';
import { useViewState } from '../../ui/ViewState';
import { PeopleList } from './PeopleList';
import { PersonPage } from './PersonPage';
import type { PeopleScreenState } from './state';
import { say } from '../../core/words';

export function PeopleScreen({ state, indexer }: { state: PeopleScreenState; indexer: VaultIndexer }) {
  const indexing = useIndexing(indexer);
  const screen = useScreen();
  // Scrolling draws nothing anew.
  const { person, sorting, triaging } = useViewState(state, 'scroll');
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event) || isInField(event) || event.defaultPrevented) return;
    if (event.key === '?') {
      event.preventDefault();
      screen.pages.keys();
    } else if ([...event.key].length === 1 && /[\p{L}\p{N}]/u.test(event.key))
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
      <progress max={total} value={done} aria-label={say.readingNotes} />
      <span class="rapport-sr-only">{say.notesRead(done, total)}</span>
    </div>
  );
}
