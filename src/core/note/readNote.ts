import { mendText } from './damagedText';
import type {
  MeetingRecord,
  NoteReading,
  NoteRecord,
  Problem,
  ProfileRecord,
  SectionRecord,
  TaskRecord,
} from '../records';
import type { NoteConventions } from './conventions';
import { hasIndexedType, readDate, readLabel, readLabels, readText, type Properties } from './properties';
import { forEachMarkdownLine, type MarkdownLine } from './markdownLines';
import { nameKey, noteName, shownName } from './names';
import { sectionKind } from './sections';
import { parseTaskLine } from './taskLine';

/** A note as the vault has it: its text, and its front matter already parsed (anything YAML can say). */
export interface NoteSource {
  /** Relative to the vault, with `/`. */
  path: string;
  text: string;
  frontMatter: unknown;
}

/**
 * Reads one note into one record. `record` is null where the note is not of an indexed type.
 * Never throws: what cannot be understood is a problem that names path, line and reason.
 */
export function readNote(note: NoteSource, conventions: NoteConventions): NoteReading {
  const { frontMatter } = note;
  if (typeof frontMatter !== 'object' || frontMatter === null || Array.isArray(frontMatter))
    return { record: null, problems: [] };
  const properties = frontMatter as Properties;
  if (!hasIndexedType(properties, conventions)) return { record: null, problems: [] };

  const problems: Problem[] = [];
  const report = (message: string, line?: number) =>
    problems.push({ path: note.path, ...(line !== undefined && { line }), message });
  const body = readBody(note, conventions, report);
  const date = readDate(properties.date);
  const person = readLabel(properties.person);
  const participants = readLabels(properties.participants);
  const isMeeting = isSet(properties.date) || person !== undefined || participants.length > 0;
  if (isSet(properties.date) && date === null)
    report(`The property "date" is not a date: ${show(properties.date)}`);
  for (const field of ['person', 'participants'])
    if (isSet(properties[field]) && readLabels(properties[field]).length === 0)
      report(`The property "${field}" names nobody: ${show(properties[field])}`);

  const record: NoteRecord = isMeeting
    ? readMeeting(note.path, properties, body, { date, person, participants })
    : readProfile(note.path, properties, body);
  return { record, problems };
}

/** The labels of a property that goes by several names, each once. */
const readEach = (...values: unknown[]): string[] => [...new Set(values.flatMap(readLabels))];

interface Body {
  heading: string;
  links: string[];
  tasks: TaskRecord[];
  sections: SectionRecord[];
}

function readMeeting(
  path: string,
  properties: Properties,
  body: Body,
  { date, person, participants }: { date: string | null; person: string | undefined; participants: string[] },
): MeetingRecord {
  const summary = body.sections.find(section => section.kind === 'summary')?.text;
  const sourceRef = readText(properties.source_ref);
  return {
    kind: 'meeting',
    path,
    title: mendText(readText(properties.title) || body.heading || noteName(path)),
    date: date ?? readDate(noteName(path)),
    ...(person !== undefined && { person }),
    participants,
    ...(summary !== undefined && { summary }),
    sections: body.sections,
    ...(sourceRef && { sourceRef }),
    links: body.links,
    tasks: body.tasks,
  };
}

/** A profile is named after its file or folder; its title is a job title or empty too often to come first. */
function readProfile(path: string, properties: Properties, body: Body): ProfileRecord {
  const title = shownName(readText(properties.title));
  const name = shownName(noteName(path)) || title || body.heading;
  const company = shownName(readLabel(properties.company) ?? '');
  const aliases = readEach(properties.aliases, properties.alias);
  const isName = [name, ...aliases].some(known => nameKey(known) === nameKey(title));
  const role = shownName(readLabel(properties.role) ?? '') || (isName ? '' : title);
  return {
    kind: 'profile',
    path,
    name,
    aliases,
    emails: readEach(properties.email, properties.emails),
    ...(company && { company }),
    ...(role && { role }),
    links: body.links,
    tasks: body.tasks,
  };
}

function readBody(
  note: NoteSource,
  conventions: NoteConventions,
  report: (message: string, line?: number) => void,
): Body {
  const body: Body = { heading: '', links: [], tasks: [], sections: [] };
  const links = new Set<string>();
  let section = '';
  let quoted: { section: SectionRecord; level: number; lines: string[] } | null = null;
  const closeSection = () => {
    if (!quoted) return;
    quoted.section.text = mendText(quoted.lines.join('\n')).trim();
    if (quoted.section.text !== '') body.sections.push(quoted.section);
    quoted = null;
  };

  const visit = (line: MarkdownLine) => {
    const heading = readHeading(line);
    if (heading) {
      section = heading.title;
      if (body.heading === '' && heading.level === 1) body.heading = heading.title;
      if (quoted && heading.level > quoted.level) return;
      closeSection();
      const kind = sectionKind(heading.title);
      if (kind) quoted = { section: { kind, line: line.number, text: '' }, level: heading.level, lines: [] };
      return;
    }
    if (isRule(line)) closeSection();
    if (line.text.includes('[[') && !isSourceLine(line)) collectLinks(line.text, links);
    if (line.listParent !== undefined) {
      const task = readTask(line, section, conventions, report);
      if (task) {
        body.tasks.push(task);
        return;
      }
    }
    quoted?.lines.push(line.text.slice(line.content));
  };
  forEachMarkdownLine(note.text, visit, line =>
    report('The line is longer than a million characters; it was not read', line),
  );
  closeSection();
  body.links = [...links];
  return body;
}

function readTask(
  line: MarkdownLine,
  section: string,
  conventions: NoteConventions,
  report: (message: string, line?: number) => void,
): TaskRecord | null {
  const parsed = parseTaskLine(line.text, conventions);
  if (!parsed) return null;
  const { box: _box, contentEnd: _contentEnd, invalidDates, owners, tags, ...fields } = parsed;
  for (const date of invalidDates) report(`There is no such date: ${date}`, line.number);
  return {
    ...fields,
    line: line.number,
    raw: line.text,
    owners: owners.map(({ label }) => label),
    tags: tags.map(({ tag }) => tag),
    ...(line.listParent !== undefined && line.listParent >= 0 && { parent: line.listParent }),
    section,
  };
}

function readHeading(line: MarkdownLine): { level: number; title: string } | null {
  if (line.text[line.content] !== '#') return null;
  const heading = /^(#{1,6})[ \t]+([^]*)$/.exec(line.text.slice(line.content));
  if (!heading) return null;
  const title = (heading[2] ?? '').trim().replace(/[ \t]#+$/, '');
  return { level: heading[1]?.length ?? 1, title: mendText(title) };
}

function isRule(line: MarkdownLine): boolean {
  return (
    '-*_'.includes(line.text[line.content] ?? ' ') &&
    /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line.text.slice(line.content))
  );
}

/** `*Source: [[…]]*`: where the note came from is nobody it is about. */
function isSourceLine(line: MarkdownLine): boolean {
  return /^[*_]*Source\b/i.test(line.text.slice(line.content, line.content + 20));
}

function collectLinks(text: string, links: Set<string>): void {
  for (
    let close = text.indexOf(']]'), from = 0;
    close !== -1;
    from = close + 2, close = text.indexOf(']]', from)
  ) {
    const open = text.slice(from, close).lastIndexOf('[[') + from;
    if (!text.startsWith('[[', open) || text[open - 1] === '!') continue;
    const target = text
      .slice(open + 2, close)
      .split(/[|#]/, 1)[0]
      ?.trim();
    if (target) links.add(target);
  }
}

const isSet = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !(Array.isArray(value) && value.every(each => !isSet(each)));

const show = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 80);
