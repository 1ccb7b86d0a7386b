import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compact } from '../../src/core/graph/compact';
import { PeopleGraph } from '../../src/core/graph/PeopleGraph';
import { Twins } from '../../src/core/graph/twins/Twins';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { endOfFrontMatter } from '../../src/core/note/markdownLines';
import { readNote, type NoteSource } from '../../src/core/note/readNote';
import { PeopleRows } from '../../src/core/query/peopleList';
import { readFrontMatter } from '../../src/headless/frontMatter';
import { meetingNote } from '../notes';
import { limited, RUNS, spreadOf, type Row } from './rows';
import { generatedVault, OWNER } from './generatedVault';
import { twinVault } from './twinVault';

/** In each run both take turns, so that what disturbs the machine for a while hits both. */
const TURNS = 20;
/** Runs before those that count: until the engine has compiled what it runs often, a run measures the compiling. */
const WARM_UP = 5;

/** People with one first name, in both crowds: somebody named ten times as often would be more work in any graph. */
const NAMESAKES = 10;

/** What the core does, as ratios of jobs that take turns. */
export function ratioRows(): Row[] {
  // One after the other, the largest last: what is in memory slows down whatever comes after.
  return [readingRow(), changeRow(), crowdRow(), ...twinRows(), changedNoteRow()];
}

function readingRow(): Row {
  const sample = sampleNotes(join('test', 'sample-vault'));
  const read = ratios(
    () => sample.forEach(note => readNote(note, DEFAULT_CONVENTIONS)),
    () => sample.forEach(note => note.text.split('\n')),
    10,
  );
  return limited('reading a note of the sample vault, front matter given', '× `text.split("\\n")`', read, 4);
}

function changeRow(): Row {
  const [few, many] = [generatedGraph(1_000), generatedGraph(10_000)];
  const changed = ratios(
    () => change(many),
    () => change(few),
    100,
  );
  return spreadOf('one changed note among 10,000 meetings: graph', '× among 1,000', changed);
}

function crowdRow(): Row {
  const [few, many] = [crowd(500), crowd(5_000)];
  const gone = ratios(
    () => comeAndGo(many),
    () => comeAndGo(few),
    20,
  );
  return spreadOf('a profile comes and goes among 5,000 people, 50,000 mentions', '× among 500, 5,000', gone);
}

function twinRows(): Row[] {
  const [few, many] = [twinGraph(5_000), twinGraph(50_000)];
  const clustered = ratios(
    () => clusterAll(many),
    () => clusterAll(few),
    1,
    1,
  );
  return [
    limited('clusters of 50,000 tasks', '× of 5,000', clustered, 10),
    {
      what: 'clusters are right again after one added task',
      figure: `${addedTask(few).toFixed(2)} ms among 5,000, ${addedTask(many).toFixed(2)} ms among 50,000`,
    },
  ];
}

function changedNoteRow(): Row {
  const [few, many] = [changingVault(1_000), changingVault(100_000)];
  const changed = ratios(many, few, 20);
  return limited('one changed note among 100,000: graph and list of people', '× among 1,000', changed, 1.5);
}

/**
 * How many times as long `job` takes as `yardstick`: turn by turn, so that noise hits both alike, and for about as long,
 * so that each pays for its own garbage.
 */
function ratios(job: () => void, yardstick: () => void, repeats: number, turns = TURNS) {
  const time = (work: () => void, times: number) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) work();
    return (performance.now() - start) / times;
  };
  for (let i = 0; i < 3; i++) time(job, repeats);
  const more = Math.max(1, Math.round(time(job, repeats) / time(yardstick, repeats)));
  const run = () => {
    let [spent, allowed] = [0, 0];
    for (let turn = 0; turn < turns; turn++) {
      spent += time(job, repeats);
      allowed += time(yardstick, more * repeats);
    }
    return spent / allowed;
  };
  return Array.from({ length: WARM_UP + RUNS }, run).slice(WARM_UP);
}

/** Changes one note of a generated vault and brings the list of people up to date, as the sidebar does. */
function changingVault(size: number): () => void {
  const graph = new PeopleGraph({ selfNames: [OWNER] });
  for (const note of generatedSources(size))
    graph.add(note.path, compact(readNote(note, DEFAULT_CONVENTIONS)));
  for (let i = 0; i < USUAL_NOTES; i++)
    graph.put(`usual${i}.md`, readNote(usualNote(i, `Send ${i}`), DEFAULT_CONVENTIONS));
  graph.tellAll();
  const rows = new PeopleRows(graph, 'met');
  rows.settle();
  graph.onChange(({ people }) => rows.mark(people));
  let changes = 0;
  return () => {
    const note = usualNote(changes % USUAL_NOTES, `Send what changed ${changes++} times`);
    graph.put(note.path, readNote(note, DEFAULT_CONVENTIONS));
    rows.settle();
    rows.countsOn('2026-01-09');
  };
}

const USUAL_NOTES = 200;

/** Among people who are met as often in both vaults: whoever is met a hundred times as often is more work in any graph. */
function usualNote(i: number, task: string): NoteSource {
  const pair = Math.floor(i / 5);
  const participants = [`Zora${pair} Usualsen`, `Yngve${pair} Usualsen`];
  const text = meetingNote({ participants, tasks: [`- [?] ${task}. @Zora${pair} Usualsen #task #proposed`] });
  return { path: `usual${i}.md`, text, frontMatter: { type: 'people', date: '2026-01-08', participants } };
}

function* generatedSources(size: number): Generator<NoteSource> {
  for (const { path, text } of generatedVault(size)) {
    const read = readFrontMatter(text);
    if ('properties' in read) yield { path, text, frontMatter: read.properties };
  }
}

function sampleNotes(folder: string): NoteSource[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md'))
    .flatMap(path => {
      const text = readFileSync(join(folder, path), 'utf8');
      try {
        const head = text
          .slice(0, endOfFrontMatter(text))
          .replace(/^\uFEFF?---/, '')
          .replace(/---\s*$/, '');
        return [{ path, text, frontMatter: parse(head) as unknown }];
      } catch {
        return [];
      }
    })
    .filter(note => readNote(note, DEFAULT_CONVENTIONS).record !== null);
}

function generatedNote(i: number): NoteSource {
  const person = `Person Number${i % 500}`;
  return {
    path: `n${i}.md`,
    text: meetingNote({ person, tasks: [`- [?] Send document ${i}. @Myself 📅 2026-01-10 #task #proposed`] }),
    frontMatter: { type: 'people', title: `Meeting ${i}`, date: '2026-01-08', person },
  };
}

function generatedGraph(size: number): PeopleGraph {
  const graph = new PeopleGraph();
  for (let i = 0; i < size; i++) graph.put(`n${i}.md`, readNote(generatedNote(i), DEFAULT_CONVENTIONS));
  return graph;
}

let changes = 0;

/** One after the other: an entry that is taken out of a Map and put back over and over makes it slow, whatever its size. */
function change(graph: PeopleGraph): void {
  const note = generatedNote(changes % 1_000);
  // The same text again would be no change.
  const text = note.text.replace('document', `document ${changes++} and`);
  graph.put(note.path, readNote({ ...note, text }, DEFAULT_CONVENTIONS));
}

/** Everybody is named ten times: in eight meetings, and by their first name in two tasks. */
function crowd(size: number): PeopleGraph {
  const graph = new PeopleGraph();
  const firstNames = size / NAMESAKES;
  const nameOf = (i: number) => `First${i % firstNames} Last${i}`;
  for (let i = 0; i < size * 2; i++) {
    const participants = [0, 1, 2, 3].map(n => nameOf((i * 7 + n * 13) % size));
    const owner = `First${i % firstNames}`;
    const text = meetingNote({
      participants,
      tasks: [`- [?] Send document ${i}. @${owner} 📅 2026-01-10 #task`],
    });
    const frontMatter = { type: 'people', date: '2026-01-08', participants };
    graph.put(`m${i}.md`, readNote({ path: `m${i}.md`, text, frontMatter }, DEFAULT_CONVENTIONS));
  }
  graph.people();
  return graph;
}

/** A profile with an alias that is somebody's name; everybody it touches is looked at again. */
function comeAndGo(graph: PeopleGraph): void {
  const path = 'People/First7 Last7.md';
  const frontMatter = { type: 'people', aliases: ['First8 Last8'] };
  const profile = readNote({ path, text: '---\ntype: people\n---\n', frontMatter }, DEFAULT_CONVENTIONS);
  for (const { people } of [graph.put(path, profile), graph.remove(path)])
    for (const id of people) graph.person(id);
}

function twinGraph(size: number): PeopleGraph {
  const graph = new PeopleGraph();
  for (const [path, reading] of twinVault(size)) graph.put(path, reading);
  return graph;
}

function clusterAll(graph: PeopleGraph): void {
  const twins = new Twins(graph);
  twins.settle();
  twins.stop();
}

/** Median time, in ms, in which the clusters are right again after a note with one task came. */
function addedTask(graph: PeopleGraph): number {
  const twins = new Twins(graph);
  twins.settle();
  const notes = graph.meetings();
  const times = Array.from({ length: 300 }, (_, i) => {
    const like = notes[(i * 7919) % notes.length];
    if (!like) return NaN;
    const record = { ...like, path: 'added.md', tasks: like.tasks.slice(0, 1) };
    graph.put('added.md', { record, problems: [] });
    const start = performance.now();
    twins.settle();
    const time = performance.now() - start;
    graph.remove('added.md');
    twins.settle();
    return time;
  });
  twins.stop();
  return times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}
