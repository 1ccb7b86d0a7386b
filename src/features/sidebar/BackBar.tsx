import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/Icon';

/** The way back to everybody, and what else can be done with the page. */
export function BackBar({ onBack, children }: { onBack: () => void; children?: ComponentChildren }) {
  return (
    <nav class="rapport-bar" aria-label="Person">
      <button type="button" class="rapport-back" onClick={onBack}>
        <Icon name="chevron-left" />
        People
      </button>
      {children}
    </nav>
  );
}
