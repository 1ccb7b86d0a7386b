import type { Notice } from 'obsidian';
import { capitalized } from '../ui/taskWords';
import { addLink } from './addLink';
import { showNotice } from './passing';
import { say } from '../core/words';

/** Fewer notes than this are written before anybody could read about it. */
const WORTH_SHOWING = 20;

/** Says how far a long write is, and lets the user call it off between two notes. */
export class WriteNotice {
  readonly #title: string;
  readonly #callOff: (() => void) | undefined;

  #notice: Notice | null = null;
  #count: HTMLElement | null = null;

  /** @param title What is going on, e.g. `Promote`. Without `callOff` it cannot be called off. */
  constructor(title: string, callOff?: () => void) {
    this.#title = title;
    this.#callOff = callOff;
  }

  progress(done: number, total: number): void {
    if (total < WORTH_SHOWING) return;
    this.#notice ??= this.#show();
    this.#count?.setText(say.noteOf(capitalized(this.#title), done + 1, total));
  }

  hide(): void {
    this.#notice?.hide();
  }

  #show(): Notice {
    const message = createFragment();
    this.#count = message.createDiv();
    if (this.#callOff) addLink(message, say.stop, 'rapport-call-off', this.#callOff);
    return showNotice(message, 0, this.#callOff);
  }
}
