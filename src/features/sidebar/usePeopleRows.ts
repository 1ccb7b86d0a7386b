import { useEffect, useMemo } from 'preact/hooks';
import type { PeopleGraph } from '../../core/graph/PeopleGraph';
import { nextTask } from '../../core/nextTask';
import { PeopleRows, type PeopleSort } from '../../core/query/peopleList';
import { useScreen } from '../../ui/actions';
import { prepareDates } from '../../ui/dateWords';
import { isoToday } from '../../ui/isoToday';
import { Slices } from '../../ui/Slices';
import { useRedraw } from '../../ui/useRedraw';
import type { ListKeeper } from './listKeeper';

/** How long the first drawing may wait for rows, in ms; a small vault has them all by then. */
const FIRST = 5;

/** How often the list is drawn while there are rows to come, in ms. */
const DRAW_EVERY = 200;

/** The list of the last time stays no longer, in ms, however many notes are to be read: who decides something wants to see it. */
const LONGEST = 60_000;

/** The rows last drawn: whoever comes back from another page finds the list whole, and where it was. */
const lastRows = new WeakMap<PeopleGraph, PeopleRows>();

function rowsOf(graph: PeopleGraph, sort: PeopleSort): PeopleRows {
  const last = lastRows.get(graph);
  if (last?.sort === sort) return last;
  const rows = new PeopleRows(graph, sort);
  if (last?.isStoodIn) rows.standIn(last.rows);
  lastRows.set(graph, rows);
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
    let [isShown, isWhole] = [true, false];
    // What is read first would be drawn for a moment, and all of the last time in its place.
    let isAsked = people.rows.length === 0;
    const slices = new Slices(isTimeUp => {
      if (isAsked) return true;
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
      if (isDone && isWhole && people.revision !== people.kept) {
        people.kept = people.revision;
        keeper.keep(people.rows);
      }
      return isDone;
    });
    const makeTrue = () => {
      isAsked = false;
      people.beTrue();
      slices.goOn();
    };
    const timer = window.setTimeout(makeTrue, LONGEST);
    void keeper
      .whenWhole()
      .then(nextTask)
      .then(() => {
        if (!isShown) return;
        isWhole = true;
        makeTrue();
      });
    if (isAsked)
      void keeper.lastTime().then(async rows => {
        isAsked = false;
        if (!isShown) return;
        people.standIn(rows);
        await nextTask();
        // Not while the list is drawn, which takes long enough.
        people.countsOn(isoToday());
        slices.goOn();
      });
    const stop = graph.onChange(change => {
      people.mark(change.people);
      slices.goOn();
    });
    // Nobody has heard what happened before the effect, or while another page was on screen.
    if (graph.revision !== people.upTo) people.mark(graph.mayBePeople());
    slices.goOn();
    void prepareDates();
    return () => {
      isShown = false;
      window.clearTimeout(timer);
      people.upTo = graph.revision;
      stop();
      slices.stop();
    };
  }, [people]);
  return people;
}
