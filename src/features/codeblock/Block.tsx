import { useEffect, useMemo, useState } from 'preact/hooks';
import { didYouMean, readBlock, type BlockOptions, type BlockProblem } from '../../core/blockOptions';
import type { PeopleGraph, Person } from '../../core/graph/PeopleGraph';
import { useScreen } from '../../ui/actions';
import { say } from '../../core/words';
import { useGraph } from '../../ui/useGraph';
import { linkAround, personOfLink } from '../personOfLink';
import type { Rapport } from '../rapport';
import { whenIndexed } from '../whenIndexed';
import { SHOWN } from './shown';

const either = new Intl.ListFormat(say.locale, { type: 'disjunction' });

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

/** Whether every note was read once. */
function useIndexed(rapport: Rapport): boolean {
  const [isIndexed, setIndexed] = useState(false);
  useEffect(() => {
    let isShown = true;
    void whenIndexed(rapport).then(() => isShown && setIndexed(true));
    return () => void (isShown = false);
  }, [rapport]);
  return isIndexed;
}

function Problems({ problems }: { problems: readonly BlockProblem[] }) {
  return (
    <ul class="rapport-block-problem">
      {[...problems]
        .sort((a, b) => a.line - b.line)
        .map(({ line, message }) => (
          <li key={line}>{say.lineSays(line, message)}</li>
        ))}
    </ul>
  );
}

function personNamed({ app, graph }: Rapport, label: string, sourcePath: string): Person | undefined {
  const link = linkAround(label, 0);
  return link === undefined ? graph.find(label, sourcePath) : personOfLink(app, graph, link, sourcePath);
}

function whoIsMissing(
  graph: PeopleGraph,
  { label, line }: NonNullable<BlockOptions['person']>,
  sourcePath: string,
): BlockProblem {
  const several = graph.idsOf([label], sourcePath).flatMap(id => graph.person(id)?.name ?? []);
  const names = graph.people().flatMap(({ name, aliases }) => [name, ...aliases]);
  const message =
    several.length > 1
      ? say.mayBe(label, either.format(several))
      : `${say.nobodyCalled(label)} ${didYouMean(label, names)}`.trim();
  return { line, message };
}
