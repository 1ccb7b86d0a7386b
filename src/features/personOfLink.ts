import type { App } from 'obsidian';
import type { PeopleGraph, Person } from '../core/graph/PeopleGraph';
import { parseTaskLine } from '../core/note/taskLine';
import { conventionsOf } from '../core/settings';
import type { Rapport } from './rapport';

/**
 * The person a link text leads to from a note: by the profile it resolves to, or by name where it resolves to nothing
 * or to a note that is none of ours. In a table a `\\` stands before the bar.
 */
export function personOfLink(
  app: App,
  graph: PeopleGraph,
  linkText: string,
  sourcePath: string,
): Person | undefined {
  const path = linkText.split(/\\?[#|]/, 1)[0]?.trim();
  if (!path) return undefined;
  const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
  const note = file && graph.note(file.path);
  if (!note) return graph.find(`[[${path}]]`, sourcePath);
  return note.kind === 'profile' ? graph.find(note.name) : undefined;
}

/** Whom a line of a note names at column `ch`: by a link, or as an owner of its task. */
export function personAt(
  { app, graph, settings }: Rapport,
  line: string,
  ch: number,
  path: string,
): Person | undefined {
  const link = linkAround(line, ch);
  if (link !== undefined) return personOfLink(app, graph, link, path);
  const owners = parseTaskLine(line, conventionsOf(settings.value))?.owners.flatMap(group => group.owners);
  const owner = owners?.find(({ start, end }) => start <= ch && ch <= end);
  return owner && graph.find(owner.label, path);
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
