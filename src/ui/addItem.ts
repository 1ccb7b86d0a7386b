import type { Menu } from 'obsidian';

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
