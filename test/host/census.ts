/** What can be in force in the app. A plugin that is unloaded properly leaves none of its own. */
export const KINDS = [
  'listeners',
  'domListeners',
  'documentListeners',
  'intervals',
  'popovers',
  'menus',
  'modals',
  'views',
  'commands',
  'editorExtensions',
  'editorSuggests',
  'postProcessors',
  'codeBlocks',
  'basesViews',
  'hoverSources',
  'cliHandlers',
  'protocolHandlers',
  'settingTabs',
  'ribbonIcons',
  'statusBarItems',
] as const;

export type Kind = (typeof KINDS)[number];

const live = new Map<object, Kind>();

/** Counts `thing` until the returned function is called. */
export function count(kind: Kind, thing: object = {}): () => void {
  live.set(thing, kind);
  return () => void live.delete(thing);
}

/** What has come into force since it was made, so that hosts in one process do not count each other's. */
export class Census {
  private readonly before = new Set(live.keys());

  counts(): Record<string, number> {
    const counts: Record<string, number> = Object.fromEntries(KINDS.map(kind => [kind, 0]));
    for (const [thing, kind] of live) if (!this.before.has(thing)) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  /** The things of one kind, for a host that has to close what is still open. */
  since<T extends object>(kind: Kind, type: abstract new (...args: never[]) => T): T[] {
    return [...live]
      .filter(([thing, its]) => its === kind && !this.before.has(thing))
      .flatMap(([thing]) => (thing instanceof type ? [thing] : []));
  }
}
