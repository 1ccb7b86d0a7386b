import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { PersonId } from '../../core/graph/PeopleGraph';
import type { Screen } from '../../ui/actions';
import { LeavingCard } from './LeavingCard';

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
    render(
      <LeavingCard screen={this.#screen} person={this.#person} leave={() => this.close()} />,
      this.contentEl,
    );
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}
