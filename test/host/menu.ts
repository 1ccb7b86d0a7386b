import { currentApp } from './app';
import { count } from './census';
import { Component } from './events';
import { setIcon } from './icons';
import { Scope } from './keymap';

export class MenuSeparator {
  constructor(readonly section = '') {}
}

export class MenuItem {
  title: string | DocumentFragment = '';
  icon: string | null = null;
  checked: boolean | null = null;
  disabled = false;
  isWarning = false;
  isLabel = false;
  section = '';
  submenu: Menu | null = null;
  callback: ((event: MouseEvent | KeyboardEvent) => unknown) | undefined;

  setTitle(title: string | DocumentFragment): this {
    this.title = title;
    return this;
  }

  setIcon(icon: string | null): this {
    this.icon = icon;
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.checked = checked;
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.isWarning = isWarning;
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  setSubmenu(): Menu {
    this.submenu ??= new Menu();
    return this.submenu;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }
}

export class Menu extends Component {
  readonly items: (MenuItem | MenuSeparator)[] = [];
  readonly dom = createDiv('menu');
  private readonly scope = new Scope();
  private readonly hideCallbacks: (() => unknown)[] = [];
  private rows: { item: MenuItem; element: HTMLElement }[] = [];
  private selected = -1;

  constructor() {
    super();
    this.scope.register([], 'ArrowDown', () => this.select(this.selected + 1));
    this.scope.register([], 'ArrowUp', () => this.select(Math.max(this.selected, 0) - 1));
    this.scope.register([], 'Enter', event => this.choose(event));
    this.scope.register([], 'Escape', () => {
      this.hide();
      return false;
    });
  }

  /** One menu for all who add to it while the event goes its way. */
  static forEvent(event: MouseEvent): Menu {
    const known = menusOfEvents.get(event);
    if (known) return known;
    const menu = new Menu();
    menusOfEvents.set(event, menu);
    event.preventDefault();
    setTimeout(() => menu.items.length > 0 && menu.showAtMouseEvent(event));
    return menu;
  }

  addItem(build: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    this.items.push(item);
    build(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  setUseNativeMenu(_native: boolean): this {
    return this;
  }

  setParentElement(_element: HTMLElement): this {
    return this;
  }

  onHide(callback: () => unknown): void {
    this.hideCallbacks.push(callback);
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, (event.view ?? window).document);
  }

  showAtPosition({ x, y }: { x: number; y: number }, doc: Document = activeDocument): this {
    if (this.dom.isConnected) return this;
    this.draw();
    doc.body.append(this.dom);
    // It stays inside its window.
    const { width, height } = this.dom.getBoundingClientRect();
    const { innerWidth, innerHeight } = doc.defaultView ?? window;
    const left = Math.max(0, Math.min(x, innerWidth - width));
    const top = Math.max(0, Math.min(y, innerHeight - height));
    Object.assign(this.dom.style, { position: 'absolute', left: `${left}px`, top: `${top}px` });
    void this.load();
    return this;
  }

  override onload(): void {
    const { ownerDocument: doc } = this.dom;
    const away = (event: Event) => {
      if (!this.dom.contains(event.target as Node)) this.hide();
    };
    doc.addEventListener('mousedown', away, true);
    this.register(() => doc.removeEventListener('mousedown', away, true));
    const keymap = currentApp()?.keymap;
    keymap?.pushScope(this.scope);
    this.register(() => keymap?.popScope(this.scope));
    this.register(count('menus', this));
  }

  hide(): this {
    if (!this.dom.isConnected) return this;
    this.dom.remove();
    this.unload();
    for (const callback of this.hideCallbacks) callback();
    return this;
  }

  close(): void {
    this.hide();
  }

  /** Items of one section stand together, in the order in which the sections first came. */
  private draw(): void {
    this.dom.empty();
    this.rows = [];
    const scroll = this.dom.createDiv('menu-scroll');
    const sections = [...new Set(this.items.map(({ section }) => section))];
    for (const [at, section] of sections.entries()) {
      if (at > 0) scroll.createDiv('menu-separator');
      for (const item of this.items.filter(each => each.section === section)) {
        if (item instanceof MenuItem) this.rows.push({ item, element: this.drawItem(item, scroll) });
        else scroll.createDiv('menu-separator');
      }
    }
  }

  private drawItem(item: MenuItem, parent: HTMLElement): HTMLElement {
    const element = parent.createDiv({ cls: 'menu-item', attr: { 'data-section': item.section } });
    element.toggleClass('is-disabled', item.disabled);
    element.toggleClass('is-warning', item.isWarning);
    element.toggleClass('is-label', item.isLabel);
    const icon = element.createDiv('menu-item-icon');
    if (item.icon) setIcon(icon, item.icon);
    element.createDiv({ cls: 'menu-item-title', text: item.title });
    if (item.checked) setIcon(element.createDiv('menu-item-icon mod-checked'), 'check');
    if (item.submenu) element.addClass('has-submenu');
    element.addEventListener('click', event => this.run(item, event, element));
    return element;
  }

  private run(item: MenuItem, event: MouseEvent | KeyboardEvent, element: HTMLElement): void {
    if (item.disabled || item.isLabel) return;
    if (item.submenu) {
      const { right, top } = element.getBoundingClientRect();
      item.submenu.onHide(() => this.hide());
      item.submenu.showAtPosition({ x: right, y: top }, element.doc);
      return;
    }
    this.hide();
    item.callback?.(event);
  }

  private select(at: number): false {
    const { length } = this.rows;
    if (length > 0) this.selected = (at + length) % length;
    for (const [i, { element }] of this.rows.entries()) element.toggleClass('selected', i === this.selected);
    return false;
  }

  private choose(event: KeyboardEvent): false {
    const row = this.rows[this.selected];
    if (row) this.run(row.item, event, row.element);
    return false;
  }
}

const menusOfEvents = new WeakMap<Event, Menu>();
