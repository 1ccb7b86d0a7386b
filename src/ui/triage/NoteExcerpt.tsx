import { useEffect, useState } from 'preact/hooks';
import type { TaskNode } from '../../core/graph/PeopleGraph';
import type { ExcerptLine } from '../../core/note/excerpt';
import { summaryOf } from '../../core/query/meetings';
import { useScreen } from '../actions';
import { Section } from '../Section';
import { say } from '../../core/words';

/** What stands around the task in its note, and what the meeting was about. Comes when it is read. */
export function NoteExcerpt({ task }: { task: TaskNode }) {
  const { graph, actions } = useScreen();
  const { note, record } = task;
  const summary = summaryOf(note);
  const [read, setRead] = useState<{ task: TaskNode; lines: readonly ExcerptLine[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    void actions.excerpt(task).then(lines => wanted && setRead({ task, lines }));
    return () => {
      wanted = false;
    };
  }, [actions, task]);
  const lines = read?.task === task ? read.lines : [];
  const texts = new Map(graph.tasks(note.path).map(each => [each.record.line, each.record.text]));
  return (
    <Section
      class="rapport-triage-section rapport-excerpt"
      title={say.fromTheNote}
      count={record.section === '' ? undefined : say.under(record.section)}
    >
      {summary !== undefined && <p class="rapport-meeting-summary">{summary}</p>}
      <ul>
        {lines.map(({ line, text }) => (
          <li key={line} class={line === record.line ? 'is-here' : undefined}>
            {texts.get(line) ?? text}
          </li>
        ))}
      </ul>
    </Section>
  );
}
