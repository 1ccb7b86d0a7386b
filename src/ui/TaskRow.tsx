import type { TaskNode } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';
import { Button, Decision } from './Button';
import { shortDate } from './dateWords';
import { DayInWords, DueDate } from './DueDate';
import { Icon } from './Icon';
import { MentionNames } from './MentionNames';
import { OriginLink } from './OriginLink';
import { SimilarTasks } from './SimilarTasks';
import { taskHandles } from './taskHandles';
import { ACTION_WORDS, PRIORITY_ICONS } from './taskWords';
import { say } from '../core/words';

/** A task, what is known of it in one line, and for a proposed one the decision. */
export function TaskRow({ task }: { task: TaskNode }) {
  const { actions } = useScreen();
  const { record } = task;
  const proposed = record.state === 'proposed';
  const text = record.text || say.noText;
  return (
    <li class={`rapport-task is-${record.state}`} {...taskHandles(actions, task)}>
      <TaskBox task={task} />
      <div class="rapport-task-body">
        <Button
          class="rapport-task-text"
          title={say.openIn(task.note.path)}
          onClick={event => actions.openTask(task, event)}
          onAuxClick={event => event.button === 1 && actions.openTask(task, event)}
        >
          {proposed && <span class="rapport-sr-only">{say.proposed}: </span>}
          {text}
        </Button>
        <TaskFacts task={task} />
      </div>
      {proposed && (
        <Decision
          accept={[say.actOn(say.promote, text), () => actions.act('promote', [task])]}
          reject={[say.actOn(say.reject, text), () => actions.act('reject', [task])]}
        />
      )}
    </li>
  );
}

/** The box: a click completes an accepted task or reopens a done one; a proposed one is decided first. */
function TaskBox({ task }: { task: TaskNode }) {
  const { actions } = useScreen();
  const { state, text } = task.record;
  if (state === 'proposed') return <span class="rapport-box" aria-hidden="true" />;
  const action = state === 'accepted' || state === 'in-progress' ? 'complete' : 'reopen';
  return (
    <Button
      class="rapport-box"
      aria-label={say.actOn(ACTION_WORDS[action].title, text)}
      data-tooltip-position="top"
      onClick={() => actions.act(action, [task])}
    />
  );
}

/** What is for the Tasks plugin, and shown as it is written: field, what it says, icon. */
const KEPT_FACTS = [
  ['recurrence', say.repeats, 'repeat'],
  ['dependsOn', say.waitsFor, 'hourglass'],
] as const;

function TaskFacts({ task }: { task: TaskNode }) {
  const { record, note } = task;
  const priority = say.priorities[record.priority];
  const isOver = record.state === 'done' || record.state === 'rejected';
  return (
    <div class="rapport-facts">
      <MentionNames labels={record.owners} path={note.path} />
      {isOver && record.done !== undefined && <DayInWords says={say.done} date={record.done} />}
      {!isOver && record.due !== undefined && <DueDate date={record.due} />}
      {!isOver && record.due === undefined && record.scheduled !== undefined && (
        <DayInWords says={say.planned} date={record.scheduled} />
      )}
      {record.priority !== 'none' && (
        <span class={`rapport-priority is-${record.priority}`} title={priority}>
          <Icon name={PRIORITY_ICONS[record.priority]} />
          <span class="rapport-sr-only">{priority}</span>
        </span>
      )}
      {KEPT_FACTS.map(([field, says, icon]) => {
        const fact = record[field];
        return (
          fact !== undefined && (
            <span key={field} class="rapport-recurrence" title={says(fact)}>
              <Icon name={icon} /> {fact}
            </span>
          )
        );
      })}
      {record.state === 'proposed' && <SimilarTasks task={task} />}
      {note.kind === 'meeting' && (
        <OriginLink task={task} title={note.title}>
          {note.date ? shortDate(note.date) : note.title}
        </OriginLink>
      )}
    </div>
  );
}
