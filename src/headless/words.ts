import { parseArgs } from 'node:util';
import { TELLS } from '../core/answers/answer';
import { CHOICES, countChoices } from '../core/answers/chosenTasks';
import { EXPORT_FORMATS } from '../core/query/exportFormats';

/** What was asked for wrongly: exit status 2. */
export class UsageError extends Error {}

export interface Words {
  command: string;
  vault: string;
  options: {
    self: string[];
    types: string[];
    json: boolean;
    format: string;
    out?: string;
    note?: string;
    person?: string;
    task?: string;
    all: boolean;
    'dry-run': boolean;
    help: boolean;
    version: boolean;
  };
}

type OptionName = keyof Words['options'];

const OPTIONS = {
  self: { type: 'string', multiple: true },
  types: { type: 'string', default: 'people' },
  json: { type: 'boolean', default: false },
  format: { type: 'string', default: 'json' },
  out: { type: 'string' },
  note: { type: 'string' },
  person: { type: 'string' },
  task: { type: 'string' },
  all: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

const FORMATS = Object.keys(EXPORT_FORMATS);
const COMMON: readonly OptionName[] = ['self', 'types', 'json', 'help', 'version'];

/** The commands; `--help` is printed from this table. */
export const COMMANDS: Record<string, { words: string; tells: string; options: readonly OptionName[] }> = {
  report: { words: 'VAULT', tells: TELLS.report, options: [] },
  export: {
    words: `VAULT [--format ${FORMATS.join('|')}] [--out FILE]`,
    tells: 'the whole graph as JSON or GraphML, or its tasks as CSV',
    options: ['format', 'out'],
  },
  promote: {
    words: 'VAULT (--note PATH | --person NAME | --task ID | --all) [--dry-run]',
    tells: TELLS.promote,
    options: [...CHOICES, 'dry-run'],
  },
  reject: {
    words: 'VAULT (same choices) [--dry-run]',
    tells: TELLS.reject,
    options: [...CHOICES, 'dry-run'],
  },
  brief: {
    words: 'VAULT --person NAME',
    tells: TELLS.brief,
    options: ['person'],
  },
};

export function helpText(): string {
  const commands = Object.entries(COMMANDS).map(
    ([name, { words, tells }]) => `  rapport ${name} ${words}\n      ${tells}`,
  );
  return `rapport: people, meetings and tasks of a folder of Markdown notes

${commands.join('\n')}

Options of all:
  --self NAME           a name of the vault's owner (repeatable); Myself, Me and I always are
  --types people,…      values of the property "type" to read (default: people)
  --json                print JSON instead of text
  --help, --version

--dry-run prints a unified diff and writes nothing.
Exit status: 0 done; 1 something was not found, or a write was refused; 2 the words were wrong.
`;
}

/** Reads the command line; throws a UsageError that says what is wrong with it. */
export function readWords(argv: readonly string[]): Words {
  const { values, positionals, tokens } = parse(argv);
  const options = {
    ...values,
    self: values.self ?? [],
    types: values.types
      .split(',')
      .map(type => type.trim())
      .filter(Boolean),
  };
  const [command = '', vault = '', ...rest] = positionals;
  if (options.help || options.version) return { command, vault, options };

  const known = COMMANDS[command];
  if (command === '') throw new UsageError('Say what to do: report, export, promote, reject or brief.');
  if (!Object.hasOwn(COMMANDS, command) || !known) throw new UsageError(`There is no command "${command}".`);
  if (vault === '') throw new UsageError(`Say which folder: rapport ${command} ${known.words}`);
  if (rest.length > 0) throw new UsageError(`One folder at a time; "${rest[0]}" is too much.`);
  for (const token of tokens) {
    const name = token.kind === 'option' ? (token.name as OptionName) : undefined;
    if (name && !COMMON.includes(name) && !known.options.includes(name))
      throw new UsageError(`rapport ${command} does not know --${name}.`);
  }
  if (options.types.length === 0) throw new UsageError('--types names no type.');
  if (!FORMATS.includes(options.format))
    throw new UsageError(`There is no format "${options.format}", only ${FORMATS.join(', ')}.`);
  if (command === 'brief' && options.person === undefined)
    throw new UsageError('Say about whom: --person NAME.');
  if (known.options.includes('all') && countChoices(options) !== 1)
    throw new UsageError('Choose exactly one of --note PATH, --person NAME, --task ID, --all.');
  return { command, vault, options };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, tokens: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ', 1)[0] ?? '');
  }
}
