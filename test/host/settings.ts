import type {
  SettingControl,
  SettingDefinition,
  SettingDefinitionAction,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionPage,
} from 'obsidian';
import type { HostApp } from './index';
import type { Plugin } from './plugin';

type MaybeCall<T> = T | (() => T);

const valueOf = <T>(value: MaybeCall<T> | undefined, otherwise: T): T =>
  value === undefined ? otherwise : typeof value === 'function' ? (value as () => T)() : value;

/** Draws `getSettingDefinitions()`; `display()` only where there are none, as the app does since 1.13. */
export abstract class SettingTab {
  readonly containerEl = createDiv('vertical-tab-content');

  constructor(readonly app: HostApp) {}

  display(): void {}
  hide(): void {}

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  getControlValue(_key: string): unknown {
    return undefined;
  }

  setControlValue(_key: string, _value: unknown): void | Promise<void> {}

  update(): void {
    this.show();
  }

  show(): void {
    this.containerEl.empty();
    const definitions = this.getSettingDefinitions();
    if (definitions.length === 0) this.display();
    for (const item of definitions) this.drawItem(item, this.containerEl);
  }

  private drawItem(item: SettingDefinitionItem, parent: HTMLElement): void {
    if (!valueOf((item as { visible?: MaybeCall<boolean> }).visible, true)) return;
    if ('type' in item && item.type === 'page') this.drawPage(item, parent);
    else if ('type' in item) this.drawGroup(item, parent);
    else this.drawSetting(item, parent);
  }

  private drawGroup({ heading, items = [], cls }: SettingDefinitionGroup, parent: HTMLElement): void {
    const group = parent.createDiv(`setting-group${cls ? ` ${cls}` : ''}`);
    if (heading)
      group
        .createDiv('setting-item setting-item-heading')
        .createDiv({ cls: 'setting-item-name', text: heading });
    const box = group.createDiv('setting-items');
    for (const item of items) this.drawItem(item, box);
  }

  private drawPage({ name, items = [] }: SettingDefinitionPage, parent: HTMLElement): void {
    const page = parent.createEl('details', 'setting-page');
    page.createEl('summary', { text: name });
    for (const item of items) this.drawItem(item, page);
  }

  private drawSetting(definition: SettingDefinition, parent: HTMLElement): void {
    const row = parent.createDiv('setting-item');
    const info = row.createDiv('setting-item-info');
    info.createDiv({ cls: 'setting-item-name', text: definition.name });
    if (definition.desc) info.createDiv('setting-item-description').append(definition.desc);
    const control = row.createDiv('setting-item-control');
    if ('control' in definition && definition.control) this.drawControl(definition.control, control, info);
    if (isAction(definition))
      row.addEventListener('click', () => definition.action(row, 0));
  }

  private drawControl(control: SettingControl, parent: HTMLElement, info: HTMLElement): void {
    const field = FIELDS[control.type]?.(control as never, parent);
    if (!field) throw new Error(`The host cannot draw a ${control.type} control.`);
    const { input, read, write } = field;
    write(this.getControlValue(control.key) ?? control.defaultValue);
    const disabled = valueOf(control.disabled, false);
    if ('disabled' in input) input.disabled = disabled;
    input.addEventListener(
      control.type === 'toggle' ? 'click' : 'change',
      () => void this.commit(control, read(), info),
    );
  }

  /** An invalid value is not saved; the reason stands beside the field. */
  private async commit(control: SettingControl, value: unknown, info: HTMLElement): Promise<void> {
    info.querySelector('.setting-item-error')?.remove();
    const validate = control.validate as
      ((value: unknown) => string | void | Promise<string | void>) | undefined;
    const reason = await validate?.(value);
    if (reason) info.createDiv({ cls: 'setting-item-error', text: reason });
    else await this.setControlValue(control.key, value);
  }
}

export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: HostApp,
    readonly plugin: Plugin,
  ) {
    super(app);
  }

  override getControlValue(key: string): unknown {
    return (this.plugin as unknown as { settings?: Record<string, unknown> }).settings?.[key];
  }
}

interface Field {
  input: HTMLElement & { disabled?: boolean };
  read: () => unknown;
  write: (value: unknown) => void;
}

const textField = (input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): Field => ({
  input,
  read: () => input.value,
  write: value => {
    input.value = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  },
});

const lineField =
  (type: string) =>
  ({ placeholder }: { placeholder?: string }, parent: HTMLElement): Field =>
    textField(parent.createEl('input', { type, ...(placeholder !== undefined && { placeholder }) }));

const numberField =
  (type: string) =>
  (_control: unknown, parent: HTMLElement): Field => {
    const input = parent.createEl('input', { type });
    return { ...textField(input), read: () => Number(input.value) };
  };

const FIELDS: Record<string, (control: never, parent: HTMLElement) => Field> = {
  text: lineField('text'),
  file: lineField('text'),
  folder: lineField('text'),
  color: lineField('color'),
  number: numberField('number'),
  slider: numberField('range'),
  textarea: ({ placeholder, rows }: { placeholder?: string; rows?: number }, parent) => {
    const input = parent.createEl('textarea', placeholder === undefined ? {} : { placeholder });
    if (rows !== undefined) input.rows = rows;
    return textField(input);
  },
  dropdown: ({ options }: { options: Record<string, string> }, parent) => {
    const input = parent.createEl('select', 'dropdown');
    for (const [value, text] of Object.entries(options)) input.createEl('option', { value, text });
    return textField(input);
  },
  toggle: (_control, parent) => {
    const input = parent.createDiv({ cls: 'checkbox-container', attr: { role: 'switch', tabindex: '0' } });
    const write = (on: unknown) => {
      input.toggleClass('is-enabled', on === true);
      input.setAttribute('aria-checked', String(on === true));
    };
    input.addEventListener('click', () => write(!input.hasClass('is-enabled')));
    return { input, read: () => input.hasClass('is-enabled'), write };
  },
};

const isAction = (definition: SettingDefinition): definition is SettingDefinitionAction =>
  'action' in definition;
