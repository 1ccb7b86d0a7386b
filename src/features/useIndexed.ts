import { useEffect, useState } from 'preact/hooks';
import type { Rapport } from './rapport';
import { whenIndexed } from './whenIndexed';

/** Whether every note was read once: before that, what is missing may be in a note still to be read. */
export function useIndexed(rapport: Rapport): boolean {
  const [isIndexed, setIndexed] = useState(false);
  useEffect(() => {
    let isShown = true;
    void whenIndexed(rapport).then(() => isShown && setIndexed(true));
    return () => void (isShown = false);
  }, [rapport]);
  return isIndexed;
}
