import { nearest } from './nearest';
import { say } from './words';
import { namesOf } from './shapes';

/** What a code block can show. */
export const SHOWS = ['brief', 'proposed', 'owed', 'owing', 'meetings', 'map'] as const;
export type Show = (typeof SHOWS)[number];

/** What there may be many of. */
const LISTS: readonly Show[] = ['proposed', 'owed', 'owing', 'meetings'];

/** So many rows where the block sets no limit. */
export const ROWS = 50;

interface Values {
  show: Show;
  /** A name, or a wikilink. */
  person: string;
  limit: number;
}

interface Option<Value> {
  /** Undefined where the text is no such value. */
  read: (text: string) => Value | undefined;
  takes: string;
  choices?: readonly string[];
}

/** Every option is a row. */
const OPTIONS: { [Name in keyof Values]: Option<Values[Name]> } = {
  show: {
    read: text => SHOWS.find(show => show === text.toLowerCase()),
    takes: say.oneOfThese(SHOWS.join(', ')),
    choices: SHOWS,
  },
  person: { read: text => text || undefined, takes: say.aName },
  limit: {
    read: text => (/^0*[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined),
    takes: say.aWholeNumber,
  },
};

const NAMES = namesOf(OPTIONS);

export interface BlockProblem {
  /** Of the block, from 1. */
  line: number;
  message: string;
}

export interface BlockOptions {
  show: Show;
  /** Absent for everybody. */
  person?: { label: string; line: number };
  limit: number;
  /** Where there are any, there is nothing to show. */
  problems: BlockProblem[];
}

/** What a block asks for: one `option: value` a line. Whatever is wrong in one line, the others are read. */
export function readBlock(source: string): BlockOptions {
  const values: Partial<Values> = {};
  const lines: Partial<Record<keyof Values, number>> = {};
  const problems: BlockProblem[] = [];
  for (const [i, text] of source.split(/\r?\n/).entries()) {
    const message = text.trim() === '' ? undefined : take(text, i + 1, values, lines);
    if (message !== undefined) problems.push({ line: i + 1, message });
  }
  const { show = 'brief', person, limit = ROWS } = values;
  // What hangs together is asked only of what was understood.
  if (problems.length === 0) {
    if (show === 'brief' && lines.person === undefined)
      problems.push({ line: lines.show ?? 1, message: say.whoseBrief });
    if (lines.limit !== undefined && !LISTS.includes(show))
      problems.push({
        line: lines.limit,
        message: say.limitIsForLists(LISTS.join(', '), show),
      });
  }
  return {
    show,
    ...(person !== undefined && { person: { label: person, line: lines.person ?? 1 } }),
    limit,
    problems,
  };
}

/** Takes in one line; returns what is wrong with it. */
function take(
  text: string,
  line: number,
  values: Partial<Values>,
  lines: Partial<Record<keyof Values, number>>,
): string | undefined {
  const [, written = '', behind] = /^([^:]*)(?::(.*))?$/.exec(text) ?? [];
  const word = written.trim();
  const name = NAMES.find(each => each === word.toLowerCase());
  if (name === undefined) return say.noOption(word, didYouMean(word, NAMES), NAMES.join(', '));
  const first = lines[name];
  if (first !== undefined) return say.optionTwice(name, first);
  lines[name] = line;
  const value = (behind ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
  const { read, takes, choices = [] } = OPTIONS[name];
  const known = read(value);
  if (known === undefined)
    return `${say.optionTakes(name, takes, value)} ${didYouMean(value, choices)}`.trim();
  Object.assign(values, { [name]: known });
  return undefined;
}

/** '' where nothing is near. */
export function didYouMean(written: string, choices: readonly string[]): string {
  const meant = nearest(written, choices);
  return meant === undefined ? '' : say.didYouMean(meant);
}
