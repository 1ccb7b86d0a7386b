import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import type { PersonId } from '../../core/graph/PeopleGraph';
import type { Screen } from '../../ui/actions';
import { openDialog } from '../passing';
import { drawLeavingCard } from './drawLeavingCard';

/** The card where there is no pointer: for keyboards and touch. */
export function openPersonCard(app: App, screen: Screen, person: PersonId): void {
  const modal = new Modal(app);
  const { modalEl, contentEl } = modal;
  modalEl.addClass('rapport-modal');
  modal.onOpen = () => drawLeavingCard(contentEl, screen, person, () => modal.close());
  modal.onClose = () => render(null, contentEl);
  openDialog(modal);
}
