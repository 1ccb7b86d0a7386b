import { Menu } from 'obsidian';
import type { PeopleSort } from '../../core/query/peopleList';
import { addChoices, addItem } from '../../ui/addItem';
import type { PeopleScreenState } from './state';

const SORT_WORDS: Readonly<Record<PeopleSort, string>> = {
  met: 'Last met first',
  name: 'By name',
  open: 'Most open tasks first',
};

/** How the list is sorted, and whether it is grouped. */
export function listMenu(state: PeopleScreenState): Menu {
  const menu = new Menu();
  const { sort: sorted, grouped } = state.value;
  addChoices(menu, 'sort', SORT_WORDS, sorted, sort => state.update({ sort }));
  addItem(menu, 'group', 'Group by company', null, () => state.update({ grouped: !grouped }), grouped);
  return menu;
}
