import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../core/words';
import { LinkButton } from './Button';

/** How many are drawn at first, and how many more each time: a thousand would keep the app for a second. */
const FIRST = 20;
const MORE = 50;

/** A list that shows its first rows, and more when one asks for them. */
export function Rows<T>({
  class: kind,
  rows,
  most = FIRST,
  children: draw,
}: {
  class: string;
  rows: readonly T[];
  /** How many are there at first. */
  most?: number | undefined;
  children: (row: T) => ComponentChildren;
}) {
  const [shown, setShown] = useState(most);
  const list = useRef<HTMLUListElement>(null);
  const left = rows.length - shown;
  useLayoutEffect(() => {
    // Where the button was, the first of the others is; not its box, which one key would tick.
    if (shown > most)
      list.current?.children[shown - MORE]?.querySelector<HTMLElement>('.rapport-task-text')?.focus();
  }, [shown]);
  return (
    <ul class={kind} ref={list}>
      {rows.slice(0, shown).map(draw)}
      <More left={left} onMore={() => setShown(shown + MORE)} />
    </ul>
  );
}

/** The last row of a list of which `left` are not drawn. */
export function More({ left, onMore }: { left: number; onMore: () => void }) {
  return left > 0 ? (
    <li class="rapport-more">
      <LinkButton onClick={onMore}>{say.andMore(left)}</LinkButton>
    </li>
  ) : null;
}
