import { useRef } from 'preact/hooks';
import type { TaskNode } from '../../core/graph/PeopleGraph';
import { personOf } from '../../core/query/triage';
import { useScreen } from '../actions';
import { classes } from '../classes';
import { longDate, shortDate } from '../dateWords';
import { DueDate } from '../DueDate';
import { Icon } from '../Icon';
import { MentionNames } from '../MentionNames';
import { OriginLink } from '../OriginLink';
import { PersonLink } from '../PersonLink';
import { taskHandles } from '../taskHandles';
import { PRIORITY_ICONS } from '../taskWords';
import { useSwipe } from './useSwipe';
import { inWords, say } from '../../core/words';

/** The proposal in focus: what is to be done, by whom and when, and where it was said. */
export function FocusCard({
  task,
  copies,
  selected,
  failure,
  onSwipe,
}: {
  task: TaskNode;
  /** How many notes there are on the meeting. */
  copies: number;
  selected: boolean;
  failure: string | undefined;
  onSwipe: (direction: 1 | -1) => void;
}) {
  const { graph, actions } = useScreen();
  const card = useRef<HTMLElement>(null);
  useSwipe(card, onSwipe);
  const { record, note } = task;
  const person = personOf(graph, task);
  return (
    <article
      ref={card}
      class={classes('rapport-focus', selected && 'is-selected')}
      data-ignore-swipe="true"
      aria-label={record.text}
      {...taskHandles(actions, task)}
    >
      <p class="rapport-focus-text">{record.text || say.noText}</p>
      <div class="rapport-facts">
        <MentionNames labels={record.owners} path={note.path} />
        {record.owners.length === 0 && <span class="rapport-unresolved">{say.nobodys}</span>}
        {record.due !== undefined && <DueDate date={record.due} />}
        {record.priority !== 'none' && (
          <span class={`rapport-priority is-${record.priority}`}>
            <Icon name={PRIORITY_ICONS[record.priority]} /> {say.priorities[record.priority]}
          </span>
        )}
      </div>
      <div class="rapport-facts">
        {person && <PersonLink person={person} />}
        {note.kind === 'meeting' && <OriginLink task={task}>{note.title}</OriginLink>}
        {note.kind === 'meeting' && note.date !== null && (
          <span title={longDate(note.date)}>{shortDate(note.date)}</span>
        )}
        {copies > 1 && <span>{say.copies(copies)}</span>}
      </div>
      {failure !== undefined && <p class="rapport-failure">{say.notChanged(inWords(failure))}</p>}
    </article>
  );
}
