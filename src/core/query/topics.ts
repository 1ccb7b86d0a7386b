import type { PeopleGraph } from '../graph/PeopleGraph';
import { noteName } from '../note/names';
import type { MeetingRecord } from '../records';

/** What a meeting links to that is no person and not its source: companies, projects. Each once, in order. */
export function topicsOf(graph: PeopleGraph, meeting: MeetingRecord): string[] {
  const topics = meeting.links
    .filter(
      link =>
        !isSource(link, meeting) &&
        graph.find(link, meeting.path) === undefined &&
        graph.find(noteName(link), meeting.path) === undefined,
    )
    .map(noteName);
  return [...new Set(topics)].filter(topic => topic !== '');
}

const isSource = (link: string, { sourceRef }: MeetingRecord): boolean =>
  sourceRef !== undefined && noteName(sourceRef) === noteName(link);
