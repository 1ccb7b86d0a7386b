import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editNote, type LineChange, type LineRequest } from '../../src/core/edit/editNote';
import { editTaskLine } from '../../src/core/edit/editTaskLine';
import type { StateAction } from '../../src/core/edit/taskChange';
import { lineTargetIn } from '../../src/core/edit/planEdit';
import { applySplices } from '../../src/core/edit/splices';
import { undoRequests } from '../../src/core/edit/UndoStack';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { parseTaskLine } from '../../src/core/note/taskLine';

/*
 * Runs the *.spec.md files beside this one. A case is a heading, a fenced `before`, a line of actions, and a fenced
 * `after` or a line `refused: reason`. Actions, separated by commas: `promote line N`, `promote all`, the same with
 * `reject`, `undo`, and ``replace `a` by `b` `` for what the user does meanwhile, ⏎ being a line break.
 */
interface Spec {
  name: string;
  before: string;
  actions: string;
  after: string | undefined;
  refusal: string | undefined;
}

const CONTEXT = { conventions: DEFAULT_CONVENTIONS, today: '2026-01-11' };

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
  const refusals: string[] = [];
  const carryOut = (requests: LineRequest[]) => {
    const edit = editNote(text, requests);
    text = applySplices(text, edit.splices);
    done = edit.changes.flatMap(change => change ?? []);
    refusals.push(...edit.refusals.map(({ reason }) => reason));
  };
  for (const action of actions.split(/, (?=undo|replace|promote|reject)/)) {
    const replacing = /^replace `([^`]+)` by `([^`]*)`$/.exec(action);
    const acting = /^(promote|reject) (?:line (\d+)|all)$/.exec(action);
    if (action === 'undo') carryOut(undoRequests(done));
    else if (replacing) text = text.replace(lineBreaks(replacing[1]), () => lineBreaks(replacing[2]));
    else if (acting) {
      const [, how, number] = acting;
      const lines = number === undefined ? proposedLines(text) : [Number(number) - 1];
      const targets = lines.map(line => lineTargetIn(text, line));
      if (targets.includes(null)) refusals.push('There is no list item in that line.');
      const change = (line: string) => editTaskLine(line, { action: how as StateAction }, CONTEXT);
      carryOut(targets.flatMap(target => (target ? { target, change } : [])));
    } else throw new Error(`No such action: ${action}`);
  }
  return { text, refusals };
}

const lineBreaks = (text = '') => text.replaceAll('⏎', '\n');

const proposedLines = (text: string): number[] =>
  text.split('\n').flatMap((line, i) => (parseTaskLine(line, DEFAULT_CONVENTIONS)?.record.state === 'proposed' ? [i] : []));

const files = readdirSync(__dirname).filter(name => name.endsWith('.spec.md'));

test('there are specs, and every one of them says what comes out', () => {
  const specs = files.flatMap(readSpecs);
  expect(files).toEqual(['promote.spec.md', 'reject.spec.md', 'undo.spec.md']);
  expect(specs.length).toBeGreaterThanOrEqual(25);
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
