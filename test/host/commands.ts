import type { Command, Editor as OfficialEditor, MarkdownFileInfo } from 'obsidian';
import type { HostApp } from './app';
import { count } from './census';
import { Platform } from './platform';

/** The app's commands by their full id, `plugin:command`. */
export class Commands {
  readonly commands: Record<string, Command> = {};
  private readonly uncounts = new Map<string, () => void>();

  constructor(private readonly app: HostApp) {}

  addCommand(command: Command): void {
    this.removeCommand(command.id);
    this.commands[command.id] = command;
    this.uncounts.set(command.id, count('commands', command));
  }

  removeCommand(id: string): void {
    delete this.commands[id];
    this.uncounts.get(id)?.();
    this.uncounts.delete(id);
  }

  /** What the palette offers now. */
  listCommands(): Command[] {
    return Object.values(this.commands).filter(command => this.run(command, true));
  }

  /** False where there is no such command, or it is not to be had now. */
  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    return command !== undefined && this.run(command, true) && this.run(command, false);
  }

  /** An editor callback outranks the others, a checking one the plain one. */
  private run(command: Command, checking: boolean): boolean {
    if (command.mobileOnly && !Platform.isMobile) return false;
    if (command.editorCheckCallback || command.editorCallback) {
      const { activeEditor } = this.app.workspace;
      if (!activeEditor || activeEditor.getMode() === 'preview') return false;
      const editor = activeEditor.editor as unknown as OfficialEditor;
      const context = activeEditor as unknown as MarkdownFileInfo;
      if (command.editorCheckCallback) {
        const result = command.editorCheckCallback(checking, editor, context);
        return checking ? result === true : true;
      }
      if (!checking) command.editorCallback?.(editor, context);
      return true;
    }
    if (command.checkCallback) {
      const result = command.checkCallback(checking);
      return checking ? result === true : true;
    }
    if (!command.callback) return false;
    if (!checking) command.callback();
    return true;
  }
}
