import { MarkdownView, type App, type TFile } from 'obsidian';

/** The views that show a note, the active one first. */
export function viewsOf({ workspace }: App, { path }: TFile): MarkdownView[] {
  const active = workspace.getActiveViewOfType(MarkdownView);
  const views = workspace.getLeavesOfType('markdown').map(leaf => leaf.view);
  return [...new Set([active, ...views])].filter(
    (view): view is MarkdownView => view instanceof MarkdownView && view.file?.path === path,
  );
}
