import { ItemView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import type { PersonId } from '../../core/graph/PeopleGraph';
import { ScreenProvider } from '../../ui/actions';
import type { Rapport } from '../rapport';
import { ViewState } from '../../ui/ViewState';
import { PeopleMapScreen, type MapValues } from './PeopleMapScreen';

const MAP_VIEW = 'rapport-map';

/** What the map does for others. */
export interface Maps {
  /** Shows who meets somebody, or without an id who meets whom. */
  show(id?: PersonId): Promise<void>;
}

export function registerMap(rapport: Rapport): Maps {
  const { app, plugin } = rapport;
  plugin.registerView(MAP_VIEW, leaf => new MapView(leaf, rapport));
  return {
    show: async id => {
      const leaf = app.workspace.getLeavesOfType(MAP_VIEW)[0] ?? app.workspace.getLeaf('tab');
      await leaf.setViewState({ type: MAP_VIEW, active: true, state: { centre: id ?? null } });
      await app.workspace.revealLeaf(leaf);
    },
  };
}

class MapView extends ItemView {
  override icon = 'waypoints';
  override navigation = true;
  private readonly state = new ViewState<MapValues>(
    { centre: null, query: '' },
    {
      centre: value => value === null || typeof value === 'string',
      query: value => typeof value === 'string',
    },
  );

  constructor(
    leaf: WorkspaceLeaf,
    private readonly rapport: Rapport,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return MAP_VIEW;
  }

  getDisplayText(): string {
    return 'Map of people';
  }

  override getState(): Record<string, unknown> {
    return { ...this.state.value };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.state.restore(state);
    await super.setState(state, result);
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('rapport-view');
    render(
      <ScreenProvider value={this.rapport.screen}>
        <PeopleMapScreen state={this.state} />
      </ScreenProvider>,
      this.contentEl,
    );
  }

  protected override async onClose(): Promise<void> {
    render(null, this.contentEl);
  }
}
