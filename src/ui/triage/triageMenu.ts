import { Menu } from 'obsidian';
import type { PeopleGraph } from '../../core/graph/PeopleGraph';
import { NO_FILTER, personOf, type TriageFilter } from '../../core/query/triage';
import type { Screen } from '../actions';
import { addChoices, addItem } from '../addItem';
import { say } from '../../core/words';

/** How the queue is sorted, what it is narrowed to, and what can be done with all that is in it. */
export function triageMenu(screen: Screen): Menu {
  const { graph, pages } = screen;
  const session = screen.triage();
  const { queue, task } = session.moment;
  const menu = new Menu();
  const add = addItem.bind(null, menu);
  const { sort: sorted, age: aged, auto: written } = session.state.value;
  addChoices(menu, 'sort', say.triageSorts, sorted, sort => session.sortBy(sort));
  addChoices(menu, 'age', say.ageFilters, aged, age => session.setFilter({ age }));
  addChoices(menu, 'auto', say.autoFilters, written, auto => session.setFilter({ auto }));
  const person = task && personOf(graph, task);
  if (person) add('only', say.onlyAbout(person.name), 'user', () => session.setFilter({ person: person.id }));
  if (task?.note.kind === 'meeting')
    add('only', say.onlyThisMeeting, 'calendar', () => session.setFilter({ notes: [task.note.path] }));
  add('only', say.onlyAboutSomebody, 'users', () =>
    pages.pickPerson(say.triageAbout, ({ id }) => session.setFilter({ person: id })),
  );
  if (queue.length > 0) {
    add('many', say.acceptAllShown(queue.length), 'check-check', () => session.decideShown('promote'));
    add('many', say.rejectAllShown(queue.length), 'x', () => session.decideShown('reject'));
  }
  add('many', say.rejectStaleTasks, 'archive', () => pages.sweepStale());
  add('session', say.keys, 'keyboard', () => pages.keys());
  add('session', say.startOver, 'rotate-ccw', () => session.startOver());
  return menu;
}

/** What the queue is narrowed to beside owner and words, each with what takes it away. */
export function filtersInWords({
  triage,
  graph,
}: Screen): { words: string; without: Partial<TriageFilter> }[] {
  const { person, notes, age, auto } = triage().state.value;
  const { person: anybody, notes: anywhere, age: ever, auto: anyhow } = NO_FILTER;
  const filters: [string | false | null | undefined, Partial<TriageFilter>][] = [
    [person !== null && (graph.person(person)?.name ?? person), { person: anybody }],
    [notes && notesInWords(graph, notes), { notes: anywhere }],
    [age !== ever && say.ageFilters[age], { age: ever }],
    [auto !== anyhow && say.autoFilters[auto], { auto: anyhow }],
  ];
  return filters.flatMap(([words, without]) => (words ? [{ words, without }] : []));
}

function notesInWords(graph: PeopleGraph, paths: readonly string[]): string {
  const [path = ''] = paths;
  if (paths.length > 1) return say.notes(paths.length);
  const note = graph.note(path);
  return note?.kind === 'meeting' ? note.title : path;
}
