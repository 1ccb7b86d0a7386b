import { setIcon } from './icons';
import { setTooltip } from './dom';

/** The controls of settings, with the class names of the app. Real DOM events drive them. */
export abstract class BaseComponent {
  disabled = false;

  then(run: (component: this) => unknown): this {
    run(this);
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    return this;
  }
}

export abstract class ValueComponent<T> extends BaseComponent {
  protected listener: ((value: T) => unknown) | undefined;

  abstract getValue(): T;
  abstract setValue(value: T): this;

  onChange(listener: (value: T) => unknown): this {
    this.listener = listener;
    return this;
  }

  registerOptionListener(listeners: Record<string, (value?: T) => T>, key: string): this {
    listeners[key] = value => {
      if (value !== undefined) this.setValue(value);
      return this.getValue();
    };
    return this;
  }
}

export class ToggleComponent extends ValueComponent<boolean> {
  readonly toggleEl: HTMLElement;
  private readonly inputEl: HTMLInputElement;
  private on = false;

  constructor(parent: HTMLElement) {
    super();
    this.toggleEl = parent.createDiv('checkbox-container');
    this.inputEl = this.toggleEl.createEl('input', { type: 'checkbox', attr: { tabindex: '0' } });
    this.inputEl.addEventListener('click', event => event.stopPropagation());
    this.inputEl.addEventListener('change', () => this.onClick());
    this.toggleEl.addEventListener('click', () => this.onClick());
  }

  getValue(): boolean {
    return this.on;
  }

  setValue(on: boolean): this {
    const changed = this.on !== on;
    this.on = on;
    this.inputEl.checked = on;
    this.toggleEl.toggleClass('is-enabled', on);
    if (changed) this.listener?.(on);
    return this;
  }

  onClick(): void {
    if (!this.disabled) this.setValue(!this.on);
  }

  setTooltip(text: string): this {
    setTooltip(this.toggleEl, text);
    return this;
  }

  override setDisabled(disabled: boolean): this {
    this.inputEl.disabled = disabled;
    this.toggleEl.toggleClass('is-disabled', disabled);
    return super.setDisabled(disabled);
  }
}

export class AbstractTextComponent<
  T extends HTMLInputElement | HTMLTextAreaElement,
> extends ValueComponent<string> {
  constructor(readonly inputEl: T) {
    super();
    inputEl.addEventListener('input', () => this.onChanged());
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(value: string): this {
    this.inputEl.value = value;
    return this;
  }

  setPlaceholder(placeholder: string): this {
    this.inputEl.placeholder = placeholder;
    return this;
  }

  onChanged(): void {
    this.listener?.(this.getValue());
  }

  override setDisabled(disabled: boolean): this {
    this.inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }
}

export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
  constructor(parent: HTMLElement) {
    super(parent.createEl('input', { type: 'text', attr: { spellcheck: 'false' } }));
  }
}

export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
  constructor(parent: HTMLElement) {
    super(parent.createEl('textarea', { attr: { spellcheck: 'false' } }));
  }
}

export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
  readonly clearButtonEl: HTMLElement;

  constructor(parent: HTMLElement) {
    const container = parent.createDiv('search-input-container');
    super(container.createEl('input', { type: 'search', attr: { spellcheck: 'false' } }));
    this.clearButtonEl = container.createDiv('search-input-clear-button');
    this.clearButtonEl.addEventListener('click', () => this.setValue('').onChanged());
  }
}

export class MomentFormatComponent extends TextComponent {
  sampleEl: HTMLElement = createSpan();

  setDefaultFormat(format: string): this {
    return this.setPlaceholder(format);
  }

  setSampleEl(element: HTMLElement): this {
    this.sampleEl = element;
    return this;
  }

  updateSample(): void {}
}

export class DropdownComponent extends ValueComponent<string> {
  readonly selectEl: HTMLSelectElement;

  constructor(parent: HTMLElement) {
    super();
    this.selectEl = parent.createEl('select', 'dropdown');
    this.selectEl.addEventListener('change', () => this.listener?.(this.getValue()));
  }

  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }

  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }

  override setDisabled(disabled: boolean): this {
    this.selectEl.disabled = disabled;
    return super.setDisabled(disabled);
  }
}

export class SliderComponent extends ValueComponent<number> {
  readonly sliderEl: HTMLInputElement;
  private readonly valueEl: HTMLElement;
  private isInstant = false;
  private format: (value: number) => string = String;

  constructor(parent: HTMLElement) {
    super();
    this.valueEl = parent.createSpan('slider-value');
    this.sliderEl = parent.createEl('input', { type: 'range', cls: 'slider' });
    this.sliderEl.addEventListener('input', () => this.changed(this.isInstant));
    this.sliderEl.addEventListener('change', () => this.changed(true));
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    this.sliderEl.setAttrs({ min, max, step });
    return this;
  }

  setInstant(instant: boolean): this {
    this.isInstant = instant;
    return this;
  }

  setDynamicTooltip(): this {
    return this;
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.format = format;
    return this.draw();
  }

  getValue(): number {
    return Number(this.sliderEl.value);
  }

  getValuePretty(): string {
    return this.format(this.getValue());
  }

  setValue(value: number): this {
    this.sliderEl.value = String(value);
    return this.draw();
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  private changed(tell: boolean): void {
    this.draw();
    if (tell) this.listener?.(this.getValue());
  }

  private draw(): this {
    this.valueEl.setText(this.getValuePretty());
    return this;
  }
}

export class ColorComponent extends ValueComponent<string> {
  readonly colorPickerEl: HTMLInputElement;

  constructor(parent: HTMLElement) {
    super();
    this.colorPickerEl = parent.createEl('input', { type: 'color' });
    this.colorPickerEl.addEventListener('change', () => this.listener?.(this.getValue()));
  }

  getValue(): string {
    return this.colorPickerEl.value;
  }

  setValue(value: string): this {
    this.colorPickerEl.value = value;
    return this;
  }

  override setDisabled(disabled: boolean): this {
    this.colorPickerEl.disabled = disabled;
    return super.setDisabled(disabled);
  }
}

export class ProgressBarComponent extends ValueComponent<number> {
  private readonly lineEl: HTMLElement;
  private percent = 0;

  constructor(parent: HTMLElement) {
    super();
    this.lineEl = parent.createDiv('setting-progress-bar').createDiv('setting-progress-bar-inner');
  }

  getValue(): number {
    return this.percent;
  }

  setValue(percent: number): this {
    this.percent = percent;
    this.lineEl.style.width = `${percent}%`;
    return this;
  }
}

export class ButtonComponent extends BaseComponent {
  readonly buttonEl: HTMLButtonElement;

  constructor(parent: HTMLElement) {
    super();
    this.buttonEl = parent.createEl('button');
    this.buttonEl.addEventListener('click', event => void this.handler?.(event));
  }

  private handler: ((event: MouseEvent) => unknown) | undefined;

  onClick(handler: (event: MouseEvent) => unknown): this {
    this.handler = handler;
    return this;
  }

  setButtonText(text: string): this {
    this.buttonEl.setText(text);
    return this;
  }

  setIcon(icon: string): this {
    this.buttonEl.addClass('clickable-icon');
    setIcon(this.buttonEl, icon);
    return this;
  }

  setTooltip(text: string): this {
    setTooltip(this.buttonEl, text);
    return this;
  }

  setClass(name: string): this {
    this.buttonEl.addClass(name);
    return this;
  }

  setCta(): this {
    return this.setClass('mod-cta');
  }

  removeCta(): this {
    this.buttonEl.removeClass('mod-cta');
    return this;
  }

  setWarning(): this {
    return this.setClass('mod-warning');
  }

  setDestructive(): this {
    return this.setClass('mod-destructive');
  }

  removeDestructive(): this {
    this.buttonEl.removeClass('mod-destructive');
    return this;
  }

  override setDisabled(disabled: boolean): this {
    this.buttonEl.disabled = disabled;
    return super.setDisabled(disabled);
  }
}

export class ExtraButtonComponent extends BaseComponent {
  readonly extraSettingsEl: HTMLElement;

  constructor(parent: HTMLElement) {
    super();
    this.extraSettingsEl = parent.createDiv({
      cls: 'clickable-icon extra-setting-button',
      attr: { role: 'button', tabindex: '0' },
    });
    this.setIcon('settings');
    this.extraSettingsEl.addEventListener('click', () => {
      if (!this.disabled) this.handler?.();
    });
  }

  private handler: (() => unknown) | undefined;

  onClick(handler: () => unknown): this {
    this.handler = handler;
    return this;
  }

  setIcon(icon: string): this {
    setIcon(this.extraSettingsEl, icon);
    return this;
  }

  setTooltip(text: string): this {
    setTooltip(this.extraSettingsEl, text);
    return this;
  }

  override setDisabled(disabled: boolean): this {
    this.extraSettingsEl.toggleClass('is-disabled', disabled);
    return super.setDisabled(disabled);
  }
}

export class DisplayValueComponent {
  readonly valueEl: HTMLElement;

  constructor(parent: HTMLElement) {
    this.valueEl = parent.createSpan('setting-item-display-value');
  }

  setValue(value: string | null): this {
    this.valueEl.setText(value ?? '');
    return this;
  }

  setStatus(status: 'warning' | null): this {
    this.valueEl.toggleClass('mod-warning', status === 'warning');
    return this;
  }
}
