import type { Menu } from 'obsidian';
import { namesOf } from '../core/shapes';

/** A row of a menu; `checked` where it is one to be ticked off. */
export function addItem(
  menu: Menu,
  section: string,
  title: string,
  icon: string | null,
  choose: () => unknown,
  checked: boolean | null = null,
): void {
  menu.addItem(item =>
    item
      .setSection(section)
      .setTitle(title)
      .setIcon(icon)
      .setChecked(checked)
      .onClick(() => void choose()),
  );
}

/** A row for each value there are words for, of which one is chosen. */
export function addChoices<Value extends string>(
  menu: Menu,
  section: string,
  words: Readonly<Record<Value, string>>,
  chosen: Value,
  choose: (value: Value) => unknown,
): void {
  for (const value of namesOf(words))
    addItem(menu, section, words[value], null, () => choose(value), value === chosen);
}
