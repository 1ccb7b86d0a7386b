import { compact } from '../../src/core/graph/compact';
import { PeopleGraph } from '../../src/core/graph/PeopleGraph';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { readNote } from '../../src/core/note/readNote';
import { PeopleRows, peopleList } from '../../src/core/query/peopleList';
import type { NoteReading } from '../../src/core/records';
import { meetingNote } from '../notes';

/** Everybody is met twice, with somebody else; nobody stands out. */
function reading(i: number, of: number, task = `Send document ${i}`): NoteReading {
  const [person, other] = [i % (of / 2), (i + 1) % (of / 2)].map(n => `First${n} Last${n}`);
  const participants = [person ?? '', other ?? ''];
  const text = meetingNote({ participants, tasks: [`- [?] ${task}. @${other ?? ''} #task #proposed`] });
  const frontMatter = { type: 'people', date: '2026-01-08', participants };
  return compact(readNote({ path: `n${i}.md`, text, frontMatter }, DEFAULT_CONVENTIONS));
}

/** A graph that counts whom it is asked for. */
class CountingGraph extends PeopleGraph {
  asked = 0;

  override person(...about: Parameters<PeopleGraph['person']>) {
    this.asked++;
    return super.person(...about);
  }
}

/** What one changed note touches in a vault of `size` meetings. */
function changeIn(size: number) {
  const graph = new CountingGraph();
  for (let i = 0; i < size; i++) graph.add(`n${i}.md`, reading(i, size));
  graph.tellAll();
  const rows = new PeopleRows(graph, 'met');
  rows.settle();
  rows.countsOn('2026-01-09');
  const before = new Set(rows.rows);
  graph.asked = 0;
  const change = graph.put('n7.md', reading(7, size, 'Send another'));
  rows.mark(change.people);
  rows.settle();
  const { asked } = graph;
  const drawnAnew = rows.rows.filter(row => !before.has(row)).length;
  expect(rows.rows).toEqual(peopleList(graph));
  const fresh = new PeopleRows(graph, 'met');
  fresh.settle();
  expect(rows.countsOn('2026-01-09')).toEqual(fresh.countsOn('2026-01-09'));
  return { notes: change.notes.size, people: change.people.size, asked, drawnAnew };
}

test('a changed note touches as much among many notes as among few', () => {
  const few = changeIn(100);
  expect(few.people).toBeGreaterThan(0);
  expect(few.drawnAnew).toBeLessThanOrEqual(few.people);
  expect(changeIn(3000)).toEqual(few);
});

test('notes that are added and told of together give the same graph as one by one', () => {
  const [together, oneByOne] = [new PeopleGraph(), new PeopleGraph()];
  const told: number[] = [];
  together.onChange(({ notes }) => told.push(notes.size));
  for (let i = 0; i < 40; i++) {
    together.add(`n${i}.md`, reading(i, 40));
    oneByOne.put(`n${i}.md`, reading(i, 40));
    if (i === 19) together.tellAdded();
  }
  together.tellAll();
  expect(told).toEqual([20, 40]);
  expect(peopleList(together)).toEqual(peopleList(oneByOne));
});

test('a list of people made a slice at a time is in order after every slice, and whole in the end', () => {
  const graph = new PeopleGraph();
  for (let i = 0; i < 60; i++) graph.put(`n${i}.md`, reading(i, 60));
  const rows = new PeopleRows(graph, 'name');
  let slices = 0;
  for (; !rows.isSettled; slices++) {
    rows.settle(() => true);
    const names = rows.rows.map(({ sortName }) => sortName);
    expect(names).toEqual([...names].sort());
  }
  expect(slices).toBeGreaterThan(10);
  expect(rows.rows).toHaveLength(30);
});

test('records keep no text of the note they were cut out of, and share what comes again', () => {
  const [a, b] = [reading(1, 40), reading(1, 40, 'Other words')].map(({ record }) => record?.tasks[0]);
  expect(a?.tags).toEqual(['#task', '#proposed']);
  expect(a?.tags).toBe(b?.tags);
  expect(a?.owners).toBe(b?.owners);
});
