import type { ComponentChildren } from 'preact';
import { Button } from './Button';
import { classes } from './classes';
import { namesOf } from '../core/shapes';

/** A row of buttons, one for each value there are words for, of which one is chosen. */
export function Chips<Value extends string>({
  label,
  words,
  chosen,
  onChoose,
  behind,
  children,
}: {
  label: string;
  words: Readonly<Record<Value, string>>;
  chosen: Value;
  onChoose: (value: Value) => void;
  /** Stands behind the words of each. */
  behind?: (value: Value) => ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <div class="rapport-filters" role="group" aria-label={label}>
      {namesOf(words).map(value => (
        <Button
          key={value}
          class={classes('rapport-chip', value === chosen && 'is-active')}
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          {words[value]}
          {behind?.(value)}
        </Button>
      ))}
      {children}
    </div>
  );
}
