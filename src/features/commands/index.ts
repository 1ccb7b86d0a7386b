import { Notice, type Command } from 'obsidian';
import { lineTargetIn } from '../../core/edit/planEdit';
import type { StateAction, TaskAction } from '../../core/edit/taskChange';
import { proposedOf } from '../../core/query/ledger';
import { isProposed } from '../../core/query/triage';
import type { TaskNode } from '../../core/graph/PeopleGraph';
import type { PeoplePane, PersonCards, Rapport } from '../rapport';

import { ACTION_WORDS } from '../../ui/taskWords';
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
  ['edit-task-text', 'Edit text of task at cursor…', 'reword'],
];

/** Every command of the palette is a row here. */
export function registerCommands(rapport: Rapport, pane: PeoplePane, cards: PersonCards): void {
  const { app, plugin, graph, actions, indexer, writer, screen } = rapport;

  const proposedIn = (path: string | undefined): readonly TaskNode[] =>
    path === undefined ? [] : graph.tasks(path).filter(isProposed);

  /** A command that is there only while there is something for it to act on. */
  const onTasks = (action: StateAction, tasks: () => readonly TaskNode[]) => (checking: boolean) => {
    const found = tasks();
    if (found.length > 0 && !checking) actions.act({ action }, found);
    return found.length > 0;
  };
  const onCursorLine =
    (action: TaskAction): NonNullable<Command['editorCheckCallback']> =>
    (checking, editor, { file }) => {
      const line = editor.getCursor().line;
      if (!file || !actions.applies(action, editor.getLine(line))) return false;
      if (checking) return true;
      const target = lineTargetIn(editor.getValue(), line);
      if (target) actions.requestOnLine(action, file.path, target);
      else new Notice('This line is in a code block or a comment: it is no task.');
      return true;
    };
  const activeNote = () => proposedIn(app.workspace.getActiveFile()?.path);

  const commands: Command[] = [
    {
      id: 'open-people-sidebar',
      name: 'Open people sidebar',
      icon: 'users',
      callback: () => void pane.open(),
    },
    {
      id: 'open-person',
      name: 'Open person…',
      icon: 'user',
      callback: () => pickPerson(app, graph, 'Open person…', person => void pane.showPerson(person.id)),
    },
    ...CURSOR_COMMANDS.map(([id, name, action]): Command => ({
      id,
      name,
      icon: ACTION_WORDS[action].icon,
      editorCheckCallback: onCursorLine(action),
    })),
    {
      id: 'promote-note',
      name: 'Promote all proposed tasks in this note',
      icon: 'check-check',
      checkCallback: onTasks('promote', activeNote),
    },
    {
      id: 'reject-note',
      name: 'Reject all proposed tasks in this note',
      icon: 'x',
      checkCallback: onTasks('reject', activeNote),
    },
    {
      id: 'promote-person',
      name: 'Promote all proposed tasks of a person…',
      icon: 'user-check',
      callback: () =>
        pickPerson(
          app,
          graph,
          'Promote all proposed tasks of…',
          person => actions.act({ action: 'promote' }, proposedOf(graph, person)),
          person => proposedOf(graph, person).length > 0,
        ),
    },
    {
      id: 'open-triage',
      name: 'Open triage',
      icon: 'list-checks',
      callback: () => screen.pages.triage(),
    },
    {
      id: 'triage-note',
      name: 'Triage proposed tasks of this note',
      icon: 'list-checks',
      checkCallback: checking => {
        const path = app.workspace.getActiveFile()?.path;
        if (path === undefined || proposedIn(path).length === 0) return false;
        if (!checking) screen.pages.triage({ notes: [path] });
        return true;
      },
    },
    {
      id: 'triage-person',
      name: 'Triage proposed tasks about a person…',
      icon: 'list-checks',
      callback: () =>
        pickPerson(
          app,
          graph,
          'Triage proposed tasks about…',
          ({ id }) => screen.pages.triage({ person: id }),
          person => proposedOf(graph, person).length > 0,
        ),
    },
    {
      id: 'reject-stale',
      name: 'Reject stale proposed tasks…',
      icon: 'archive',
      callback: () => screen.pages.sweepStale(),
    },
    {
      id: 'undo-last-change',
      name: 'Undo last change',
      icon: 'undo-2',
      checkCallback: checking => {
        if (writer.canUndo && !checking) void actions.undo();
        return writer.canUndo;
      },
    },
    {
      id: 'prepare-for-meeting',
      name: 'Prepare for meeting with…',
      icon: 'clipboard-list',
      callback: () =>
        pickPerson(app, graph, 'Prepare for meeting with…', person => screen.pages.brief(person)),
    },
    {
      id: 'open-map',
      name: 'Open map of people',
      icon: 'waypoints',
      callback: () => screen.pages.map(),
    },
    {
      id: 'sort-out-people',
      name: 'Sort out people',
      icon: 'users-round',
      callback: () => void pane.showNamesToSort(),
    },
    {
      id: 'show-person-card',
      name: 'Show person card',
      icon: 'contact',
      checkCallback: checking => {
        const person = personInFocus(rapport);
        if (person && !checking) cards.show(person);
        return person !== undefined;
      },
    },
    {
      id: 'repair-note',
      name: 'Repair damaged text in this note',
      icon: 'bandage',
      checkCallback: checking => {
        const file = app.workspace.getActiveFile();
        if (file?.extension !== 'md') return false;
        if (!checking) void repairNotes(rapport, [file]);
        return true;
      },
    },
    {
      id: 'repair-all',
      name: 'Repair damaged text in all people notes…',
      icon: 'bandage',
      callback: () =>
        void repairNotes(
          rapport,
          graph.paths().flatMap(path => app.vault.getFileByPath(path) ?? []),
        ),
    },
    {
      id: 'export',
      name: 'Export people, meetings and tasks…',
      icon: 'download',
      callback: () => askExport(rapport),
    },
    {
      id: 'rebuild-index',
      name: 'Rebuild index',
      icon: 'refresh-cw',
      callback: () => void indexer.rebuild(),
    },
    {
      id: 'copy-debug-report',
      name: 'Copy debug report',
      icon: 'bug',
      callback: () => void copyDebugReport(rapport),
    },
  ];
  for (const command of commands) plugin.addCommand(command);
}
