import type { ComponentChildren } from 'preact';
import type { Person } from '../core/graph/PeopleGraph';
import { Avatar } from './Avatar';
import { workOf } from './facts';
import { DayInWords } from './DueDate';
import { say } from '../core/words';

/** Who somebody is, in three lines. */
export function PersonHead({
  person,
  name = person.name,
  children,
}: {
  person: Person;
  /** Their name, where it leads somewhere. */
  name?: ComponentChildren;
  /** More facts. */
  children?: ComponentChildren;
}) {
  const count = person.meetings.length;
  const work = workOf(person);
  return (
    <header class="rapport-person-head">
      <Avatar person={person} />
      <div class="rapport-person-facts">
        <h3 class="rapport-name">{name}</h3>
        {work && <div class="rapport-muted">{work}</div>}
        <div class="rapport-muted">
          {person.lastMet !== null && (
            <>
              <DayInWords says={say.lastMet} date={person.lastMet} /> ·{' '}
            </>
          )}
          {count === 0 ? say.noMeetingsYet : say.meetings(count)}
        </div>
        {children}
        {person.uncertain && <div class="rapport-muted">{say.firstNameOnly}</div>}
      </div>
    </header>
  );
}
