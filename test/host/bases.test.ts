import { BasesView, type BasesQueryResult, type BasesViewConfig, type QueryController } from 'obsidian';
import type { Host } from '.';
import { one, startHost, texts } from './startHost';

// The stand-in's Bases, after the typings: what plugins may count on, and what they may not.

let host: Host;
afterEach(() => host.destroy());

class Rows extends BasesView {
  readonly type = 'rows';
  readonly seen: BasesQueryResult[] = [];
  readonly atFirst: [unknown, unknown];

  constructor(
    controller: QueryController,
    readonly el: HTMLElement,
  ) {
    super(controller);
    this.atFirst = [this.data, this.config];
  }

  override onDataUpdated(): void {
    this.seen.push(this.data);
    this.el.setText(this.data.data.map(({ file }) => file.basename).join(' '));
  }
}

const FILES = {
  'a.md': '---\nkind: x\nrank: 2\n---\n',
  'b.md': '---\nkind: y\nrank: 1\n---\n',
  'sub/c.md': 'none\n',
};

let made: Rows[] = [];

async function start(source: string, bases = true): Promise<boolean> {
  made = [];
  let known = false;
  ({ host } = await startHost({ files: { ...FILES, 'x.base': source }, bases }, plugin => {
    known = plugin.registerBasesView('rows', {
      name: 'Rows',
      icon: 'rows',
      factory: (controller, el) => {
        const view = new Rows(controller, el);
        made.push(view);
        return view;
      },
      options: () => [
        { type: 'dropdown', key: 'size', displayName: 'Size', options: { s: 'Small', l: 'Large' } },
      ],
    });
  }));
  await host.openNote('x.base').catch(() => undefined);
  await host.settle();
  return known;
}

const VIEW = 'views:\n  - type: rows\n    name: One\n';
const view = (): Rows => made[0] as Rows;
const config = (): BasesViewConfig => view().config;

test('where they are off a plugin is told so, and the files are not opened', async () => {
  expect(await start(VIEW, false)).toBe(false);
  expect(host.openedOutside).toEqual(['x.base']);
  expect(made).toEqual([]);
});

test('a view has its data once it is told, and not before; a result is gone at the next one', async () => {
  expect(await start(VIEW)).toBe(true);
  expect(view().atFirst).toEqual([undefined, undefined]);
  expect(one('.bases-view').textContent).toBe('a b c x');
  await host.outside.write('d.md', 'new\n');
  await host.settle();
  expect(one('.bases-view').textContent).toBe('a b d c x');
  expect(() => view().seen[0]?.data).toThrow();
});

test('a view hears of its rows, not of other notes', async () => {
  await start(`filters: 'file.name == "a.md"'\n${VIEW}`);
  await host.outside.write('b.md', 'other\n');
  await host.settle();
  expect(view().seen).toHaveLength(1);
  await host.outside.write('a.md', 'other\n');
  await host.settle();
  expect(view().seen).toHaveLength(2);
});

test('filters, sort, limit and groups are the Base’s', async () => {
  await start(
    `filters: { and: ['file.ext == "md"', { not: ['file.inFolder("sub")'] }] }\n${VIEW}` +
      '    sort: [{ property: rank, direction: ASC }, 7]\n    groupBy: { property: kind, direction: DESC }\n',
  );
  expect(view().data.data.map(({ file }) => file.path)).toEqual(['b.md', 'a.md']);
  expect(view().data.groupedData.map(group => [group.hasKey(), String(group.key)])).toEqual([
    [true, 'y'],
    [true, 'x'],
  ]);
  expect(config().getSort()).toEqual([{ property: 'note.rank', direction: 'ASC' }]);
});

test('without groups there is one, without a key', async () => {
  await start(VIEW);
  expect(view().data.groupedData.map(group => [group.hasKey(), group.entries.length])).toEqual([[false, 4]]);
  expect(config().getSort()).toEqual([]);
});

test('an option that was not chosen is not there, whatever its default; a choice goes into the file', async () => {
  await start(VIEW);
  expect(config().get('size')).toBeUndefined();
  const select = one('select[aria-label="Size"]') as HTMLSelectElement;
  select.value = 'l';
  select.dispatchEvent(new Event('change'));
  await host.settle();
  expect(config().get('size')).toBe('l');
});

test('when its plugin goes, a view is left as it is, and a file of that type says that it is unknown', async () => {
  await start(VIEW);
  host.unloadPlugin('sample');
  await host.settle();
  expect(one('.bases-view').textContent).toBe('a b c x');
  await host.openNote('a.md');
  await host.openNote('x.base');
  expect(texts('.bases-view')).toEqual(['Unknown view type "rows"']);
});
