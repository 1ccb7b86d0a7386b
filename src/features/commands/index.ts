import { Notice, type Command } from 'obsidian';
import { lineTargetIn } from '../../core/edit/planEdit';
import type { TaskAction } from '../../core/edit/taskChange';
import { proposedOf } from '../../core/query/ledger';
import { isProposed } from '../../core/query/proposals';
import type { Person, TaskNode } from '../../core/graph/PeopleGraph';
import { ACTION_WORDS } from '../../ui/taskWords';
import type { PeoplePane, PersonCards, Rapport } from '../rapport';
import { pickPerson } from '../dialogs/pickPerson';
import { askExport } from './askExport';
import { copyDebugReport } from './debugReport';
import { repairNotes } from './repairNotes';
import { personInFocus } from './personInFocus';
import { say } from '../../core/words';

/** Commands for the task in the cursor's line: id, action. */
const CURSOR_COMMANDS: readonly (readonly [string, TaskAction])[] = [
  ['promote-task', 'promote'],
  ['reject-task', 'reject'],
  ['duplicate-task', 'duplicate'],
  ['start-task', 'start'],
  ['complete-task', 'complete'],
  ['reopen-task', 'reopen'],
  ['set-due-date', 'due'],
  ['set-scheduled-date', 'scheduled'],
  ['later-task', 'later'],
  ['set-priority', 'priority'],
  ['assign-task', 'assign'],
  ['edit-task', 'edit'],
  ['edit-task-text', 'reword'],
];

type Does = Pick<Command, 'callback' | 'checkCallback' | 'editorCheckCallback'>;

/** Every command of the palette is a row here. */
export function registerCommands(rapport: Rapport, pane: PeoplePane, cards: PersonCards): void {
  const { app, plugin, graph, actions, indexer, writer, screen } = rapport;

  const { pages } = screen;
  const hasProposed = (person: Person) => proposedOf(graph, person).length > 0;

  const always = (run: () => unknown): Does => ({ callback: () => void run() });
  /** A command that is there only while there is something for it to do. */
  const whenPossible = (find: () => (() => unknown) | false | null | undefined): Does => ({
    checkCallback: checking => {
      const run = find();
      if (run && !checking) void run();
      return Boolean(run);
    },
  });
  const onNote = (run: (tasks: readonly TaskNode[], path: string) => unknown): Does =>
    whenPossible(() => {
      const file = app.workspace.getActiveFile();
      const tasks = file ? graph.tasks(file.path).filter(isProposed) : [];
      return file && tasks.length > 0 && (() => run(tasks, file.path));
    });
  const onCursorLine = (action: TaskAction): Does => ({
    editorCheckCallback: (checking, editor, { file }) => {
      const line = editor.getCursor().line;
      if (!file || !actions.applies(action, editor.getLine(line))) return false;
      if (checking) return true;
      const target = lineTargetIn(editor.getValue(), line);
      if (target) actions.requestOnLine(action, file.path, target);
      else new Notice(say.inCode);
      return true;
    },
  });
  const onPerson = (
    question: string,
    run: (person: Person) => unknown,
    filter?: (person: Person) => boolean,
  ): Does => always(() => pickPerson(app, graph, question, person => void run(person), filter));

  const commands: readonly (readonly [id: string, name: string, icon: string, does: Does])[] = [
    ['open-people-sidebar', say.openPeopleSidebar, 'users', always(() => pane.open())],
    ['open-person', say.openPerson, 'user', onPerson(say.openPerson, ({ id }) => pane.showPerson(id))],
    ...CURSOR_COMMANDS.map(
      ([id, action]) =>
        [id, say.cursorCommands[action], ACTION_WORDS[action].icon, onCursorLine(action)] as const,
    ),
    ['promote-note', say.promoteInNote, 'check-check', onNote(tasks => actions.act('promote', tasks))],
    ['reject-note', say.rejectInNote, 'x', onNote(tasks => actions.act('reject', tasks))],
    [
      'promote-person',
      say.promoteOfPerson,
      'user-check',
      onPerson(say.promoteAllOf, person => actions.act('promote', proposedOf(graph, person)), hasProposed),
    ],
    ['open-triage', say.openTriage, 'list-checks', always(() => pages.triage())],
    ['triage-note', say.triageOfNote, 'list-checks', onNote((_, path) => pages.triage({ notes: [path] }))],
    [
      'triage-person',
      say.triageOfPerson,
      'list-checks',
      onPerson(say.triageAbout, ({ id }) => pages.triage({ person: id }), hasProposed),
    ],
    ['reject-stale', say.rejectStaleTasks, 'archive', always(() => pages.sweepStale())],
    [
      'undo-last-change',
      say.undoLastChange,
      'undo-2',
      whenPossible(() => writer.canUndo && (() => actions.undo())),
    ],
    [
      'prepare-for-meeting',
      say.prepareWith,
      'clipboard-list',
      onPerson(say.prepareWith, person => pages.brief(person)),
    ],
    ['open-map', say.openMap, 'waypoints', always(() => pages.map())],
    ['sort-out-people', say.sortOutPeople, 'users-round', always(() => pane.showNamesToSort())],
    [
      'show-person-card',
      say.showPersonCard,
      'contact',
      whenPossible(() => {
        const person = personInFocus(rapport);
        return person && (() => cards.show(person));
      }),
    ],
    [
      'repair-note',
      say.repairNote,
      'bandage',
      whenPossible(() => {
        const file = app.workspace.getActiveFile();
        return file?.extension === 'md' && (() => repairNotes(rapport, [file]));
      }),
    ],
    [
      'repair-all',
      say.repairAll,
      'bandage',
      always(() =>
        repairNotes(
          rapport,
          graph.paths().flatMap(path => app.vault.getFileByPath(path) ?? []),
        ),
      ),
    ],
    ['export', say.exportAll, 'download', always(() => askExport(rapport))],
    ['rebuild-index', say.rebuildIndex, 'refresh-cw', always(() => indexer.rebuild())],
    ['copy-debug-report', say.copyDebugReport, 'bug', always(() => copyDebugReport(rapport))],
  ];
  for (const [id, name, icon, does] of commands) plugin.addCommand({ id, name, icon, ...does });
}
