import type { Verdict } from '../../core/answers/decision';
import { byText, type PeopleGraph, type TaskNode } from '../../core/graph/PeopleGraph';
import { exportPerson, exportTask, tasksInOrder } from '../../core/query/exportVault';
import type { Rapport } from '../rapport';
import { whenIndexed } from '../whenIndexed';
import { checkFilter, checkIds, checkListener, checkText } from './checks';
import { frozenCopy } from './frozenCopy';
import type { RapportApi, RapportChange, RapportDecision, RapportTaskFilter } from './RapportApi';

type Listener = (change: RapportChange) => void;

/** The interface for other plugins: they get copies, with ids in the place of what is ours. */
export function registerApi(rapport: Rapport): RapportApi {
  const { plugin, graph } = rapport;
  // Wrapped, so that one callback can be registered twice.
  const listeners = new Set<{ callback: Listener }>();
  let isRunning = true;
  plugin.register(() => (isRunning = false));
  plugin.register(
    graph.onChange(({ notes, people }) => {
      if (listeners.size === 0) return;
      const change = frozenCopy({ notes: [...notes], people: [...people] });
      for (const { callback } of [...listeners]) tell(callback, change);
    }),
  );

  const requireRunning = () => {
    if (!isRunning) throw new Error('Rapport is not running');
  };
  const decide = async (verdict: Verdict, ids: readonly string[]) => {
    requireRunning();
    checkIds(ids);
    const wanted = new Set(ids);
    await whenIndexed(rapport);
    requireRunning();
    return frozenCopy(await settle(rapport, verdict, wanted));
  };

  return Object.freeze<RapportApi>({
    version: 1,
    people: () => {
      requireRunning();
      return frozenCopy(
        graph
          .people()
          .sort((a, b) => byText(a.id, b.id))
          .map(exportPerson),
      );
    },
    person: name => {
      requireRunning();
      checkText('name', name);
      const person = graph.find(name);
      return person ? frozenCopy(exportPerson(person)) : null;
    },
    tasks: (filter = {}) => {
      requireRunning();
      checkFilter(filter);
      return frozenCopy(tasksThatFit(graph, filter).map(task => exportTask(graph, task)));
    },
    promote: ids => decide('promote', ids),
    reject: ids => decide('reject', ids),
    on: (event, callback) => {
      requireRunning();
      checkListener(event, callback);
      const listener = { callback };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
}

/** What fails in another plugin must not keep the others, or our own screens, from hearing. */
function tell(callback: Listener, change: RapportChange): void {
  try {
    callback(change);
  } catch (error) {
    console.error('A plugin that listens to Rapport failed', error);
  }
}

function tasksThatFit(graph: PeopleGraph, { state, owner, note }: RapportTaskFilter): TaskNode[] {
  const ownerId = owner === undefined ? undefined : graph.find(owner)?.id;
  if (owner !== undefined && ownerId === undefined) return [];
  return tasksInOrder(graph).filter(
    task =>
      (state === undefined || task.record.state === state) &&
      (note === undefined || task.note.path === note) &&
      (ownerId === undefined || graph.ownersOf(task).includes(ownerId)),
  );
}

async function settle(
  { graph, actions }: Rapport,
  verdict: Verdict,
  ids: ReadonlySet<string>,
): Promise<RapportDecision> {
  const asked = [...ids].map(id => ({ id, task: graph.task(id) }));
  const report = await actions.settle(
    verdict,
    asked.flatMap(({ task }) => task ?? []),
  );
  const refused = asked.flatMap(({ id, task }) => {
    const isIt = ({ path, line }: { path: string; line: number }) =>
      path === task?.note.path && line === task.record.line;
    const reason = task ? report.refused.find(isIt)?.reason : `There is no task ${id}.`;
    return reason === undefined ? [] : [{ id, reason }];
  });
  const changed = [...ids].filter(id => !refused.some(each => each.id === id));
  return { changed, refused };
}
