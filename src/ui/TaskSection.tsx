import type { ComponentChildren } from 'preact';
import type { LedgerEntry } from '../core/query/ledger';
import { Rows } from './Rows';
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
    <Section title={title} count={entries.length} beside={children}>
      <Rows class="rapport-tasks" rows={entries} most={most}>
        {({ task }) => <TaskRow key={task.id} task={task} />}
      </Rows>
    </Section>
  );
}
