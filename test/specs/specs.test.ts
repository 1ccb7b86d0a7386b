import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { editNote, type LineChange, type LineRequest } from '../../src/core/edit/editNote';
import { editTaskLine, type EditContext } from '../../src/core/edit/editTaskLine';
import type { StateAction, TaskChange } from '../../src/core/edit/taskChange';
import { lineTargetIn } from '../../src/core/edit/planEdit';
import { repairText } from '../../src/core/edit/repairText';
import { applySplices } from '../../src/core/edit/splices';
import { undoRequests } from '../../src/core/edit/UndoStack';
import { DEFAULT_CONVENTIONS, type NoteConventions } from '../../src/core/note/conventions';
import { parseTaskLine } from '../../src/core/note/taskLine';
import { readDateWords } from '../../src/core/readDateWords';
import type { Priority } from '../../src/core/records';

/*
 * Runs the *.spec.md files beside this one. A case is a heading, a fenced `before`, a line of actions, and a fenced
 * `after` or a line `refused: reason`. Actions, separated by commas, are about `line N` or `all` proposed lines:
 *   promote, reject, start, complete, reopen     `complete line 1`, `promote all`
 *   due, scheduled … to words or nothing         `due line 1 to next friday`, `due line 1 to nothing`
 *   later … to words (written as ⏳), hide … to words (written as 🛫)
 *   priority … to a word                         `priority line 1 to high`
 *   assign … to names or nobody                  `assign line 1 to Dana Ochoa & Jo`
 *   reword … to `text`, duplicate … of [[link]]
 *   repair                                       every line that can be
 *   undo, and ``replace `a` by `b` `` for what the user does meanwhile, ⏎ being a line break
 *   with tasks                                   the Tasks plugin is there, as documented
 *   with accepted tag, with dated accepting      the settings of that name
 */
interface Spec {
  name: string;
  before: string;
  actions: string;
  after: string | undefined;
  refusal: string | undefined;
}

function readSpecs(file: string): Spec[] {
  const [, ...cases] = readFileSync(join(__dirname, file), 'utf8').split(/^## (?=.*\n\n`{3,}before$)/m);
  return cases.map(text => {
    const fences = Object.fromEntries(
      Array.from(text.matchAll(/^(`{3,})(before|after)\n([^]*?)\n\1$/gm), ([, , kind = '', body = '']) => [kind, body]),
    ) as { before?: string; after?: string };
    const words = text.replace(/^(`{3,})(?:before|after)\n[^]*?\n\1$/gm, '').split('\n').filter(line => line.trim() !== '');
    const [name = '', actions = '', last] = words;
    return {
      name,
      before: fences.before ?? '',
      actions,
      after: fences.after,
      refusal: last?.startsWith('refused: ') ? last.slice('refused: '.length) : undefined,
    };
  });
}

/** The text after the actions, and why something was refused. */
function run(before: string, actions: string): { text: string; refusals: string[] } {
  let text = before;
  let done: LineChange[] = [];
  let context: EditContext = { conventions: DEFAULT_CONVENTIONS, today: TODAY };
  const refusals: string[] = [];
  const carryOut = (requests: LineRequest[]) => {
    const edit = editNote(text, requests);
    text = applySplices(text, edit.splices);
    done = edit.changes.flatMap(change => change ?? []);
    refusals.push(...edit.refusals.map(({ reason }) => reason));
  };
  for (const action of actions.split(ACTION_START)) {
    const replacing = /^replace `([^`]+)` by `([^`]*)`$/.exec(action);
    const acting = /^(\w+) (?:line (\d+)|all)(?: (?:to|of) (.+))?$/.exec(action);
    const setting = SETTINGS[action];
    if (action === 'undo') carryOut(undoRequests(done));
    else if (action === 'repair') carryOut(repairs(text, context));
    else if (setting) context = setting(context);
    else if (replacing) text = text.replace(lineBreaks(replacing[1]), () => lineBreaks(replacing[2]));
    else if (acting) {
      const [, how = '', number, what = ''] = acting;
      const lines = number === undefined ? proposedLines(text) : [Number(number) - 1];
      const targets = lines.map(line => lineTargetIn(text, line));
      if (targets.includes(null)) refusals.push('There is no list item in that line.');
      const change = (line: string) => editTaskLine(line, readChange(how, what), context);
      carryOut(targets.flatMap(target => (target ? { target, change } : [])));
    } else throw new Error(`No such action: ${action}`);
  }
  return { text, refusals };
}

function repairs(text: string, { conventions }: EditContext): LineRequest[] {
  const { lines } = repairText(text, { conventions, parseYaml: parse, leadsToFile: () => false });
  return lines.map(({ target, splices }) => ({ target, change: () => ({ splices }) }));
}

const TODAY = '2026-01-11';
const ACTION_START =
  /, (?=undo|repair|replace|with|(?:promote|reject|start|complete|reopen|due|scheduled|later|hide|priority|assign|reword|duplicate) (?:line|all))/;

const SETTINGS: Record<string, (context: EditContext) => EditContext> = {
  'with tasks': context => ({ ...context, toggleDone: tasksWould }),
  'with accepted tag': context => styled(context, { acceptedTag: '#accepted' }),
  'with dated accepting': context => styled(context, { stampAccepted: true }),
  'with undated rejecting': context => styled(context, { stampRejected: false }),
};

const styled = (context: EditContext, style: Partial<NoteConventions>): EditContext => ({
  ...context,
  conventions: { ...context.conventions, ...style },
});

/** What the Tasks plugin answers for a weekly task due 2026-01-10, and for any other. */
function tasksWould(line: string): string {
  const done = line.replace('[ ]', '[x]').replace(/(?: \^[\w-]+)?$/, id => ` ✅ ${TODAY}${id}`);
  return line.includes('🔁') ? `${line.replace('2026-01-10', '2026-01-17')}\n${done}` : done;
}

function readChange(how: string, what: string): TaskChange {
  switch (how) {
    case 'due':
    case 'scheduled':
      return { action: how, date: what === 'nothing' ? null : readDateWords(what, TODAY) };
    case 'later':
    case 'hide':
      return { action: 'later', field: how === 'later' ? 'scheduled' : 'start', date: readDateWords(what, TODAY) ?? what };
    case 'priority':
      return { action: how, priority: what as Priority };
    case 'assign':
      return { action: how, owners: what === 'nobody' ? [] : what.split(' & ') };
    case 'reword':
      return { action: how, text: what.replace(/^`|`$/g, '') };
    case 'duplicate':
      return { action: how, of: what };
    default:
      return { action: how as StateAction };
  }
}

const lineBreaks = (text = '') => text.replaceAll('⏎', '\n');

const proposedLines = (text: string): number[] =>
  text.split('\n').flatMap((line, i) => (parseTaskLine(line, DEFAULT_CONVENTIONS)?.record.state === 'proposed' ? [i] : []));

const files = readdirSync(__dirname).filter(name => name.endsWith('.spec.md'));

test('there are specs, and every one of them says what comes out', () => {
  const specs = files.flatMap(readSpecs);
  expect(files).toHaveLength(11);
  expect(specs.length).toBeGreaterThanOrEqual(60);
  for (const { before, after, refusal } of specs) {
    expect(before).not.toBe('');
    expect([after, refusal].filter(each => each !== undefined)).toHaveLength(1);
  }
});

describe.each(files)('%s', file => {
  test.each(readSpecs(file).map(spec => [spec.name, spec] as const))('%s', (_name, { before, actions, after, refusal }) => {
    const { text, refusals } = run(before, actions);
    expect(refusals).toEqual(refusal === undefined ? [] : [refusal]);
    if (after !== undefined) expect(text).toBe(after);
    else if (!actions.includes(',')) expect(text).toBe(before);
  });

  test('the same with CRLF', () => {
    for (const { before, actions, after } of readSpecs(file)) {
      if (after === undefined || actions.includes('replace')) continue;
      const crlf = (each: string) => each.replaceAll('\n', '\r\n');
      expect(run(crlf(before), actions).text).toBe(crlf(after));
    }
  });
});
