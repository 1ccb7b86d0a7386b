import type { PeopleGraph } from '../core/graph/PeopleGraph';

/** How often to look, in ms, and how many times before nobody waits any more. */
const PAUSE = 40;
const LOOKS = 50;

/** Resolves once the graph holds lines as they were written: who decided them asks about them next. */
export async function whenKnown(
  graph: PeopleGraph,
  lines: readonly { path: string; after: string }[],
): Promise<void> {
  const isKnown = () =>
    lines.every(({ path, after }) => graph.tasks(path).some(({ record }) => record.raw === after));
  for (let left = LOOKS; left > 0 && !isKnown(); left--) await sleep(PAUSE);
}
