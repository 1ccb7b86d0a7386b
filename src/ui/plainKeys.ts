/** Whether a key is meant as it stands: no shortcut, and no part of a word that is still being composed. */
export const isPlainKey = ({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean =>
  !(ctrlKey || metaKey || altKey || isComposing);

/** Whether it is typed into a field. */
export const isInField = ({ target }: Event): boolean =>
  (target as HTMLElement).matches('input, textarea, select');
