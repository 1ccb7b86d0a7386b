import { countMeetings } from '../countOf';
import type { PeopleGraph, Person, TaskNode } from '../graph/PeopleGraph';
import { briefMarkdown, briefOf } from '../query/brief';
import { exportPerson, exportTask, type ExportedTask } from '../query/exportVault';
import { ledgerOf } from '../query/ledger';
import { placeOf, type Answer } from './answer';
import { formatTable } from './table';
import { en, fill, inEnglish } from '../words';

/** The lists of a ledger in words, in its order. */
export const LIST_WORDS = ['proposed', 'I owe', 'they owe', 'unassigned'] as const;

/** By a name, an alias or an e-mail address; throws where nobody is called so. */
export function personNamed(graph: PeopleGraph, name: string): Person {
  const person = graph.find(name);
  if (!person) throw new Error(fill(en.nobodyHereCalled, name));
  return person;
}

/** What to have read before the next meeting. @param today ISO. */
export function answerBrief(graph: PeopleGraph, person: Person, today: string): Answer {
  const linkTo = (path: string) => `[[${path.replace(/\.md$/i, '')}]]`;
  const text = inEnglish(() => briefMarkdown(briefOf(graph, person, today), today, linkTo));
  return { text, data: { person: person.id, markdown: text } };
}

/** Who somebody is, and every open task between the two of us. */
export function answerPerson(graph: PeopleGraph, person: Person): Answer {
  const { name, role, company, emails, lastMet, meetings } = person;
  const lists = Object.entries<TaskNode[]>({ ...ledgerOf(graph, person) }).map(
    ([list, tasks]) => [list, tasks.map(task => exportTask(graph, task))] as const,
  );
  const rows = lists.flatMap(([, tasks], i) =>
    tasks.map(task => [LIST_WORDS[i] ?? '', ...taskRow(graph, task)]),
  );
  const met = lastMet === null ? 'not met yet' : `${countMeetings(meetings.length)}, last met ${lastMet}`;
  return {
    text: `${[name, role, company, ...emails].filter(Boolean).join(', ')}: ${met}\n${formatTable(rows)}`,
    data: { person: exportPerson(person), ...Object.fromEntries(lists) },
  };
}

/** Tasks with the ids by which others name them. */
export function answerTasks(graph: PeopleGraph, tasks: readonly TaskNode[]): Answer {
  const data = tasks.map(task => exportTask(graph, task));
  const text = formatTable(data.map(task => taskRow(graph, task)));
  return { text: text || 'No task asked for is proposed.\n', data };
}

function taskRow(graph: PeopleGraph, task: ExportedTask): string[] {
  const owners = task.owners.map(id => graph.person(id)?.name ?? id);
  return [
    task.id,
    task.due ?? '',
    [...owners, ...task.unresolvedOwners].join(', '),
    placeOf(task),
    task.text,
  ];
}
