import type { ComponentChildren } from 'preact';
import { BackButton } from '../../ui/Button';
import { say } from '../../core/words';

/** The way back to everybody, and what else can be done with the page. */
export const BackBar = ({ onBack, children }: { onBack: () => void; children?: ComponentChildren }) => (
  <nav class="rapport-bar" aria-label={say.person}>
    <BackButton to={say.people} onClick={onBack} />
    {children}
  </nav>
);
