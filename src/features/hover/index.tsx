import { HoverPopover, Keymap, Modal, type App, type HoverParent } from 'obsidian';
import { render } from 'preact';
import type { Person, PersonId } from '../../core/graph/PeopleGraph';
import { ScreenProvider, type Screen, type ScreenActions } from '../../ui/actions';
import { PersonCard } from '../../ui/PersonCard';
import { HOVER_SOURCE } from '../hoverSource';
import type { PersonCards, Rapport } from '../rapport';
import { linkUnderPointer } from './linkUnderPointer';
import { personOfLink } from '../personOfLink';

/** How long the pointer rests before a card opens, in ms: what the app's own previews take. */
const WAIT = 300;

/** The card of a person wherever a link leads to one; without a pointer as a dialog. */
export function registerHover(rapport: Rapport): PersonCards {
  const { app, plugin, graph, settings, screen } = rapport;
  const parent: HoverParent = { hoverPopover: null };
  let shownFor: Element | null = null;

  const onMouseOver = (event: MouseEvent) => {
    // With the Mod key held the app's own page preview is asked for.
    if (!settings.value.hoverCards || Keymap.isModifier(event, 'Mod')) return;
    const link = linkUnderPointer(event, file => file ?? app.workspace.getActiveFile()?.path ?? '');
    if (!link) return;
    const person =
      'person' in link ? graph.person(link.person) : personOfLink(app, graph, link.text, link.sourcePath);
    if (!person) return;
    // Otherwise the app would open its page preview beside the card.
    event.stopPropagation();
    // The event comes again for every child of the link.
    if (shownFor === link.element && parent.hoverPopover) return;
    shownFor = link.element;
    parent.hoverPopover?.unload();
    new PersonPopover(parent, link.element, screen, person.id);
  };

  const listen = (win: Window) =>
    plugin.registerDomEvent(win.document, 'mouseover', onMouseOver, { capture: true });
  listen(window);
  plugin.registerEvent(app.workspace.on('window-open', (_workspaceWindow, win) => listen(win)));
  plugin.registerHoverLinkSource(HOVER_SOURCE, { display: 'Rapport', defaultMod: true });
  plugin.register(() => parent.hoverPopover?.unload());

  return { show: (person: Person) => new PersonCardModal(app, screen, person.id).open() };
}

class PersonPopover extends HoverPopover {
  constructor(
    parent: HoverParent,
    target: HTMLElement,
    private readonly screen: Screen,
    private readonly person: PersonId,
  ) {
    super(parent, target, WAIT);
    this.hoverEl.addClass('rapport-popover');
  }

  override onload(): void {
    super.onload();
    render(
      <ScreenProvider value={this.screen}>
        <PersonCard id={this.person} onOpen={() => this.unload()} />
      </ScreenProvider>,
      this.hoverEl,
    );
  }

  override onunload(): void {
    render(null, this.hoverEl);
    this.hoverEl.detach();
    super.onunload();
  }
}

class PersonCardModal extends Modal {
  constructor(
    app: App,
    private readonly screen: Screen,
    private readonly person: PersonId,
  ) {
    super(app);
    this.modalEl.addClass('rapport-modal');
  }

  override onOpen(): void {
    render(
      <ScreenProvider value={{ ...this.screen, actions: this.leavingActions() }}>
        <PersonCard id={this.person} onOpen={() => this.close()} />
      </ScreenProvider>,
      this.contentEl,
    );
  }

  override onClose(): void {
    render(null, this.contentEl);
  }

  /** A note opens in place of the card, not behind it. */
  private leavingActions(): ScreenActions {
    const { actions } = this.screen;
    return Object.assign(Object.create(actions) as ScreenActions, {
      openTask: (...how: Parameters<ScreenActions['openTask']>) => {
        this.close();
        actions.openTask(...how);
      },
      openNote: (...how: Parameters<ScreenActions['openNote']>) => {
        this.close();
        actions.openNote(...how);
      },
    });
  }
}
