import type { Rapport } from './rapport';

/** Resolves once every note is read: a link or a command line may be what starts the app. */
export const whenIndexed = ({ app, indexer }: Rapport): Promise<void> =>
  new Promise(resolve => app.workspace.onLayoutReady(() => resolve(indexer.whenIdle())));
