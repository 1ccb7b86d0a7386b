import { Keymap, Menu, Notice, type App, type HoverParent } from 'obsidian';
import type { DecisionReport, Verdict } from '../core/answers/decision';
import type { CountWords } from '../core/countOf';
import type { LineTarget } from '../core/edit/editNote';
import { editTaskLine, type EditContext } from '../core/edit/editTaskLine';
import { planDecisions, planEdits, type NoteRequests } from '../core/edit/planEdit';
import type { UndoStep } from '../core/edit/UndoStack';
import { unifiedDiff } from '../core/edit/unifiedDiff';
import { CHANGES_FROM, type StateAction, type TaskAction, type TaskChange } from '../core/edit/taskChange';
import type { PeopleGraph, Person, PersonId, TaskNode } from '../core/graph/PeopleGraph';
import { excerptAround, type ExcerptLine } from '../core/note/excerpt';
import { linkTarget } from '../core/note/names';
import { parseTaskLine } from '../core/note/taskLine';
import type { TaskState } from '../core/records';
import { conventionsOf } from '../core/settings';
import { isoToday } from '../ui/isoToday';
import type { ScreenActions, TwinSource, UserEvent } from '../ui/actions';
import type { Decision, TriageWriter } from '../ui/triage/TriageWriter';
import { addItem } from '../ui/addItem';
import { ACTION_WORDS, headingOf } from '../ui/taskWords';
import type { NoteWriter, UndoReport, WriteReport } from '../vault/NoteWriter';
import type { SettingsStore } from '../vault/SettingsStore';
import { ASKS, linkTo, type Asked } from './dialogs/askChange';
import { previewLines, taskLines } from './dialogs/previewLines';
import { HOVER_SOURCE } from './hoverSource';
import { reportDone, reportFailure, reportWrite } from './reportWrite';
import { tasksDialog, tasksToggle } from './tasksPlugin';
import { whenKnown } from './whenKnown';
import { WriteNotice } from './WriteNotice';
import { say } from '../core/words';
import { namesOf } from '../core/shapes';

/** How many lines on either side of a task tell where it stands. */
const LINES_AROUND = 4;

const PICTURES = new Set('avif bmp gif jpeg jpg png svg webp'.split(' '));

/** Whether a change was one of lines that need not be tasks. */
const isOfLines = ({ changes }: UndoStep['notes'][number]): boolean =>
  changes.some(({ anywhere }) => anywhere);

/** The one way from a screen or command to the vault: decide, write, say what happened. */
export class TaskActions implements ScreenActions, TriageWriter {
  readonly #app: App;
  readonly #graph: PeopleGraph;
  readonly #writer: NoteWriter;
  readonly #settings: SettingsStore;
  readonly #twins: TwinSource;
  readonly #showPerson: (id: PersonId) => Promise<void>;

  /** Of all page previews, so that there is one at a time. */
  readonly #hoverParent: HoverParent = { hoverPopover: null };

  constructor(
    app: App,
    graph: PeopleGraph,
    writer: NoteWriter,
    settings: SettingsStore,
    twins: TwinSource,
    showPerson: (id: PersonId) => Promise<void>,
  ) {
    this.#app = app;
    this.#graph = graph;
    this.#writer = writer;
    this.#settings = settings;
    this.#twins = twins;
    this.#showPerson = showPerson;
  }

  act(action: StateAction, tasks: readonly TaskNode[]): void {
    this.#change({ action }, tasks);
  }

  request(action: TaskAction, task: TaskNode): void {
    this.ask(action, task, change => this.#change(change, [task]));
  }

  ask(action: TaskAction, { record, note }: TaskNode, then: (change: TaskChange) => void): void {
    this.#askAbout(action, this.#asked(record.raw, note.path), then);
  }

  /** The same for a line, whether or not its note is indexed. */
  requestOnLine(action: TaskAction, path: string, target: LineTarget): void {
    this.#askAbout(action, this.#asked(target.raw, path), change => {
      const context = { ...this.editContext(), path };
      const request = { target, change: (line: string) => editTaskLine(line, change, context) };
      void this.#carryOut(action, [{ path, requests: [request] }]);
    });
  }

  /** Whether an action is of use to a line. */
  applies(action: TaskAction, line: string): boolean {
    return this.#actionsIn(this.#stateOf(line)).includes(action);
  }

  /** Adds every action that is of use to a line; none where it is no task. */
  addToMenu(menu: Menu, path: string, target: LineTarget): void {
    addActions(menu, this.#actionsIn(this.#stateOf(target.raw)), action =>
      this.requestOnLine(action, path, target),
    );
  }

  async decide(title: string, decisions: readonly Decision[]): Promise<WriteReport> {
    return this.#write(title, title, planDecisions(decisions, this.editContext()));
  }

  /** Decides for somebody who sees no screen: says nothing, names every line, and is done when the graph knows of it. */
  async settle(action: Verdict, tasks: readonly TaskNode[], dryRun = false): Promise<DecisionReport> {
    let diff = '';
    const plan = planEdits(tasks, { action }, this.editContext());
    const { refused, step } = await this.#writer.apply(ACTION_WORDS[action].done, plan, {
      dryRun: dryRun && ((...texts) => (diff += unifiedDiff(...texts))),
    });
    const changed = (step?.notes ?? []).flatMap(({ path, changes }) =>
      changes.map(({ line, before, after }) => ({ path, line, before, after })),
    );
    if (!dryRun) await whenKnown(this.#graph, changed);
    return { changed, refused, diff };
  }

  preview(action: StateAction, tasks: readonly TaskNode[], take: (tasks: readonly TaskNode[]) => void): void {
    const { title } = ACTION_WORDS[action];
    const context = this.editContext();
    previewLines(
      this.#app,
      {
        title: `${say.doTo(title, say.tasks(tasks.length))}?`,
        lines: taskLines(tasks, ({ record, note }) =>
          editTaskLine(record.raw, { action }, { ...context, path: note.path }),
        ),
        submit: count => say.doTo(title, say.tasks(count)),
      },
      lines => take(lines.map(({ task }) => task)),
    );
  }

  linkTo(task: TaskNode, from: string): string {
    return linkTo(this.#app, task, from);
  }

  async excerpt({ note, record }: TaskNode): Promise<readonly ExcerptLine[]> {
    const file = this.#app.vault.getFileByPath(note.path);
    if (!file) return [];
    // Gone meanwhile, or not to be read: the task is there without what stands around it.
    return this.#app.vault.cachedRead(file).then(
      text => excerptAround(text, record.line, LINES_AROUND),
      () => [],
    );
  }

  async undo(): Promise<void> {
    await this.takeBack();
  }

  async takeBack(ours?: (step?: object) => unknown): Promise<UndoReport | null> {
    const notice = new WriteNotice(say.undoing);
    try {
      const undone = await this.#writer.undo((done, total) => notice.progress(done, total));
      if (!undone) new Notice(say.nothingToUndo);
      else if (ours?.(undone.step) && undone.refused.length === 0) return undone;
      else if (undone.ofLines)
        this.#report(
          say.undid(undone.title),
          undone,
          undone.step?.notes.some(isOfLines) ? say.lines : say.tasks,
        );
      else reportDone(say.undoneStep(undone.title));
      return undone;
    } catch (error) {
      reportFailure(say.undone, error);
      return null;
    } finally {
      notice.hide();
    }
  }

  openTask(task: TaskNode, event: UserEvent): void {
    void this.#openAt(task.note.path, event, task.record.line);
  }

  openNote(path: string, event: UserEvent): void {
    void this.#openAt(path, event);
  }

  openLink(link: string, event: UserEvent): void {
    void this.#app.workspace.openLinkText(link, '', Keymap.isModEvent(event));
  }

  openPerson(id: PersonId): void {
    void this.#showPerson(id);
  }

  previewNote(
    linktext: string,
    event: MouseEvent,
    targetEl: HTMLElement,
    sourcePath = '',
    source = HOVER_SOURCE,
  ): void {
    const hoverParent = this.#hoverParent;
    if (linktext !== '')
      this.#app.workspace.trigger('hover-link', {
        event,
        source,
        hoverParent,
        targetEl,
        linktext,
        sourcePath,
      });
  }

  dragPerson(person: Person, event: DragEvent): void {
    this.#drag(event, this.#markdownLink(person.profile?.path ?? '') || `[[${person.name}]]`);
  }

  dragTask({ note, record }: TaskNode, event: DragEvent): void {
    this.#drag(
      event,
      this.#markdownLink(note.path, record.blockId === undefined ? '' : `#^${record.blockId}`),
    );
  }

  pictureOf({ profile }: Person): string | undefined {
    if (profile?.photo === undefined) return undefined;
    const target = (linkTarget(profile.photo) ?? profile.photo).replace(/^!?\[\[|\]\]$/g, '');
    // What is not in the vault would be fetched from the network.
    const file = this.#app.metadataCache.getFirstLinkpathDest(target, profile.path);
    return file && PICTURES.has(file.extension.toLowerCase())
      ? this.#app.vault.getResourcePath(file)
      : undefined;
  }

  openTaskMenu(task: TaskNode, event: MouseEvent): void {
    event.preventDefault();
    const menu = new Menu();
    addActions(menu, this.#actionsIn(task.record.state), action => this.request(action, task));
    addItem(menu, 'open', say.openNoteAtTask, 'file-text', () => this.openTask(task, event));
    menu.showAtMouseEvent(event);
  }

  editContext(): EditContext {
    return {
      conventions: conventionsOf(this.#settings.value),
      today: isoToday(),
      toggleDone: tasksToggle(this.#app),
    };
  }

  /** What can be done to a task now; what only the Tasks plugin can do, where it is there. */
  #actionsIn(state: TaskState | undefined): TaskAction[] {
    return namesOf(ACTION_WORDS).filter(
      action =>
        state !== undefined &&
        CHANGES_FROM[action].includes(state) &&
        (action !== 'edit' || tasksDialog(this.#app)),
    );
  }

  #stateOf(line: string): TaskState | undefined {
    return parseTaskLine(line, this.editContext().conventions)?.record.state;
  }

  #asked(line: string, path: string): Asked | null {
    const task = parseTaskLine(line, this.editContext().conventions);
    return (
      task && { record: task.record, path, sentence: line.slice(task.sentence.start, task.sentence.end) }
    );
  }

  #askAbout(action: TaskAction, asked: Asked | null, then: (change: TaskChange) => void): void {
    const ask = ASKS[action];
    if (!ask) then({ action: action as StateAction });
    else if (asked) {
      const app = this.#app,
        graph = this.#graph,
        twins = this.#twins;
      const { laterField } = this.#settings.value;
      ask({ app, graph, twins, laterField, today: isoToday() }, asked, then);
    }
  }

  /** Changes lines with progress, and says what was done and what was not: `Promoted 3 tasks`. */
  async change(
    done: string,
    title: string,
    notes: readonly NoteRequests[],
    count: CountWords = say.tasks,
  ): Promise<void> {
    this.#report(done, await this.#write(done, title, notes), count, () => void this.undo());
  }

  #change(change: TaskChange, tasks: readonly TaskNode[]): void {
    void this.#carryOut(change.action, planEdits(tasks, change, this.editContext()));
  }

  #carryOut(action: TaskAction, notes: readonly NoteRequests[]): Promise<void> {
    return this.change(ACTION_WORDS[action].done, headingOf(action), notes);
  }

  async #write(done: string, title: string, notes: readonly NoteRequests[]): Promise<WriteReport> {
    const callOff = new AbortController();
    const notice = new WriteNotice(title, () => callOff.abort());
    const report = await this.#writer.apply(done, notes, {
      onProgress: (written, total) => notice.progress(written, total),
      signal: callOff.signal,
    });
    notice.hide();
    return report;
  }

  #report(done: string, report: WriteReport, count: CountWords, undo?: () => void): void {
    reportWrite(done, report, {
      count,
      undo,
      open: (path, event, line) => void this.#openAt(path, event, line),
    });
  }

  #markdownLink(path: string, subpath = ''): string {
    const file = this.#app.vault.getFileByPath(path);
    return file ? this.#app.fileManager.generateMarkdownLink(file, '', subpath) : '';
  }

  #drag(event: DragEvent, link: string): void {
    event.stopPropagation();
    event.dataTransfer?.setData('text/plain', link);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copyLink';
  }

  async #openAt(path: string, event: UserEvent, line?: number): Promise<void> {
    const file = this.#app.vault.getFileByPath(path);
    if (!file) {
      new Notice(say.isGone(path));
      return;
    }
    const leaf = this.#app.workspace.getLeaf(Keymap.isModEvent(event));
    await leaf.openFile(file, line === undefined ? undefined : { eState: { line } });
  }
}

/** The menu of a task; those that ask something stand by themselves. */
function addActions(menu: Menu, actions: readonly TaskAction[], run: (action: TaskAction) => void): void {
  for (const action of actions) {
    const { title, icon } = ACTION_WORDS[action];
    addItem(menu, action in ASKS ? 'edit' : 'decide', title, icon, () => run(action));
  }
}
