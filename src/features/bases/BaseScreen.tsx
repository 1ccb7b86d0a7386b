import { useMemo, useRef } from 'preact/hooks';
import type { PeopleGraph } from '../../core/graph/PeopleGraph';
import { say } from '../../core/words';
import { moveBetweenRows } from '../../ui/moveBetweenRows';
import { useGraphJob } from '../../ui/useGraphJob';
import { WithCode } from '../../ui/WithCode';
import { useVirtualRows } from '../../ui/useVirtualRows';
import { Progress } from '../Progress';
import type { Rapport } from '../rapport';
import { useIndexed } from '../useIndexed';
import type { BaseKind, BaseRows, Group } from './BaseKind';

/** So many things are drawn together: they fill rows of one, two and three. */
const TOGETHER = 6;
/** Heights in px, before they are measured. */
const HEADING_HEIGHT = 40;
const TOGETHER_HEIGHT = 300;

/** What leads somewhere first in each row. */
const TITLES = '.rapport-name button, button.rapport-task-text';

/** The rows of a Base as what they are about. */
export function BaseScreen<Item>({
  kind,
  base,
  rapport,
}: {
  kind: BaseKind<Item>;
  base: BaseRows;
  rapport: Rapport;
}) {
  const isIndexed = useIndexed(rapport);
  const found = useGraphJob(graph => read(graph, kind, base), [kind, base]);
  return (
    <div class="rapport-screen">
      <Progress indexer={rapport.indexer} />
      {found && <Rows key={String(base.grouping)} kind={kind} groups={found.groups} />}
      {found && isIndexed && (
        <>
          {found.groups.length === 0 && (
            <p class="rapport-empty">
              {kind.empty} <WithCode text={say.whatBasesShow} /> {say.otherNoteTypes}
            </p>
          )}
          {found.others > 0 && (
            <p class="rapport-base-others">{say.neitherPeopleNorMeetings(found.others)}</p>
          )}
        </>
      )}
    </div>
  );
}

interface Found<Item> {
  groups: Group<Item>[];
  /** How many notes are about neither. */
  others: number;
}

function* read<Item>(
  graph: PeopleGraph,
  { read: readNotes, sort, groupings }: BaseKind<Item>,
  { groups: given, sorted, grouping }: BaseRows,
): Generator<void, Found<Item>> {
  const groups: Group<Item>[] = [];
  const chosen = Object.hasOwn(groupings, String(grouping))
    ? String(grouping)
    : (Object.keys(groupings)[0] ?? '');
  const isGrouped = given.some(([title]) => title !== '');
  for (const [title, paths] of given) {
    const items = yield* readNotes(graph, paths);
    const inOrder = sorted ? items : sort(items, isGrouped ? '' : chosen);
    groups.push(
      ...(isGrouped
        ? [[title || say.noValue, inOrder] as const]
        : (groupings[chosen]?.split(inOrder, graph) ?? [])),
    );
  }
  const others = new Set(given.flatMap(([, paths]) => paths.filter(path => !graph.note(path))));
  return { groups: groups.filter(([, items]) => items.length > 0), others: others.size };
}

type Row<Item> = { title: string; count: number } | { items: readonly Item[] };

function rowsOf<Item>([title, items]: Group<Item>): Row<Item>[] {
  const rows: Row<Item>[] = title === '' ? [] : [{ title, count: items.length }];
  for (let from = 0; from < items.length; from += TOGETHER)
    rows.push({ items: items.slice(from, from + TOGETHER) });
  return rows;
}

/** Of a long list only what is on screen is in the document, some things of it at a time. */
function Rows<Item>({ kind, groups }: { kind: BaseKind<Item>; groups: readonly Group<Item>[] }) {
  const { list, keyOf, Item } = kind;
  const rows = useMemo(() => groups.flatMap(rowsOf), [groups]);
  const scroller = useRef<HTMLDivElement>(null);
  const { sizer, items } = useVirtualRows({
    count: rows.length,
    rowHeight: index => ('title' in (rows[index] ?? {}) ? HEADING_HEIGHT : TOGETHER_HEIGHT),
    scroller,
  });
  return (
    <div class="rapport-scroller" ref={scroller} onKeyDown={event => moveBetweenRows(event, TITLES)}>
      <div class="rapport-people" ref={sizer}>
        {items.map(({ index, place }) => {
          const row = rows[index];
          return (
            row && (
              <div key={index} ref={place} class="rapport-base-row">
                {'title' in row ? (
                  <h2 class="rapport-heading">
                    {row.title} <span class="rapport-count">{row.count}</span>
                  </h2>
                ) : (
                  <ul class={list}>
                    {row.items.map(item => (
                      <Item key={keyOf(item)} item={item} />
                    ))}
                  </ul>
                )}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
