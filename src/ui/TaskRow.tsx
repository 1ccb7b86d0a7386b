import type { TaskNode } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';
import { dateInWords, longDate, shortDate } from './dateWords';
import { DueDate } from './DueDate';
import { Icon } from './Icon';
import { MentionNames } from './MentionNames';
import { SimilarTasks } from './SimilarTasks';
import { ACTION_WORDS, PRIORITY_WORDS } from './taskWords';

/** A task, what is known of it in one line, and for a proposed one the decision. */
export function TaskRow({ task, showMeeting = true }: { task: TaskNode; showMeeting?: boolean }) {
  const { actions } = useScreen();
  const { record } = task;
  const proposed = record.state === 'proposed';
  const text = record.text || '(no text)';
  return (
    <li
      class={`rapport-task is-${record.state}`}
      data-task-id={task.id}
      draggable
      onDragStart={event => actions.dragTask(task, event)}
      onContextMenu={event => actions.openTaskMenu(task, event)}
    >
      <TaskBox task={task} />
      <div class="rapport-task-body">
        <button
          type="button"
          class="rapport-task-text"
          title={`Open in ${task.note.path}`}
          onClick={event => actions.openTask(task, event)}
          onAuxClick={event => event.button === 1 && actions.openTask(task, event)}
        >
          {proposed && <span class="rapport-sr-only">Proposed: </span>}
          {text}
        </button>
        <TaskFacts task={task} showMeeting={showMeeting} />
      </div>
      {proposed && (
        <div class="rapport-decision">
          <button
            type="button"
            class="clickable-icon rapport-accept"
            aria-label={`Promote: ${text}`}
            data-tooltip-position="top"
            onClick={() => actions.act({ action: 'promote' }, [task])}
          >
            <Icon name="check" />
          </button>
          <button
            type="button"
            class="clickable-icon rapport-reject"
            aria-label={`Reject: ${text}`}
            data-tooltip-position="top"
            onClick={() => actions.act({ action: 'reject' }, [task])}
          >
            <Icon name="x" />
          </button>
        </div>
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
    <button
      type="button"
      class="rapport-box"
      aria-label={`${ACTION_WORDS[action].title}: ${text}`}
      data-tooltip-position="top"
      onClick={() => actions.act({ action }, [task])}
    />
  );
}

function TaskFacts({ task, showMeeting }: { task: TaskNode; showMeeting: boolean }) {
  const { actions } = useScreen();
  const { record, note } = task;
  const priority = PRIORITY_WORDS[record.priority];
  const isOver = record.state === 'done' || record.state === 'rejected';
  return (
    <div class="rapport-facts">
      <MentionNames labels={record.owners} path={note.path} />
      {isOver && record.done !== undefined && (
        <span title={longDate(record.done)}>done {dateInWords(record.done)}</span>
      )}
      {!isOver && record.due !== undefined && <DueDate date={record.due} />}
      {!isOver && record.due === undefined && record.scheduled !== undefined && (
        <span title={longDate(record.scheduled)}>planned {dateInWords(record.scheduled)}</span>
      )}
      {record.priority !== 'none' && (
        <span class={`rapport-priority is-${record.priority}`} title={priority.words}>
          <Icon name={priority.icon} />
          <span class="rapport-sr-only">{priority.words}</span>
        </span>
      )}
      {record.recurrence !== undefined && (
        <span class="rapport-recurrence" title={`Repeats ${record.recurrence}`}>
          <Icon name="repeat" /> {record.recurrence}
        </span>
      )}
      {record.dependsOn !== undefined && (
        <span class="rapport-recurrence" title={`Waits for ${record.dependsOn}`}>
          <Icon name="hourglass" /> {record.dependsOn}
        </span>
      )}
      {record.state === 'proposed' && <SimilarTasks task={task} />}
      {showMeeting && note.kind === 'meeting' && (
        <button
          type="button"
          class="rapport-link rapport-origin"
          title={note.title}
          onClick={event => actions.openTask(task, event)}
          onMouseOver={event => actions.previewNote(note.path, event, event.currentTarget)}
        >
          {note.date ? shortDate(note.date) : note.title}
        </button>
      )}
    </div>
  );
}
