import { setIcon } from 'obsidian';
import { ACTION_WORDS } from '../../ui/taskWords';
import { namesOf } from '../../core/shapes';

const DECISIONS = { promote: 'rapport-accept', reject: 'rapport-reject' } as const;

export type Decision = keyof typeof DECISIONS;

/**
 * Accept and reject, to stand in a proposed task’s line.
 * @param of What is decided, for those who do not see the line.
 */
export function decisionButtons(of: string, decide: (decision: Decision) => void): HTMLElement {
  const box = createSpan('rapport-line-buttons');
  for (const decision of namesOf(DECISIONS)) {
    const { title, icon } = ACTION_WORDS[decision];
    const attr = { type: 'button', 'aria-label': `${title}${of}`, 'data-tooltip-position': 'top' };
    const button = box.createEl('button', { cls: `clickable-icon ${DECISIONS[decision]}`, attr });
    setIcon(button, icon);
    // In the editor the cursor stays where it is.
    button.addEventListener('mousedown', event => event.preventDefault());
    button.addEventListener('click', event => {
      event.stopPropagation();
      decide(decision);
    });
  }
  return box;
}
