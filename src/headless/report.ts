import type { PeopleGraph } from '../core/graph/PeopleGraph';
import { sortedProblems } from '../core/query/exportVault';
import type { LedgerCounts } from '../core/query/ledger';
import { peopleList } from '../core/query/peopleList';
import type { Problem, TaskState } from '../core/records';
import { formatTable } from './table';

export interface Report {
  people: number;
  meetings: number;
  tasks: Record<TaskState, number>;
  recent: ({ name: string; lastMet: string | null } & LedgerCounts)[];
  problems: Problem[];
}

const STATES: readonly TaskState[] = ['proposed', 'accepted', 'in-progress', 'done', 'rejected'];
const PEOPLE_SHOWN = 15;
const PROBLEMS_SHOWN = 20;

export function makeReport(graph: PeopleGraph): Report {
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

export function printReport({ people, meetings, tasks, recent, problems }: Report): string {
  const totals = [
    ['people', people],
    ['meetings', meetings],
    ...Object.entries(tasks).map(([state, count]) => [`tasks ${state}`, count]),
  ];
  const rows = recent
    .slice(0, PEOPLE_SHOWN)
    .map(({ name, lastMet, proposed, iOwe, theyOwe }) => [name, lastMet ?? '', proposed, iOwe, theyOwe]);
  const blocks = [formatTable(totals as (string | number)[][])];
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

const more = (count: number): string => (count > 0 ? `\n… and ${count} more; --json lists all` : '');

/** `path:line: reason`, the line as editors count it. */
export const problemLine = ({ path, line, message }: Problem): string =>
  line === undefined ? `${path}: ${message}` : `${path}:${line + 1}: ${message}`;
