import { BasesView, type QueryController } from 'obsidian';
import { render, type VNode } from 'preact';
import { ScreenProvider } from '../../ui/actions';
import type { Rapport } from '../rapport';
import type { BaseKind, BaseRows } from './BaseKind';
import { BaseScreen } from './BaseScreen';
import { MEETINGS } from './meetings';
import { PEOPLE } from './people';

/** What the choice of a grouping is called in a `.base` file. */
const GROUPING = 'grouping';

/** Views of Bases. Where Bases are off the app takes none, and there is nothing else to do. */
export function registerBases(rapport: Rapport): void {
  registerKind(rapport, 'rapport-people', PEOPLE);
  registerKind(rapport, 'rapport-meetings', MEETINGS);
}

function registerKind<Item>(rapport: Rapport, type: string, kind: BaseKind<Item>): void {
  const { plugin, screen } = rapport;
  const { name, icon, groupings } = kind;
  const words = Object.entries(groupings).map(([key, grouping]) => [key, grouping.words] as const);
  const standard = words[0]?.[0] ?? '';
  const draw = (base: BaseRows): VNode => (
    <ScreenProvider value={screen}>
      <BaseScreen
        kind={kind}
        base={{ ...base, grouping: Object.hasOwn(groupings, base.grouping) ? base.grouping : standard }}
        rapport={rapport}
      />
    </ScreenProvider>
  );
  const open = new Set<RapportBasesView>();
  // The app need not unload views that are open when their plugin goes.
  plugin.register(() => open.forEach(view => view.onunload()));
  plugin.registerBasesView(type, {
    name,
    icon,
    factory: (controller, el) => new RapportBasesView(controller, el, type, draw, open),
    options: () => [
      {
        type: 'dropdown',
        key: GROUPING,
        displayName: 'Group by',
        default: standard,
        options: Object.fromEntries(words),
      },
    ],
  });
}

class RapportBasesView extends BasesView {
  readonly #el: HTMLElement;
  readonly #draw: (base: BaseRows) => VNode;
  readonly #open: Set<RapportBasesView>;

  constructor(
    controller: QueryController,
    parent: HTMLElement,
    readonly type: string,
    draw: (base: BaseRows) => VNode,
    open: Set<RapportBasesView>,
  ) {
    super(controller);
    this.#el = parent.createDiv('rapport-view rapport-base');
    this.#draw = draw;
    this.#open = open.add(this);
  }

  override onDataUpdated(): void {
    const { data, config } = this;
    const base: BaseRows = {
      groups: data.groupedData.map(group => [
        group.hasKey() ? String(group.key) : '',
        group.entries.map(({ file }) => file.path),
      ]),
      sorted: config.getSort().length > 0,
      grouping: String(config.get(GROUPING)),
    };
    render(this.#draw(base), this.#el);
  }

  override onunload(): void {
    this.#open.delete(this);
    render(null, this.#el);
    this.#el.remove();
  }
}
