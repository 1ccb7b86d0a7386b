import { Menu } from 'obsidian';
import { addChoices, addItem } from '../../ui/addItem';
import type { PeopleScreenState } from './state';
import { say } from '../../core/words';

/** How the list is sorted, and whether it is grouped. */
export function listMenu(state: PeopleScreenState): Menu {
  const menu = new Menu();
  const { sort: sorted, grouped } = state.value;
  addChoices(menu, 'sort', say.peopleSorts, sorted, sort => state.update({ sort }));
  addItem(menu, 'group', say.groupByCompany, null, () => state.update({ grouped: !grouped }), grouped);
  return menu;
}
