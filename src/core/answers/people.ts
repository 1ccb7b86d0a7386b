import type { PeopleGraph, Person, TaskNode } from '../graph/PeopleGraph';
import { briefMarkdown, briefOf } from '../query/brief';
import { exportPerson, exportTask } from '../query/exportVault';
import { ledgerOf } from '../query/ledger';
import { NotFoundError, type Answer } from './answer';
import { formatTable } from './table';

/** By a name, an alias or an e-mail address; throws a NotFoundError where nobody is called so. */
export function personNamed(graph: PeopleGraph, name: string): Person {
  const person = graph.find(name);
  if (!person) throw new NotFoundError(`Nobody in this vault is called ${name}.`);
  return person;
}

/** What to have read before the next meeting. @param today ISO. */
export function answerBrief(graph: PeopleGraph, person: Person, today: string): Answer {
  const linkTo = (path: string) => `[[${path.replace(/\.md$/i, '')}]]`;
  const text = briefMarkdown(briefOf(graph, person, today), today, linkTo);
  return { text, data: { person: person.id, markdown: text } };
}

/** Who somebody is, and every open task between the two of us. */
export function answerPerson(graph: PeopleGraph, person: Person): Answer {
  const { proposed, iOwe, theyOwe, unassigned } = ledgerOf(graph, person);
  const lists = { proposed, iOwe, theyOwe, unassigned };
  const tasks = Object.entries(lists).map(
    ([name, entries]) => [name, entries.map(({ task }) => task)] as const,
  );
  const facts = [
    ['name', person.name],
    ['role', person.role],
    ['company', person.company],
    ['e-mail', person.emails.join(', ')],
    ['last met', person.lastMet],
    ['meetings', String(person.meetings.length)],
  ].flatMap(([name, value]) => (name && value ? [[name, value]] : []));
  const blocks = tasks.flatMap(([name, some]) =>
    some.length > 0 ? [`${LIST_WORDS[name]} ${some.length}\n${taskTable(graph, some)}`] : [],
  );
  return {
    text: `${[formatTable(facts), ...blocks].join('\n\n')}\n`,
    data: {
      person: exportPerson(person),
      ...Object.fromEntries(tasks.map(([name, some]) => [name, some.map(task => exportTask(graph, task))])),
    },
  };
}

const LIST_WORDS: Record<string, string> = {
  proposed: 'proposed',
  iOwe: 'I owe',
  theyOwe: 'they owe',
  unassigned: 'unassigned',
};

/** Tasks with the ids by which others name them. */
export function answerTasks(graph: PeopleGraph, tasks: readonly TaskNode[]): Answer {
  return {
    text: tasks.length > 0 ? `${taskTable(graph, tasks)}\n` : 'No task asked for is proposed.\n',
    data: tasks.map(task => exportTask(graph, task)),
  };
}

function taskTable(graph: PeopleGraph, tasks: readonly TaskNode[]): string {
  const names = ({ record, note }: TaskNode) =>
    graph.mentions(record.owners, note.path).map(({ label, people }) => people[0]?.name ?? label);
  return formatTable(
    tasks.map(task => [
      task.id,
      task.record.due ?? '',
      names(task).join(', '),
      `${task.note.path}:${task.record.line + 1}`,
      task.record.text,
    ]),
  );
}
