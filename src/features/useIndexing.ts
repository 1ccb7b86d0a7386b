import { useEffect, useState } from 'preact/hooks';
import type { VaultIndexer } from '../vault/VaultIndexer';

/** Whether notes are being read; draws anew when that begins or ends, not for every note. */
export function useIndexing(indexer: VaultIndexer): boolean {
  const [indexing, setIndexing] = useState(false);
  useEffect(() => indexer.onProgress(progress => setIndexing(progress !== null)), [indexer]);
  return indexing;
}
