import type { ComponentChildren } from 'preact';

/** A heading, with how many there are where that is said, and what stands below it; nothing at all for none. */
export function Section({
  title,
  count,
  beside,
  class: kind = 'rapport-section',
  children,
}: {
  title: string;
  count?: number | string | undefined;
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
    </section>
  );
}
