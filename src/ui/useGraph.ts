import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Change, PeopleGraph } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';

/**
 * What `select` reads from the graph, read again only after a change that `concerns` it or when `inputs` differ.
 * Both functions may close over nothing but `inputs`.
 */
export function useGraph<T>(
  select: (graph: PeopleGraph) => T,
  concerns: (change: Change) => boolean,
  inputs: readonly unknown[],
): T {
  const { graph } = useScreen();
  const [revision, revise] = useReducer<number, void>(count => count + 1, 0);
  useEffect(() => graph.onChange(change => concerns(change) && revise()), [graph, ...inputs]);
  return useMemo(() => select(graph), [graph, revision, ...inputs]);
}
