import { useMemo } from 'preact/hooks';
import { didYouMean, readBlock, type BlockOptions, type BlockProblem } from '../../core/blockOptions';
import type { PeopleGraph, Person, PersonId } from '../../core/graph/PeopleGraph';
import { nameKey } from '../../core/note/names';
import { useScreen } from '../../ui/actions';
import { say } from '../../core/words';
import { useGraph } from '../../ui/useGraph';
import { linkAround, personOfLink } from '../personOfLink';
import type { Rapport } from '../rapport';
import { useIndexed } from '../useIndexed';
import { SHOWN } from './shown';

/** What a code block asks for, or all that is wrong with it, line by line. */
export function Block({
  rapport,
  source,
  sourcePath,
}: {
  rapport: Rapport;
  source: string;
  sourcePath: string;
}) {
  const { graph } = useScreen();
  const isIndexed = useIndexed(rapport);
  const options = useMemo(() => readBlock(source), [source]);
  const { show, limit, person: asked } = options;
  const person = useGraph(
    () => asked && personNamed(rapport, asked.label, sourcePath),
    () => true,
    [asked, sourcePath],
  );
  const isUnknown = asked !== undefined && person === undefined;
  // Who is not known yet may be in a note that is still to be read.
  if (isUnknown && !isIndexed) return <p class="rapport-block-problem">{say.readingNotes}…</p>;
  const problems = [...options.problems, ...(isUnknown ? [whoIsMissing(graph, asked, sourcePath)] : [])];
  if (problems.length > 0) return <Problems problems={problems} />;
  const Shown = SHOWN[show];
  return <Shown key={person?.id} rapport={rapport} person={person} limit={limit} sourcePath={sourcePath} />;
}

function Problems({ problems }: { problems: readonly BlockProblem[] }) {
  return (
    <ul class="rapport-block-problem">
      {[...problems]
        .sort((a, b) => a.line - b.line)
        .map(({ line, message }) => say.lineSays(line, message))
        .map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
    </ul>
  );
}

/** Undefined also for a first name that several people share. */
function personNamed({ app, graph }: Rapport, label: string, sourcePath: string): Person | undefined {
  const link = linkAround(label, 0);
  const person =
    link === undefined ? graph.find(label, sourcePath) : personOfLink(app, graph, link, sourcePath);
  return person?.uncertain ? undefined : person;
}

const listed = (names: readonly string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(say.locale, { type }).format(names);

function whoIsMissing(
  graph: PeopleGraph,
  { label, line }: NonNullable<BlockOptions['person']>,
  sourcePath: string,
): BlockProblem {
  const namesOf = (ids: Iterable<PersonId>) => [...ids].flatMap(id => graph.person(id)?.name ?? []);
  const namesakes = namesOf(graph.namesakes(nameKey(label))).sort();
  const several = namesOf(graph.idsOf([label], sourcePath));
  const known = graph.people().flatMap(({ name, aliases }) => [name, ...aliases]);
  const message =
    namesakes.length > 1
      ? say.mayBe(label, listed(namesakes, 'disjunction'))
      : several.length > 1
        ? say.namesSeveral(label, listed(several, 'conjunction'))
        : `${say.nobodyCalled(label)} ${didYouMean(label, known)}`.trim();
  return { line, message };
}
