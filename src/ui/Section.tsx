import type { ComponentChildren } from 'preact';
import { say } from '../core/words';

/** A heading, with how many there are where that is said, and what stands below it; nothing at all for none. */
export function Section({
  title,
  count,
  most = Infinity,
  beside,
  class: kind = 'rapport-section',
  children,
}: {
  title: string;
  count?: number | string | undefined;
  /** So many are shown; the rest is counted. */
  most?: number | undefined;
  /** Stands in the heading, behind the count. */
  beside?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}) {
  if (count === 0) return null;
  return (
    <section class={kind}>
      <h4 class="rapport-heading">
        {title}
        {count !== undefined && [' ', <span class="rapport-count">{count}</span>]}
        {beside}
      </h4>
      {children}
      {Number(count) > most && <p class="rapport-muted rapport-more">{say.andMore(Number(count) - most)}</p>}
    </section>
  );
}
