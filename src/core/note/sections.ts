import type { SectionRecord } from '../records';

/** Headings the pipelines and people use for the sections that screens quote. */
const HEADINGS: Record<SectionRecord['kind'], readonly string[]> = {
  summary: ['summary', 'meeting summary', 'overview', 'recap', 'tl;dr'],
  decisions: ['decisions', 'decisions made', 'key decisions', 'agreements'],
  'key-information': ['key information', 'key facts', 'key points', 'highlights'],
};

const kinds = new Map(
  Object.entries(HEADINGS).flatMap(([kind, headings]) =>
    headings.map(heading => [heading, kind as SectionRecord['kind']] as const),
  ),
);

export function sectionKind(heading: string): SectionRecord['kind'] | undefined {
  return kinds.get(heading.toLowerCase().replace(/:$/, '').trim());
}
