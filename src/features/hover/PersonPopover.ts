import { HoverPopover, type HoverParent } from 'obsidian';
import { render } from 'preact';
import type { PersonId } from '../../core/graph/PeopleGraph';
import type { Screen } from '../../ui/actions';
import { drawLeavingCard } from './drawLeavingCard';

/** How long the pointer rests before a card opens, in ms: what the app's own previews take. */
const WAIT = 300;

/** The card beside what the pointer rests on. It closes when the pointer leaves, and with Escape or scrolling. */
export class PersonPopover extends HoverPopover {
  readonly #screen: Screen;
  readonly #person: PersonId;
  readonly #onClosed: () => void;

  constructor(
    parent: HoverParent,
    readonly target: HTMLElement,
    screen: Screen,
    person: PersonId,
    onClosed: () => void,
  ) {
    super(parent, target, WAIT);
    this.#screen = screen;
    this.#person = person;
    this.#onClosed = onClosed;
    this.hoverEl.addClass('rapport-popover');
    // Drawn before it opens: the app places it by its size then.
    this.load();
  }

  override onload(): void {
    const { target, hoverEl } = this;
    // The popover must hear that the pointer came back; the app, which would open its own preview, must not.
    this.registerDomEvent(target, 'mouseover', event => event.stopPropagation());
    this.registerDomEvent(target.doc, 'keydown', ({ key }) => key === 'Escape' && this.close(), {
      capture: true,
    });
    const onScroll = (event: Event) => !hoverEl.contains(event.target as Node) && this.close();
    this.registerDomEvent(target.doc, 'scroll', onScroll, { capture: true });
    drawLeavingCard(hoverEl, this.#screen, this.#person, () => this.close());
  }

  override onunload(): void {
    render(null, this.hoverEl);
    this.#onClosed();
  }

  close(): void {
    // Nothing but the pointer takes back a popover that is waiting to open.
    this.hoverEl.dispatchEvent(new MouseEvent('mouseout'));
    this.unload();
    this.hoverEl.detach();
  }
}
