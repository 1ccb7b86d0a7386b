import { showNotice } from './passing';

export interface Answer {
  text: string;
  /** The one that is expected. */
  cta?: boolean;
  choose?: () => void;
}

/** A question that can wait: it stays until it is answered, and is in nobody's way. */
export function askInNotice(question: string, answers: readonly Answer[], explanation = ''): void {
  const message = createFragment();
  message.createDiv({ text: question });
  if (explanation !== '') message.createEl('small', { text: explanation });
  const buttons = message.createDiv('rapport-notice-buttons');
  const notice = showNotice(message, 0);
  for (const { text, cta, choose } of answers)
    buttons.createEl('button', { text, cls: cta ? 'mod-cta' : '' }, button =>
      button.addEventListener('click', () => {
        notice.hide();
        choose?.();
      }),
    );
}
