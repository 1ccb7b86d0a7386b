import { NamesToSort } from './NamesToSort';
import { useScreen } from '../../ui/actions';
import { isInField, isPlainKey } from '../../ui/plainKeys';
import { useKeptFocus } from '../../ui/useKeptFocus';
import { TriageScreen } from '../../ui/triage/TriageScreen';
import { Progress } from '../Progress';
import type { Rapport } from '../rapport';
import { useIndexing } from '../useIndexing';
import { BackBar } from './BackBar';
import type { ListKeeper } from './listKeeper';
import { useViewState } from '../../ui/ViewState';
import { PeopleList } from './PeopleList';
import { PersonPage } from './PersonPage';
import type { PeopleScreenState } from './state';

export function PeopleScreen({
  state,
  rapport,
  keeper,
}: {
  state: PeopleScreenState;
  rapport: Rapport;
  keeper: ListKeeper;
}) {
  const indexing = useIndexing(rapport);
  const screen = useScreen();
  // A field would bring up the keyboard of a phone.
  const root = useKeptFocus('.rapport-person-page, body:not(.is-mobile) .rapport-list-head input');
  // Scrolling draws nothing anew.
  const { person, sorting, triaging } = useViewState(state, 'scroll');
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event) || isInField(event) || event.defaultPrevented) return;
    if (event.key === '?') {
      event.preventDefault();
      screen.pages.keys();
    } else if ([...event.key].length === 1 && /[\p{L}\p{N}]/u.test(event.key))
      // What is typed in the list is searched for; the letter itself goes into the field.
      (event.currentTarget as HTMLElement)
        .querySelector<HTMLInputElement>('.rapport-list-head input')
        ?.focus();
  };
  return (
    <div class="rapport-screen" ref={root} onKeyDown={onKeyDown}>
      <Progress indexer={rapport.indexer} />
      {person === null && triaging ? (
        <>
          <BackBar onBack={() => state.update({ triaging: false })} />
          <TriageScreen indexing={indexing} onBack={() => state.update({ triaging: false })} />
        </>
      ) : person === null && sorting ? (
        <NamesToSort onBack={() => state.update({ sorting: false })} />
      ) : person === null ? (
        <PeopleList state={state} indexing={indexing} keeper={keeper} />
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
