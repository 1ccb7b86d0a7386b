import { useEffect, useMemo } from 'preact/hooks';
import type { PeopleGraph } from '../../core/graph/PeopleGraph';
import { nextTask } from '../../core/nextTask';
import { PeopleRows, type PeopleSort } from '../../core/query/peopleList';
import { useScreen } from '../../ui/actions';
import { prepareDates } from '../../ui/dateWords';
import { Slices } from '../../ui/Slices';
import { useRedraw } from '../../ui/useRedraw';
import type { ListKeeper } from './listKeeper';

/** How long the first drawing may wait for rows, in ms; a small vault has them all by then. */
const FIRST = 5;

/** How often the list is drawn while there are rows to come, in ms. */
const DRAW_EVERY = 200;

/** The rows last drawn: whoever comes back from another page finds the list whole, and where it was. */
const lastRows = new WeakMap<PeopleGraph, PeopleRows>();

function rowsOf(graph: PeopleGraph, sort: PeopleSort): PeopleRows {
  let rows = lastRows.get(graph);
  if (rows?.sort !== sort) lastRows.set(graph, (rows = new PeopleRows(graph, sort)));
  return rows;
}

/**
 * Everybody but self, in an order; drawn again while the graph changes, a slice of it at a time. Until notes are read, all
 * whom `keeper` has from the last time.
 */
export function usePeopleRows(sort: PeopleSort, keeper: ListKeeper): PeopleRows {
  const { graph } = useScreen();
  const redraw = useRedraw();
  const people = useMemo(() => rowsOf(graph, sort), [graph, sort]);
  useMemo(() => {
    const start = performance.now();
    people.settle(() => performance.now() - start > FIRST);
  }, [people]);
  useEffect(() => {
    let [drawn, drawnAt] = [people.revision, 0];
    let [isShown, isTrue] = [true, false];
    const slices = new Slices(isTimeUp => {
      const now = performance.now();
      const isToDraw = people.isSettled || now - drawnAt > DRAW_EVERY;
      // Drawing takes as long as a slice: one of them at a time.
      if (people.revision === drawn || !isToDraw) {
        people.settle(isTimeUp);
        // That there is nobody is something to show, too.
        if (people.isSettled && people.rows.length === 0) redraw();
      } else {
        [drawn, drawnAt] = [people.revision, now];
        redraw();
      }
      const isDone = people.isSettled && people.revision === drawn;
      if (isDone && isTrue && people.revision !== people.kept) {
        people.kept = people.revision;
        keeper.keep(people.rows);
      }
      return isDone;
    });
    void keeper.whenTrue().then(() => {
      if (!isShown) return;
      isTrue = true;
      people.beTrue();
      slices.goOn();
    });
    if (people.rows.length === 0)
      void keeper.lastTime().then(rows => {
        if (!isShown || isTrue || rows.length === 0) return;
        people.standIn(rows);
        slices.goOn();
      });
    const stop = graph.onChange(change => {
      people.mark(change.people);
      slices.goOn();
    });
    // Nobody has heard what happened before the effect, or while another page was on screen.
    if (graph.revision !== people.upTo) people.mark(graph.mayBePeople());
    slices.goOn();
    void nextTask().then(prepareDates);
    return () => {
      isShown = false;
      people.upTo = graph.revision;
      stop();
      slices.stop();
    };
  }, [people]);
  return people;
}
