import fc from 'fast-check';
import { editNote } from '../../../src/core/edit/editNote';
import { editTaskLine, type EditContext } from '../../../src/core/edit/editTaskLine';
import { lineTargetIn } from '../../../src/core/edit/planEdit';
import { applySplices, invertSplices, type Splice } from '../../../src/core/edit/splices';
import type { TaskAction, TaskChange } from '../../../src/core/edit/taskChange';
import { undoRequests } from '../../../src/core/edit/UndoStack';
import { taskId } from '../../../src/core/graph/taskId';
import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import { nameKey } from '../../../src/core/note/names';
import { readNote } from '../../../src/core/note/readNote';
import { parseTaskLine, proposedTagCuts, type ParsedTask, type Span } from '../../../src/core/note/taskLine';
import type { TaskRecord, TaskState } from '../../../src/core/records';

/*
 * What holds for every task line and every change. Each law is a property; the tests run it ten thousand times, the
 * fuzzer as often as one likes.
 */

const TODAY = '2026-01-11';

const words = fc.constantFrom(
  'Send it',
  'Send it.',
  'Follow up with',
  'about the budget',
  'and',
  'Haddad',
  'XAIâ€™s',
  'cafÃ©',
  '日本語',
  'مرحبا',
  '\u200B',
  'a\u0301',
  '***',
  '(',
  '[',
  '🚀',
  '\uFFFD',
  '\u008F',
);
const signs = fc.constantFrom(
  '📅 2026-01-10',
  '📅 2026-02-30',
  '📅',
  '📆 2026-03-01',
  '⏳ 2026-01-09',
  '⏫',
  '⏫\uFE0F',
  '🔽',
  'ğŸ“… 2025-11-08',
  'â«',
  'âŒ',
  'ðŸ”',
  '🔁 every week',
  '🔁 the loop',
  '🆔 a1',
  '⛔',
  '⛔ a1, b2',
  '🏁 keep',
  '✅',
  '✅ 2026-01-02',
  '❌ 2026-01-01',
  '➕ 2026-01-01',
  '[due:: 2026-01-10]',
  '(priority:: high)',
  '[cancelled:: 2026-01-01]',
  '[due:: someday]',
  '(duplicate of [[Sync#^a]])',
  '(duplicate of [[Sync',
);
const names = fc.constantFrom(
  '@Myself',
  '@Dana Ochoa',
  '@Timo and @Jo',
  '@Timo/@Jo',
  '@[[People/Dana|Dana]]',
  '[[Dana]]:',
  '@',
  '@Platform team',
  '@Priya Raman (Unknown last name)',
  '#proposed',
  '#Proposed',
  '#proposed,',
  '#proposed/x',
  '#task',
  '#1',
);
const hiding = fc.constantFrom(
  '`code',
  '`#proposed`',
  '`@Dana`',
  '[[link',
  '[[Orbit]]',
  '[x](y)',
  'https://example.com/#proposed',
  'dana@example.com',
  '%% a %%',
  '<!-- b -->',
  '^id',
  '^not_id',
);
const piece = fc.oneof(words, signs, names, hiding);
const space = fc.constantFrom(' ', ' ', ' ', '  ', '\t', '\u00A0', '');

/** Any task line. */
export const taskLine = fc
  .tuple(
    fc.constantFrom('', '  ', '\t', '> ', '> > ', '\uFEFF'),
    fc.constantFrom('-', '*', '+', '1.', '12)'),
    fc.constantFrom('?', ' ?', '? ', ' ', 'x', '/', '-', 'R', '!'),
    fc.array(fc.tuple(space, piece), { maxLength: 7 }),
    fc.constantFrom('', ' ', '  ', '\t', ' ^abc-1', ' ^abc  ', '\r'),
  )
  .map(([before, marker, box, pieces, end]) => {
    const text = pieces.map(([gap, each], i) => (i === 0 ? each : gap + each)).join('');
    return `${before}${marker} [${box}] ${text}${end}`;
  });

const owner = fc.constantFrom(
  'Myself',
  'Dana Ochoa',
  'Jo',
  'TBD',
  '[[People/Dana|Dana]]',
  'Anna von der Au',
  'x',
);
const day = fc.constantFrom('2026-01-20', '2026-01-10', TODAY);

/** Anything that may be asked of a task. */
export const taskChange: fc.Arbitrary<TaskChange> = fc.oneof(
  fc
    .constantFrom('promote', 'reject', 'start', 'complete', 'reopen')
    .map(action => ({ action }) as TaskChange),
  fc.record({ action: fc.constantFrom('due' as const, 'scheduled' as const), date: fc.option(day) }),
  fc.record({
    action: fc.constant('later' as const),
    field: fc.constantFrom('scheduled' as const, 'start' as const),
    date: day,
  }),
  fc.record({
    action: fc.constant('priority' as const),
    priority: fc.constantFrom('highest', 'high', 'medium', 'none', 'low', 'lowest' as const),
  }),
  fc.record({ action: fc.constant('assign' as const), owners: fc.uniqueArray(owner, { maxLength: 3 }) }),
  fc.record({
    action: fc.constant('reword' as const),
    text: fc.array(piece, { maxLength: 4 }).map(all => all.join(' ')),
  }),
  fc.record({
    action: fc.constant('duplicate' as const),
    of: fc.constantFrom('[[Sync]]', '[[a/Sync#^id|Sync]]'),
  }),
);

const context = fc
  .record({
    acceptedTag: fc.constantFrom('', '', '#accepted'),
    stampAccepted: fc.boolean(),
    stampRejected: fc.boolean(),
  })
  .map((style): EditContext => ({ conventions: { ...DEFAULT_CONVENTIONS, ...style }, today: TODAY }));

const STATE_AFTER: Partial<Record<TaskAction, TaskState>> = {
  promote: 'accepted',
  reject: 'rejected',
  start: 'in-progress',
  complete: 'done',
  reopen: 'accepted',
  duplicate: 'rejected',
};

/** The changes that are ours alone; another program's dialog may alter everything. */
type OwnAction = Exclude<TaskAction, 'edit'>;

/** What a change may alter about what a line says. */
const ALTERS: Record<OwnAction, readonly (keyof TaskRecord)[]> = {
  promote: ['state', 'symbol', 'tags', 'created'],
  reject: ['state', 'symbol', 'tags', 'cancelled'],
  start: ['state', 'symbol', 'tags'],
  complete: ['state', 'symbol', 'tags', 'done'],
  reopen: ['state', 'symbol', 'tags', 'done', 'cancelled', 'duplicateOf', 'text'],
  due: ['due', 'text'],
  scheduled: ['scheduled', 'text'],
  later: ['scheduled', 'start', 'text'],
  priority: ['priority'],
  assign: ['owners', 'text'],
  reword: [
    'text',
    'owners',
    'tags',
    'priority',
    'due',
    'scheduled',
    'created',
    'done',
    'cancelled',
    'recurrence',
    'onCompletion',
    'id',
    'dependsOn',
    'duplicateOf',
  ],
  duplicate: ['state', 'symbol', 'tags', 'cancelled', 'duplicateOf'],
};

interface Edited {
  before: string;
  after: string;
  splices: Splice[];
  was: ParsedTask;
  is: ParsedTask;
  change: TaskChange;
  context: EditContext;
}

/** A law about lines that were changed; what was refused is as it was. */
const ofEdits = (law: (edited: Edited) => void) =>
  fc.property(taskLine, taskChange, context, (before, change, how) => {
    const edit = editTaskLine(before, change, how);
    if ('refusal' in edit) return;
    const after = applySplices(before, edit.splices);
    law({ before, after, splices: edit.splices, was: read(before), is: read(after), change, context: how });
  });

function read(line: string): ParsedTask {
  const task = parseTaskLine(line, DEFAULT_CONVENTIONS);
  if (!task) throw new Error(`no task any more: ${JSON.stringify(line)}`);
  return task;
}

/** Spans of the line that a change is about. */
function aboutSpans({ before, was, change }: Edited): Span[] {
  const { box, contentEnd, sentence, owners, duplicates, signs: found } = was;
  const at = (position: number): Span => ({ start: position, end: position });
  // With the space beside it.
  const around = ({ start, end }: Span): Span => ({ start: start - 1, end: end + 1 });
  const signsOf = (...fields: string[]) =>
    found.filter(({ sign }) => fields.includes(sign.field)).map(around);
  const decision = [box, at(contentEnd), ...proposedTagCuts(before, was)];
  const behindWords = [at(sentence.end), at(box.end + 1)];
  switch (change.action) {
    case 'promote':
    case 'start':
      return decision;
    case 'reject':
      return [...decision, ...signsOf('cancelled')];
    case 'complete':
      return [...decision, ...signsOf('done')];
    case 'reopen':
      return [...decision, ...signsOf('done', 'cancelled'), ...duplicates.map(around)];
    case 'due':
    case 'scheduled':
    case 'priority':
      return [at(contentEnd), ...signsOf(change.action)];
    case 'later':
      return [at(contentEnd), ...signsOf(change.field)];
    case 'assign':
      return [...owners.map(around), ...behindWords];
    case 'reword':
      return [sentence, ...behindWords];
    case 'edit':
      return [{ start: 0, end: before.length }];
    case 'duplicate':
      return [...decision, ...signsOf('cancelled'), ...duplicates.map(around), ...behindWords];
  }
}

function expectThat(holds: boolean, what: string, { before, after }: Pick<Edited, 'before' | 'after'>): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  taskLine,
  fc.array(taskLine, { maxLength: 6 }).map(lines => lines.join('\n')),
);

export const LAWS: Readonly<Record<string, fc.IRawProperty<unknown>>> = {
  'reading never throws': fc.property(anyText, text => {
    parseTaskLine(text, DEFAULT_CONVENTIONS);
    parseTaskLine(`- [?] ${text}`, DEFAULT_CONVENTIONS);
    readNote({ path: 'a.md', text, frontMatter: { type: 'people' } }, DEFAULT_CONVENTIONS);
  }),

  'a line says the same in a note as alone': fc.property(fc.array(taskLine, { maxLength: 6 }), lines => {
    const text = lines.map(line => line.replace(/^\uFEFF/, '').replace(/\r$/, '')).join('\n');
    const { record } = readNote({ path: 'a.md', text, frontMatter: { type: 'people' } }, DEFAULT_CONVENTIONS);
    for (const { line: _line, section: _section, parent: _parent, ...said } of record?.tasks ?? []) {
      const { line: _own, section: _none, ...alone } = read(said.raw).record;
      expectThat(JSON.stringify(sorted(said)) === JSON.stringify(sorted(alone)), 'reads otherwise', {
        before: said.raw,
        after: JSON.stringify([said, alone]),
      });
    }
  }),

  'taking a change back gives the same bytes': ofEdits(edited => {
    const { before, after, splices } = edited;
    expectThat(applySplices(after, invertSplices(before, splices)) === before, 'not the same bytes', edited);
  }),

  'splices are in order, apart, and each changes something': ofEdits(edited => {
    const { before, splices } = edited;
    splices.forEach(({ from, to, insert }, i) => {
      const next = splices[i + 1]?.from ?? before.length + 1;
      expectThat(from <= to && to < next && before.slice(from, to) !== insert, 'a splice too many', edited);
    });
  }),

  'only bytes that the change is about are touched': ofEdits(edited => {
    const about = aboutSpans(edited);
    const isAbout = (from: number, to: number) => about.some(({ start, end }) => start <= from && to <= end);
    for (const { from, to } of edited.splices) {
      if (from === to) expectThat(isAbout(from, to), 'written elsewhere', edited);
      for (let i = from; i < to; i++) expectThat(isAbout(i, i + 1), 'touched elsewhere', edited);
    }
  }),

  'the line says what was asked for': ofEdits(edited => {
    const { change, is, was, context: how } = edited;
    const { record } = is;
    expectThat(record.state === (STATE_AFTER[change.action] ?? was.record.state), 'wrong state', edited);
    if (change.action === 'due' || change.action === 'scheduled')
      expectThat((record[change.action] ?? null) === change.date, 'wrong date', edited);
    if (change.action === 'later') {
      const other = change.field === 'start' ? 'scheduled' : 'start';
      expectThat(record[change.field] === change.date, 'wrong date', edited);
      expectThat(record[other] === was.record[other], 'the other date changed', edited);
    }
    if (change.action === 'priority')
      expectThat(record.priority === change.priority, 'wrong priority', edited);
    if (change.action === 'assign') {
      const keys = (labels: readonly string[]) => [...new Set(labels.map(nameKey))].sort().join();
      expectThat(keys(record.owners) === keys(change.owners), 'wrong owners', edited);
    }
    if (change.action === 'complete') expectThat(record.done === TODAY, 'not dated', edited);
    if (change.action === 'reject' && how.conventions.stampRejected)
      expectThat(record.cancelled === TODAY, 'not dated', edited);
    if (change.action === 'duplicate') expectThat(record.duplicateOf === change.of, 'wrong link', edited);
    if (change.action in STATE_AFTER)
      expectThat(!is.tags.some(({ proposed }) => proposed), 'still tagged as proposed', edited);
  }),

  'everything else it says is the same': ofEdits(edited => {
    const { change, is, was } = edited;
    for (const key of new Set([...Object.keys(was.record), ...Object.keys(is.record)]) as Set<
      keyof TaskRecord
    >)
      if (key !== 'raw' && !ALTERS[change.action as OwnAction].includes(key))
        expectThat(
          JSON.stringify(was.record[key]) === JSON.stringify(is.record[key]),
          `${key} changed`,
          edited,
        );
  }),

  'asked for again, nothing changes': ofEdits(edited => {
    const again = editTaskLine(edited.after, edited.change, edited.context);
    expectThat('refusal' in again || again.splices.length === 0, 'changed twice', edited);
  }),

  'a decided task keeps its id': ofEdits(edited => {
    const { change, is, was } = edited;
    if (ALTERS[change.action as OwnAction].includes('text')) return;
    const [a, b] = [was, is].map(({ record }) => taskId('a.md', record.text, 0));
    expectThat(a === b, 'another id', edited);
  }),

  'what is added stands where the Tasks plugin reads': ofEdits(edited => {
    const { after, is, splices, was } = edited;
    const last = splices.at(-1);
    // Words and owners are not read from the end.
    if (['assign', 'reword', 'duplicate'].includes(edited.change.action)) return;
    if (!last || last.from !== was.contentEnd || last.from !== last.to) return;
    const signsAndTags = [...is.signs, ...is.tags].map(({ end }) => end);
    expectThat(signsAndTags.includes(is.contentEnd), 'words behind it', edited);
    expectThat(
      after.slice(is.contentEnd) === edited.before.slice(was.contentEnd),
      'not before the block id',
      edited,
    );
  }),

  'in a note, every other byte stays, and undo gives them all back': fc.property(
    fc.array(taskLine, { minLength: 1, maxLength: 6 }),
    fc.nat(),
    taskChange,
    context,
    fc.constantFrom('\n', '\r\n'),
    (lines, pick, change, how, ending) => {
      const rows = lines.map(line => line.replace(/\r$/, ''));
      const text = `Before${ending}${rows.join(ending)}${ending}after`;
      const target = lineTargetIn(text, 1 + (pick % rows.length));
      if (!target) return;
      const requests = [{ target, change: (line: string) => editTaskLine(line, change, how) }];
      const edit = editNote(text, requests);
      const after = applySplices(text, edit.splices);
      const changedRows = after.split(ending);
      const expected = ['Before', ...rows, 'after'];
      const [done] = edit.changes;
      const asksForNothing = !done && edit.splices.length === 0 && changesNothing(target.raw, change, how);
      const answers = [done, edit.refusals[0], asksForNothing].filter(Boolean).length;
      expectThat(answers === 1, 'neither done, refused nor asked for nothing', { before: text, after });
      if (done) expected[done.line] = done.after;
      expectThat(changedRows.join('\n') === expected.join('\n'), 'another line changed', {
        before: text,
        after,
      });
      if (!done) return;
      const back = editNote(after, undoRequests([done]));
      expectThat(applySplices(after, back.splices) === text, 'undo lost bytes', { before: text, after });
    },
  ),
};

function changesNothing(line: string, change: TaskChange, how: EditContext): boolean {
  const edit = editTaskLine(line, change, how);
  return 'splices' in edit && edit.splices.length === 0;
}

const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
