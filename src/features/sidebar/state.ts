import type { PersonId } from '../../core/graph/PeopleGraph';
import {
  PEOPLE_FILTERS,
  PEOPLE_SORTS,
  type PeopleFilter,
  type PeopleSort,
} from '../../core/query/peopleList';
import { isOneOf, isTextOrNone, ViewState } from '../../ui/ViewState';
import { isTexts } from '../../core/shapes';

/** What the pane remembers. */
export interface PeopleScreenValues {
  /** Whose page is open; null for the list. */
  person: PersonId | null;
  /** Whether that page stays, whatever note is opened. */
  pinned: boolean;
  /** Whether proposals are gone through instead of the list. */
  triaging: boolean;
  /** Whether the names to sort out are on screen instead of the list. */
  sorting: boolean;
  query: string;
  filter: PeopleFilter;
  sort: PeopleSort;
  /** By company. */
  grouped: boolean;
  /** How far the list is scrolled, in px. */
  scroll: number;
  /** Paths of meetings that are folded open. */
  open: readonly string[];
}

export type PeopleScreenState = ViewState<PeopleScreenValues>;

export const newState = (): PeopleScreenState =>
  new ViewState<PeopleScreenValues>(
    {
      person: null,
      pinned: false,
      triaging: false,
      sorting: false,
      query: '',
      filter: 'all',
      sort: 'met',
      grouped: false,
      scroll: 0,
      open: [],
    },
    {
      person: isTextOrNone,
      filter: isOneOf(PEOPLE_FILTERS),
      sort: isOneOf(PEOPLE_SORTS),
      scroll: value => typeof value === 'number' && value >= 0,
      open: isTexts,
    },
  );
