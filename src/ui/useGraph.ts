import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { Change, PeopleGraph } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';

/** In ms. A timer also runs where a window in front is another one's, which frames do not. */
const FRAME = 16;

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
  const [times, selectAgain] = useReducer<number, void>(count => count + 1, 0);
  const drawn = graph.revision;
  useEffect(() => {
    let timer = 0;
    const selectSoon = () => {
      // Notes come by the thousand; a screen shows one state a frame.
      timer ||= window.setTimeout(() => {
        timer = 0;
        selectAgain();
      }, FRAME);
    };
    const stop = graph.onChange(change => concerns(change) && selectSoon());
    // Effects run after drawing; what happened in between nobody has heard.
    if (graph.revision !== drawn) selectAgain();
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [graph, ...inputs]);
  return useMemo(() => select(graph), [graph, times, ...inputs]);
}
