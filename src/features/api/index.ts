import { placeOf } from '../../core/answers/answer';
import type { Verdict } from '../../core/answers/decision';
import type { PeopleGraph, TaskNode } from '../../core/graph/PeopleGraph';
import { exportPerson, exportTask, peopleInOrder, tasksInOrder } from '../../core/query/exportVault';
import type { Rapport } from '../rapport';
import { whenIndexed } from '../whenIndexed';
import { check, checkFilter, checkIds } from './checks';
import { frozenCopy } from './frozenCopy';
import type { RapportApi, RapportDecision, RapportTaskFilter } from './RapportApi';

/** The interface for other plugins: they get copies, with ids in the place of what is ours. */
export function registerApi(rapport: Rapport): RapportApi {
  const { plugin, graph } = rapport;
  let isRunning = true;
  const gone = new Promise<void>(resolve =>
    plugin.register(() => {
      isRunning = false;
      resolve();
    }),
  );

  const requireRunning = () => {
    if (!isRunning) throw new Error('Rapport is not running');
  };
  const answer =
    <Asked extends unknown[], T>(ask: (...asked: Asked) => T) =>
    (...asked: Asked): T => {
      requireRunning();
      return frozenCopy(ask(...asked));
    };
  const decide = (verdict: Verdict) => async (ids: readonly string[]) => {
    requireRunning();
    checkIds(ids);
    const wanted = [...new Set(ids)];
    await Promise.race([whenIndexed(rapport), gone]);
    requireRunning();
    return frozenCopy(await settle(rapport, verdict, wanted));
  };

  return Object.freeze<RapportApi>({
    version: 1,
    people: answer(() => peopleInOrder(graph).map(exportPerson)),
    person: answer(name => {
      check('name', 'string', name);
      const person = graph.find(name);
      return person ? exportPerson(person) : null;
    }),
    tasks: answer((filter: RapportTaskFilter = {}) => {
      checkFilter(filter);
      return tasksThatFit(graph, filter).map(task => exportTask(graph, task));
    }),
    promote: decide('promote'),
    reject: decide('reject'),
    on: (event, callback) => {
      requireRunning();
      check('the event', ['changed'], event);
      check('callback', 'function', callback);
      return graph.onChange(({ notes, people }) => {
        if (!isRunning) return;
        try {
          callback(frozenCopy({ notes: [...notes], people: [...people] }));
        } catch (error) {
          // What fails in another plugin must not keep the others, or our own screens, from hearing.
          console.error(error);
        }
      });
    },
  });
}

function tasksThatFit(graph: PeopleGraph, { state, owner, note }: RapportTaskFilter): readonly TaskNode[] {
  const ownerId = owner === undefined ? undefined : (graph.find(owner)?.id ?? '');
  const tasks = note === undefined ? tasksInOrder(graph) : graph.tasks(note);
  return tasks.filter(
    task =>
      (state ?? task.record.state) === task.record.state &&
      (ownerId === undefined || graph.ownersOf(task).includes(ownerId)),
  );
}

async function settle(
  { graph, actions }: Rapport,
  verdict: Verdict,
  ids: readonly string[],
): Promise<RapportDecision> {
  const asked = ids.map(id => ({ id, task: graph.task(id) }));
  const report = await actions.settle(
    verdict,
    asked.flatMap(({ task }) => task ?? []),
  );
  const reasons = new Map(report.refused.map(refusal => [placeOf(refusal), refusal.reason]));
  const done = asked.map(({ id, task }) => ({
    id,
    reason: task
      ? reasons.get(placeOf({ path: task.note.path, line: task.record.line }))
      : `There is no task ${id}.`,
  }));
  return {
    changed: done.flatMap(({ id, reason }) => (reason === undefined ? id : [])),
    refused: done.flatMap(({ id, reason }) => (reason === undefined ? [] : [{ id, reason }])),
  };
}
