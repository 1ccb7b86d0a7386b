import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { PersonId } from '../../core/graph/PeopleGraph';
import type { Screen } from '../../ui/actions';
import { drawLeavingCard } from './drawLeavingCard';

/** The card where there is no pointer: for keyboards and touch. */
export class PersonCardModal extends Modal {
  readonly #screen: Screen;
  readonly #person: PersonId;

  constructor(app: App, screen: Screen, person: PersonId) {
    super(app);
    this.#screen = screen;
    this.#person = person;
    this.modalEl.addClass('rapport-modal');
  }

  override onOpen(): void {
    drawLeavingCard(this.contentEl, this.#screen, this.#person, () => this.close());
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}
