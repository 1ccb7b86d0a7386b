import type { ComponentChildren } from 'preact';
import type { TaskNode } from '../core/graph/PeopleGraph';
import { Rows } from './Rows';
import { Section } from './Section';
import { TaskRow } from './TaskRow';

/** Tasks under a heading; `children` stand in it. */
export function TaskSection({
  title,
  tasks,
  most,
  children,
}: {
  title: string;
  tasks: readonly TaskNode[];
  most?: number;
  children?: ComponentChildren;
}) {
  return (
    <Section title={title} count={tasks.length} beside={children}>
      <Rows class="rapport-tasks" rows={tasks} most={most}>
        {task => <TaskRow key={task.id} task={task} />}
      </Rows>
    </Section>
  );
}
