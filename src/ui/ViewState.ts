import { useEffect } from 'preact/hooks';
import { Listeners } from '../core/Listeners';
import { isRecord, namesOf } from '../core/shapes';
import { useRedraw } from './useRedraw';

/** Whether a saved value may be taken over. */
export const isTextOrNone = (value: unknown): boolean => value === null || typeof value === 'string';
export const isOneOf = (choices: readonly unknown[]) => (value: unknown) => choices.includes(value);

type Rules<T> = Readonly<Partial<Record<keyof T, (value: unknown) => boolean>>>;

/** What a view remembers, over restarts too: plain values under names. */
export class ViewState<T extends object> {
  readonly #fits: Rules<T>;

  readonly #listeners = new Listeners();
  #values: Readonly<T>;

  /** @param fits Whether a saved value may be taken over under its name; without a rule, one of the same type. */
  constructor(values: T, fits: Rules<T>) {
    this.#fits = fits;
    this.#values = values;
  }

  get value(): Readonly<T> {
    return this.#values;
  }

  update(change: Partial<T>): void {
    const entries = Object.entries(change) as [keyof T, unknown][];
    if (entries.every(([name, value]) => this.#values[name] === value)) return;
    this.#values = { ...this.#values, ...change };
    this.#listeners.call();
  }

  /** Takes over what was saved and fits; the rest stays as it is. */
  restore(saved: unknown): void {
    const values = (isRecord(saved) ? saved : {}) as Record<keyof T, unknown>;
    const names = namesOf(this.#values).filter(
      name =>
        Object.hasOwn(values, name) &&
        (this.#fits[name]?.(values[name]) ?? typeof values[name] === typeof this.#values[name]),
    );
    this.update(Object.fromEntries(names.map(name => [name, values[name]])) as Partial<T>);
  }

  /** Calls `listener` after each change; returns what stops it. */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }
}

/** The values as they are; draws anew when one changes, except for `unseen`. */
export function useViewState<T extends object>(state: ViewState<T>, unseen?: keyof T): Readonly<T> {
  const redraw = useRedraw();
  const shown = state.value;
  useEffect(() => {
    let drawn = shown;
    const look = () => {
      const before = drawn;
      drawn = state.value;
      const names = namesOf(drawn);
      if (names.some(name => name !== unseen && before[name] !== drawn[name])) redraw();
    };
    // Effects run after drawing; what happened in between nobody has heard.
    look();
    return state.onChange(look);
  }, [state]);
  return shown;
}
