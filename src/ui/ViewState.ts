import { useEffect } from 'preact/hooks';
import { Listeners } from '../core/Listeners';
import { useRedraw } from './useRedraw';

/** Whether a saved value may be taken over. */
export const isText = (value: unknown): boolean => typeof value === 'string';
export const isTextOrNone = (value: unknown): boolean => value === null || isText(value);
export const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
export const isFlag = (value: unknown): boolean => typeof value === 'boolean';
export const isOneOf = (choices: readonly unknown[]) => (value: unknown) => choices.includes(value);

/** What a view remembers, over restarts too: plain values under names. */
export class ViewState<T extends object> {
  readonly #fits: Readonly<Record<keyof T, (value: unknown) => boolean>>;

  readonly #listeners = new Listeners();
  #values: Readonly<T>;

  /** @param fits Whether a saved value may be taken over under its name. */
  constructor(values: T, fits: Readonly<Record<keyof T, (value: unknown) => boolean>>) {
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
    const values = (typeof saved === 'object' && saved !== null ? saved : {}) as Record<keyof T, unknown>;
    const names = (Object.keys(this.#fits) as (keyof T)[]).filter(
      name => Object.hasOwn(values, name) && this.#fits[name](values[name]),
    );
    this.update(Object.fromEntries(names.map(name => [name, values[name]])) as Partial<T>);
  }

  /** Calls `listener` after each change; returns what stops it. */
  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }
}

/** The values as they are; draws anew when one of `names` changes. */
export function useViewState<T extends object>(
  state: ViewState<T>,
  names: readonly (keyof T)[],
): Readonly<T> {
  const redraw = useRedraw();
  const shown = state.value;
  useEffect(() => {
    let drawn = shown;
    const look = () => {
      const before = drawn;
      drawn = state.value;
      if (names.some(name => before[name] !== drawn[name])) redraw();
    };
    // Effects run after drawing; what happened in between nobody has heard.
    look();
    return state.onChange(look);
  }, [state]);
  return shown;
}
