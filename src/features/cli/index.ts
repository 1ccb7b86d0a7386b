import { normalizePath, type CliData, type CliFlags } from 'obsidian';
import { TELLS, type Answer } from '../../core/answers/answer';
import { chosenTasks, CHOICES, countChoices, type TaskChoice } from '../../core/answers/chosenTasks';
import { answerDecision, refusalLines, type Verdict } from '../../core/answers/decision';
import { answerBrief, answerPerson, answerTasks, personNamed } from '../../core/answers/people';
import { answerReport, requireNotes } from '../../core/answers/report';
import type { PeopleGraph, Person, TaskNode } from '../../core/graph/PeopleGraph';
import { json } from '../../core/query/exportFormats';
import { conventionsOf } from '../../core/settings';
import { isoToday } from '../../ui/isoToday';
import type { Rapport } from '../rapport';
import type { TaskActions } from '../TaskActions';
import { whenIndexed } from '../whenIndexed';

const FORMATS = ['text', 'json'];

const FLAGS = {
  person: { value: '<name>', description: 'Name, alias or e-mail address' },
  note: { value: '<path>', description: 'Path in the vault' },
  task: { value: '<id>', description: 'Id of a task' },
  all: { description: 'All proposed tasks' },
  'dry-run': { description: 'Print a unified diff and write nothing' },
  format: { value: FORMATS.join('|'), description: 'What is printed' },
} satisfies CliFlags;

interface Words extends TaskChoice {
  dryRun: boolean;
  format: string;
}

interface CliCommand {
  flags: readonly (keyof typeof FLAGS)[];
  answer(graph: PeopleGraph, words: Words, actions: TaskActions): Answer | Promise<Answer>;
}

const COMMANDS: Readonly<Record<keyof typeof TELLS, CliCommand>> = {
  report: { flags: [], answer: graph => answerReport(graph, 'format=json') },
  person: {
    flags: ['person'],
    answer: (graph, words) => answerPerson(graph, personIn(graph, words)),
  },
  brief: {
    flags: ['person'],
    answer: (graph, words) => answerBrief(graph, personIn(graph, words), isoToday()),
  },
  proposed: {
    flags: CHOICES,
    answer: (graph, words) =>
      answerTasks(
        graph,
        tasksIn(graph, 'promote', { ...words, all: words.all || countChoices(words) === 0 }),
      ),
  },
  promote: decides('promote'),
  reject: decides('reject'),
};

function decides(verdict: Verdict): CliCommand {
  return {
    flags: [...CHOICES, 'dry-run'],
    answer: async (graph, words, actions) => {
      const report = await actions.settle(verdict, tasksIn(graph, verdict, words), words.dryRun);
      const { text, data } = answerDecision(verdict, report, words.dryRun);
      return { text: text + refusalLines(report), data };
    },
  };
}

function personIn(graph: PeopleGraph, { person }: Words): Person {
  if (person === undefined) throw new Error('Say about whom: person=NAME.');
  return personNamed(graph, person);
}

function tasksIn(graph: PeopleGraph, verdict: Verdict, words: Words): readonly TaskNode[] {
  if (countChoices(words) !== 1)
    throw new Error('Choose exactly one of note=PATH, person=NAME, task=ID, all.');
  return chosenTasks(graph, verdict, words, note => normalizePath(note).replace(/^(\.\/)+/, ''));
}

/** The words of `obsidian rapport:…`. */
export function registerCli(rapport: Rapport): void {
  for (const [name, command] of Object.entries(COMMANDS) as [keyof typeof TELLS, CliCommand][]) {
    const flags = Object.fromEntries([...command.flags, 'format' as const].map(flag => [flag, FLAGS[flag]]));
    try {
      rapport.plugin.registerCliHandler(`rapport:${name}`, TELLS[name], flags, params =>
        run(rapport, params, command),
      );
    } catch {
      // There is no command line, or somebody has the word already, such as a second copy of the plugin.
    }
  }
}

/** What is printed. There is no exit status here: what went wrong is said in the answer. */
async function run(rapport: Rapport, params: CliData, command: CliCommand): Promise<string> {
  const words = readWords(params);
  const { app, graph, settings } = rapport;
  let answer: Answer;
  try {
    if (!FORMATS.includes(words.format))
      throw new Error(`There is no format "${words.format}", only ${FORMATS.join(', ')}.`);
    await whenIndexed(rapport);
    requireNotes(graph, app.vault.getName(), conventionsOf(settings.value).types);
    answer = await command.answer(graph, words, rapport.actions);
  } catch (error) {
    const { message } = error as Error;
    answer = { text: `rapport: ${message}\n`, data: { error: message } };
  }
  return words.format === 'json' ? json(answer.data) : answer.text;
}

function readWords(params: CliData): Words {
  // `--dry-run` and `dryrun` are slips too easily made to be taken for leave to write.
  const {
    note,
    person,
    task,
    all,
    dryrun,
    format = 'text',
  }: Partial<CliData> = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name.toLowerCase().replace(/[^a-z]/g, ''), value]),
  );
  return { note, person, task, all: isSet(all), dryRun: isSet(dryrun), format };
}

const isSet = (value = 'false'): boolean => value !== 'false';
