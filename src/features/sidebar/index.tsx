import { ItemView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { PersonId } from '../../core/graph/PeopleGraph';
import { counterparts } from '../../core/query/ledger';
import { ScreenProvider } from '../../ui/actions';
import type { PeoplePane, Rapport } from '../rapport';
import { PeopleScreen, type PeopleScreenState } from './PeopleScreen';

const PEOPLE_VIEW = 'rapport-people';

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
    const leaf = await app.workspace.ensureSideLeaf(PEOPLE_VIEW, 'right', { reveal: true });
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
  private readonly state: PeopleScreenState = {
    person: signal<PersonId | null>(null),
    query: signal(''),
    sorting: signal(false),
  };

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
    const { person, query, sorting } = this.state;
    return { person: person.value, query: query.value, sorting: sorting.value };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const { person, query, sorting } = (state ?? {}) as Record<string, unknown>;
    if (typeof person === 'string') this.state.person.value = person;
    if (typeof query === 'string') this.state.query.value = query;
    if (typeof sorting === 'boolean') this.state.sorting.value = sorting;
    await super.setState(state, result);
  }

  showPerson(id: PersonId): void {
    this.state.person.value = id;
    this.app.workspace.requestSaveLayout();
  }

  showNamesToSort(): void {
    this.state.person.value = null;
    this.state.sorting.value = true;
    this.app.workspace.requestSaveLayout();
  }

  /** Shows whom a note is about, unless that person is on screen already or the note is about nobody. */
  followNote(path: string): void {
    const { graph } = this.rapport;
    const note = graph.note(path);
    if (!note) return;
    const people = note.kind === 'profile' ? graph.idsOf([note.name]) : counterparts(graph, note);
    const [first] = people;
    const shown = this.state.person.value;
    // Sorting out names takes looking into notes.
    if (this.state.sorting.value) return;
    if (first !== undefined && (shown === null || !people.includes(shown))) this.showPerson(first);
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('rapport-view');
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
