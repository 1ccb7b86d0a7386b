import type { ComponentChildren } from 'preact';
import { countMeetings } from '../core/countOf';
import type { Person } from '../core/graph/PeopleGraph';
import { Avatar } from './Avatar';
import { dateInWords, longDate } from './dateWords';

/** Who somebody is, in three lines. */
export function PersonHead({
  person,
  onOpen,
  children,
}: {
  person: Person;
  onOpen?: () => void;
  /** More facts. */
  children?: ComponentChildren;
}) {
  const work = [person.role, person.company].filter(Boolean).join(' · ');
  return (
    <header class="rapport-person-head">
      <Avatar person={person} />
      <div class="rapport-person-facts">
        <h3 class="rapport-name">
          {onOpen ? (
            <button type="button" class="rapport-link" onClick={onOpen}>
              {person.name}
            </button>
          ) : (
            person.name
          )}
        </h3>
        {work && <div class="rapport-muted">{work}</div>}
        <div class="rapport-muted">
          <LastMet person={person} />
        </div>
        {children}
        {person.uncertain && <div class="rapport-muted">A first name only: it may mean several people.</div>}
      </div>
    </header>
  );
}

function LastMet({ person }: { person: Person }) {
  const count = person.meetings.length;
  if (person.lastMet === null) return <span>{count === 0 ? 'No meetings yet' : countMeetings(count)}</span>;
  return (
    <span title={longDate(person.lastMet)}>
      Last met {dateInWords(person.lastMet)} · {countMeetings(count)}
    </span>
  );
}
