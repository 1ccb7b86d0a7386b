import type { App } from 'obsidian';

const ABOUT_A_MEETING = ['date', 'person', 'participants'];

/** A note to open first: of the meeting notes the last one by path, which often begins with its date. */
export function latestMeeting(app: App): string | null {
  const meetings = app.vault.getMarkdownFiles().filter(file => {
    const properties = app.metadataCache.getFileCache(file)?.frontmatter;
    const isPeopleNote = String(properties?.['type']).toLowerCase() === 'people';
    return isPeopleNote && ABOUT_A_MEETING.some(name => properties?.[name] !== undefined);
  });
  const paths = meetings.map(({ path }) => path).sort();
  return paths.at(-1) ?? null;
}
