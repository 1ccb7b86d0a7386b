import type { PersonId } from '../core/graph/PeopleGraph';
import { ledgerOf } from '../core/query/ledger';
import { useScreen } from './actions';
import { PersonHead } from './PersonHead';
import { shortDate } from './dateWords';
import { TaskRow } from './TaskRow';
import { useGraph } from './useGraph';

/** How many tasks a card shows before it points to the person's page. */
const TASKS_SHOWN = 5;

/** What one wants to know of a person in passing. */
export function PersonCard({ id }: { id: PersonId }) {
  const { actions, pages } = useScreen();
  const facts = useGraph(
    graph => {
      const person = graph.person(id);
      return person && { person, ledger: ledgerOf(graph, person) };
    },
    change => change.people.has(id),
    [id],
  );
  if (!facts) return <div class="rapport-card rapport-empty">Nothing is known of this person any more.</div>;
  const { person, ledger } = facts;
  const latest = person.meetings.find(meeting => meeting.summary);
  const entries = [...ledger.iOwe, ...ledger.theyOwe, ...ledger.unassigned, ...ledger.proposed];
  const open = () => actions.openPerson(id);
  return (
    <article class="rapport-card" aria-label={person.name}>
      <PersonHead person={person} onOpen={open} />
      {latest?.summary && (
        <p class="rapport-summary">
          {latest.date && <span class="rapport-date">{shortDate(latest.date)}</span>} {latest.summary}
        </p>
      )}
      <p class="rapport-balance">
        <span>
          {balance({
            iOwe: ledger.iOwe.length,
            theyOwe: ledger.theyOwe.length,
            proposed: ledger.proposed.length,
          })}
        </span>
        <button type="button" onClick={() => pages.brief(person)}>
          Brief
        </button>
      </p>
      {entries.length > 0 && (
        <ul class="rapport-tasks">
          {entries.slice(0, TASKS_SHOWN).map(({ task }) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </ul>
      )}
      {entries.length > TASKS_SHOWN && (
        <button type="button" class="rapport-link" onClick={open}>
          {entries.length - TASKS_SHOWN} more
        </button>
      )}
    </article>
  );
}

function balance(counts: { iOwe: number; theyOwe: number; proposed: number }): string {
  const parts = [
    counts.iOwe > 0 && `you owe ${counts.iOwe}`,
    counts.theyOwe > 0 && `they owe ${counts.theyOwe}`,
    counts.proposed > 0 && `${counts.proposed} proposed`,
  ].filter(part => part !== false);
  const text = parts.join(' · ') || 'nothing open between you';
  return text.charAt(0).toUpperCase() + text.slice(1);
}
