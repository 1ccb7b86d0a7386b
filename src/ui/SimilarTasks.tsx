import { useEffect, useState } from 'preact/hooks';
import type { TaskNode } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';
import { LinkButton } from './Button';
import { say } from '../core/words';

/** How many other proposals say the same, as far as that is known; leads to triage. */
export function SimilarTasks({ task }: { task: TaskNode }) {
  const { id } = task;
  const { twins, triage, pages } = useScreen();
  const count = () => twins.clusterOf(task).length - 1;
  const [similar, setSimilar] = useState(count);
  useEffect(() => {
    twins.start();
    setSimilar(count);
    return twins.onSettled(() => setSimilar(count));
  }, [twins, id]);
  if (similar < 1) return null;
  return (
    <LinkButton
      title={say.actOn(say.saidAgain, say.openTriage)}
      onClick={() => {
        pages.triage({});
        triage().focus(id);
      }}
    >
      {say.similar(similar)}
    </LinkButton>
  );
}
