import { debounce, Notice, type WorkspaceLeaf } from 'obsidian';
import { isWaiting, staleProposals } from '../../core/query/proposals';
import type { TriageFilter } from '../../core/query/triage';
import { isoToday } from '../../ui/isoToday';
import { TriageScreen } from '../../ui/triage/TriageScreen';
import { TriageSession } from '../../ui/triage/TriageSession';
import type { Rapport } from '../rapport';
import { ScreenView, showTab } from '../ScreenView';
import { useIndexing } from '../useIndexing';
import { say } from '../../core/words';

const TRIAGE_VIEW = 'rapport-triage';
/** Under which the app keeps where one is in triage, for this vault on this device. */
const STORED = 'rapport-triage';
/** How long changes have to rest before they are kept, in ms. */
const KEEP_DELAY = 500;
/** How long the graph may change before triage draws anew, in ms: what is decided is off the screen anyway. */
const FOLLOW_DELAY = 50;

/** What triage does for others. */
export interface TriageView {
  /** Goes on where one was, or with those proposals that fit. */
  open(filter?: Partial<TriageFilter>): Promise<void>;
  /** Shows the proposals that are long overdue, and rejects those that are left chosen. */
  sweepStale(): void;
}

/** Proposals one by one in a tab of their own; how many there are in the status bar, where that is wanted. */
export function registerTriage(rapport: Rapport): TriageView {
  const { app, plugin, graph, settings, actions, twins, screen } = rapport;
  plugin.registerView(TRIAGE_VIEW, leaf => new TriageItemView(leaf, rapport));
  plugin.register(() => twins.stop());
  plugin.register(
    settings.onChange(({ strictness }, before) => {
      if (strictness !== before.strictness) twins.setStrictness(strictness);
    }),
  );

  const open = async (filter?: Partial<TriageFilter>) => {
    if (filter) screen.triage().showOnly(filter);
    const leaf = await showTab(app, TRIAGE_VIEW);
    // Where it was open already, the focus is elsewhere, and the keys with it.
    leaf.view.containerEl.querySelector<HTMLElement>('.rapport-triage')?.focus();
  };
  plugin.addRibbonIcon('list-checks', say.openTriage, () => void open());
  showCount(rapport, () => void open());

  return {
    open,
    sweepStale: () => {
      const days = settings.value.staleDays;
      const stale = staleProposals(graph, days, isoToday());
      if (stale.length === 0) new Notice(say.noneOverdue(days));
      else actions.preview('reject', stale, tasks => actions.act('reject', tasks));
    },
  };
}

/** A session that goes on where one was, in this vault on this device. */
export function resumeTriage({ app, plugin, graph, twins, actions }: Rapport): TriageSession {
  const session = new TriageSession(graph, twins, actions, job => debounce(job, FOLLOW_DELAY));
  session.state.restore(app.loadLocalStorage(STORED));
  const keep = debounce(() => app.saveLocalStorage(STORED, session.state.value), KEEP_DELAY);
  plugin.register(session.state.onChange(keep));
  plugin.register(() => keep.run());
  plugin.register(() => session.stop());
  return session;
}

/** The status bar item comes and goes with its setting. */
function showCount({ plugin, graph, settings }: Rapport, open: () => void): void {
  let item: HTMLElement | null = null;
  const show = () => {
    const today = isoToday();
    const count = graph.tasks().filter(task => isWaiting(task, today)).length;
    item?.setText(say.proposedCount(count));
    item?.setAttr('aria-label', say.toDecide(say.tasks(count)));
  };
  const showSoon = debounce(show, KEEP_DELAY, false);
  const follow = () => {
    const { statusBar } = settings.value;
    if (statusBar && !item) {
      item = plugin.addStatusBarItem();
      item.addClass('mod-clickable');
      item.setAttrs({ 'data-tooltip-position': 'top', role: 'button', tabindex: '0' });
      item.addEventListener('click', open);
      item.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open();
      });
      show();
    } else if (!statusBar && item) {
      item.remove();
      item = null;
    }
  };
  follow();
  plugin.register(settings.onChange(follow));
  plugin.register(graph.onChange(() => item && showSoon()));
  plugin.register(() => showSoon.cancel());
}

class TriageItemView extends ScreenView {
  override navigation = true;

  constructor(leaf: WorkspaceLeaf, rapport: Rapport) {
    super(leaf, rapport, TRIAGE_VIEW, say.triage, 'list-checks');
  }

  protected screen() {
    return <Triage rapport={this.rapport} />;
  }
}

function Triage({ rapport }: { rapport: Rapport }) {
  return <TriageScreen indexing={useIndexing(rapport)} />;
}
