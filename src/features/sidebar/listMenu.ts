import { Menu } from 'obsidian';
import { PEOPLE_SORTS, type PeopleSort } from '../../core/query/peopleList';
import type { PeopleScreenState } from './state';

const SORT_WORDS: Readonly<Record<PeopleSort, string>> = {
  met: 'Last met first',
  name: 'By name',
  open: 'Most open tasks first',
};

/** How the list is sorted, and whether it is grouped. */
export function listMenu(state: PeopleScreenState): Menu {
  const menu = new Menu();
  for (const sort of PEOPLE_SORTS)
    menu.addItem(item =>
      item
        .setSection('sort')
        .setTitle(SORT_WORDS[sort])
        .setChecked(state.value.sort === sort)
        .onClick(() => state.update({ sort })),
    );
  menu.addItem(item =>
    item
      .setSection('group')
      .setTitle('Group by company')
      .setChecked(state.value.grouped)
      .onClick(() => state.update({ grouped: !state.value.grouped })),
  );
  return menu;
}
