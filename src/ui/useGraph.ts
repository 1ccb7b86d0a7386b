import type { Change, PeopleGraph } from '../core/graph/PeopleGraph';
import { useGraphJob } from './useGraphJob';

/**
 * What `select` reads from the graph, read again only after a change that `concerns` it or when `inputs` differ.
 * Both functions may close over nothing but `inputs`.
 */
export const useGraph = <T>(
  select: (graph: PeopleGraph) => T,
  concerns: (change: Change) => boolean,
  inputs: readonly unknown[],
): T =>
  // All is done in the first step, and that is taken at once.
  useGraphJob(graph => ({ next: () => ({ done: true, value: select(graph) }) }), inputs, concerns) as T;
