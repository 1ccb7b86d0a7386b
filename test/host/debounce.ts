export interface Debouncer<T extends unknown[], V> {
  (...args: T): Debouncer<T, V>;
  cancel(): Debouncer<T, V>;
  run(): V | void;
}

/** Runs with the last arguments once `timeout` ms have passed; with `resetTimer` every call starts them anew. */
export function debounce<T extends unknown[], V>(
  run: (...args: T) => V,
  timeout = 0,
  resetTimer = false,
): Debouncer<T, V> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: T | undefined;
  const fire = (): V | void => {
    clearTimeout(timer);
    timer = undefined;
    const args = last;
    last = undefined;
    return args && run(...args);
  };
  const debouncer: Debouncer<T, V> = Object.assign(
    (...args: T) => {
      last = args;
      if (timer !== undefined && !resetTimer) return debouncer;
      clearTimeout(timer);
      timer = setTimeout(fire, timeout);
      return debouncer;
    },
    {
      cancel: () => {
        clearTimeout(timer);
        timer = undefined;
        last = undefined;
        return debouncer;
      },
      run: (): V | void => (timer === undefined ? undefined : fire()),
    },
  );
  return debouncer;
}
