import { Keymap, Menu, Notice, type App } from 'obsidian';
import type { LineTarget } from '../core/edit/editNote';
import { editTaskLine, type EditContext, type TaskAction } from '../core/edit/editTaskLine';
import { planEdits, type NoteRequests } from '../core/edit/planEdit';
import { toIsoDate } from '../core/dates';
import type { PersonId, TaskNode } from '../core/graph/PeopleGraph';
import { conventionsOf } from '../core/settings';
import type { ScreenActions, UserEvent } from '../ui/actions';
import type { NoteWriter, WriteReport } from '../vault/NoteWriter';
import type { SettingsStore } from '../vault/SettingsStore';
import { HOVER_SOURCE } from './hoverSource';

/** How each action is spoken of. */
export const ACTION_WORDS: Record<TaskAction, { title: string; done: string; icon: string }> = {
  promote: { title: 'Promote', done: 'Promoted', icon: 'check' },
  reject: { title: 'Reject', done: 'Rejected', icon: 'x' },
};

/** The one way from a screen or command to the vault: decide, write, say what happened. */
export class TaskActions implements ScreenActions {
  constructor(
    private readonly app: App,
    private readonly writer: NoteWriter,
    private readonly settings: SettingsStore,
    private readonly showPerson: (id: PersonId) => Promise<void>,
  ) {}

  act(action: TaskAction, tasks: readonly TaskNode[]): void {
    void this.carryOut(action, planEdits(tasks, action, this.editContext()));
  }

  /** The task a line is, whether or not its note is indexed. */
  actOnLine(action: TaskAction, path: string, target: LineTarget): void {
    const change = (line: string) => editTaskLine(line, action, this.editContext());
    void this.carryOut(action, [{ path, requests: [{ target, change }] }]);
  }

  private async carryOut(action: TaskAction, notes: readonly NoteRequests[]): Promise<void> {
    const { done } = ACTION_WORDS[action];
    const asked = notes.reduce((sum, { requests }) => sum + requests.length, 0);
    const report = await this.writer.apply(`${done} ${countTasks(asked)}`, notes);
    this.announce(`${done} ${countTasks(report.changed)}`, report, true);
  }

  async undo(): Promise<void> {
    const undone = await this.writer.undo();
    if (!undone) new Notice('Nothing to undo in this session.');
    else this.announce(`Undone: ${undone.title}`, undone, false);
  }

  openTask(task: TaskNode, event: UserEvent): void {
    void this.openAt(task.note.path, event, task.record.line);
  }

  openNote(path: string, event: UserEvent): void {
    void this.openAt(path, event);
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

  openTaskMenu(task: TaskNode, event: MouseEvent): void {
    event.preventDefault();
    const menu = new Menu();
    const proposed = task.record.state === 'proposed';
    for (const action of proposed ? (['promote', 'reject'] as const) : (['reject'] as const))
      menu.addItem(item =>
        item
          .setTitle(ACTION_WORDS[action].title)
          .setIcon(ACTION_WORDS[action].icon)
          .onClick(() => this.act(action, [task])),
      );
    menu.addSeparator();
    menu.addItem(item =>
      item
        .setTitle('Open note at this task')
        .setIcon('file-text')
        .onClick(() => void this.openAt(task.note.path, event, task.record.line)),
    );
    menu.showAtMouseEvent(event);
  }

  editContext(): EditContext {
    return { conventions: conventionsOf(this.settings.value), today: toIsoDate(new Date()) };
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

  /** One notice: what was done, how to take it back, and what was not done and why. */
  private announce(done: string, report: WriteReport, canUndo: boolean): void {
    const message = createFragment();
    if (report.changed > 0) {
      message.createDiv({ text: `${done}.` });
      if (canUndo)
        message.createEl('a', { cls: 'rapport-undo', text: 'Undo', href: '#' }, link =>
          link.addEventListener('click', event => {
            event.preventDefault();
            void this.undo();
          }),
        );
    }
    for (const { path, line, reason } of report.refused)
      message.createDiv({ text: `${path}, line ${line + 1}: ${reason}` });
    if (report.changed === 0 && report.refused.length === 0)
      message.createDiv({ text: 'Nothing to change.' });
    new Notice(message, report.refused.length > 0 ? 12000 : undefined);
  }
}

export const countTasks = (count: number): string => (count === 1 ? '1 task' : `${count} tasks`);
