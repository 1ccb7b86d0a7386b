import { Menu } from 'obsidian';
import type { PeopleGraph } from '../../core/graph/PeopleGraph';
import {
  NO_FILTER,
  personOf,
  type AgeFilter,
  type AutoFilter,
  type TriageFilter,
  type TriageSort,
} from '../../core/query/triage';
import type { Screen } from '../actions';
import { addChoices, addItem } from '../addItem';

const SORT_WORDS: Readonly<Record<TriageSort, string>> = {
  'met-last': 'Last met first',
  'met-long-ago': 'Longest not met first',
  priority: 'Most pressing first',
  due: 'Due first',
};

const AGE_WORDS: Readonly<Record<AgeFilter, string>> = {
  any: 'Of any age',
  week: 'Of the last week',
  month: 'Of the last month',
  older: 'Older than a month',
};

const AUTO_WORDS: Readonly<Record<AutoFilter, string>> = {
  any: 'With and without #auto',
  auto: 'Only #auto',
  written: 'Only without #auto',
};

/** How the queue is sorted, what it is narrowed to, and what can be done with all that is in it. */
export function triageMenu(screen: Screen): Menu {
  const { triage: session, graph, pages } = screen;
  const { queue, task } = session.moment;
  const menu = new Menu();
  const add = addItem.bind(null, menu);
  const { sort: sorted, age: aged, auto: written } = session.state.value;
  addChoices(menu, 'sort', SORT_WORDS, sorted, sort => session.sortBy(sort));
  addChoices(menu, 'age', AGE_WORDS, aged, age => session.setFilter({ age }));
  addChoices(menu, 'auto', AUTO_WORDS, written, auto => session.setFilter({ auto }));
  const person = task && personOf(graph, task);
  if (person)
    add('only', `Only about ${person.name}`, 'user', () => session.setFilter({ person: person.id }));
  if (task?.note.kind === 'meeting')
    add('only', 'Only of this meeting', 'calendar', () => session.setFilter({ notes: [task.note.path] }));
  add('only', 'Only about somebody…', 'users', () =>
    pages.pickPerson('Triage proposals about…', ({ id }) => session.setFilter({ person: id })),
  );
  if (queue.length > 0) {
    add('many', `Accept all ${queue.length} shown…`, 'check-check', () => session.decideShown('promote'));
    add('many', `Reject all ${queue.length} shown…`, 'x', () => session.decideShown('reject'));
  }
  add('many', 'Reject stale proposals…', 'archive', () => pages.sweepStale());
  add('session', 'Keys', 'keyboard', () => pages.keys());
  add('session', 'Start over', 'rotate-ccw', () => session.startOver());
  return menu;
}

/** What the queue is narrowed to beside owner and words, each with what takes it away. */
export function filtersInWords({
  triage,
  graph,
}: Screen): { words: string; without: Partial<TriageFilter> }[] {
  const { person, notes, age, auto } = triage.state.value;
  const { person: anybody, notes: anywhere, age: ever, auto: anyhow } = NO_FILTER;
  const filters: [string | false | null | undefined, Partial<TriageFilter>][] = [
    [person !== null && (graph.person(person)?.name ?? person), { person: anybody }],
    [notes && notesInWords(graph, notes), { notes: anywhere }],
    [age !== ever && AGE_WORDS[age], { age: ever }],
    [auto !== anyhow && AUTO_WORDS[auto], { auto: anyhow }],
  ];
  return filters.flatMap(([words, without]) => (words ? [{ words, without }] : []));
}

function notesInWords(graph: PeopleGraph, paths: readonly string[]): string {
  const [path = ''] = paths;
  if (paths.length > 1) return `${paths.length} notes`;
  const note = graph.note(path);
  return note?.kind === 'meeting' ? note.title : path;
}
