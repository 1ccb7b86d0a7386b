import { FuzzySuggestModal, type App, type TFile } from 'obsidian';

/** Finds a note by its path. */
export class QuickSwitcher extends FuzzySuggestModal<TFile> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder('Find a note…');
  }

  getItems(): TFile[] {
    return this.app.vault.getMarkdownFiles();
  }

  getItemText({ path }: TFile): string {
    return path.replace(/\.md$/i, '');
  }

  onChooseItem(file: TFile): void {
    void this.app.workspace.getLeaf().openFile(file);
  }
}
