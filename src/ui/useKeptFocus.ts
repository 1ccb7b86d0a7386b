import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where what has the focus goes as it is drawn anew, the first that is `wanted` takes it, or else the element of the ref
 * itself: keys would be nobody's.
 */
export function useKeptFocus(wanted?: string): RefObject<HTMLDivElement> {
  const root = useRef<HTMLDivElement>(null);
  const hasFocus = () => root.current?.matches(':focus-within');
  const hadFocus = hasFocus();
  useLayoutEffect(() => {
    const el = root.current;
    if (hadFocus && !hasFocus()) (wanted ? el?.querySelector<HTMLElement>(wanted) : el)?.focus();
  });
  return root;
}
