import type { HostApp } from './app';
import { Modal } from './modals';
import { SettingsScreen } from './settingsScreen';
import type { SettingTab } from './settingTab';

/** The app's settings window, with the tabs of plugins. */
export class SettingsModal {
  activeTab: SettingTab | null = null;
  private modal: Modal | null = null;

  constructor(private readonly app: HostApp) {}

  get containerEl(): HTMLElement {
    return this.modal?.containerEl ?? createDiv();
  }

  open(): void {
    if (this.modal) return;
    this.modal = new Modal(this.app);
    this.modal.modalEl.addClass('mod-settings', 'mod-sidebar-layout');
    this.modal.contentEl.addClass('vertical-tabs-container');
    this.modal.setCloseCallback(() => {
      this.closeTab();
      this.modal = null;
    });
    this.modal.open();
    const header = this.modal.contentEl.createDiv('vertical-tab-header');
    const tabs = header.createDiv('vertical-tab-header-group').createDiv('vertical-tab-header-group-items');
    for (const [id, tab] of this.app.registry.settingTabs) {
      const name = this.app.plugins.plugins[id]?.manifest.name ?? id;
      const item = tabs.createDiv({
        cls: 'vertical-tab-nav-item',
        text: name,
        attr: { 'data-setting-id': id },
      });
      item.addEventListener('click', () => this.openTab(tab));
    }
    this.modal.contentEl.createDiv('vertical-tab-content-container');
  }

  close(): void {
    this.modal?.close();
  }

  openTabById(id: string): SettingTab | null {
    const tab = this.app.registry.settingTabs.get(id);
    if (!tab) return null;
    this.openTab(tab);
    return tab;
  }

  /** A plugin's tab goes with it. */
  tabRemoved(tab: SettingTab): void {
    if (this.activeTab === tab) this.close();
  }

  /** Definitions come first; `display()` is for tabs that have none. */
  private openTab(tab: SettingTab): void {
    this.open();
    this.closeTab();
    this.activeTab = tab;
    this.modal?.contentEl.querySelector('.vertical-tab-content-container')?.replaceChildren(tab.containerEl);
    tab.update();
    if (tab.settingItems.length === 0) {
      tab.display();
      return;
    }
    tab.screen = new SettingsScreen(tab);
    tab.screen.redraw();
  }

  private closeTab(): void {
    const tab = this.activeTab;
    if (!tab) return;
    this.activeTab = null;
    (tab.screen as SettingsScreen | null)?.close();
    tab.screen = null;
    tab.hide();
    tab.containerEl.remove();
  }
}
