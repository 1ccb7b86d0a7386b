import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Change, PeopleGraph } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';
import { Slices, takeSteps } from './Slices';
import { useRedraw } from './useRedraw';

/** How long the first drawing may wait for the answer, in ms; of a small vault it is there by then. */
const FIRST = 5;

/**
 * What a long job makes of the graph, a slice of it at a time: the last answer there is, made anew when the graph
 * changes in what `concerns` it or `inputs` differ; undefined until there is one. Both functions may close over nothing
 * but `inputs`.
 */
export function useGraphJob<T>(
  job: (graph: PeopleGraph) => Iterator<void, T>,
  inputs: readonly unknown[],
  concerns: (change: Change) => boolean = () => true,
): T | undefined {
  const { graph } = useScreen();
  const redraw = useRedraw();
  const { current: last } = useRef<{ answer?: T }>({});
  const work = useMemo(() => {
    let steps: Iterator<void, T> | null = null;
    let begunAt = -1;
    /** Does some of it; whether the answer is there, and still the last one. */
    return (isTimeUp: () => boolean): boolean => {
      if (!steps && begunAt === graph.revision) return true;
      if (!steps) [steps, begunAt] = [job(graph), graph.revision];
      const step = takeSteps(steps, isTimeUp);
      if (!step.done) return false;
      [steps, last.answer] = [null, step.value];
      return begunAt === graph.revision;
    };
  }, [graph, ...inputs]);
  useMemo(() => {
    const start = performance.now();
    work(() => performance.now() - start > FIRST);
  }, [work]);
  useEffect(() => {
    let drawn = last.answer;
    const slices = new Slices(isTimeUp => {
      const isDone = work(isTimeUp);
      if (last.answer !== drawn) redraw();
      drawn = last.answer;
      return isDone;
    });
    const stop = graph.onChange(change => concerns(change) && slices.goOn());
    // Nobody has heard what happened before the effect, and there may be more to do.
    slices.goOn();
    return () => {
      stop();
      slices.stop();
    };
  }, [work]);
  return last.answer;
}
