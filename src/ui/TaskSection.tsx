import type { ComponentChildren } from 'preact';
import type { LedgerEntry } from '../core/query/ledger';
import { Section } from './Section';
import { TaskRow } from './TaskRow';

/** Tasks under a heading; `children` stand in it. */
export function TaskSection({
  title,
  entries,
  most,
  children,
}: {
  title: string;
  entries: readonly LedgerEntry[];
  most?: number;
  children?: ComponentChildren;
}) {
  return (
    <Section title={title} count={entries.length} most={most} beside={children}>
      <ul class="rapport-tasks">
        {entries.slice(0, most).map(({ task }) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </Section>
  );
}
