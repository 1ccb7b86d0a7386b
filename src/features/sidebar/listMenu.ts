import { Menu } from 'obsidian';
import { PEOPLE_SORTS, type PeopleSort } from '../../core/query/peopleList';
import { addItem } from '../../ui/addItem';
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
    addItem(menu, 'sort', SORT_WORDS[sort], null, () => state.update({ sort }), state.value.sort === sort);
  const { grouped } = state.value;
  addItem(menu, 'group', 'Group by company', null, () => state.update({ grouped: !grouped }), grouped);
  return menu;
}
