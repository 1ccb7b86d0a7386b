import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { PeopleRows, type PeopleSort, type PersonRow } from '../../core/query/peopleList';
import { useScreen } from '../../ui/actions';
import { Slices } from '../../ui/Slices';

/** How long the first drawing may wait for rows, in ms; a small vault has them all by then. */
const FIRST = 8;

/** Everybody but self, in an order; drawn again while the graph changes, a slice of it at a time. */
export function usePeopleRows(sort: PeopleSort): readonly PersonRow[] {
  const { graph } = useScreen();
  const [, repaint] = useReducer<number, void>(count => count + 1, 0);
  const people = useMemo(() => new PeopleRows(graph, sort), [graph, sort]);
  const { revision } = graph;
  useMemo(() => {
    const start = performance.now();
    people.settle(() => performance.now() - start > FIRST);
  }, [people]);
  useEffect(() => {
    const slices = new Slices(isTimeUp => {
      const { rows } = people;
      const isDone = people.settle(isTimeUp);
      if (people.rows !== rows) repaint();
      return isDone;
    });
    const stop = graph.onChange(change => {
      people.mark(change.people);
      slices.goOn();
    });
    // Effects run after drawing; what happened in between nobody has heard.
    if (graph.revision !== revision) people.mark(graph.ids());
    slices.goOn();
    return () => {
      stop();
      slices.stop();
    };
  }, [people]);
  return people.rows;
}
