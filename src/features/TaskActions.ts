import { Keymap, Menu, Notice, type App } from 'obsidian';
import { toIsoDate } from '../core/dates';
import type { LineTarget } from '../core/edit/editNote';
import { editTaskLine, type EditContext } from '../core/edit/editTaskLine';
import { planEdits, type NoteRequests } from '../core/edit/planEdit';
import { CHANGES_FROM, type StateAction, type TaskAction, type TaskChange } from '../core/edit/taskChange';
import type { PeopleGraph, Person, PersonId, TaskNode } from '../core/graph/PeopleGraph';
import { linkTarget } from '../core/note/names';
import { parseTaskLine } from '../core/note/taskLine';
import { conventionsOf } from '../core/settings';
import type { ScreenActions, UserEvent } from '../ui/actions';
import { ACTION_WORDS, countTasks } from '../ui/taskWords';
import type { NoteWriter, WriteReport } from '../vault/NoteWriter';
import type { SettingsStore } from '../vault/SettingsStore';
import { ASKS, type Asked } from './dialogs/askChange';
import { HOVER_SOURCE } from './hoverSource';
import { reportDone, reportWrite } from './reportWrite';
import { tasksToggle } from './tasksPlugin';
import { WriteNotice } from './WriteNotice';

const PICTURES = new Set('avif bmp gif jpeg jpg png svg webp'.split(' '));

/** The one way from a screen or command to the vault: decide, write, say what happened. */
export class TaskActions implements ScreenActions {
  constructor(
    private readonly app: App,
    private readonly graph: PeopleGraph,
    private readonly writer: NoteWriter,
    private readonly settings: SettingsStore,
    private readonly showPerson: (id: PersonId) => Promise<void>,
  ) {}

  act(change: TaskChange, tasks: readonly TaskNode[]): void {
    void this.carryOut(change.action, planEdits(tasks, change, this.editContext()));
  }

  request(action: TaskAction, task: TaskNode): void {
    const { record, note } = task;
    this.ask(action, this.asked(record.raw, note.path), change => this.act(change, [task]));
  }

  /** The same for a line, whether or not its note is indexed. */
  requestOnLine(action: TaskAction, path: string, target: LineTarget): void {
    this.ask(action, this.asked(target.raw, path), change => {
      const context = { ...this.editContext(), path };
      const request = { target, change: (line: string) => editTaskLine(line, change, context) };
      void this.carryOut(action, [{ path, requests: [request] }]);
    });
  }

  /** Whether an action is of use to a line. */
  applies(action: TaskAction, line: string): boolean {
    const task = parseTaskLine(line, this.editContext().conventions);
    return task !== null && CHANGES_FROM[action].includes(task.record.state);
  }

  async undo(): Promise<void> {
    const notice = new WriteNotice('Undoing');
    try {
      const undone = await this.writer.undo((done, total) => notice.progress(done, total));
      if (!undone) new Notice('Nothing to undo in this session.');
      else if (undone.ofLines)
        this.report(`Undone: ${undone.title} ${countTasks(undone.changed)}`, undone, false);
      else reportDone(`Undone: ${undone.title}`);
    } catch (error) {
      new Notice(`It could not be undone: ${(error as Error).message}`, 20000);
    } finally {
      notice.hide();
    }
  }

  openTask(task: TaskNode, event: UserEvent): void {
    void this.openAt(task.note.path, event, task.record.line);
  }

  openNote(path: string, event: UserEvent): void {
    void this.openAt(path, event);
  }

  openLink(link: string, event: UserEvent): void {
    void this.app.workspace.openLinkText(link, '', Keymap.isModEvent(event));
  }

  openPerson(id: PersonId): void {
    void this.showPerson(id);
  }

  previewNote(path: string, event: MouseEvent, target: HTMLElement): void {
    this.app.workspace.trigger('hover-link', {
      event,
      source: HOVER_SOURCE,
      hoverParent: { hoverPopover: null },
      targetEl: target,
      linktext: path,
      sourcePath: '',
    });
  }

  dragPerson(person: Person, event: DragEvent): void {
    this.drag(event, person.profile ? this.linkTo(person.profile.path) : `[[${person.name}]]`);
  }

  dragTask({ note, record }: TaskNode, event: DragEvent): void {
    this.drag(event, this.linkTo(note.path, record.blockId === undefined ? '' : `#^${record.blockId}`));
  }

  pictureOf({ profile }: Person): string | undefined {
    if (profile?.photo === undefined) return undefined;
    const target = (linkTarget(profile.photo) ?? profile.photo).replace(/^!?\[\[|\]\]$/g, '');
    // What is not in the vault would be fetched from the network.
    const file = this.app.metadataCache.getFirstLinkpathDest(target, profile.path);
    return file && PICTURES.has(file.extension.toLowerCase())
      ? this.app.vault.getResourcePath(file)
      : undefined;
  }

  openTaskMenu(task: TaskNode, event: MouseEvent): void {
    event.preventDefault();
    const menu = new Menu();
    const { state } = task.record;
    for (const action of Object.keys(ACTION_WORDS) as TaskAction[])
      if (CHANGES_FROM[action].includes(state))
        menu.addItem(item =>
          item
            .setSection(action in ASKS ? 'edit' : 'decide')
            .setTitle(ACTION_WORDS[action].title)
            .setIcon(ACTION_WORDS[action].icon)
            .onClick(() => this.request(action, task)),
        );
    menu.addItem(item =>
      item
        .setSection('open')
        .setTitle('Open note at this task')
        .setIcon('file-text')
        .onClick(() => void this.openAt(task.note.path, event, task.record.line)),
    );
    menu.showAtMouseEvent(event);
  }

  editContext(): EditContext {
    return {
      conventions: conventionsOf(this.settings.value),
      today: toIsoDate(new Date()),
      toggleDone: tasksToggle(this.app),
    };
  }

  private asked(line: string, path: string): Asked | null {
    const task = parseTaskLine(line, this.editContext().conventions);
    return (
      task && { record: task.record, path, sentence: line.slice(task.sentence.start, task.sentence.end) }
    );
  }

  private ask(action: TaskAction, asked: Asked | null, then: (change: TaskChange) => void): void {
    const ask = ASKS[action];
    if (!ask) then({ action: action as StateAction });
    else if (asked) ask({ app: this.app, graph: this.graph, today: toIsoDate(new Date()) }, asked, then);
  }

  private async carryOut(action: TaskAction, notes: readonly NoteRequests[]): Promise<void> {
    const { done, title } = ACTION_WORDS[action];
    const callOff = new AbortController();
    const notice = new WriteNotice(title.replace('…', ''), () => callOff.abort());
    const report = await this.writer.apply(done, notes, {
      onProgress: (written, total) => notice.progress(written, total),
      signal: callOff.signal,
    });
    notice.hide();
    this.report(`${done} ${countTasks(report.changed)}`, report, true);
  }

  private report(done: string, report: WriteReport, canUndo: boolean): void {
    reportWrite(done, report, {
      undo: canUndo ? () => void this.undo() : undefined,
      open: (path, event, line) => void this.openAt(path, event, line),
    });
  }

  private linkTo(path: string, subpath = ''): string {
    const file = this.app.vault.getFileByPath(path);
    return file ? this.app.fileManager.generateMarkdownLink(file, '', subpath) : '';
  }

  private drag(event: DragEvent, link: string): void {
    event.stopPropagation();
    event.dataTransfer?.setData('text/plain', link);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copyLink';
  }

  private async openAt(path: string, event: UserEvent, line?: number): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) {
      new Notice(`${path} is not there any more.`);
      return;
    }
    const leaf = this.app.workspace.getLeaf(Keymap.isModEvent(event));
    await leaf.openFile(file, line === undefined ? undefined : { eState: { line } });
  }
}
