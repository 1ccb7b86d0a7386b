import { useMemo } from 'preact/hooks';
import { differences } from '../../core/graph/twins/differences';
import type { TaskNode } from '../../core/graph/PeopleGraph';
import { dateOf } from '../../core/query/meetings';
import type { TriageUnit } from '../../core/query/triage';
import { useScreen } from '../actions';
import { dateInWords, shortDate } from '../dateWords';
import { Button } from '../Button';
import { classes } from '../classes';
import { facts } from '../facts';
import { Section } from '../Section';
import type { TriageSession } from './TriageSession';
import { say } from '../../core/words';

/** Tasks that say the same as the one in focus, with what differs marked, and those that share a part with it. */
export function TwinList({
  task,
  copies,
  unit,
  session,
}: {
  task: TaskNode;
  /** Paths of the notes on its meeting. */
  copies: readonly string[];
  unit: TriageUnit;
  session: TriageSession;
}) {
  const twins = unit.cluster.filter(({ id }) => id !== task.id);
  const section = (title: string, tasks: readonly TaskNode[]) => (
    <Section class="rapport-triage-section" title={title} count={tasks.length}>
      <ul class="rapport-twins">
        {tasks.map(each => (
          <Twin
            key={each.id}
            twin={each}
            than={task}
            isCopy={copies.includes(each.note.path)}
            session={session}
            canFocus={unit.tasks.includes(each)}
          />
        ))}
      </ul>
    </Section>
  );
  return (
    <>
      {section(say.saidAgain, twins)}
      {section(say.sharesAPart, session.twins.relatedTo(task))}
    </>
  );
}

function Twin({
  twin,
  than,
  isCopy,
  session,
  canFocus,
}: {
  twin: TaskNode;
  than: TaskNode;
  isCopy: boolean;
  session: TriageSession;
  /** Whether it waits to be decided too. */
  canFocus: boolean;
}) {
  const { actions } = useScreen();
  const { record, note } = twin;
  const pieces = useMemo(() => differences(record.text, than.record.text), [record.text, than.record.text]);
  const date = dateOf(note);
  const known = facts(
    saysAlready(twin),
    date !== null && `${isCopy && note.path !== than.note.path ? say.copyOf : ''}${shortDate(date)}`,
    note.path === than.note.path && say.sameNote,
    record.due !== than.record.due && record.due !== undefined && `${say.due} ${dateInWords(record.due)}`,
  );
  return (
    <li class={classes(`is-${record.state}`, session.isSelected(twin.id) && 'is-selected')}>
      <Button
        class="rapport-task-text"
        title={canFocus ? undefined : say.openIn(note.path)}
        onClick={event => (canFocus ? session.focus(twin.id) : actions.openTask(twin, event))}
      >
        {pieces.map(({ text, differs }, i) => (differs ? <mark key={i}>{text}</mark> : text))}
      </Button>{' '}
      <span class="rapport-twin-facts">{known}</span>
    </li>
  );
}

/** `already accepted on 3 Nov`, as far as the line tells when. */
function saysAlready({ record }: TaskNode): string {
  const { state, created, done, cancelled } = record;
  const day = { accepted: created, done, rejected: cancelled, 'in-progress': undefined, proposed: undefined }[
    state
  ];
  return day === undefined ? say.already[state] : say.onDay(say.already[state], shortDate(day));
}
