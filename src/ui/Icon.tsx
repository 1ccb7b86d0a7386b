import { setIcon } from 'obsidian';
import { useCallback } from 'preact/hooks';

/** One of the app's icons; decoration only, so hidden from screen readers. */
export function Icon({ name }: { name: string }) {
  const draw = useCallback(
    (el: HTMLElement | null) => {
      if (el) setIcon(el, name);
    },
    [name],
  );
  return <span class="rapport-icon" aria-hidden="true" ref={draw} />;
}
