import { debounce } from 'obsidian';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findNamesToSort } from '../../core/query/namesToSort';
import { filterPeople, groupByCompany, searchPeople, type PersonRow } from '../../core/query/peopleList';
import { isoToday } from '../../ui/isoToday';
import { useScreen } from '../../ui/actions';
import { Button, IconButton } from '../../ui/Button';
import { Chips } from '../../ui/Chips';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';
import { Slices, takeSteps } from '../../ui/Slices';
import { WithCode } from '../../ui/WithCode';
import type { ListKeeper } from './listKeeper';
import { listMenu } from './listMenu';
import { PersonListRow } from './PersonListRow';
import { Problems } from './Problems';
import type { PeopleScreenState } from './state';
import { useVirtualRows } from '../../ui/useVirtualRows';
import { usePeopleRows } from './usePeopleRows';
import { say } from '../../core/words';

/** Heights in px, as the stylesheet has them; on phones rows are taller and measured. */
const ROW_HEIGHT = 48;
const COMPANY_HEIGHT = 32;

type ListItem = { row: PersonRow; position: number } | { company: string };

/** Everybody: searched, filtered, sorted. Arrow keys move, Enter opens. */
export function PeopleList({
  state,
  indexing,
  keeper,
}: {
  state: PeopleScreenState;
  indexing: boolean;
  keeper: ListKeeper;
}) {
  const { actions, triage } = useScreen();
  const { query, filter, sort, grouped } = state.value;
  const rows = usePeopleRows(sort, keeper);
  const people = rows.rows;
  const today = isoToday();
  const counts = rows.countsOn(today);
  const found = useMemo(
    () => searchPeople(filterPeople(people, filter, today), query),
    [rows, rows.revision, filter, query, today],
  );
  const groups = useMemo(
    () => (grouped && query === '' ? listItems(found) : null),
    [found, rows.revision, grouped, query],
  );
  const itemAt = (index: number): ListItem | undefined => {
    const row = found[index];
    return groups ? groups[index] : row && { row, position: index };
  };
  const indexOf = (position: number): number =>
    groups ? groups.findIndex(item => 'row' in item && item.position === position) : position;
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({
    count: groups?.length ?? found.length,
    rowHeight: index => (groups && 'company' in (groups[index] ?? {}) ? COMPANY_HEIGHT : ROW_HEIGHT),
    scroller,
    start: state.value.scroll,
  });

  const inputs = `${query}\n${filter}\n${sort}\n${grouped}`;
  const lastInputs = useRef(inputs);
  useEffect(() => {
    if (lastInputs.current === inputs) return;
    lastInputs.current = inputs;
    setActive(0);
    scroller.current?.scrollTo(0, 0);
  }, [inputs]);
  const current = itemAt(indexOf(Math.min(active, found.length - 1)));
  const move = (to: number) => {
    const next = Math.max(0, Math.min(found.length - 1, to));
    setActive(next);
    virtual.scrollToIndex(Math.max(0, indexOf(next)));
  };
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    PageDown: () => move(active + page),
    PageUp: () => move(active - page),
    Home: () => move(0),
    End: () => move(found.length - 1),
    Enter: () => current && 'row' in current && actions.openPerson(current.row.person.id),
    Escape: () => state.update({ query: '' }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const handle =
      event.isComposing || (query !== '' && ['Home', 'End'].includes(event.key))
        ? undefined
        : keys[event.key];
    if (!handle || (event.key === 'Escape' && query === '')) return;
    event.preventDefault();
    handle();
  };

  // While notes are read, what is above the list is there before anybody is.
  if (people.length === 0 && rows.isSettled && !indexing) return <NobodyYet />;
  return (
    <>
      <div class="rapport-list-head">
        <SearchField
          placeholder={say.searchPeople}
          label={say.peopleSearch}
          aria-controls="rapport-people"
          {...(current && 'row' in current && { 'aria-activedescendant': rowId(current.row) })}
          value={query}
          onSearch={words => state.update({ query: words })}
          onKeyDown={onKeyDown}
        />
        <IconButton
          icon="arrow-up-narrow-wide"
          label={say.sortAndGroup}
          onClick={event => listMenu(state).showAtMouseEvent(event)}
        />
      </div>
      <Chips
        label={say.whichPeople}
        words={say.peopleFilters}
        chosen={filter}
        onChoose={each => state.update({ filter: each === filter ? 'all' : each })}
        behind={each => counts[each] > 0 && <span class="rapport-count">{counts[each]}</span>}
      />
      {filter === 'proposed' && found.length > 0 && (
        <Button
          class="rapport-begin-triage"
          onClick={() => {
            triage().showOnly({});
            state.update({ triaging: true });
          }}
        >
          <Icon name="list-checks" />
          {say.decideOneByOne}
        </Button>
      )}
      <div
        class="rapport-scroller"
        ref={scroller}
        onScroll={event => state.update({ scroll: event.currentTarget.scrollTop })}
      >
        {found.length === 0 && people.length > 0 && (
          <p class="rapport-empty">{query === '' ? say.nobodyLeft[filter] : say.nobodyMatches(query)}</p>
        )}
        <div
          id="rapport-people"
          class="rapport-people"
          role="listbox"
          aria-label={say.people}
          ref={virtual.sizer}
        >
          {virtual.items.map(({ index, place }) => {
            const item = itemAt(index);
            if (!item) return null;
            if ('company' in item)
              return (
                <div key={`company ${item.company}`} ref={place} class="rapport-company" role="presentation">
                  {item.company || say.noCompany}
                </div>
              );
            return (
              <PersonListRow
                key={item.row.person.id}
                id={rowId(item.row)}
                row={item.row}
                place={place}
                active={item.position === Math.min(active, found.length - 1)}
                position={{ index: item.position + 1, of: found.length }}
              />
            );
          })}
        </div>
      </div>
      {!indexing && <SortOut state={state} />}
      <Problems />
    </>
  );
}

function listItems(rows: readonly PersonRow[]): ListItem[] {
  let position = 0;
  return groupByCompany(rows).flatMap(({ company, rows: list }) => [
    { company },
    ...list.map(row => ({ row, position: position++ })),
  ]);
}

const rowId = (row: PersonRow) => `rapport-person-${row.person.id.replace(/\s/g, '_')}`;

/** How long the names have to rest before they are compared, in ms. */
const COUNT_DELAY = 500;

/** The way to the names that may be somebody else’s. */
function SortOut({ state }: { state: PeopleScreenState }) {
  const { graph } = useScreen();
  const [count, setCount] = useState(0);
  useEffect(() => {
    // Every name is compared with others like it: not while people come one after the other.
    let search = findNamesToSort(graph);
    const slices = new Slices(isTimeUp => {
      const step = takeSteps(search, isTimeUp);
      if (step.done) setCount(step.value.length);
      return step.done === true;
    });
    const countSoon = debounce(
      () => {
        search = findNamesToSort(graph);
        slices.goOn();
      },
      COUNT_DELAY,
      true,
    );
    countSoon();
    const stop = graph.onChange(change => change.people.size > 0 && countSoon());
    return () => {
      stop();
      countSoon.cancel();
      slices.stop();
    };
  }, [graph]);
  if (count === 0) return null;
  return (
    <Button class="rapport-sort-out" onClick={() => state.update({ sorting: true })}>
      <Icon name="users-round" />
      {say.namesToSortOut(count)}
    </Button>
  );
}

function NobodyYet() {
  return (
    <div class="rapport-empty">
      <p>{say.noPeopleYet}</p>
      <p>
        <WithCode text={say.whatIsRead} />
      </p>
      <p>{say.otherNoteTypes}</p>
      <Problems />
    </div>
  );
}
