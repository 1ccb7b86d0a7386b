import { normalizePath, requireApiVersion, type CliData, type CliFlags } from 'obsidian';
import { json, type Answer } from '../../core/answers/answer';
import { chosenTasks, CHOICES, type TaskChoice } from '../../core/answers/chosenTasks';
import { answerDecision, refusalLines, type Verdict } from '../../core/answers/decision';
import { answerBrief, answerPerson, answerTasks, personNamed } from '../../core/answers/people';
import { answerReport, requireNotes } from '../../core/answers/report';
import { toIsoDate } from '../../core/dates';
import { conventionsOf } from '../../core/settings';
import type { Rapport } from '../rapport';
import { whenIndexed } from '../whenIndexed';

const FLAGS = {
  person: { value: '<name>', description: 'Somebody, by a name, an alias or an e-mail address' },
  note: { value: '<path>', description: 'A note, by its path in the vault' },
  task: { value: '<id>', description: 'A task, by its id' },
  all: { description: 'Every proposed task' },
  'dry-run': { description: 'Print a unified diff and write nothing' },
  format: { value: 'text|json', description: 'JSON instead of text' },
} satisfies CliFlags;

type Flag = keyof typeof FLAGS;

interface Words extends TaskChoice {
  all: boolean;
  dryRun: boolean;
  format: string;
}

interface CliCommand {
  tells: string;
  flags: readonly Flag[];
  answer(rapport: Rapport, words: Words): Answer | Promise<Answer>;
}

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  report: {
    tells: 'People, meetings, tasks by state, problems',
    flags: [],
    answer: ({ graph }) => answerReport(graph, 'format=json'),
  },
  person: {
    tells: 'Who somebody is, and what is open between you',
    flags: ['person'],
    answer: ({ graph }, { person }) => answerPerson(graph, personNamed(graph, required(person))),
  },
  brief: {
    tells: 'What to have read before the next meeting with somebody, as Markdown',
    flags: ['person'],
    answer: ({ graph }, { person }) =>
      answerBrief(graph, personNamed(graph, required(person)), toIsoDate(new Date())),
  },
  proposed: {
    tells: 'The proposed tasks and their ids: all, those of a note or those of a person',
    flags: ['note', 'person', 'all'],
    answer: ({ graph }, words) => {
      if (countChoices(words) > 1) throw new Error('Choose one of note=PATH, person=NAME, all.');
      return answerTasks(graph, chosenTasks(graph, 'promote', words, pathInVault));
    },
  },
  promote: decides('promote', 'Accept proposed tasks: of a note, of a person, one, or all'),
  reject: decides('reject', 'Reject proposed tasks: of a note, of a person, one, or all'),
};

function decides(verdict: Verdict, tells: string): CliCommand {
  return {
    tells,
    flags: [...CHOICES, 'dry-run'],
    answer: async ({ graph, actions }, words) => {
      if (countChoices(words) !== 1)
        throw new Error('Choose exactly one of note=PATH, person=NAME, task=ID, all.');
      const tasks = chosenTasks(graph, verdict, words, pathInVault);
      const report = await actions.settle(verdict, tasks, words.dryRun);
      const { text, data } = answerDecision(verdict, report, words.dryRun);
      return { text: text + refusalLines(report), data };
    },
  };
}

const countChoices = (words: Words): number =>
  CHOICES.filter(choice => words[choice] !== undefined && words[choice] !== false).length;

/** The words of `obsidian rapport:…`; none where the app has no command line. */
export function registerCli(rapport: Rapport): void {
  const { plugin } = rapport;
  if (!requireApiVersion('1.12.2') || !('registerCliHandler' in plugin)) return;
  for (const [name, command] of Object.entries(COMMANDS)) {
    const { tells, flags } = command;
    const known = Object.fromEntries([...flags, 'format' as const].map(flag => [flag, FLAGS[flag]]));
    try {
      plugin.registerCliHandler(`rapport:${name}`, tells, known, params => run(rapport, params, command));
    } catch {
      // Somebody has the word already, such as a second copy of the plugin. All else works without it.
    }
  }
}

/** What is printed. There is no exit status here: what went wrong is said in the answer. */
async function run(rapport: Rapport, params: CliData, command: CliCommand): Promise<string> {
  const words = readWords(params);
  const asJson = words.format === 'json';
  try {
    if (!asJson && words.format !== 'text')
      throw new Error(`There is no format "${words.format}"; text and json there are.`);
    await whenIndexed(rapport);
    const { app, graph, settings } = rapport;
    requireNotes(graph, app.vault.getName(), conventionsOf(settings.value).types);
    const { text, data } = await command.answer(rapport, words);
    return asJson ? json(data) : text;
  } catch (error) {
    const { message } = error as Error;
    return asJson ? json({ error: message }) : `rapport: ${message}\n`;
  }
}

function readWords(params: CliData): Words {
  // `--dry-run` and `dryrun` are slips too easily made to be taken for leave to write.
  const given = new Map(
    Object.entries(params).map(([name, value]) => [name.toLowerCase().replace(/[^a-z]/g, ''), value]),
  );
  const isSet = (name: string) => (given.get(name) ?? 'false') !== 'false';
  return {
    note: given.get('note'),
    person: given.get('person'),
    task: given.get('task'),
    all: isSet('all'),
    dryRun: isSet('dryrun'),
    format: given.get('format') ?? 'text',
  };
}

function required(person: string | undefined): string {
  if (person === undefined) throw new Error('Say about whom: person=NAME.');
  return person;
}

/** Accepts `./note.md` and backslashes. */
const pathInVault = (note: string): string =>
  normalizePath(note.replaceAll('\\', '/').replace(/^(\.\/)+/, ''));
