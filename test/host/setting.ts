import {
  BaseComponent,
  ButtonComponent,
  ColorComponent,
  DisplayValueComponent,
  DropdownComponent,
  ExtraButtonComponent,
  MomentFormatComponent,
  ProgressBarComponent,
  SearchComponent,
  SliderComponent,
  TextAreaComponent,
  TextComponent,
  ToggleComponent,
} from './components';
import { setTooltip } from './dom';

/** One row: name and description on one side, controls on the other. */
export class Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  components: BaseComponent[] = [];
  errorEl: HTMLElement | null = null;

  constructor(parent: HTMLElement) {
    this.settingEl = parent.createDiv('setting-item');
    this.infoEl = this.settingEl.createDiv('setting-item-info');
    this.nameEl = this.infoEl.createDiv('setting-item-name');
    this.descEl = this.infoEl.createDiv('setting-item-description');
    this.controlEl = this.settingEl.createDiv('setting-item-control');
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }

  setDesc(text: string | DocumentFragment): this {
    this.descEl.setText(text);
    return this;
  }

  setClass(name: string): this {
    this.settingEl.addClass(name);
    return this;
  }

  setTooltip(text: string): this {
    setTooltip(this.nameEl, text);
    return this;
  }

  setHeading(): this {
    return this.setClass('setting-item-heading');
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass('is-disabled', disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  /** Stays until it is cleared with an empty message. */
  setErrorMessage(message: string | null): this {
    this.settingEl.toggleClass('is-invalid', Boolean(message));
    if (message) {
      this.errorEl ??= this.infoEl.createDiv({ cls: 'setting-item-error', attr: { role: 'alert' } });
      this.errorEl.setText(message);
    } else {
      this.errorEl?.remove();
      this.errorEl = null;
    }
    return this;
  }

  addDisplayValue(build: (component: DisplayValueComponent) => unknown): this {
    build(new DisplayValueComponent(this.controlEl));
    return this;
  }

  addButton = this.adder(ButtonComponent);
  addExtraButton = this.adder(ExtraButtonComponent);
  addToggle = this.adder(ToggleComponent);
  addText = this.adder(TextComponent);
  addSearch = this.adder(SearchComponent);
  addTextArea = this.adder(TextAreaComponent);
  addMomentFormat = this.adder(MomentFormatComponent);
  addDropdown = this.adder(DropdownComponent);
  addColorPicker = this.adder(ColorComponent);
  addProgressBar = this.adder(ProgressBarComponent);
  addSlider = this.adder(SliderComponent);

  addComponent<T extends BaseComponent>(build: (parent: HTMLElement) => T): this {
    this.components.push(build(this.controlEl));
    return this;
  }

  then(run: (setting: this) => unknown): this {
    run(this);
    return this;
  }

  clear(): this {
    this.controlEl.empty();
    this.components = [];
    return this;
  }

  private adder<T extends BaseComponent>(type: new (parent: HTMLElement) => T) {
    return (build: (component: T) => unknown): this => {
      const component = new type(this.controlEl);
      this.components.push(component);
      build(component);
      return this;
    };
  }
}

/** Settings under one heading. */
export class SettingGroup {
  readonly groupEl: HTMLElement;
  readonly listEl: HTMLElement;
  private readonly header: Setting;

  constructor(parent: HTMLElement) {
    this.groupEl = parent.createDiv('setting-group');
    this.header = new Setting(this.groupEl).setHeading();
    this.header.settingEl.hide();
    this.listEl = this.groupEl.createDiv('setting-items');
  }

  setHeading(text: string | DocumentFragment): this {
    this.header.setName(text).settingEl.show();
    return this;
  }

  addClass(...names: string[]): this {
    this.groupEl.addClass(...names);
    return this;
  }

  addSetting(build: (setting: Setting) => void): this {
    build(new Setting(this.listEl));
    return this;
  }

  addSearch(build: (component: SearchComponent) => unknown): this {
    this.header.settingEl.show();
    build(new SearchComponent(this.header.controlEl));
    return this;
  }

  addExtraButton(build: (component: ExtraButtonComponent) => unknown): this {
    this.header.settingEl.show();
    this.header.addExtraButton(build);
    return this;
  }
}
