import type { PeopleGraph } from '../core/graph/PeopleGraph';

/** How long a note that was written may take to be read again, in ms; then nobody waits for it any more. */
const PATIENCE = 2000;

/**
 * Hears of the notes that are read from now on. The result resolves once all those named have been: who has written to
 * notes asks about them next, and the app tells of a write only in a while.
 */
export function followNotes(graph: PeopleGraph): (paths: readonly string[]) => Promise<void> {
  const read = new Set<string>();
  let look = () => {};
  const stop = graph.onChange(({ notes }) => {
    for (const path of notes) read.add(path);
    look();
  });
  return paths =>
    new Promise<void>(resolve => {
      const timer = window.setTimeout(resolve, PATIENCE);
      look = () => {
        if (!paths.every(path => read.has(path))) return;
        window.clearTimeout(timer);
        resolve();
      };
      look();
    }).finally(stop);
}
