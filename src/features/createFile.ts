import { normalizePath, type App, type TFile } from 'obsidian';

/** Makes a file where the app puts new notes; a name that is taken gets a number. Throws where it cannot be made. */
export function createFile(app: App, name: string, extension: string, text: string): Promise<TFile> {
  const folder = app.fileManager.getNewFileParent(app.workspace.getActiveFile()?.path ?? '').path;
  for (let n = 1; ; n++) {
    const path = normalizePath(`${folder}/${name}${n === 1 ? '' : ` ${n}`}.${extension}`);
    if (!app.vault.getAbstractFileByPath(path)) return app.vault.create(path, text);
  }
}
