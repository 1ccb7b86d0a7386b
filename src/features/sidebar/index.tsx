import { debounce, ItemView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import type { PersonId } from '../../core/graph/PeopleGraph';
import { peopleOf } from '../../core/query/ledger';
import { ScreenProvider } from '../../ui/actions';
import type { PeoplePane, Rapport } from '../rapport';
import { PeopleScreen } from './PeopleScreen';
import { newState } from './state';

const PEOPLE_VIEW = 'rapport-people';
/** How long the screen has to rest before its state is saved, in ms. */
const SAVE_DELAY = 1000;

/** The pane with everybody in it, and a page for each. Returns what other features may ask of it. */
export function registerSidebar(rapport: Rapport): PeoplePane {
  const { app, plugin } = rapport;
  plugin.registerView(PEOPLE_VIEW, leaf => new PeopleView(leaf, rapport));
  plugin.addRibbonIcon('users', 'Open people sidebar', () => void open());
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

class PeopleView extends ItemView {
  override icon = 'users';
  private readonly state = newState();

  constructor(
    leaf: WorkspaceLeaf,
    private readonly rapport: Rapport,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return PEOPLE_VIEW;
  }

  getDisplayText(): string {
    return 'People';
  }

  override getState(): Record<string, unknown> {
    return { ...this.state.value };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.state.restore(state);
    await super.setState(state, result);
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
    this.contentEl.addClass('rapport-view');
    const save = debounce(() => this.app.workspace.requestSaveLayout(), SAVE_DELAY, true);
    this.register(this.state.onChange(save));
    render(
      <ScreenProvider value={this.rapport.screen}>
        <PeopleScreen state={this.state} indexer={this.rapport.indexer} />
      </ScreenProvider>,
      this.contentEl,
    );
  }

  protected override async onClose(): Promise<void> {
    render(null, this.contentEl);
  }
}
