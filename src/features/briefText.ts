import { briefMarkdown, briefOf } from '../core/query/brief';
import type { Person } from '../core/graph/PeopleGraph';
import { isoToday } from '../ui/isoToday';
import type { Rapport } from './rapport';

/** A brief as Markdown, with links as the app writes them from `sourcePath`. */
export function briefText({ app, graph }: Rapport, person: Person, sourcePath: string): string {
  const today = isoToday();
  return briefMarkdown(briefOf(graph, person, today), today, path => {
    const file = app.vault.getFileByPath(path);
    return file ? app.fileManager.generateMarkdownLink(file, sourcePath) : path;
  });
}
