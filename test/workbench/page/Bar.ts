import { setIcon } from 'obsidian';
import { addressOf, type Choices } from './choices';

interface Button {
  icon: string;
  label: string;
  press: () => void;
  isOn?: () => boolean;
}

/** Of the right sidebar where a narrow one is asked for, in px. */
const NARROW = 220;

/** What the app's window title, ribbon and settings dialog offer otherwise: one line above the app. */
export class Bar {
  private readonly buttonsEl: HTMLElement;
  /** Set by the app once it is there; without one the page is loaded anew for another choice. */
  private own: Button[] = [];
  private beforeLeaving: () => Promise<void> = async () => undefined;

  constructor(
    private choices: Choices,
    vault: string,
  ) {
    document.body.toggleClass('is-mobile', choices.phone);
    document.body.toggleClass('is-phone', choices.phone);
    const bar = document.body.createDiv('workbench-bar');
    const title = bar.createDiv('workbench-title');
    title.createSpan({ cls: 'workbench-name', text: 'Rapport workbench' });
    title.createSpan({ cls: 'workbench-vault', text: vault });
    this.buttonsEl = bar.createDiv('workbench-buttons');
    this.show();
  }

  /** The app's own buttons, and what has to be done before it goes. */
  connect(buttons: Button[], beforeLeaving: () => Promise<void>): void {
    this.own = buttons;
    this.beforeLeaving = beforeLeaving;
    this.show();
  }

  toggleTheme(): void {
    const theme = this.choices.theme === 'dark' ? 'light' : 'dark';
    if (this.choices.framed) void this.go({ theme });
    this.choices = { ...this.choices, theme };
    history.replaceState(null, '', addressOf(this.choices));
    this.show();
  }

  private show(): void {
    const { theme, width } = this.choices;
    document.body.toggleClass('theme-dark', theme === 'dark');
    document.body.toggleClass('theme-light', theme === 'light');
    document.body.setCssProps({ '--workbench-right-width': width === null ? '' : `${width}px` });
    this.buttonsEl.empty();
    for (const group of [this.own, this.widths(), [this.themeButton()]]) this.drawGroup(group);
  }

  private drawGroup(buttons: Button[]): void {
    if (buttons.length === 0) return;
    const group = this.buttonsEl.createDiv('workbench-group');
    for (const { icon, label, press, isOn } of buttons) {
      const button = group.createEl('button', {
        cls: 'clickable-icon',
        attr: { type: 'button', 'aria-label': label, title: label },
      });
      if (isOn) button.setAttribute('aria-pressed', String(isOn()));
      button.toggleClass('is-active', isOn?.() === true);
      setIcon(button, icon);
      button.addEventListener('click', press);
    }
  }

  private themeButton(): Button {
    return {
      icon: this.choices.theme === 'dark' ? 'sun' : 'moon',
      label: 'Light or dark',
      press: () => this.toggleTheme(),
    };
  }

  private widths(): Button[] {
    const { phone, framed, width } = this.choices;
    if (phone) return [];
    const choice = (icon: string, label: string, change: Partial<Choices>, on: boolean): Button => ({
      icon,
      label,
      isOn: () => on,
      press: () => void this.go({ width: null, framed: false, ...change }),
    });
    return [
      choice('monitor', 'As wide as the window', {}, !framed && width === null),
      choice('fold-horizontal', 'Narrow sidebar', { width: NARROW }, width !== null),
      choice('smartphone', 'Phone', { framed: true }, framed),
    ];
  }

  private async go(change: Partial<Choices>): Promise<void> {
    await this.beforeLeaving();
    location.assign(addressOf({ ...this.choices, ...change }));
  }
}

/** A phone's screen as a page of its own, so that everything in it measures as on a phone. */
export function drawPhoneFrame(choices: Choices): void {
  const src = addressOf({ ...choices, framed: false, phone: true, width: null });
  document.body
    .createDiv('workbench-stage')
    .createEl('iframe', { cls: 'workbench-phone', attr: { src, title: 'Phone' } });
}
