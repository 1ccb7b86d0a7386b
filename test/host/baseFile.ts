import type {
  BasesAllOptions,
  BasesConfigFile,
  BasesDropdownOption,
  BasesViewConfig as ViewConfig,
  QueryController as Controller,
} from 'obsidian';
import { parse, stringify } from 'yaml';
import { BasesViewConfig, QueryController, runQuery, type BasesView, type ViewSource } from './bases';
import { DropdownComponent } from './components';
import type { TFile } from './files';
import { FileView } from './views';

export const BASES_VIEW = 'bases';

/** A `.base` file: a bar to choose a view and its options, and the view itself, as its plugin draws it. */
export class BaseFileView extends FileView {
  override icon = 'table';
  private readonly bar = this.contentEl.createDiv('bases-header');
  private readonly viewEl = this.contentEl.createDiv('bases-view');
  private source: BasesConfigFile & { views: ViewSource[] } = { views: [] };
  private chosen = 0;
  private view: BasesView | undefined;
  private forget: () => void = () => undefined;
  private asked = false;
  /** Paths of the rows on screen, and of what was written since. */
  private rows: string[] = [];
  private readonly written = new Set<string>();

  override getViewType(): string {
    return BASES_VIEW;
  }

  override onload(): void {
    super.onload();
    const { vault, metadataCache } = this.app;
    const ask = (file: unknown) => {
      this.written.add((file as TFile).path);
      this.updateSoon();
    };
    this.registerEvent(metadataCache.on('changed', ask));
    for (const event of ['create', 'delete', 'rename']) this.registerEvent(vault.on(event, ask));
    this.registerEvent(
      vault.on('modify', file => {
        if (this.file && file === this.file) this.reread(this.file);
      }),
    );
  }

  override async onLoadFile(file: TFile): Promise<void> {
    await this.read(file);
    this.choose(0);
  }

  override async onUnloadFile(): Promise<void> {
    this.drop();
  }

  /** Shows one of the file's views. */
  choose(which: number): void {
    this.drop();
    this.chosen = which;
    const registration = this.app.registry.basesViews.get(this.current.type);
    if (!registration) {
      this.viewEl.setText(`Unknown view type "${this.current.type}"`);
      return;
    }
    const controller = new QueryController(this.app);
    this.view = registration.factory(
      controller as unknown as Controller,
      this.viewEl,
    ) as unknown as BasesView;
    if (this.view.type !== this.current.type) throw new Error(`The view calls itself "${this.view.type}"`);
    void this.view.load();
    this.update();
  }

  private get current(): ViewSource {
    const view = this.source.views[this.chosen];
    if (!view) throw new Error(`${this.file?.path} has no view ${this.chosen}`);
    return view;
  }

  private async read(file: TFile): Promise<void> {
    this.source = {
      views: [],
      ...(parse(await this.app.vault.read(file)) as BasesConfigFile),
    } as typeof this.source;
  }

  private drop(): void {
    this.view?.unload();
    this.view = undefined;
    this.viewEl.empty();
  }

  private reread(file: TFile): void {
    void this.app.pending.track(this.read(file).then(() => this.update()));
  }

  private updateSoon(): void {
    if (!this.asked) this.app.pending.later(() => this.updateIfNew(), 0);
    this.asked = true;
  }

  /** A view hears of its own rows, and of nothing else in the vault. */
  private updateIfNew(): void {
    this.asked = false;
    if (!this.view) return;
    const { data } = runQuery(this.app, [this.source.filters], this.current);
    const paths = data.map(({ file }) => file.path);
    const isSame = paths.join('\n') === this.rows.join('\n') && !paths.some(path => this.written.has(path));
    this.written.clear();
    if (!isSame) this.update();
  }

  /** The results before it are gone: who kept them gets an error. */
  private update(): void {
    if (!this.view) return;
    const result = runQuery(this.app, [this.source.filters], this.current);
    this.rows = result.data.map(({ file }) => file.path);
    const { proxy, revoke } = Proxy.revocable(result, {
      get: (target, name) => Reflect.get(target, name, target) as unknown,
    });
    this.view.config = new BasesViewConfig(this.current, () => this.save());
    this.view.data = proxy;
    this.view.onDataUpdated();
    this.forget();
    this.forget = revoke;
    this.drawBar();
  }

  private save(): void {
    const { file } = this;
    if (file) void this.app.pending.track(this.app.vault.modify(file, stringify(this.source)));
  }

  private drawBar(): void {
    this.bar.empty();
    const views = Object.fromEntries(this.source.views.map(({ name }, i) => [String(i), name]));
    this.addDropdown('View', views, String(this.chosen), value => this.choose(Number(value)));
    const config = this.view?.config;
    const registration = this.app.registry.basesViews.get(this.current.type);
    for (const option of registration?.options?.(config as unknown as ViewConfig) ?? [])
      if (isDropdown(option) && !option.shouldHide?.())
        this.addDropdown(
          option.displayName,
          option.options,
          String(config?.get(option.key) ?? option.default ?? ''),
          value => config?.set(option.key, value),
        );
  }

  private addDropdown(
    label: string,
    options: Record<string, string>,
    value: string,
    choose: (value: string) => void,
  ): void {
    const dropdown = new DropdownComponent(this.bar).addOptions(options).setValue(value).onChange(choose);
    dropdown.selectEl.setAttribute('aria-label', label);
  }
}

const isDropdown = (option: BasesAllOptions): option is BasesDropdownOption => option.type === 'dropdown';
