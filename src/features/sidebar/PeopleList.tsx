import { debounce } from 'obsidian';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { namesToSort } from '../../core/query/namesToSort';
import { peopleList, searchPeople, type PersonRow } from '../../core/query/peopleList';
import { useScreen } from '../../ui/actions';
import { Avatar } from '../../ui/Avatar';
import { dateInWords, longDate } from '../../ui/dateWords';
import { Icon } from '../../ui/Icon';
import { useGraph } from '../../ui/useGraph';
import { Problems } from './Problems';
import type { PeopleScreenState } from './PeopleScreen';
import { useVirtualRows } from './useVirtualRows';

/** Height of a row in px, as the stylesheet has it; on phones rows are taller and measured. */
const ROW_HEIGHT = 48;

/** How long the names have to rest before they are compared, in ms. */
const COUNT_DELAY = 500;

/** Everybody, the last met first, and a search box. Arrow keys move, Enter opens. */
export function PeopleList({ state, indexing }: { state: PeopleScreenState; indexing: boolean }) {
  const { actions } = useScreen();
  const people = useGraph(peopleList, change => change.people.size > 0, []);
  const query = state.query.value;
  const rows = useMemo(() => searchPeople(people, query), [people, query]);
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({ count: rows.length, rowHeight: ROW_HEIGHT, scroller });

  useEffect(() => setActive(0), [query]);
  const move = (to: number) => {
    const row = Math.max(0, Math.min(rows.length - 1, to));
    setActive(row);
    virtual.scrollToIndex(row);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    Home: () => move(0),
    End: () => move(rows.length - 1),
    Enter: () => rows[active] && actions.openPerson(rows[active].person.id),
    Escape: () => (state.query.value = ''),
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

  if (people.length === 0) return <NobodyYet indexing={indexing} />;
  return (
    <>
      <div class="rapport-search">
        <Icon name="search" />
        <input
          type="search"
          placeholder="Search people…"
          aria-label="Search people"
          aria-controls="rapport-people"
          {...(rows[active] && { 'aria-activedescendant': rowId(rows[active]) })}
          value={query}
          onInput={event => (state.query.value = event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div class="rapport-scroller" ref={scroller}>
        {rows.length === 0 && <p class="rapport-empty">Nobody matches “{query}”.</p>}
        <div
          id="rapport-people"
          class="rapport-people"
          role="listbox"
          aria-label="People"
          ref={virtual.sizer}
        >
          {virtual.items.map(({ index, place }) => {
            const row = rows[index];
            return (
              row && (
                <PersonListRow
                  key={row.person.id}
                  row={row}
                  place={place}
                  active={index === active}
                  position={{ index: index + 1, of: rows.length }}
                  onOpen={() => actions.openPerson(row.person.id)}
                />
              )
            );
          })}
        </div>
      </div>
      <SortOut state={state} />
      <Problems />
    </>
  );
}

/** The way to the names that may be somebody else’s. */
function SortOut({ state }: { state: PeopleScreenState }) {
  const { graph } = useScreen();
  const [count, setCount] = useState(0);
  useEffect(() => {
    // Every name is compared with others like it: not while people come one after the other.
    const countSoon = debounce(() => setCount(namesToSort(graph).length), COUNT_DELAY, true);
    countSoon();
    const stop = graph.onChange(change => change.people.size > 0 && countSoon());
    return () => {
      stop();
      countSoon.cancel();
    };
  }, [graph]);
  if (count === 0) return null;
  return (
    <button type="button" class="rapport-sort-out" onClick={() => (state.sorting.value = true)}>
      <Icon name="users-round" />
      {count === 1 ? '1 name to sort out' : `${count} names to sort out`}
    </button>
  );
}

const rowId = (row: PersonRow) => `rapport-person-${row.person.id.replace(/\s+/g, '-')}`;

function PersonListRow({
  row,
  place,
  active,
  position,
  onOpen,
}: {
  row: PersonRow;
  place: (el: HTMLElement | null) => void;
  active: boolean;
  position: { index: number; of: number };
  onOpen: () => void;
}) {
  const { person, counts } = row;
  const work = person.company ?? person.role ?? (person.uncertain ? 'May be several people' : undefined);
  return (
    <div
      ref={place}
      id={rowId(row)}
      class={active ? 'rapport-person-row is-active' : 'rapport-person-row'}
      role="option"
      aria-selected={active}
      aria-posinset={position.index}
      aria-setsize={position.of}
      data-person={person.id}
      onClick={onOpen}
    >
      <Avatar name={person.name} id={person.id} />
      <div class="rapport-row-text">
        <div class="rapport-row-name">{person.name}</div>
        <div class="rapport-row-facts">
          {work !== undefined && (
            <span class="rapport-row-work" title={[person.role, person.company].filter(Boolean).join(' · ')}>
              {work}
            </span>
          )}
          {person.lastMet !== null && (
            <span title={longDate(person.lastMet)}>{dateInWords(person.lastMet)}</span>
          )}
          {work === undefined && person.lastMet === null && <span>Not met yet</span>}
        </div>
      </div>
      <div class="rapport-badges">
        <Badge count={counts.iOwe} sign="↑" label="you owe" />
        <Badge count={counts.theyOwe} sign="↓" label="they owe" />
        <Badge count={counts.proposed} sign="" label="proposed" accent />
      </div>
    </div>
  );
}

function Badge({
  count,
  sign,
  label,
  accent = false,
}: {
  count: number;
  sign: string;
  label: string;
  accent?: boolean;
}) {
  if (count === 0) return null;
  return (
    <span class={accent ? 'rapport-badge is-proposed' : 'rapport-badge'} title={`${count} ${label}`}>
      <span aria-hidden="true">
        {sign}
        {count}
      </span>
      <span class="rapport-sr-only">
        {count} {label}
      </span>
    </span>
  );
}

function NobodyYet({ indexing }: { indexing: boolean }) {
  if (indexing) return null;
  return (
    <div class="rapport-empty">
      <p>No people yet.</p>
      <p>
        Rapport reads notes with the property <code>type: people</code>. A meeting note also has a{' '}
        <code>date</code>, <code>person</code> or <code>participants</code>; a note without them is somebody’s
        profile.
      </p>
      <p>Other note types can be named in the settings.</p>
      <Problems />
    </div>
  );
}
