import type { MarkdownView } from 'obsidian';
import type { Host } from '../host';
import { one, readNote, settled, texts } from './plugin';

/** Every day of these tests is this one, a Sunday; clocks and timers run on. */
export const TODAY = '2026-01-11';

export function stopTheCalendar(): void {
  beforeEach(() =>
    jest.useFakeTimers({
      now: new Date(`${TODAY}T10:00:00`),
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'requestAnimationFrame',
        'cancelAnimationFrame',
        'requestIdleCallback',
        'cancelIdleCallback',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    }),
  );
  afterEach(() => jest.useRealTimers());
}

/** What a user does in an app and sees of it. */
export class Hands {
  constructor(readonly host: Host) {}

  /** Opens the note and puts the cursor into the line that is `line`, or the one of that number. */
  async cursorIn(path: string, line: string | number): Promise<MarkdownView> {
    const view = await this.host.openNote(path, { mode: 'source' });
    const at = typeof line === 'number' ? line : view.editor.getValue().split('\n').indexOf(line);
    if (at < 0) throw new Error(`no line ${line} in ${path}`);
    view.editor.setCursor({ line: at, ch: 3 });
    return view;
  }

  /** By id, without the plugin's; false where the palette does not have it now. */
  async run(command: string): Promise<boolean> {
    const ran = this.host.runCommand(`rapport:${command}`);
    await settled(this.host);
    return ran;
  }

  async click(element: HTMLElement, init: MouseEventInit = {}): Promise<void> {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
    await settled(this.host);
  }

  async press(key: string, init: KeyboardEventInit = {}): Promise<void> {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
    );
    await settled(this.host);
  }

  /** Into the field that has the focus, instead of what stands in it. */
  type(words: string): void {
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      throw new Error('no field has the focus');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** A click on a suggestion, by its first line. */
  pick(title: string): Promise<void> {
    return this.click(withText('.suggestion-item', title, item => item.firstElementChild ?? item));
  }

  /** Waits for what comes in its own time. */
  async sees(selector: string): Promise<HTMLElement> {
    for (let patience = 50; patience > 0 && !document.querySelector(selector); patience--)
      await settled(this.host);
    return one(selector);
  }

  /** The note as it is on disk once the editors are saved. */
  async note(path: string): Promise<string> {
    await this.host.flushSaves();
    return readNote(this.host, path);
  }

  /** The person's page in the sidebar. */
  async openPerson(id: string): Promise<void> {
    await this.run('open-people-sidebar');
    await this.click(one(`.rapport-person-row[data-person="${id}"]`));
  }
}

/** The element of a selector that says just `text`. */
export function withText(
  selector: string,
  text: string,
  says: (element: HTMLElement) => Element = element => element,
): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const found = all.find(element => says(element).textContent?.trim() === text);
  if (!found)
    throw new Error(`no ${selector} says ${text}, but ${all.map(each => each.textContent).join(' | ')}`);
  return found;
}

export const suggestions = (): string[] =>
  [...document.querySelectorAll('.suggestion-item')].map(item => item.firstElementChild?.textContent ?? '');

export const notices = (): string[] => texts('.notice');

/** What one task of a page has to say and to click. */
export const taskRow = (text: string): HTMLElement => {
  const row = withText('.rapport-task-text', text).closest<HTMLElement>('.rapport-task');
  if (!row) throw new Error(`${text} is no task`);
  return row;
};
