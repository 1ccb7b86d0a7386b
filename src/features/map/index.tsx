import type { WorkspaceLeaf } from 'obsidian';
import type { PersonId } from '../../core/graph/PeopleGraph';
import { newMapState, PeopleMapScreen } from '../../ui/map/PeopleMapScreen';
import type { Rapport } from '../rapport';
import { ScreenView, showTab } from '../ScreenView';
import { say } from '../../core/words';

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
    show: async id => void (await showTab(app, MAP_VIEW, { centre: id ?? null })),
  };
}

class MapView extends ScreenView {
  override navigation = true;
  protected override readonly state = newMapState();

  constructor(leaf: WorkspaceLeaf, rapport: Rapport) {
    super(leaf, rapport, MAP_VIEW, say.mapTitle, 'waypoints');
  }

  protected screen() {
    return <PeopleMapScreen state={this.state} />;
  }
}
