import type { TaskRecord } from '../../../src/core/records';
import { parseTaskLine } from '../../../src/core/note/taskLine';
import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import answers from './tasks-8.3.0.json';

/*
 * What the Tasks plugin 8.3.0 reads in these lines, set to its emoji form and to its Dataview form. Where it
 * understands a line we agree with it; where it gives up (a word behind a date, a field of the other form) we may
 * understand more.
 */
interface Answer {
  line: string;
  task: (Partial<Omit<TaskRecord, 'dependsOn'>> & { dependsOn?: string[] }) | null;
}

const said = (line: string) => parseTaskLine(line, DEFAULT_CONVENTIONS)?.record;

describe.each(Object.entries(answers as Record<string, Answer[]>))('%s', (_form, lines) => {
  test.each(lines.map(({ line, task }) => [line, task] as const))('%s', (line, task) => {
    const record = said(line);
    expect(record !== undefined).toBe(task !== null);
    if (!task || !record) return;
    const { priority, dependsOn, onCompletion, ...exact } = task;
    expect(record).toMatchObject(exact);
    if (priority !== 'none') expect(record.priority).toBe(priority);
    if (dependsOn) expect(record.dependsOn?.split(/\s*,\s*/)).toEqual(dependsOn);
    if (onCompletion !== undefined) expect(record.onCompletion?.toLowerCase()).toBe(onCompletion);
  });
});

test('a word behind a date hides nothing from us', () => {
  expect(said('- [ ] Send the sheet 📅 2026-01-10 ⏫ and a note')).toMatchObject({
    due: '2026-01-10',
    priority: 'high',
    text: 'Send the sheet and a note',
  });
});
