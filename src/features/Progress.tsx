import { useEffect, useState } from 'preact/hooks';
import { say } from '../core/words';
import type { IndexProgress, VaultIndexer } from '../vault/VaultIndexer';

/** How many notes are read, while they are; nothing otherwise. */
export function Progress({ indexer }: { indexer: VaultIndexer }) {
  const [progress, setProgress] = useState<IndexProgress | null>(null);
  useEffect(() => indexer.onProgress(setProgress), [indexer]);
  if (!progress) return null;
  const { done, total } = progress;
  return (
    <div class="rapport-progress" role="status">
      <progress max={total} value={done} aria-label={say.readingNotes} />
      <span class="rapport-sr-only">{say.notesRead(done, total)}</span>
    </div>
  );
}
