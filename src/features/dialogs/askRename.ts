import { Modal, Setting, type App, type ButtonComponent } from 'obsidian';
import type { TaskEdit } from '../../core/edit/editTaskLine';
import type { Splice } from '../../core/edit/splices';
import type { TaskNode } from '../../core/graph/PeopleGraph';
import { countTasks } from '../../ui/taskWords';

export interface Rename {
  from: string;
  to: string;
  tasks: readonly TaskNode[];
  /** What becomes of a line. */
  change: (line: string) => TaskEdit;
}

/** Shows every line that would change, before and after, and takes those the user leaves chosen. */
export function askRename(app: App, rename: Rename, take: (tasks: TaskNode[]) => Promise<void>): void {
  new RenameDialog(app, rename, take).open();
}

class RenameDialog extends Modal {
  private readonly chosen: Set<TaskNode>;
  private button: ButtonComponent | null = null;

  constructor(
    app: App,
    { from, to, tasks, change }: Rename,
    private readonly take: (tasks: TaskNode[]) => Promise<void>,
  ) {
    super(app);
    this.chosen = new Set(tasks);
    this.modalEl.addClass('rapport-dialog');
    this.setTitle(`Rename ${from} to ${to} in tasks too?`);
    this.contentEl.createEl('p', {
      cls: 'setting-item-description',
      text: `${countTasks(tasks.length)} name ${from} in plain text. Nothing is changed until you say so, and it can be undone.`,
    });
    const list = this.contentEl.createEl('ul', { cls: 'rapport-choices' });
    for (const task of tasks) {
      const edit = change(task.record.raw);
      if ('refusal' in edit) continue;
      const label = list.createEl('li').createEl('label');
      const box = label.createEl('input', { type: 'checkbox' });
      box.checked = true;
      box.addEventListener('change', () => {
        if (box.checked) this.chosen.add(task);
        else this.chosen.delete(task);
        this.showCount();
      });
      const words = label.createDiv();
      words.createEl('small', {
        cls: 'rapport-suggestion-facts',
        text: `${task.note.path}, line ${task.record.line + 1}`,
      });
      showEdit(words.createDiv('rapport-edit'), task.record.raw, edit.splices);
    }
    new Setting(this.contentEl)
      .addButton(button => button.setButtonText('Leave them').onClick(() => this.close()))
      .addButton(button => {
        this.button = button.setCta().onClick(() => {
          this.close();
          void this.take([...this.chosen]);
        });
      });
    this.showCount();
  }

  private showCount(): void {
    this.button
      ?.setButtonText(`Rename in ${countTasks(this.chosen.size)}`)
      .setDisabled(this.chosen.size === 0);
  }
}

/** The line as it stands, with what goes struck out and what comes behind it. */
function showEdit(el: HTMLElement, line: string, splices: readonly Splice[]): void {
  let shown = line.length - line.trimStart().length;
  for (const { from, to, insert } of splices) {
    el.appendText(line.slice(shown, from));
    el.createEl('del', { text: line.slice(from, to) });
    el.createEl('ins', { text: insert });
    shown = to;
  }
  el.appendText(line.slice(shown).trimEnd());
}
