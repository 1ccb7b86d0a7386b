import type { PeopleGraph } from '../graph/PeopleGraph';
import { sortedProblems } from '../query/exportVault';
import type { LedgerCounts } from '../query/ledger';
import { peopleList } from '../query/peopleList';
import type { Problem, TaskState } from '../records';
import { NotFoundError, type Answer } from './answer';
import { formatTable } from './table';

interface Report {
  people: number;
  meetings: number;
  tasks: Record<TaskState, number>;
  recent: ({ name: string; lastMet: string | null } & LedgerCounts)[];
  problems: Problem[];
}

const STATES: readonly TaskState[] = ['proposed', 'accepted', 'in-progress', 'done', 'rejected'];
const PEOPLE_SHOWN = 15;
const PROBLEMS_SHOWN = 20;

/** Throws a NotFoundError where there is nothing to ask about. */
export function requireNotes(graph: PeopleGraph, vault: string, types: readonly string[]): void {
  if (graph.paths().length === 0)
    throw new NotFoundError(`${vault} holds no notes of type ${types.join(' or ')}.`);
}

/** The vault in figures. @param lists The word that has everything listed, for where the table is cut. */
export function answerReport(graph: PeopleGraph, lists: string): Answer {
  const data = makeReport(graph);
  return { text: printReport(data, lists), data };
}

function makeReport(graph: PeopleGraph): Report {
  const people = peopleList(graph);
  const states = graph.tasks().map(({ record }) => record.state);
  const counts = STATES.map(state => [state, states.filter(each => each === state).length] as const);
  return {
    people: graph.people().length,
    meetings: graph.paths().filter(path => graph.note(path)?.kind === 'meeting').length,
    tasks: Object.fromEntries(counts) as Record<TaskState, number>,
    recent: people.map(({ person, counts: open }) => ({
      name: person.name,
      lastMet: person.lastMet,
      ...open,
    })),
    problems: sortedProblems(graph.problems()),
  };
}

function printReport({ people, meetings, tasks, recent, problems }: Report, lists: string): string {
  const more = (count: number): string => (count > 0 ? `\n… and ${count} more; ${lists} lists all` : '');
  const totals = [
    ['people', people],
    ['meetings', meetings],
    ...Object.entries(tasks).map(([state, count]) => [`tasks ${state}`, count]),
  ];
  const rows = recent
    .slice(0, PEOPLE_SHOWN)
    .map(({ name, lastMet, proposed, iOwe, theyOwe }) => [name, lastMet ?? '', proposed, iOwe, theyOwe]);
  const blocks = [formatTable(totals)];
  if (rows.length > 0)
    blocks.push(
      formatTable([['person', 'last met', 'proposed', 'I owe', 'they owe'], ...rows]) +
        more(recent.length - PEOPLE_SHOWN),
    );
  if (problems.length > 0)
    blocks.push(
      `problems ${problems.length}\n${problems.slice(0, PROBLEMS_SHOWN).map(problemLine).join('\n')}${more(problems.length - PROBLEMS_SHOWN)}`,
    );
  return `${blocks.join('\n\n')}\n`;
}

/** `path:line: reason`, the line as editors count it. */
export const problemLine = ({ path, line, message }: Problem): string =>
  line === undefined ? `${path}: ${message}` : `${path}:${line + 1}: ${message}`;
