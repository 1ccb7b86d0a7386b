import { answerOf } from '../answerOf';
import type { PeopleGraph, Person, TaskNode } from '../graph/PeopleGraph';
import { ledgerOf, recentlyDone } from './ledger';
import { foldCopies, rhythmOf, topicsWith, type Meeting, type Rhythm } from './meetings';
import { say } from '../words';

/** So many meetings back. */
const MEETINGS = 3;
const MOST_TOPICS = 8;
const MOST_DONE = 10;
/** Of each list; the rest is counted. */
const MOST_TASKS = 10;

/** What one should have read before the next meeting with a person. */
export interface Brief {
  person: Person;
  rhythm: Rhythm | null;
  /** Done since the last meeting. */
  doneSince: TaskNode[];
  iOwe: TaskNode[];
  theyOwe: TaskNode[];
  unassigned: TaskNode[];
  proposed: TaskNode[];
  /** The last ones, the newest first. */
  meetings: Meeting[];
  topics: string[];
}

/** @param today ISO. */
export function briefOf(graph: PeopleGraph, person: Person, today: string): Brief {
  const meetings = foldCopies(person.meetings);
  const { lastMet } = person;
  const isSince = ({ record }: TaskNode) => lastMet !== null && (record.done ?? '') >= lastMet;
  return {
    person,
    rhythm: rhythmOf(person.meetings, today),
    doneSince: recentlyDone(graph, person).filter(isSince).slice(0, MOST_DONE),
    ...ledgerOf(graph, person),
    meetings: meetings.slice(0, MEETINGS),
    topics: answerOf(topicsWith(graph, meetings))
      .slice(0, MOST_TOPICS)
      .map(({ value }) => value),
  };
}

/**
 * The brief as Markdown, without a code block. Tasks are plain list items, with their words alone: a box would make them tasks twice.
 * @param linkTo Link text to a note, for instance `[[Sizing review]]`.
 */
export function briefMarkdown(brief: Brief, today: string, linkTo: (path: string) => string): string {
  const { person, rhythm, meetings, topics } = brief;
  const work = [person.role, person.company].filter(Boolean).join(', ');
  const met = person.lastMet === null ? say.notMetYet : say.lastMetOn(person.lastMet);
  const often = rhythm ? say.usuallyMet(rhythm.usual, rhythm.now) : '';
  const lists: [string, TaskNode[]][] = [
    [say.doneSince, brief.doneSince],
    [say.iOwe, brief.iOwe],
    [say.personOwes(person.name), brief.theyOwe],
    [say.unassigned, brief.unassigned],
    [say.proposedToSettle, brief.proposed],
  ];
  const blocks = [
    `# ${say.briefOf(person.name)}`,
    `${[work, `${met}${often}`].filter(Boolean).join('. ')}. ${say.writtenOn(today)}`,
    ...lists
      .filter(([, tasks]) => tasks.length > 0)
      .map(([title, tasks]) => `## ${title}\n\n${taskList(tasks, linkTo)}`),
    ...(meetings.length > 0 ? [`## ${say.lastMeetings}`] : []),
    ...meetings.map(({ note }) => {
      const sections = note.sections
        .filter(({ text }) => text !== '')
        .map(({ kind, text }) => (kind === 'summary' ? text : `**${say.sections[kind]}**\n\n${text}`));
      return [
        `### ${[note.date, note.title].filter(Boolean).join(': ')}`,
        ...sections,
        linkTo(note.path),
      ].join('\n\n');
    }),
    ...(topics.length > 0 ? [`## ${say.topics}\n\n${topics.map(topic => `[[${topic}]]`).join(', ')}`] : []),
  ];
  return `${blocks.join('\n\n').replace(CODE_BLOCK, spelledOut)}\n`;
}

/** What begins a code block, wherever it stands: what notes say is shown, and never run. */
const CODE_BLOCK = /`{3,}|~{3,}|<(?=pre)/gi;
const spelledOut = (marks: string): string => marks.replace(/./g, mark => `&#${mark.charCodeAt(0)};`);

function taskList(tasks: readonly TaskNode[], linkTo: (path: string) => string): string {
  const lines = tasks.slice(0, MOST_TASKS).map(task => taskLine(task, linkTo));
  const more = tasks.length - lines.length;
  return [...lines, ...(more > 0 ? [`- ${say.andMore(more)}`] : [])].join('\n');
}

function taskLine({ record, note }: TaskNode, linkTo: (path: string) => string): string {
  const due = record.due === undefined ? '' : `${say.due} ${record.due}, `;
  return `- ${record.text || say.noText} (${due}${linkTo(note.path)})`;
}
