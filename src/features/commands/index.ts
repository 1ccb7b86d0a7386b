import { Notice, type Command } from 'obsidian';
import { lineTargetIn } from '../../core/edit/planEdit';
import type { TaskAction } from '../../core/edit/taskChange';
import { proposedOf } from '../../core/query/ledger';
import { isProposed } from '../../core/query/triage';
import type { Person, TaskNode } from '../../core/graph/PeopleGraph';
import { ACTION_WORDS } from '../../ui/taskWords';
import type { PeoplePane, PersonCards, Rapport } from '../rapport';
import { pickPerson } from '../dialogs/pickPerson';
import { askExport } from './askExport';
import { copyDebugReport } from './debugReport';
import { repairNotes } from './repairNotes';
import { personInFocus } from './personInFocus';

/** Commands for the task in the cursor's line: id, name, action. */
const CURSOR_COMMANDS: readonly (readonly [string, string, TaskAction])[] = [
  ['promote-task', 'Promote task at cursor', 'promote'],
  ['reject-task', 'Reject task at cursor', 'reject'],
  ['duplicate-task', 'Mark task at cursor as duplicate of…', 'duplicate'],
  ['start-task', 'Start task at cursor', 'start'],
  ['complete-task', 'Complete task at cursor', 'complete'],
  ['reopen-task', 'Reopen task at cursor', 'reopen'],
  ['set-due-date', 'Set due date of task at cursor…', 'due'],
  ['set-scheduled-date', 'Set scheduled date of task at cursor…', 'scheduled'],
  ['later-task', 'Put task at cursor off until…', 'later'],
  ['set-priority', 'Set priority of task at cursor…', 'priority'],
  ['assign-task', 'Assign task at cursor to…', 'assign'],
  ['edit-task', 'Edit task at cursor…', 'edit'],
  ['edit-task-text', 'Edit text of task at cursor…', 'reword'],
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
      else new Notice('This line is in a code block or a comment: it is no task.');
      return true;
    },
  });
  const onPerson = (
    question: string,
    run: (person: Person) => unknown,
    filter?: (person: Person) => boolean,
  ): Does => always(() => pickPerson(app, graph, question, person => void run(person), filter));

  const commands: readonly (readonly [id: string, name: string, icon: string, does: Does])[] = [
    ['open-people-sidebar', 'Open people sidebar', 'users', always(() => pane.open())],
    ['open-person', 'Open person…', 'user', onPerson('Open person…', ({ id }) => pane.showPerson(id))],
    ...CURSOR_COMMANDS.map(
      ([id, name, action]) => [id, name, ACTION_WORDS[action].icon, onCursorLine(action)] as const,
    ),
    [
      'promote-note',
      'Promote all proposed tasks in this note',
      'check-check',
      onNote(tasks => actions.act('promote', tasks)),
    ],
    [
      'reject-note',
      'Reject all proposed tasks in this note',
      'x',
      onNote(tasks => actions.act('reject', tasks)),
    ],
    [
      'promote-person',
      'Promote all proposed tasks of a person…',
      'user-check',
      onPerson(
        'Promote all proposed tasks of…',
        person => actions.act('promote', proposedOf(graph, person)),
        hasProposed,
      ),
    ],
    ['open-triage', 'Open triage', 'list-checks', always(() => pages.triage())],
    [
      'triage-note',
      'Triage proposed tasks of this note',
      'list-checks',
      onNote((_, path) => pages.triage({ notes: [path] })),
    ],
    [
      'triage-person',
      'Triage proposed tasks about a person…',
      'list-checks',
      onPerson('Triage proposed tasks about…', ({ id }) => pages.triage({ person: id }), hasProposed),
    ],
    ['reject-stale', 'Reject stale proposed tasks…', 'archive', always(() => pages.sweepStale())],
    [
      'undo-last-change',
      'Undo last change',
      'undo-2',
      whenPossible(() => writer.canUndo && (() => actions.undo())),
    ],
    [
      'prepare-for-meeting',
      'Prepare for meeting with…',
      'clipboard-list',
      onPerson('Prepare for meeting with…', person => pages.brief(person)),
    ],
    ['open-map', 'Open map of people', 'waypoints', always(() => pages.map())],
    ['sort-out-people', 'Sort out people', 'users-round', always(() => pane.showNamesToSort())],
    [
      'show-person-card',
      'Show person card',
      'contact',
      whenPossible(() => {
        const person = personInFocus(rapport);
        return person && (() => cards.show(person));
      }),
    ],
    [
      'repair-note',
      'Repair damaged text in this note',
      'bandage',
      whenPossible(() => {
        const file = app.workspace.getActiveFile();
        return file?.extension === 'md' && (() => repairNotes(rapport, [file]));
      }),
    ],
    [
      'repair-all',
      'Repair damaged text in all people notes…',
      'bandage',
      always(() =>
        repairNotes(
          rapport,
          graph.paths().flatMap(path => app.vault.getFileByPath(path) ?? []),
        ),
      ),
    ],
    ['export', 'Export people, meetings and tasks…', 'download', always(() => askExport(rapport))],
    ['rebuild-index', 'Rebuild index', 'refresh-cw', always(() => indexer.rebuild())],
    ['copy-debug-report', 'Copy debug report', 'bug', always(() => copyDebugReport(rapport))],
  ];
  for (const [id, name, icon, does] of commands) plugin.addCommand({ id, name, icon, ...does });
}
