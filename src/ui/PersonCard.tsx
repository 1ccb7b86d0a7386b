import type { PersonId } from '../core/graph/PeopleGraph';
import { summaryOf } from '../core/query/meetings';
import { ledgerOf } from '../core/query/ledger';
import { rowOf } from '../core/query/peopleList';
import { useScreen } from './actions';
import { Button, LinkButton } from './Button';
import { PersonHead } from './PersonHead';
import { shortDate } from './dateWords';
import { balanceOf } from './facts';
import { TaskRow } from './TaskRow';
import { useGraph } from './useGraph';
import { say } from '../core/words';

/** How many tasks a card shows before it points to the person's page. */
const TASKS_SHOWN = 5;

/** What one wants to know of a person in passing. */
export function PersonCard({ id }: { id: PersonId }) {
  const { actions, pages } = useScreen();
  const known = useGraph(
    graph => {
      const person = graph.person(id);
      return person && { ...rowOf(graph, person), ledger: ledgerOf(graph, person) };
    },
    change => change.people.has(id),
    [id],
  );
  if (!known) return <div class="rapport-card rapport-empty">{say.nothingKnown}</div>;
  const { person, counts, ledger } = known;
  const latest = person.meetings.find(summaryOf);
  const summary = latest && summaryOf(latest);
  const tasks = [...ledger.iOwe, ...ledger.theyOwe, ...ledger.unassigned, ...ledger.proposed];
  const open = () => actions.openPerson(id);
  return (
    <article class="rapport-card" aria-label={person.name}>
      <PersonHead person={person} name={<LinkButton onClick={open}>{person.name}</LinkButton>} />
      {summary && (
        <p class="rapport-summary">
          {latest.date && <span class="rapport-date">{shortDate(latest.date)}</span>} {summary}
        </p>
      )}
      <p class="rapport-balance">
        <span>{balanceOf(counts)}</span>
        <Button onClick={() => pages.brief(person)}>{say.brief}</Button>
      </p>
      {tasks.length > 0 && (
        <ul class="rapport-tasks">
          {tasks.slice(0, TASKS_SHOWN).map(task => (
            <TaskRow key={task.id} task={task} />
          ))}
        </ul>
      )}
      {tasks.length > TASKS_SHOWN && (
        <LinkButton onClick={open}>{say.more(tasks.length - TASKS_SHOWN)}</LinkButton>
      )}
    </article>
  );
}
