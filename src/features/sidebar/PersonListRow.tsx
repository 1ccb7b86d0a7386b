import type { PersonRow } from '../../core/query/peopleList';
import { useScreen } from '../../ui/actions';
import { Avatar } from '../../ui/Avatar';
import { classes } from '../../ui/classes';
import { workOf } from '../../ui/facts';
import { dateInWords, longDate } from '../../ui/dateWords';
import { say } from '../../core/words';

/** Somebody in one line of facts, and numbers only where there is something to do. */
export function PersonListRow({
  id,
  row: { person, counts },
  place,
  active,
  position,
}: {
  id: string;
  row: PersonRow;
  place: (el: HTMLElement | null) => void;
  active: boolean;
  position: { index: number; of: number };
}) {
  const { actions } = useScreen();
  const work = person.company ?? person.role ?? (person.uncertain ? say.mayBeSeveral : undefined);
  return (
    <div
      ref={place}
      id={id}
      class={classes('rapport-person-row', active && 'is-active')}
      role="option"
      aria-selected={active}
      aria-posinset={position.index}
      aria-setsize={position.of}
      data-person={person.id}
      draggable
      onDragStart={event => actions.dragPerson(person, event)}
      onClick={() => actions.openPerson(person.id)}
    >
      <Avatar person={person} />
      <div class="rapport-row-text">
        <div class="rapport-row-name">{person.name}</div>
        <div class="rapport-row-facts">
          {work !== undefined && (
            <span class="rapport-row-work" title={workOf(person)}>
              {work}
            </span>
          )}
          {person.lastMet !== null && (
            <span title={longDate(person.lastMet)}>{dateInWords(person.lastMet)}</span>
          )}
          {work === undefined && person.lastMet === null && <span>{say.notMetYet}</span>}
        </div>
      </div>
      <div class="rapport-badges">
        <Badge count={counts.iOwe} sign="↑" says={say.countYouOwe} />
        <Badge count={counts.theyOwe} sign="↓" says={say.countTheyOwe} />
        <Badge count={counts.proposed} sign="" says={say.proposedCount} accent />
      </div>
    </div>
  );
}

function Badge({
  count,
  sign,
  says,
  accent = false,
}: {
  count: number;
  sign: string;
  says: (count: number) => string;
  accent?: boolean;
}) {
  if (count === 0) return null;
  const words = says(count);
  return (
    <span class={classes('rapport-badge', accent && 'is-proposed')} title={words}>
      <span aria-hidden="true">
        {sign}
        {count}
      </span>
      <span class="rapport-sr-only">{words}</span>
    </span>
  );
}
