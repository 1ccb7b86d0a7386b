import type { ComponentChildren } from 'preact';
import { BackButton } from '../../ui/Button';

/** The way back to everybody, and what else can be done with the page. */
export const BackBar = ({ onBack, children }: { onBack: () => void; children?: ComponentChildren }) => (
  <nav class="rapport-bar" aria-label="Person">
    <BackButton to="People" onClick={onBack} />
    {children}
  </nav>
);
