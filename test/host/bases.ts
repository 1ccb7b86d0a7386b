import type { BasesConfigFileFilter, BasesPropertyId, BasesSortConfig } from 'obsidian';
import { NullValue, StringValue, type Value } from 'obsidian-test-mocks/obsidian';
import type { HostApp } from './app';
import { Component } from './events';
import type { TFile } from './files';

/** A view as a `.base` file has it; what a plugin's options say stands beside the rest. */
export interface ViewSource {
  type: string;
  name: string;
  filters?: BasesConfigFileFilter;
  groupBy?: { property: string; direction?: 'ASC' | 'DESC' };
  order?: string[];
  sort?: BasesSortConfig[];
  limit?: number;
  [option: string]: unknown;
}

export class QueryController extends Component {
  constructor(readonly app: HostApp) {
    super();
  }
}

/** A view knows nothing of its data before it is told that there is some. */
export abstract class BasesView extends Component {
  abstract type: string;
  readonly app: HostApp;
  config!: BasesViewConfig;
  allProperties: BasesPropertyId[] = [];
  data!: BasesQueryResult;

  protected constructor(controller: QueryController) {
    super();
    this.app = controller.app;
  }

  abstract onDataUpdated(): void;

  async createFileForView(): Promise<void> {
    throw new Error('The stand-in makes no notes for views');
  }
}

export class BasesViewConfig {
  constructor(
    private readonly view: ViewSource,
    private readonly save: () => void,
  ) {}

  get name(): string {
    return this.view.name;
  }

  /** What stands in the file: a default of the options does not. */
  get(key: string): unknown {
    return this.view[key];
  }

  set(key: string, value: unknown): void {
    if (value === null) delete this.view[key];
    else this.view[key] = value;
    this.save();
  }

  getAsPropertyId(key: string): BasesPropertyId | null {
    const value = this.view[key];
    return typeof value === 'string' ? propertyId(value) : null;
  }

  getEvaluatedFormula(): Value {
    return NullValue.value;
  }

  getOrder(): BasesPropertyId[] {
    return (this.view.order ?? []).map(propertyId);
  }

  getSort(): BasesSortConfig[] {
    const { sort } = this.view;
    const isValid = (each: unknown) => typeof (each as BasesSortConfig | null)?.property === 'string';
    return Array.isArray(sort)
      ? sort.filter(isValid).map(({ property, direction }) => ({ property: propertyId(property), direction }))
      : [];
  }

  getDisplayName(property: BasesPropertyId): string {
    return property.slice(property.indexOf('.') + 1);
  }
}

export class BasesEntry {
  constructor(
    private readonly app: HostApp,
    readonly file: TFile,
  ) {}

  getValue(property: BasesPropertyId): Value | null {
    const value = valueOf(this.app, this.file, property);
    return value === undefined || value === null ? NullValue.value : new StringValue(String(value));
  }
}

export class BasesEntryGroup {
  constructor(
    readonly key: Value,
    readonly entries: BasesEntry[],
  ) {}

  hasKey(): boolean {
    return this.key !== NullValue.value;
  }
}

export class BasesQueryResult {
  constructor(
    readonly data: BasesEntry[],
    private readonly view: ViewSource,
  ) {}

  get groupedData(): BasesEntryGroup[] {
    const { groupBy } = this.view;
    if (!groupBy) return [new BasesEntryGroup(NullValue.value, this.data)];
    const groups = new Map<string, BasesEntryGroup>();
    for (const entry of this.data) {
      const key = entry.getValue(propertyId(groupBy.property)) ?? NullValue.value;
      const name = key === NullValue.value ? '' : `=${key.toString()}`;
      const group = groups.get(name) ?? new BasesEntryGroup(key, []);
      groups.set(name, group);
      group.entries.push(entry);
    }
    const sign = groupBy.direction === 'DESC' ? -1 : 1;
    // What has no value comes last, whichever way.
    return [...groups]
      .sort(([a], [b]) => Number(a === '') - Number(b === '') || sign * compare(a, b))
      .map(([, group]) => group);
  }

  get properties(): BasesPropertyId[] {
    return (this.view.order ?? []).map(propertyId);
  }

  getSummaryValue(): Value {
    return NullValue.value;
  }
}

/** The files a view asks for: filtered, sorted, no more than its limit. */
export function runQuery(
  app: HostApp,
  filters: (BasesConfigFileFilter | undefined)[],
  view: ViewSource,
): BasesQueryResult {
  const sort = new BasesViewConfig(view, () => undefined).getSort();
  const textOf = (file: TFile, { property }: BasesSortConfig) => String(valueOf(app, file, property) ?? '');
  const inOrder = (a: TFile, b: TFile): number => {
    for (const each of sort) {
      const order = compare(textOf(a, each), textOf(b, each));
      if (order !== 0) return each.direction === 'DESC' ? -order : order;
    }
    return compare(a.path, b.path);
  };
  const files = app.vault
    .getFiles()
    .filter(file => [...filters, view.filters].every(filter => fits(app, file, filter)))
    .sort(inOrder);
  return new BasesQueryResult(
    files.slice(0, view.limit).map(file => new BasesEntry(app, file)),
    view,
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const propertyId = (property: string): BasesPropertyId =>
  (/^(?:note|file|formula)\./.test(property) ? property : `note.${property}`) as BasesPropertyId;

function valueOf(app: HostApp, file: TFile, property: BasesPropertyId): unknown {
  const [source, name] = [
    property.slice(0, property.indexOf('.')),
    property.slice(property.indexOf('.') + 1),
  ];
  if (source === 'note') return app.metadataCache.getFileCache(file)?.frontmatter?.[name] as unknown;
  const facts: Record<string, unknown> = {
    name: file.name,
    basename: file.basename,
    path: file.path,
    ext: file.extension,
    folder: file.parent?.path ?? '',
  };
  return source === 'file' ? facts[name] : undefined;
}

/** Of the language of filters it knows comparing a property with a text, and `file.inFolder`. */
function fits(app: HostApp, file: TFile, filter: BasesConfigFileFilter | undefined): boolean {
  if (filter === undefined) return true;
  if (typeof filter !== 'string') {
    if ('and' in filter) return filter.and.every(each => fits(app, file, each));
    if ('or' in filter) return filter.or.some(each => fits(app, file, each));
    return !filter.not.some(each => fits(app, file, each));
  }
  const folder = /^file\.inFolder\("(.*)"\)$/.exec(filter)?.[1];
  if (folder !== undefined) return file.path.startsWith(`${folder}/`);
  const [, property, sign, wanted] = /^([\w.]+) (==|!=) "(.*)"$/.exec(filter) ?? [];
  if (property === undefined) throw new Error(`The stand-in does not know the filter ${filter}`);
  return (valueOf(app, file, propertyId(property)) === wanted) === (sign === '==');
}
