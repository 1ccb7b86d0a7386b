import type { PeopleGraph } from '../graph/PeopleGraph';
import { sortedProblems } from '../query/exportVault';
import { peopleList } from '../query/peopleList';
import { TASK_STATES, type Problem } from '../records';
import { placeOf, type Answer } from './answer';
import { LIST_WORDS } from './people';
import { formatTable } from './table';

const PEOPLE_SHOWN = 15;
const PROBLEMS_SHOWN = 20;

/** Throws where there is nothing to ask about. */
export function requireNotes(graph: PeopleGraph, vault: string, types: readonly string[]): void {
  if (graph.paths().length === 0) throw new Error(`${vault} holds no notes of type ${types.join(' or ')}.`);
}

/** The vault in figures. @param lists The word that has everything listed, for where the table is cut. */
export function answerReport(graph: PeopleGraph, lists: string): Answer {
  const tasks = TASK_STATES.map(
    state => [state, graph.tasks().filter(({ record }) => record.state === state).length] as const,
  );
  const people = graph.people().length;
  const meetings = graph.paths().filter(path => graph.note(path)?.kind === 'meeting').length;
  const recent = peopleList(graph).map(({ person: { name, lastMet }, counts }) => ({
    name,
    lastMet,
    ...counts,
  }));
  const problems = sortedProblems(graph.problems());

  const more = (count: number): string => (count > 0 ? `… and ${count} more; ${lists} lists all\n` : '');
  const blocks = [
    formatTable([
      ['people', people],
      ['meetings', meetings],
      ...tasks.map(([state, count]) => [`tasks ${state}`, count]),
    ]),
  ];
  if (recent.length > 0)
    blocks.push(
      formatTable([
        ['person', 'last met', ...LIST_WORDS.slice(0, 3)],
        ...recent
          .slice(0, PEOPLE_SHOWN)
          .map(({ name, lastMet, ...counts }) => [name, lastMet ?? '', ...Object.values(counts).slice(0, 3)]),
      ]) + more(recent.length - PEOPLE_SHOWN),
    );
  if (problems.length > 0) {
    const lines = problems.slice(0, PROBLEMS_SHOWN).map(problem => `${problemLine(problem)}\n`);
    blocks.push(`problems ${problems.length}\n${lines.join('')}${more(problems.length - PROBLEMS_SHOWN)}`);
  }
  return {
    text: blocks.join('\n'),
    data: { people, meetings, tasks: Object.fromEntries(tasks), recent, problems },
  };
}

/** `path:line: reason`. */
export const problemLine = (problem: Problem): string => `${placeOf(problem)}: ${problem.message}`;
