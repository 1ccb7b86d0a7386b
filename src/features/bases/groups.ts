import { groupBy } from '../../core/groupBy';
import { byText } from '../../core/graph/PeopleGraph';
import { monthAndYear } from '../../ui/dateWords';
import type { Group } from './BaseKind';

/** By titles, of which a thing may have several; a group stands where its first thing does. */
export const groupByTitles =
  <Item>(titlesOf: (item: Item) => readonly string[]) =>
  (items: readonly Item[]): Group<Item>[] => [
    ...groupBy(items.flatMap(item => titlesOf(item).map(title => [title, item] as const))),
  ];

export const ungrouped = <Item>(items: readonly Item[]): Group<Item>[] => [['', items]];

export const byTitle = ([a]: Group<unknown>, [b]: Group<unknown>): number => byText(a, b);

export const monthOf = (date: string | null, none: string): string[] => [
  date === null ? none : monthAndYear(date),
];
