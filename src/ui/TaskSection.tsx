import type { ComponentChildren } from 'preact';
import type { LedgerEntry } from '../core/query/ledger';
import { TaskRow } from './TaskRow';

/** A heading with a count and the tasks below it; nothing at all where there are none. */
export function TaskSection({
  title,
  entries,
  children,
}: {
  title: string;
  entries: readonly LedgerEntry[];
  children?: ComponentChildren;
}) {
  if (entries.length === 0) return null;
  return (
    <section class="rapport-section">
      <h4 class="rapport-heading">
        {title} <span class="rapport-count">{entries.length}</span>
        {children}
      </h4>
      <ul class="rapport-tasks">
        {entries.map(({ task }) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </section>
  );
}
