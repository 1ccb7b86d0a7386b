import type { App } from 'obsidian';
import type { PeopleGraph, Person } from '../core/graph/PeopleGraph';

/** The person a link text leads to from a note: by the profile it resolves to, else by name where it resolves to nothing. */
export function personOfLink(
  app: App,
  graph: PeopleGraph,
  linkText: string,
  sourcePath: string,
): Person | undefined {
  const path = linkText.split(/[#|]/, 1)[0]?.trim();
  if (!path) return undefined;
  const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
  if (!file) return graph.find(`[[${path}]]`, sourcePath);
  const note = graph.note(file.path);
  return note?.kind === 'profile' ? graph.find(note.name) : undefined;
}

/** The `[[…]]` in `line` that holds column `ch`, without its brackets. */
export function linkAround(line: string, ch: number): string | undefined {
  for (let open = line.indexOf('[['); open !== -1 && open <= ch; open = line.indexOf('[[', open + 2)) {
    const close = line.indexOf(']]', open);
    if (close === -1) return undefined;
    if (ch <= close + 2) return line.slice(open + 2, close);
  }
  return undefined;
}
