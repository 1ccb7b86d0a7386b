import type { TaskNode } from '../core/graph/PeopleGraph';
import type { ScreenActions } from './actions';

/** What an element needs to stand for a task: it can be dragged into a note, and has the task's menu. */
export const taskHandles = (actions: ScreenActions, task: TaskNode) => ({
  'data-task-id': task.id,
  draggable: true,
  onDragStart: (event: DragEvent) => actions.dragTask(task, event),
  onContextMenu: (event: MouseEvent) => actions.openTaskMenu(task, event),
});
