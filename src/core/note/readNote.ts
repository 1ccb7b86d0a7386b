import type {
  MeetingRecord,
  NoteReading,
  NoteRecord,
  Problem,
  ProfileRecord,
  SectionRecord,
  TaskRecord,
} from '../records';
import {
  EXCLAMATION_MARK,
  HASH,
  MINUS,
  OPENING_BRACKET,
  PIPE,
  SMALL_S,
  SPACE,
  STAR,
  TAB,
  UNDERSCORE,
} from './charCodes';
import type { NoteConventions } from './conventions';
import {
  hasIndexedType,
  readDate,
  readLabel,
  readLabels,
  readPlain,
  readText,
  type Properties,
} from './properties';
import { HeadingReader } from './headings';
import { forEachMarkdownLine, type MarkdownLine } from './markdownLines';
import { nameKey, noteName, shownName } from './names';
import { SectionReader } from './sections';
import { readOverProposedTag } from './taskLine';
import { TaskLineReader } from './TaskLineReader';
import { tidyText } from './text';
import { isRecord } from '../shapes';
import { en, fill } from '../words';

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
  const { frontMatter: properties } = note;
  if (!isRecord(properties) || !hasIndexedType(properties, conventions))
    return { record: null, problems: [] };

  const problems: Problem[] = [];
  const report = (message: string, line?: number) =>
    problems.push({ path: note.path, ...(line !== undefined && { line }), message });
  const body = readBody(note, conventions, report);
  const date = readDate(properties.date);
  const person = readLabel(properties.person);
  const participants = readLabels(properties.participants);
  const isMeeting =
    date !== null || isSet(properties.date) || person !== undefined || participants.length > 0;
  if (date === null && isSet(properties.date)) report(fill(en.dateNoDate, show(properties.date)));
  if (person === undefined && isSet(properties.person))
    report(fill(en.personNamesNobody, show(properties.person)));
  if (participants.length === 0 && isSet(properties.participants))
    report(fill(en.participantsNameNobody, show(properties.participants)));

  const record: NoteRecord = isMeeting
    ? readMeeting(note.path, properties, body, { date, person, participants })
    : readProfile(note.path, properties, body);
  return { record, problems };
}

/** The labels of a property that goes by several names, each once. */
function readEach(one: unknown, other: unknown): string[] {
  const labels = [...readLabels(one), ...readLabels(other)];
  return labels.length > 1 ? [...new Set(labels)] : labels;
}

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
  const { sections, links, tasks } = body;
  const title = tidyText(readPlain(properties.title)) || body.heading || tidyText(noteName(path));
  const record: MeetingRecord = {
    kind: 'meeting',
    path,
    title,
    date: date ?? readDate(noteName(path)),
    participants,
    sections,
    links,
    tasks,
  };
  if (person !== undefined) record.person = person;
  const sourceRef = readText(properties.source_ref);
  if (sourceRef !== '') record.sourceRef = sourceRef;
  return record;
}

/** A profile is named after its file or folder; its title is a job title or empty too often to come first. */
function readProfile(path: string, properties: Properties, body: Body): ProfileRecord {
  const title = shownName(readPlain(properties.title));
  const name = shownName(noteName(path)) || title || body.heading;
  const company = shownName(readLabel(properties.company) ?? '');
  const aliases = readEach(properties.aliases, properties.alias);
  const role =
    shownName(readLabel(properties.role) ?? '') || (isName(title, [name, ...aliases]) ? '' : title);
  const emails = readEach(properties.email, properties.emails);
  const record: ProfileRecord = {
    kind: 'profile',
    path,
    name,
    aliases,
    emails,
    links: body.links,
    tasks: body.tasks,
  };
  if (company !== '') record.company = company;
  if (role !== '') record.role = role;
  const { phone, linkedin } = properties;
  const photo = properties.photo ?? properties.image ?? properties.avatar;
  for (const [field, value] of Object.entries({ phone, linkedin, photo })) {
    const written = value === undefined || value === null ? undefined : readLabel(value);
    if (written !== undefined) record[field as 'phone' | 'linkedin' | 'photo'] = written;
  }
  return record;
}

/** What reads lines by one set of conventions. It keeps nothing of a note, so all notes share it. */
interface LineReaders {
  conventions: NoteConventions;
  tasks: TaskLineReader;
  headings: HeadingReader;
}

let lastReaders: LineReaders | null = null;

function readersFor(conventions: NoteConventions): LineReaders {
  if (lastReaders?.conventions !== conventions)
    lastReaders = {
      conventions,
      tasks: new TaskLineReader(conventions),
      headings: new HeadingReader(conventions),
    };
  return lastReaders;
}

function isName(title: string, names: readonly string[]): boolean {
  if (title === '' || names.includes(title)) return title !== '';
  const key = nameKey(title);
  return key !== '' && names.some(name => nameKey(name) === key);
}

function readBody(
  { text }: NoteSource,
  conventions: NoteConventions,
  report: (message: string, line?: number) => void,
): Body {
  const body: Body = { heading: '', links: [], tasks: [], sections: [] };
  let links: Set<string> | null = null;
  const sections = new SectionReader(text);
  const { tasks: reader, headings } = readersFor(conventions);
  let section = '';
  let nextLink = text.indexOf('[[');

  const visit = (line: MarkdownLine) => {
    const { number, start, end, content, listParent, textStart } = line;
    const first = text.charCodeAt(content);
    const heading = first === HASH ? headings.read(text.slice(content, end)) : null;
    if (heading) {
      section = heading.title;
      if (body.heading === '' && heading.level === 1) body.heading = heading.title;
      sections.openAt(heading, number);
      return;
    }
    if (isRule(text, first, content, end)) sections.close();
    if (nextLink !== -1 && nextLink < start) nextLink = text.indexOf('[[', start);
    if (nextLink !== -1 && nextLink < end && !isSourceLine(first, text, content))
      collectLinks(text, nextLink, end, (links ??= new Set()));
    if (listParent !== undefined && text.charCodeAt(textStart) === OPENING_BRACKET) {
      const read = reader.readFromBox(text, start, textStart, end);
      if (read) {
        const task = readOverProposedTag(read, reader);
        task.line = number;
        task.section = section;
        if (listParent >= 0) task.parent = listParent;
        body.tasks.push(task);
        if (reader.badDates.length > 0)
          for (const date of reader.badDates) report(fill(en.noSuchDate, date), number);
        return;
      }
    }
    sections.quote(line);
  };
  forEachMarkdownLine(text, visit, line => report(en.lineTooLong, line));
  body.sections = sections.finish();
  if (links) body.links = [...links];
  return body;
}

/** `---`, `* * *`, `___`; `mark` is the line's first character. */
function isRule(text: string, mark: number, content: number, end: number): boolean {
  if (mark !== MINUS && mark !== STAR && mark !== UNDERSCORE) return false;
  let count = 0;
  for (let i = content; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) count++;
    else if (code !== SPACE && code !== TAB) return false;
  }
  return count >= 3;
}

/** `*Source: [[…]]*`: where the note came from is nobody it is about. */
function isSourceLine(first: number, text: string, content: number): boolean {
  const mayBe = first === STAR || first === UNDERSCORE || (first | SPACE) === SMALL_S;
  return mayBe && /^[*_]*Source\b/i.test(text.slice(content, content + 20));
}

/** Adds the targets of the links that open between `from` and `end`, the first of them at `from`. */
function collectLinks(note: string, from: number, end: number, links: Set<string>): void {
  // Whatever never closes would be looked for in all that follows, line by line.
  const text = note.slice(0, end);
  for (let open = from; open !== -1;) {
    const close = text.indexOf(']]', open + 2);
    if (close === -1) return;
    let start = open + 2;
    let targetEnd = close;
    for (let i = open + 1; i < close; i++) {
      const code = text.charCodeAt(i);
      // Of several openings the last one counts: `[[a [[b]]`.
      if (code === OPENING_BRACKET && text.charCodeAt(i + 1) === OPENING_BRACKET) {
        start = i + 2;
        targetEnd = close;
      } else if ((code === PIPE || code === HASH) && targetEnd === close) targetEnd = i;
    }
    if (text.charCodeAt(start - 3) !== EXCLAMATION_MARK) {
      const target = text.slice(start, targetEnd).trim();
      if (target) links.add(target);
    }
    open = text.indexOf('[[', close + 2);
  }
}

const isSet = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !(Array.isArray(value) && value.every(each => !isSet(each)));

const show = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 80);
