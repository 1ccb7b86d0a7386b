import type { PeopleGraph } from '../graph/PeopleGraph';
import { noteName } from '../note/names';
import type { MeetingRecord } from '../records';

/** What a meeting links to that is no person and not its source: companies, projects. Each once, in order. */
export function topicsOf(graph: PeopleGraph, { path, links, sourceRef }: MeetingRecord): string[] {
  const source = sourceRef === undefined ? undefined : noteName(sourceRef);
  const isSomebody = (label: string) => graph.idsOf([label], path).some(id => graph.knows(id));
  const topics = new Set<string>();
  for (const link of links) {
    const name = noteName(link);
    if (name === '' || name === source || isSomebody(name)) continue;
    if (name === link || !isSomebody(link)) topics.add(name);
  }
  return [...topics];
}
