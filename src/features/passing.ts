import { Notice, type Modal } from 'obsidian';

/** What would outlive the plugin and lead back to it: dialogs, and notices with something to press. */
const shown = new Map<HTMLElement, () => void>();

export function openDialog(dialog: Modal): void {
  dialog.open();
  keep(dialog.containerEl, () => dialog.close());
}

/**
 * @param duration In ms; 0 until it is answered.
 * @param whenGone What is to be done where the plugin goes while it is shown.
 */
export function showNotice(message: DocumentFragment, duration?: number, whenGone?: () => void): Notice {
  const notice = new Notice(message, duration);
  keep(notice.messageEl, () => {
    notice.hide();
    whenGone?.();
  });
  return notice;
}

/** For a plugin that goes. */
export function closePassing(): void {
  for (const close of shown.values()) close();
  shown.clear();
}

function keep(el: HTMLElement, close: () => void): void {
  for (const each of shown.keys()) if (!each.isConnected) shown.delete(each);
  shown.set(el, close);
}
