import { MarkdownView } from 'obsidian';
import type { Rapport } from '../rapport';
import { taskItems } from './readingView';
import { taskLines } from './TaskLines';

/** Decides tasks where they stand: in live preview and in reading view. */
export function registerEditor(rapport: Rapport): void {
  const { app, plugin, graph, settings } = rapport;
  const drawReadingViews = () => {
    for (const { view } of app.workspace.getLeavesOfType('markdown'))
      if (view instanceof MarkdownView && view.getMode() === 'preview') view.previewMode.rerender(true);
  };
  // Undone last, when nothing is added any more.
  plugin.register(drawReadingViews);
  plugin.registerEditorExtension(taskLines(rapport));
  /** Notes that were drawn when they were none of ours, or not read yet. */
  const foreign = new Set<string>();
  plugin.registerMarkdownPostProcessor(taskItems(rapport, foreign));
  plugin.register(
    graph.onChange(({ notes }) => {
      const ours = [...notes].filter(path => foreign.has(path) && graph.note(path));
      for (const path of ours) foreign.delete(path);
      if (ours.length > 0) drawReadingViews();
    }),
  );
  plugin.register(settings.onChange(drawReadingViews));
  // When the code block is known, too.
  queueMicrotask(drawReadingViews);
}
