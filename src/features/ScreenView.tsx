import { ItemView, type App, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render, type VNode } from 'preact';
import { ScreenProvider } from '../ui/actions';
import type { ViewState } from '../ui/ViewState';
import type { Rapport } from './rapport';

/** A view of the app that shows one of our screens, and remembers its state where it has one. */
export abstract class ScreenView extends ItemView {
  readonly #type: string;
  readonly #title: string;

  protected readonly state: ViewState<object> | undefined;

  constructor(
    leaf: WorkspaceLeaf,
    protected readonly rapport: Rapport,
    type: string,
    title: string,
    override icon: string,
  ) {
    super(leaf);
    this.#type = type;
    this.#title = title;
  }

  protected abstract screen(): VNode;

  getViewType(): string {
    return this.#type;
  }

  getDisplayText(): string {
    return this.#title;
  }

  override getState(): Record<string, unknown> {
    return { ...this.state?.value };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.state?.restore(state);
    await super.setState(state, result);
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('rapport-view');
    render(<ScreenProvider value={this.rapport.screen}>{this.screen()}</ScreenProvider>, this.contentEl);
  }

  protected override async onClose(): Promise<void> {
    render(null, this.contentEl);
  }
}

/** Shows the view of a type: where it is, else in a new tab. */
export async function showTab(
  app: App,
  type: string,
  state?: Record<string, unknown>,
): Promise<WorkspaceLeaf> {
  const leaf = app.workspace.getLeavesOfType(type)[0] ?? app.workspace.getLeaf('tab');
  await leaf.setViewState({ type, active: true, ...(state && { state }) });
  await app.workspace.revealLeaf(leaf);
  return leaf;
}
