import {
  ConfirmationModal,
  FuzzySuggestModal,
  HoverPopover,
  Keymap,
  Menu,
  Modal,
  Notice,
  Scope,
  SuggestModal,
  type HoverParent,
} from 'obsidian';
import type { Host } from '.';
import { one, press, startHost, texts } from './startHost';

let host: Host;
afterEach(() => host.destroy());

describe('a popover', () => {
  const parent: HoverParent = { hoverPopover: null };
  let target: HTMLElement;

  async function hover(wait = 0) {
    ({ host } = await startHost());
    target = document.body.createDiv('hover-target');
    const popover = new HoverPopover(parent, target, wait);
    popover.hoverEl.setText('card');
    return popover;
  }

  const leave = (from: HTMLElement, to: HTMLElement) => {
    from.dispatchEvent(new MouseEvent('mouseout', { relatedTarget: to, bubbles: true }));
    to.dispatchEvent(new MouseEvent('mouseover', { relatedTarget: from, bubbles: true }));
  };

  afterEach(() => target?.remove());

  test('opens once the pointer has rested, and is its parent’s', async () => {
    const popover = await hover();
    expect(parent.hoverPopover).toBe(popover);
    expect(document.querySelector('.hover-popover')).toBeNull();
    await host.settle();
    expect(one('.popover.hover-popover').textContent).toBe('card');
  });

  test('stays while the pointer goes over into it, and goes when the pointer leaves it', async () => {
    const popover = await hover();
    await host.settle();
    leave(target, popover.hoverEl);
    await host.settle();
    expect(popover.hoverEl.isConnected).toBe(true);
    leave(popover.hoverEl, document.body);
    await host.settle();
    expect(popover.hoverEl.isConnected).toBe(false);
    expect(parent.hoverPopover).toBeNull();
  });

  test('crosses the gap: back in time, it stays', async () => {
    const popover = await hover();
    await host.settle();
    leave(target, document.body);
    leave(document.body, popover.hoverEl);
    await host.settle();
    expect(popover.hoverEl.isConnected).toBe(true);
    leave(popover.hoverEl, target);
    await host.settle();
    expect(popover.hoverEl.isConnected).toBe(true);
  });

  test('does not hear that the pointer is back where somebody keeps the event from the target', async () => {
    const popover = await hover();
    await host.settle();
    const stop = (event: Event) => event.stopPropagation();
    document.addEventListener('mouseover', stop, { capture: true });
    leave(target, document.body);
    leave(document.body, target);
    document.removeEventListener('mouseover', stop, { capture: true });
    await host.settle();
    expect(popover.hoverEl.isConnected).toBe(false);
  });

  test('does not open where the pointer left before the time was up', async () => {
    await hover(20);
    leave(target, document.body);
    await host.settle();
    expect(document.querySelector('.hover-popover')).toBeNull();
    expect(host.registered()['popovers']).toBe(0);
  });

  test('opens though it was unloaded before', async () => {
    const popover = await hover(20);
    popover.unload();
    await host.settle();
    expect(popover.hoverEl.isConnected).toBe(true);
  });

  test('one parent has one popover', async () => {
    const first = await hover();
    await host.settle();
    const second = new HoverPopover(parent, target, 0);
    await host.settle();
    expect(document.querySelectorAll('.hover-popover')).toHaveLength(1);
    expect(parent.hoverPopover).toBe(second);
    expect(first.hoverEl.isConnected).toBe(false);
  });
});

describe('the app’s page preview', () => {
  async function hoverLink(init: MouseEventInit) {
    ({ host } = await startHost({ files: { 'a.md': 'See [[b]]', 'b.md': 'Hello from b' } }, plugin =>
      plugin.registerHoverLinkSource('sample', { display: 'Sample', defaultMod: true }),
    ));
    const view = await host.openNote('a.md', { mode: 'preview' });
    const event = new MouseEvent('mouseover', init);
    const targetEl = one('a.internal-link', view.containerEl);
    const link = { event, source: 'sample', hoverParent: view, targetEl, linktext: 'b', sourcePath: 'a.md' };
    host.app.workspace.trigger('hover-link', link);
    await host.settle();
  }

  test('shows the note with the Mod key held, where its source says so', async () => {
    await hoverLink({ ctrlKey: true });
    expect(one('.hover-popover').textContent).toContain('Hello from b');
  });

  test('and not without', async () => {
    await hoverLink({});
    expect(document.querySelector('.hover-popover')).toBeNull();
  });
});

describe('modals', () => {
  test('open, show and close in the app’s order; only the one in front hears Escape', async () => {
    ({ host } = await startHost());
    const seen: string[] = [];
    class Dialog extends Modal {
      override onOpen() {
        seen.push(`open ${this.containerEl.isConnected}`);
      }
      override onClose() {
        seen.push(`close ${this.containerEl.isConnected}`);
      }
    }
    const [back, front] = [new Dialog(host.app), new Dialog(host.app).setTitle('Front')];
    back.open();
    front.open();
    expect(texts('.modal-title')).toEqual(['', 'Front']);
    press(document, 'Escape');
    expect([back.containerEl.isConnected, front.containerEl.isConnected]).toEqual([true, false]);
    one('.modal-bg').click();
    expect(seen).toEqual(['open true', 'open true', 'close false', 'close false']);
  });

  test('the focus goes back to where it was', async () => {
    ({ host } = await startHost());
    const before = document.body.createEl('input');
    before.focus();
    const modal = new Modal(host.app);
    modal.open();
    modal.contentEl.createEl('input').focus();
    modal.close();
    expect(document.activeElement).toBe(before);
    before.remove();
  });

  test('a fuzzy suggester finds by scattered letters, shows what matched, and chooses with Enter', async () => {
    ({ host } = await startHost());
    const chosen: string[] = [];
    class People extends FuzzySuggestModal<string> {
      getItems() {
        return ['Dana Ochoa', 'Omar Haddad', 'Jo Lind'];
      }
      getItemText(name: string) {
        return name;
      }
      onChooseItem(name: string) {
        chosen.push(name);
      }
    }
    const modal = new People(host.app);
    modal.open();
    expect(texts('.suggestion-item')).toEqual(['Dana Ochoa', 'Omar Haddad', 'Jo Lind']);
    expect(document.activeElement).toBe(modal.inputEl);
    modal.inputEl.value = 'had om';
    modal.inputEl.dispatchEvent(new Event('input'));
    expect(texts('.suggestion-item')).toEqual(['Omar Haddad']);
    expect(texts('.suggestion-highlight')).toEqual(['Om', 'Had']);
    press(modal.inputEl, 'Enter', { shiftKey: true });
    expect(chosen).toEqual([]);
    press(modal.inputEl, 'Enter');
    expect(chosen).toEqual(['Omar Haddad']);
    expect(document.querySelector('.prompt')).toBeNull();
  });

  test('a slow answer to an old question does not overwrite a newer one; none is said so', async () => {
    ({ host } = await startHost());
    const answers: Record<string, (values: string[]) => void> = {};
    class Slow extends SuggestModal<string> {
      override getSuggestions(query: string) {
        return new Promise<string[]>(resolve => (answers[query] = resolve));
      }
      renderSuggestion(value: string, el: HTMLElement) {
        el.setText(value);
      }
      onChooseSuggestion() {}
    }
    const modal = new Slow(host.app);
    modal.open();
    modal.inputEl.value = 'new';
    modal.inputEl.dispatchEvent(new Event('input'));
    answers['new']?.(['newer']);
    answers['']?.(['older']);
    await host.settle();
    expect(texts('.suggestion-item')).toEqual(['newer']);
    modal.inputEl.value = 'x';
    modal.inputEl.dispatchEvent(new Event('input'));
    answers['x']?.([]);
    await host.settle();
    expect(texts('.suggestion-empty')).toEqual(['No results found.']);
  });

  test('a confirmation closes with its buttons, unless the handler says it is not done', async () => {
    ({ host } = await startHost());
    const modal = new ConfirmationModal(host.app).addButton(button =>
      button.setButtonText('Keep open').onClick(() => true),
    );
    modal.addCancelButton();
    modal.open();
    const [keep, cancel] = modal.buttonContainerEl.querySelectorAll('button');
    keep?.click();
    await host.settle();
    expect(modal.containerEl.isConnected).toBe(true);
    cancel?.click();
    await host.settle();
    expect(modal.containerEl.isConnected).toBe(false);
  });
});

describe('menus', () => {
  test('keep sections together, take arrows and Enter, and close on a click elsewhere', async () => {
    ({ host } = await startHost());
    const ran: string[] = [];
    const menu = new Menu();
    for (const [title, section] of [
      ['Open', 'open'],
      ['Delete', 'danger'],
      ['Open right', 'open'],
    ] as const)
      menu.addItem(item =>
        item
          .setTitle(title)
          .setSection(section)
          .onClick(() => ran.push(title)),
      );
    menu.showAtMouseEvent(new MouseEvent('contextmenu', { clientX: 5, clientY: 7 }));
    expect(texts('.menu-item')).toEqual(['Open', 'Open right', 'Delete']);
    expect(document.querySelectorAll('.menu-separator')).toHaveLength(1);
    expect([one('.menu').style.left, one('.menu').style.top]).toEqual(['5px', '7px']);
    press(document, 'ArrowUp');
    press(document, 'Enter');
    expect(ran).toEqual(['Delete']);
    expect(document.querySelector('.menu')).toBeNull();
    menu.showAtPosition({ x: 0, y: 0 });
    document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(document.querySelector('.menu')).toBeNull();
  });
});

describe('notices', () => {
  test('say something else when told to, go when hidden, and take fragments', async () => {
    ({ host } = await startHost());
    const notice = new Notice('Working…', 0);
    notice.setMessage(createFragment(fragment => fragment.createEl('button', { text: 'Undo' })));
    expect(texts('.notice-container .notice button')).toEqual(['Undo']);
    notice.hide();
    expect(document.querySelector('.notice')).toBeNull();
  });
});

describe('keys', () => {
  const click = (init: MouseEventInit) => Keymap.isModEvent(new MouseEvent('click', init));

  test('Mod opens a tab, with Alt a split, with Shift too a window; the middle button a tab', async () => {
    ({ host } = await startHost());
    expect([
      click({}),
      click({ ctrlKey: true }),
      click({ ctrlKey: true, altKey: true }),
      click({ ctrlKey: true, altKey: true, shiftKey: true }),
      click({ button: 1 }),
    ]).toEqual([false, 'tab', 'split', 'window', 'tab']);
  });

  test('a scope in front hears first; what it does not know goes to its parent; false keeps the key from others', async () => {
    ({ host } = await startHost());
    const seen: string[] = [];
    const parent = new Scope();
    parent.register(['Mod'], 'k', () => void seen.push('parent k'));
    const scope = new Scope(parent);
    scope.register([], 'j', () => {
      seen.push('j');
      return false;
    });
    host.app.keymap.pushScope(scope);
    expect(press(document, 'j')).toBe(false);
    expect(press(document, 'j', { ctrlKey: true })).toBe(true);
    press(document, 'K', { ctrlKey: true });
    host.app.keymap.popScope(scope);
    press(document, 'j');
    expect(seen).toEqual(['j', 'parent k']);
  });
});
