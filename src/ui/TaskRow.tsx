import type { TaskNode } from '../core/graph/PeopleGraph';
import { shownName } from '../core/note/names';
import type { Priority } from '../core/records';
import { useScreen } from './actions';
import { dateInWords, longDate, shortDate } from './dateWords';
import { DueDate } from './DueDate';
import { Icon } from './Icon';
import { PersonLink } from './PersonLink';

/** How a priority is shown; what has none shows none. */
const PRIORITIES: Record<Priority, { words: string; icon: string } | null> = {
  highest: { words: 'highest priority', icon: 'chevrons-up' },
  high: { words: 'high priority', icon: 'chevrons-up' },
  medium: { words: 'medium priority', icon: 'chevron-up' },
  none: null,
  low: { words: 'low priority', icon: 'chevron-down' },
  lowest: { words: 'lowest priority', icon: 'chevrons-down' },
};

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
      onContextMenu={event => actions.openTaskMenu(task, event)}
    >
      <span class="rapport-box" aria-hidden="true" />
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
            onClick={() => actions.act('promote', [task])}
          >
            <Icon name="check" />
          </button>
          <button
            type="button"
            class="clickable-icon rapport-reject"
            aria-label={`Reject: ${text}`}
            data-tooltip-position="top"
            onClick={() => actions.act('reject', [task])}
          >
            <Icon name="x" />
          </button>
        </div>
      )}
    </li>
  );
}

function TaskFacts({ task, showMeeting }: { task: TaskNode; showMeeting: boolean }) {
  const { graph, actions } = useScreen();
  const { record, note } = task;
  const priority = PRIORITIES[record.priority];
  return (
    <div class="rapport-facts">
      {record.owners.map(label => {
        const person = graph.find(label);
        return (
          <span key={label}>
            {person ? (
              <PersonLink person={person} />
            ) : (
              <span class="rapport-unresolved">{shownName(label)}</span>
            )}
          </span>
        );
      })}
      {record.due !== undefined && <DueDate date={record.due} />}
      {record.due === undefined && record.scheduled !== undefined && (
        <span title={longDate(record.scheduled)}>planned {dateInWords(record.scheduled)}</span>
      )}
      {priority && (
        <span class={`rapport-priority is-${record.priority}`} title={priority.words}>
          <Icon name={priority.icon} />
          <span class="rapport-sr-only">{priority.words}</span>
        </span>
      )}
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
