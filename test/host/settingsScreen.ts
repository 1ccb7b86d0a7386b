import type {
  SettingControl,
  SettingDefinition,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
  Setting as OfficialSetting,
  SettingGroup as OfficialGroup,
  TFile as OfficialFile,
  TFolder as OfficialFolder,
} from 'obsidian';
import { ExtraButtonComponent, TextAreaComponent, TextComponent } from './components';
import { setIcon } from './icons';
import { Platform } from './platform';
import { Setting, SettingGroup } from './setting';
import type { SettingPage, SettingTab, TabScreen } from './settingTab';
import { PathSuggest } from './suggest';

type Predicate = boolean | (() => boolean) | undefined;

/** Draws a tab's definitions into its container, and keeps them up to date. */
export class SettingsScreen implements TabScreen {
  /** The names of the pages that are open, one within the other. */
  private path: string[] = [];
  private cleanups: (() => void)[] = [];
  private refreshes: (() => void)[] = [];
  private readonly queries = new Map<string, string>();
  private page: SettingPage | null = null;

  constructor(private readonly tab: SettingTab) {}

  redraw(): void {
    this.clear();
    const { containerEl } = this.tab;
    let items: readonly SettingDefinitionItem[] = this.tab.settingItems;
    for (const name of this.path) {
      const page = pagesIn(items).find(each => each.name === name);
      if (!page) {
        this.path = [];
        this.redraw();
        return;
      }
      if (page.page) {
        this.openPage(page.page() as unknown as SettingPage, page.name);
        return;
      }
      items = page.items ?? [];
    }
    if (this.path.length > 0) this.drawTitlebar(containerEl, this.path.at(-1) ?? '');
    this.drawItems(containerEl, items);
    this.refreshDomState();
  }

  refreshDomState(): void {
    for (const refresh of this.refreshes) refresh();
  }

  close(): void {
    this.clear();
    this.path = [];
  }

  private clear(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.refreshes = [];
    this.page?.hide();
    this.page = null;
    this.tab.containerEl.empty();
  }

  private openPage(page: SettingPage, name: string): void {
    this.page = page;
    page.title ||= name;
    this.drawTitlebar(page.titlebarEl, page.title);
    this.tab.containerEl.append(page.rootEl);
    page.display();
  }

  private drawTitlebar(parent: HTMLElement, title: string): void {
    const bar = parent.createDiv('setting-page-header');
    const back = bar.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': 'Back' } });
    setIcon(back, 'arrow-left');
    back.addEventListener('click', () => this.goTo(this.path.slice(0, -1)));
    bar.createDiv({ cls: 'setting-page-title', text: title });
  }

  private goTo(path: string[]): void {
    this.path = path;
    this.redraw();
  }

  /** Rows that stand in no group of their own are drawn in one without a heading. */
  private drawItems(parent: HTMLElement, items: readonly SettingDefinitionItem[]): void {
    let loose: SettingGroup | null = null;
    for (const [index, item] of items.entries()) {
      if (isGroup(item)) {
        loose = null;
        this.drawGroup(parent, item);
      } else {
        loose ??= new SettingGroup(parent);
        this.drawRow(loose, item, index);
      }
    }
  }

  private drawGroup(parent: HTMLElement, definition: SettingDefinitionGroup | SettingDefinitionList): void {
    const group = new SettingGroup(parent);
    const { heading, cls, search, extraButtons = [], items = [], visible } = definition;
    if (heading) group.setHeading(heading);
    if (cls) group.addClass(...cls.split(/\s+/));
    for (const build of extraButtons)
      group.addExtraButton(build as (button: ExtraButtonComponent) => unknown);
    this.follow(group.groupEl, visible);
    const rows = items.map((item, index) => ({ item, row: this.drawRow(group, item, index) }));
    if (search) this.drawSearch(group, heading ?? '', search, rows);
    if (isList(definition))
      this.drawList(
        group,
        definition,
        rows.map(({ row }) => row),
      );
  }

  private drawSearch(
    group: SettingGroup,
    name: string,
    { placeholder, match }: NonNullable<SettingDefinitionGroup['search']>,
    rows: { item: SettingDefinition | SettingDefinitionPage; row: Setting }[],
  ): void {
    const filter = (query: string) => {
      this.queries.set(name, query);
      for (const { item, row } of rows) {
        if (isPage(item)) continue;
        const isExempt = !holds(item.searchable);
        row.settingEl.toggleClass('is-filtered-out', !isExempt && query !== '' && !match(item, query));
      }
      this.refreshDomState();
    };
    group.addSearch(input => {
      input.setPlaceholder(placeholder ?? 'Filter…').setValue(this.queries.get(name) ?? '');
      input.onChange(filter);
      filter(input.getValue());
    });
  }

  private drawList(group: SettingGroup, list: SettingDefinitionList, rows: Setting[]): void {
    const { addItem, emptyState, onDelete, onReorder } = list;
    group.addClass('mod-list');
    if (rows.length === 0 && emptyState)
      group.listEl.createDiv({ cls: 'setting-list-empty', text: emptyState });
    for (const [index, row] of rows.entries()) {
      if (onReorder) makeDraggable(row, index, onReorder);
      if (!onDelete) continue;
      row.settingEl.tabIndex = 0;
      row.settingEl.addEventListener('keydown', event => {
        if (event.target === row.settingEl && ['Delete', 'Backspace'].includes(event.key)) onDelete(index);
      });
      row.addExtraButton(button =>
        button
          .setIcon('trash-2')
          .setTooltip('Delete')
          .onClick(() => onDelete(index)),
      );
    }
    if (!addItem) return;
    if (Platform.isMobile) {
      const row = new Setting(group.listEl).setName(`+ ${addItem.name}`).setClass('mod-add-item').settingEl;
      row.addEventListener('click', () => addItem.action(row));
    } else
      group.addExtraButton(button =>
        button
          .setIcon('plus')
          .setTooltip(addItem.name)
          .onClick(() => addItem.action(button.extraSettingsEl)),
      );
  }

  private drawRow(
    group: SettingGroup,
    item: SettingDefinition | SettingDefinitionPage,
    index: number,
  ): Setting {
    const setting = new Setting(group.listEl).setName(item.name);
    if (item.desc) setting.setDesc(typeof item.desc === 'string' ? item.desc : cloneOf(item.desc));
    this.follow(setting.settingEl, item.visible);
    if (isPage(item)) this.drawPageRow(setting, item);
    else if (item.control) this.drawControl(setting, item.control);
    else if (item.render) {
      const cleanup = item.render(setting as unknown as OfficialSetting, group as unknown as OfficialGroup);
      if (cleanup) this.cleanups.push(cleanup);
    } else if (item.action) this.drawAction(setting, item, index);
    return setting;
  }

  private drawPageRow(setting: Setting, page: SettingDefinitionPage): void {
    setting.setClass('mod-navigable');
    const { displayValue, status } = page;
    if (displayValue !== undefined)
      setting.addDisplayValue(value =>
        value.setValue(typeof displayValue === 'function' ? displayValue() : displayValue),
      );
    const state = typeof status === 'function' ? status() : status;
    if (state) setting.addDisplayValue(value => value.setStatus(state));
    setIcon(setting.controlEl.createSpan('setting-item-chevron'), 'chevron-right');
    makeButton(setting.settingEl, () => this.goTo([...this.path, page.name]));
  }

  private drawAction(
    setting: Setting,
    { action, disabled }: Extract<SettingDefinition, { action: object }>,
    index: number,
  ): void {
    setting.setClass('mod-action');
    makeButton(setting.settingEl, () => {
      if (!isSet(disabled)) action(setting.settingEl, index);
    });
    this.followDisabled(setting, disabled);
  }

  private drawControl(setting: Setting, control: SettingControl): void {
    const { key } = control;
    const stored = this.tab.getControlValue(key) ?? control.defaultValue;
    const change = (value: unknown) => void this.tab.app.pending.track(this.change(setting, control, value));
    addControl(setting, control, stored, change, this.tab);
    this.followDisabled(setting, control.disabled);
    if (stored !== undefined) void this.tab.app.pending.track(validated(setting, control, stored));
  }

  /** What does not pass is not stored; the reason stands in the row until a value passes. */
  private async change(setting: Setting, control: SettingControl, value: unknown): Promise<void> {
    if (!(await validated(setting, control, value))) return;
    await this.tab.setControlValue(control.key, value);
    this.refreshDomState();
  }

  private follow(element: HTMLElement, visible: Predicate): void {
    this.refreshes.push(() => element.toggle(holds(visible) && !element.hasClass('is-filtered-out')));
  }

  private followDisabled(setting: Setting, disabled: Predicate): void {
    this.refreshes.push(() => void setting.setDisabled(isSet(disabled)));
  }
}

/** True where the value passes; shows the reason where it does not. */
async function validated(setting: Setting, control: SettingControl, value: unknown): Promise<boolean> {
  const validate = control.validate as
    ((value: unknown) => string | void | Promise<string | void>) | undefined;
  const message = (await validate?.(value)) ?? '';
  setting.setErrorMessage(message || null);
  return !message;
}

function addControl(
  setting: Setting,
  control: SettingControl,
  stored: unknown,
  change: (value: unknown) => void,
  tab: SettingTab,
): void {
  switch (control.type) {
    case 'toggle':
      setting.addToggle(toggle => toggle.setValue(Boolean(stored)).onChange(change));
      return;
    case 'dropdown':
      setting.addDropdown(list => list.addOptions(control.options).setValue(asText(stored)).onChange(change));
      return;
    case 'textarea':
      setting.addTextArea(area => {
        if (control.rows) area.inputEl.rows = control.rows;
        fillText(area, control.placeholder, stored).onChange(change);
      });
      return;
    case 'text':
      setting.addText(text => fillText(text, control.placeholder, stored).onChange(change));
      return;
    case 'number':
      setting.addText(text => {
        const { placeholder, min = null, max = null, step = null, defaultValue = 0 } = control;
        text.inputEl.type = 'number';
        text.inputEl.setAttrs({ min, max, step });
        fillText(text, placeholder, stored);
        text.onChange(value => {
          const number = value.trim() === '' ? NaN : Number(value);
          change(Number.isNaN(number) ? defaultValue : number);
        });
      });
      return;
    case 'slider':
      setting.addSlider(slider => {
        slider.setLimits(control.min, control.max, control.step);
        if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
        slider.setValue(Number(stored ?? control.min)).onChange(change);
      });
      return;
    case 'color':
      setting.addColorPicker(picker => picker.setValue(asText(stored) || '#000000').onChange(change));
      return;
    case 'file':
      setting.addText(text => {
        fillText(text, control.placeholder, stored).onChange(change);
        new PathSuggest(tab.app, text.inputEl, () =>
          tab.app.vault
            .getFiles()
            .filter(file => control.filter?.(file as unknown as OfficialFile) ?? true)
            .map(({ path }) => path),
        );
      });
      return;
    case 'folder':
      setting.addText(text => {
        fillText(text, control.placeholder, stored).onChange(change);
        new PathSuggest(tab.app, text.inputEl, () =>
          tab.app.vault
            .getAllFolders(control.includeRoot ?? false)
            .filter(folder => control.filter?.(folder as unknown as OfficialFolder) ?? true)
            .map(({ path }) => path),
        );
      });
      return;
  }
}

function fillText<T extends TextComponent | TextAreaComponent>(
  input: T,
  placeholder: string | undefined,
  stored: unknown,
): T {
  if (placeholder) input.setPlaceholder(placeholder);
  input.setValue(asText(stored));
  return input;
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

function makeButton(element: HTMLElement, press: () => void): void {
  element.setAttrs({ role: 'button', tabindex: '0' });
  element.addEventListener('click', press);
  element.addEventListener('keydown', event => {
    if (event.target === element && (event.key === 'Enter' || event.key === ' ')) press();
  });
}

function makeDraggable(row: Setting, index: number, onReorder: (from: number, to: number) => void): void {
  const { settingEl } = row;
  const handle = settingEl.createDiv({
    cls: 'setting-drag-handle clickable-icon',
    attr: { draggable: 'true' },
  });
  settingEl.prepend(handle);
  setIcon(handle, 'grip-vertical');
  handle.addEventListener('dragstart', event => event.dataTransfer?.setData('text/plain', String(index)));
  settingEl.addEventListener('dragover', event => event.preventDefault());
  settingEl.addEventListener('drop', event => {
    event.preventDefault();
    const from = Number(event.dataTransfer?.getData('text/plain'));
    if (from !== index) onReorder(from, index);
  });
}

const isGroup = (item: SettingDefinitionItem): item is SettingDefinitionGroup | SettingDefinitionList =>
  'type' in item && (item.type === 'group' || item.type === 'list');

const isList = (group: SettingDefinitionGroup): group is SettingDefinitionList => group.type === 'list';

const isPage = (item: SettingDefinitionItem): item is SettingDefinitionPage =>
  'type' in item && item.type === 'page';

/** Pages among the items and in their groups. */
const pagesIn = (items: readonly SettingDefinitionItem[]): SettingDefinitionPage[] =>
  items.flatMap(item => (isGroup(item) ? (item.items ?? []).filter(isPage) : isPage(item) ? [item] : []));

const holds = (visible: Predicate): boolean =>
  typeof visible === 'function' ? visible() : visible !== false;
const isSet = (flag: Predicate): boolean => (typeof flag === 'function' ? flag() : flag === true);
const cloneOf = (fragment: DocumentFragment): DocumentFragment =>
  fragment.cloneNode(true) as DocumentFragment;
