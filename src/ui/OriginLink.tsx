import type { ComponentChildren } from 'preact';
import type { TaskNode } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';
import { LinkButton } from './Button';

/** The way to where a task was said; the note shows itself while the pointer rests on it. */
export function OriginLink({
  task,
  title,
  children,
}: {
  task: TaskNode;
  title?: string;
  children: ComponentChildren;
}) {
  const { actions } = useScreen();
  return (
    <LinkButton
      class="rapport-origin"
      title={title}
      onClick={event => actions.openTask(task, event)}
      onMouseOver={event => actions.previewNote(task.note.path, event, event.currentTarget)}
    >
      {children}
    </LinkButton>
  );
}
