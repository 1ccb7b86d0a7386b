import { EditorView } from '@codemirror/view';
import { FileView, getLinkpath, type App } from 'obsidian';
import type { HoverSurface } from '../../core/hoverChoices';
import type { Person } from '../../core/graph/PeopleGraph';
import { linkAround, personOfLink } from '../personOfLink';
import type { Rapport } from '../rapport';

/** A person the pointer is over. */
export interface PointedAt {
  element: HTMLElement;
  person: Person;
  surface: HoverSurface;
  /** For a link of the app’s: where it leads to. */
  link: string | undefined;
  /** The note it stands in. */
  sourcePath: string;
}

/** What names a person: in our own screens, in rendered notes and properties, in the editor, in a task. */
const NAMES = '.rapport-link[data-person], [data-href], .cm-hmd-internal-link, .rapport-owner';

/** What surrounds an element on each surface; the first that fits counts. */
const SURROUNDINGS: readonly (readonly [HoverSurface, string])[] = [
  ['screens', '.rapport-view, .rapport-dialog'],
  ['elsewhere', '.canvas-node'],
  ['live', '.is-live-preview'],
  ['source', '.markdown-source-view'],
  ['reading', '.markdown-preview-view'],
];

export function personUnderPointer(
  { app, graph }: Rapport,
  target: EventTarget | null,
): PointedAt | undefined {
  const under = (target as Node | null)?.instanceOf(Element) ? (target as Element) : null;
  const element = under?.closest<HTMLElement>(NAMES);
  // A card is no place to open another from.
  if (!element || element.closest('.rapport-card')) return undefined;
  const { person: id, owner = '', href } = element.dataset;
  const link = href ?? linkInEditor(element);
  const sourcePath = pathAround(app, element);
  const person =
    id !== undefined
      ? graph.person(id)
      : link !== undefined
        ? personOfLink(app, graph, link, sourcePath)
        : graph.find(owner, sourcePath);
  const surface = SURROUNDINGS.find(([, selector]) => element.closest(selector))?.[0] ?? 'elsewhere';
  return person && { element, person, surface, link, sourcePath };
}

/** The element may show an alias alone; the whole link stands in the document. */
function linkInEditor(element: HTMLElement): string | undefined {
  const view = element.hasClass('cm-hmd-internal-link') && EditorView.findFromDOM(element);
  if (!view) return undefined;
  const position = view.posAtDOM(element);
  const line = view.state.doc.lineAt(position);
  return linkAround(line.text, position - line.from)?.split(/\\?\|/, 1)[0];
}

/** The note an element stands in: an embedded one, that of its pane, or the active one. */
function pathAround(app: App, element: Element): string {
  const { metadataCache, workspace } = app;
  const embed = element.parentElement?.closest('.internal-embed[src]');
  const link = embed && getLinkpath(embed.getAttribute('src') ?? '');
  const embedded = link && metadataCache.getFirstLinkpathDest(link, pathAround(app, embed));
  let file = embedded || workspace.getActiveFile();
  if (!embedded)
    workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof FileView && view.containerEl.contains(element)) ({ file } = view);
    });
  return file?.path ?? '';
}
