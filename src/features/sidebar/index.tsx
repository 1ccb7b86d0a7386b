import { debounce, type WorkspaceLeaf } from 'obsidian';
import type { PersonId } from '../../core/graph/PeopleGraph';
import { peopleOf } from '../../core/query/ledger';
import type { PeoplePane, Rapport } from '../rapport';
import { ScreenView } from '../ScreenView';
import { listKeeper, type ListKeeper } from './listKeeper';
import { PeopleScreen } from './PeopleScreen';
import { newState } from './state';
import { say } from '../../core/words';

const PEOPLE_VIEW = 'rapport-people';
/** How long the screen has to rest before its state is saved, in ms. */
const SAVE_DELAY = 1000;

/** The pane with everybody in it, and a page for each. Returns what other features may ask of it. */
export function registerSidebar(rapport: Rapport): PeoplePane {
  const { app, plugin } = rapport;
  const keeper = listKeeper(rapport);
  plugin.registerView(PEOPLE_VIEW, leaf => new PeopleView(leaf, rapport, keeper));
  plugin.addRibbonIcon('users', say.openPeopleSidebar, () => void open());
  plugin.registerEvent(
    app.workspace.on('file-open', file => {
      if (file) for (const view of openViews()) view.followNote(file.path);
    }),
  );

  const openViews = () =>
    app.workspace
      .getLeavesOfType(PEOPLE_VIEW)
      .flatMap(leaf => (leaf.view instanceof PeopleView ? [leaf.view] : []));
  const open = async (): Promise<PeopleView | undefined> => {
    // Where it is, in whatever window, before a new one at the side.
    const known = app.workspace.getLeavesOfType(PEOPLE_VIEW);
    const here = known.find(each => each.view.containerEl.win === activeWindow) ?? known[0];
    if (here) await app.workspace.revealLeaf(here);
    const leaf = here ?? (await app.workspace.ensureSideLeaf(PEOPLE_VIEW, 'right', { reveal: true }));
    await leaf.loadIfDeferred();
    return leaf.view instanceof PeopleView ? leaf.view : undefined;
  };
  return {
    open: async () => void (await open()),
    showPerson: async id => (await open())?.showPerson(id),
    showNamesToSort: async () => (await open())?.showNamesToSort(),
  };
}

class PeopleView extends ScreenView {
  protected override readonly state = newState();

  constructor(
    leaf: WorkspaceLeaf,
    rapport: Rapport,
    private readonly keeper: ListKeeper,
  ) {
    super(leaf, rapport, PEOPLE_VIEW, say.people, 'users');
  }

  protected screen() {
    return <PeopleScreen state={this.state} rapport={this.rapport} keeper={this.keeper} />;
  }

  showPerson(id: PersonId): void {
    this.state.update({ person: id });
  }

  showNamesToSort(): void {
    this.state.update({ person: null, triaging: false, sorting: true });
  }

  /** Shows whom a note is about, unless that person is on screen already or the note is about nobody. */
  followNote(path: string): void {
    const { graph } = this.rapport;
    const people = peopleOf(graph, graph.note(path));
    const [first] = people;
    const { person: shown, pinned, sorting, triaging } = this.state.value;
    // Sorting out names and triage take looking into notes, and a pinned page stays.
    if (sorting || triaging || (pinned && shown !== null)) return;
    if (first !== undefined && (shown === null || !people.includes(shown))) this.showPerson(first);
  }

  protected override async onOpen(): Promise<void> {
    const save = debounce(() => this.app.workspace.requestSaveLayout(), SAVE_DELAY, true);
    this.register(this.state.onChange(save));
    this.register(() => save.run());
    await super.onOpen();
  }
}
