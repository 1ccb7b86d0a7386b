import { useEffect, useState } from 'preact/hooks';
import type { Rapport } from './rapport';
import { useIndexed } from './useIndexed';

/** Whether notes are being read, or were not yet; draws anew when that begins or ends, not for every note. */
export function useIndexing(rapport: Rapport): boolean {
  const { indexer } = rapport;
  const isIndexed = useIndexed(rapport);
  const [isReading, setReading] = useState(false);
  useEffect(() => indexer.onProgress(progress => setReading(progress !== null)), [indexer]);
  return isReading || !isIndexed;
}
