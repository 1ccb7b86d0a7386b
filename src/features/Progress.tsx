import { useEffect, useState } from 'preact/hooks';
import type { IndexProgress, VaultIndexer } from '../vault/VaultIndexer';

/** How many notes are read, while they are; nothing otherwise. */
export function Progress({ indexer }: { indexer: VaultIndexer }) {
  const [progress, setProgress] = useState<IndexProgress | null>(null);
  useEffect(() => indexer.onProgress(setProgress), [indexer]);
  if (!progress) return null;
  const { done, total } = progress;
  return (
    <div class="rapport-progress" role="status">
      <progress max={total} value={done} aria-label="Reading notes" />
      <span class="rapport-sr-only">
        Reading notes: {done.toLocaleString('en')} of {total.toLocaleString('en')}
      </span>
    </div>
  );
}
