import { FuzzySuggestModal, type Command } from 'obsidian';
import type { Host } from '../../host';

/** Every command that can be run now. */
export class CommandPalette extends FuzzySuggestModal<Command> {
  /** What is in front changes as soon as the palette has the focus. */
  private readonly commands: Command[];

  constructor(private readonly host: Host) {
    super(host.app);
    this.setPlaceholder('Select a command…');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
    this.commands = host
      .commands()
      .filter(({ id }) => host.isAvailable(id))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  getItems(): Command[] {
    return this.commands;
  }

  getItemText({ name }: Command): string {
    return name;
  }

  onChooseItem({ id }: Command): void {
    this.host.runCommand(id);
  }
}
