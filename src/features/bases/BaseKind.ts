import type { ComponentType } from 'preact';
import type { PeopleGraph } from '../../core/graph/PeopleGraph';

/** Things under a title; '' for those that are grouped by nothing. */
export type Group<Item> = readonly [title: string, items: readonly Item[]];

/** What the rows of a Base are shown as. */
export interface BaseKind<Item> {
  name: string;
  icon: string;
  /** What to say where nothing is found. */
  empty: string;
  /** Class of the list. */
  list: string;
  /** What the notes are about, in their order; a step for each note. */
  read: (graph: PeopleGraph, paths: readonly string[]) => Generator<void, Item[]>;
  /** The order where the user asked the Base for none. */
  sort: (items: readonly Item[], grouping: string) => Item[];
  /** How the user may group, by what stands in the `.base` file; the first where nothing does. */
  groupings: Readonly<
    Record<string, { words: string; split: (items: readonly Item[], graph: PeopleGraph) => Group<Item>[] }>
  >;
  keyOf: (item: Item) => string;
  Item: ComponentType<{ item: Item }>;
}

/** What a Base says now. Views keep no hold of its own objects. */
export interface BaseRows {
  /** Paths of notes, as the user has the Base group and sort them. */
  groups: readonly Group<string>[];
  sorted: boolean;
  /** What the file says of grouping, be it one of the kind's or not. It gives way to the Base's own. */
  grouping: unknown;
}
