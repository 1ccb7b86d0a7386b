import { Component } from './events';
import { setIcon } from './icons';

export class MenuItem {
  readonly dom = createDiv('menu-item tappable');
  private readonly iconEl = this.dom.createDiv('menu-item-icon');
  private readonly titleEl = this.dom.createDiv('menu-item-title');
  private clicked?: (event: MouseEvent | KeyboardEvent) => unknown;

  constructor(menu: Menu) {
    this.dom.addEventListener('click', event => {
      if (this.dom.hasClass('is-disabled') || this.dom.hasClass('is-label')) return;
      menu.hide();
      this.clicked?.(event);
    });
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.replaceChildren(title);
    return this;
  }

  setIcon(icon: string | null): this {
    if (icon === null) this.iconEl.empty();
    else setIcon(this.iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.dom.toggleClass('mod-checked', checked === true);
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.dom.toggleClass('is-disabled', disabled);
    return this;
  }

  setWarning(warning: boolean): this {
    this.dom.toggleClass('is-warning', warning);
    return this;
  }

  setIsLabel(label: boolean): this {
    this.dom.toggleClass('is-label', label);
    return this;
  }

  setSection(section: string): this {
    this.dom.dataset.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.clicked = callback;
    return this;
  }
}

export class Menu extends Component {
  private readonly dom = createDiv('menu');
  private readonly scroll = this.dom.createDiv('menu-scroll');
  private hidden?: () => unknown;

  addItem(build: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    build(item);
    this.scroll.append(item.dom);
    return this;
  }

  addSeparator(): this {
    this.scroll.createDiv('menu-separator');
    return this;
  }

  setNoIcon(): this {
    this.dom.addClass('no-icon');
    return this;
  }

  setUseNativeMenu(): this {
    return this;
  }

  onHide(callback: () => unknown): void {
    this.hidden = callback;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY });
  }

  showAtPosition({ x, y }: { x: number; y: number }): this {
    document.body.append(this.dom);
    this.load();
    this.registerDomEvent(document, 'mousedown', this.onPress, true);
    this.registerDomEvent(document, 'keydown', this.onKey);
    const { width, height } = this.dom.getBoundingClientRect();
    this.dom.style.left = `${Math.max(0, Math.min(x, window.innerWidth - width))}px`;
    this.dom.style.top = `${Math.max(0, Math.min(y, window.innerHeight - height))}px`;
    return this;
  }

  hide(): this {
    if (!this.dom.isConnected) return this;
    this.dom.remove();
    this.unload();
    this.hidden?.();
    return this;
  }

  close(): void {
    this.hide();
  }

  private readonly onPress = (event: MouseEvent): void => {
    if (!this.dom.contains(event.target as Node)) this.hide();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.hide();
  };
}
