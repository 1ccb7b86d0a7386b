import { Notice, type App } from 'obsidian';
import type { LaterField, TaskAction, TaskChange } from '../../core/edit/taskChange';
import type { PeopleGraph, TaskNode } from '../../core/graph/PeopleGraph';
import { shownName } from '../../core/note/names';
import type { Priority, TaskRecord } from '../../core/records';
import { dateOf, presentAt } from '../../core/query/meetings';
import { likeTasks } from '../../core/query/likeTasks';
import { reasonOf } from '../../core/reasonOf';
import { readDateWords } from '../../core/readDateWords';
import type { TwinSource } from '../../ui/actions';
import { dateInWords, longDate, shortDate } from '../../ui/dateWords';
import { facts } from '../../ui/facts';
import { capitalized, headingOf } from '../../ui/taskWords';
import { tasksDialog } from '../tasksPlugin';
import { askText, type TextQuestion } from './askText';
import { pickOne } from './pickOne';
import { peopleToPick } from './pickPerson';
import { say } from '../../core/words';

/** The task a question is about. */
export interface Asked {
  record: TaskRecord;
  /** Of its note. */
  path: string;
  /** The words as they stand in the line, with the links and owners among them. */
  sentence: string;
}

export interface Asker {
  app: App;
  graph: PeopleGraph;
  twins: TwinSource;
  laterField: LaterField;
  /** Today, ISO. */
  today: string;
}

type Ask = (asker: Asker, asked: Asked, then: (change: TaskChange) => void) => void;

/** What the words for a day mean, or why they are not taken. */
const dayReader =
  (
    today: string,
    nothing: string,
    example: string,
    accept: (day: string) => ReturnType<TextQuestion['read']>,
  ): TextQuestion['read'] =>
  words => {
    const day = readDateWords(words, today);
    if (day !== null) return accept(day);
    return { error: words.trim() === '' ? nothing : say.notUnderstood(example) };
  };

const askDate =
  (action: 'due' | 'scheduled'): Ask =>
  ({ app, today }, { record }, then) => {
    const date = record[action];
    askText(
      app,
      {
        title: headingOf(action),
        value: date ?? '',
        placeholder: say.dateExamples,
        submit: say.setDate,
        read: dayReader(today, say.typeADay, say.nextFriday, day => ({
          meaning: `${longDate(day)}, ${dateInWords(day)}`,
        })),
        other:
          date === undefined
            ? undefined
            : { label: say.removeDate, choose: () => then({ action, date: null }) },
      },
      words => then({ action, date: readDateWords(words, today) }),
    );
  };

const askLater: Ask = ({ app, today, laterField }, { record }, then) =>
  askText(
    app,
    {
      title: say.notBefore,
      value: record[laterField] ?? '',
      placeholder: say.laterExamples,
      submit: say.putItOff,
      choices: say.laterChoices,
      read: dayReader(today, say.untilWhen, say.nextMonday, day =>
        day > today
          ? { meaning: say.comesBack(dateInWords(day), longDate(day)) }
          : { error: say.hasCome(longDate(day)) },
      ),
    },
    words => then({ action: 'later', field: laterField, date: readDateWords(words, today) ?? today }),
  );

const askPriority: Ask = ({ app }, _asked, then) =>
  pickOne(app, {
    choices: Object.entries(say.priorities).map(([priority, words]) => ({
      value: priority as Priority,
      text: capitalized(words),
    })),
    placeholder: say.howPressing,
    empty: say.noSuchPriority,
    onPick: priority => then({ action: 'priority', priority }),
  });

/** No owner has this name. */
const NOBODY = '';

const askOwner: Ask = ({ app, graph }, { record, path }, then) => {
  const present = presentAt(graph, graph.note(path));
  const people = peopleToPick(graph).map(({ value, facts: known, ...shown }) => ({
    ...shown,
    value: value.id === graph.selfId ? 'Myself' : value.name,
    ...(present.includes(value.id)
      ? { first: true, facts: facts(say.inThisMeeting, known) }
      : { facts: known ?? '' }),
  }));
  const nobody = { value: NOBODY, text: say.nobody, facts: say.takesOwnerAway };
  const owners = record.owners.map(shownName).join(', ');
  pickOne(app, {
    choices: [...people, ...(record.owners.length > 0 ? [nobody] : [])],
    placeholder: owners === '' ? say.assignTo : say.nowAssignTo(owners),
    empty: say.nobodyOfThatName,
    instructions: [
      { command: '↵', purpose: owners === '' ? say.assign : say.assignInstead },
      { command: say.shiftEnter, purpose: say.addOwner },
      { command: 'esc', purpose: say.leaveAsItIs },
    ],
    onPick: (value, event) => {
      const others = event.shiftKey ? record.owners.filter(label => !isSame(graph, label, value, path)) : [];
      then({ action: 'assign', owners: value === NOBODY ? [] : [...others, value] });
    },
  });
};

/** Whether two labels name one person, under whatever alias. */
const isSame = (graph: PeopleGraph, a: string, b: string, path: string): boolean => {
  const [one, other] = [graph.find(a, path), graph.find(b, path)];
  return one !== undefined && one.id === other?.id;
};

const askWords: Ask = ({ app }, { sentence }, then) =>
  askText(
    app,
    {
      title: headingOf('reword'),
      value: sentence,
      placeholder: say.whatIsToBeDone,
      multiline: true,
      submit: say.save,
      read: words => (words.trim() === '' ? { error: say.taskNeedsWords } : { meaning: say.restStays }),
    },
    text => then({ action: 'reword', text }),
  );

/** By the Tasks plugin, which knows a box of one character only. */
const askTasks: Ask = ({ app }, { record: { raw, symbol } }, then) => {
  tasksDialog(app)?.(raw.replace(/^([^[]*\[)[ ?]+/, `$1${symbol}`)).then(
    line => line !== '' && then({ action: 'edit', line }),
    (error: unknown) => new Notice(say.tasksCouldNot(reasonOf(error))),
  );
};

const askTwin: Ask = ({ app, graph, twins }, { record, path }, then) => {
  const others = graph
    .tasks()
    .filter(({ record: other, note }) => note.path !== path || other.raw !== record.raw)
    .filter(({ record: { state } }) => state !== 'rejected');
  const own = graph.tasks(path).find(({ record: { raw } }) => raw === record.raw);
  const same = new Set(own && twins.clusterOf(own).map(({ id }) => id));
  pickOne(app, {
    choices: likeTasks(record.text, others).map(task => ({
      value: task,
      text: task.record.text,
      first: same.has(task.id),
      facts: facts(
        say.states[task.record.state],
        task.note.kind === 'meeting' && task.note.title,
        shortDate(dateOf(task.note)),
      ),
    })),
    placeholder: say.taskThatStays,
    empty: say.noOtherTask,
    onPick: task => then({ action: 'duplicate', of: linkTo(app, task, path) }),
  });
};

/** A link from a note to a task: to its block where it has an id, else to its note: nothing is written into a note nobody asked to change. */
export function linkTo(app: App, { note, record }: TaskNode, from: string): string {
  const file = app.vault.getFileByPath(note.path);
  const target = file ? app.metadataCache.fileToLinktext(file, from) : note.path.replace(/\.md$/i, '');
  return `[[${target}${record.blockId === undefined ? '' : `#^${record.blockId}`}]]`;
}

/** What has to be asked before an action can be carried out; the others say all by their name. */
export const ASKS: Readonly<Partial<Record<TaskAction, Ask>>> = {
  due: askDate('due'),
  later: askLater,
  scheduled: askDate('scheduled'),
  priority: askPriority,
  assign: askOwner,
  reword: askWords,
  edit: askTasks,
  duplicate: askTwin,
};
