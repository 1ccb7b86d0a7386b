import { BasesView, type QueryController } from 'obsidian';
import { render } from 'preact';
import { ScreenProvider } from '../../ui/actions';
import type { Rapport } from '../rapport';
import { say } from '../../core/words';
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
  const open = new Set<() => void>();
  // The app need not unload views that are open when their plugin goes, and may go on telling them of data.
  plugin.register(() => open.forEach(clear => clear()));
  plugin.registerBasesView(type, {
    name,
    icon,
    factory: (controller, parent) => {
      const el = parent.createDiv('rapport-view rapport-base');
      const clear = () => {
        open.delete(clear);
        render(null, el);
        el.remove();
      };
      open.add(clear);
      const view = new RapportBasesView(controller, type, base => {
        if (!open.has(clear)) return;
        render(
          <ScreenProvider value={screen}>
            <BaseScreen kind={kind} base={base} rapport={rapport} />
          </ScreenProvider>,
          el,
        );
      });
      view.register(clear);
      return view;
    },
    options: () => [
      {
        type: 'dropdown',
        key: GROUPING,
        displayName: say.groupBy,
        default: words[0]?.[0] ?? '',
        options: Object.fromEntries(words),
      },
    ],
  });
}

class RapportBasesView extends BasesView {
  readonly #draw: (base: BaseRows) => void;

  constructor(
    controller: QueryController,
    readonly type: string,
    draw: (base: BaseRows) => void,
  ) {
    super(controller);
    this.#draw = draw;
  }

  override onDataUpdated(): void {
    const { data, config } = this;
    this.#draw({
      groups: data.groupedData.map(group => [
        group.hasKey() ? String(group.key) : '',
        group.entries.map(({ file }) => file.path),
      ]),
      sorted: config.getSort().length > 0,
      grouping: config.get(GROUPING),
    });
  }
}
