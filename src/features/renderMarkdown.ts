import { MarkdownRenderer, Notice, type App, type Component } from 'obsidian';
import { reasonOf } from '../core/reasonOf';
import { say } from '../core/words';

/** Draws Markdown into an element, as the app would; what goes wrong is said. */
export function renderMarkdown(
  app: App,
  text: string,
  el: HTMLElement,
  sourcePath: string,
  owner: Component,
): void {
  MarkdownRenderer.render(app, text, el, sourcePath, owner).catch((error: unknown) => {
    new Notice(say.couldNotDraw(reasonOf(error)));
  });
}
