// The helpers the app adds to the DOM. Most come from the mocks; what those get wrong is mended here.
import { setup } from 'obsidian-test-mocks/setup';
import { count } from './census';
import { onWindowMigrated } from './popout';

type Delegate = (this: HTMLElement, event: Event, target: HTMLElement) => unknown;

interface DelegateInfo {
  selector: string;
  callback: Delegate;
  listener: EventListener;
}

const delegates = new WeakMap<EventTarget, DelegateInfo[]>();

function define(prototype: object, members: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(members))
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: false });
}

/** What a browser without layout leaves out. Never replaces what is there. */
function supply(target: object, members: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(members))
    if (!(name in target)) define(target, { [name]: value });
}

/** The helpers are not to be seen by `for … in`, as they are not in the app. */
function hideHelpers(prototypes: object[]): void {
  for (const prototype of prototypes)
    for (const name of Object.keys(prototype)) {
      // Left there by the mocks' own modules.
      if (name === 'default') Reflect.deleteProperty(prototype, name);
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
      if (descriptor && typeof descriptor.value === 'function')
        define(prototype, { [name]: descriptor.value as unknown });
    }
}

const delegation = {
  on(
    this: HTMLElement,
    type: string,
    selector: string,
    callback: Delegate,
    options?: AddEventListenerOptions,
  ) {
    const listener = (event: Event) => {
      const target = (event.target as Element | null)?.closest<HTMLElement>(selector);
      if (target && this.contains(target)) callback.call(this, event, target);
    };
    delegates.set(this, [...(delegates.get(this) ?? []), { selector, callback, listener }]);
    this.addEventListener(type, listener, options);
  },
  off(
    this: HTMLElement,
    type: string,
    selector: string,
    callback: Delegate,
    options?: AddEventListenerOptions,
  ) {
    const known = delegates.get(this) ?? [];
    const found = known.find(each => each.selector === selector && each.callback === callback);
    if (!found) return;
    this.removeEventListener(type, found.listener, options);
    delegates.set(
      this,
      known.filter(each => each !== found),
    );
  },
};

function isHidden(element: HTMLElement): boolean {
  if (element.win.getComputedStyle(element).display === 'none') return true;
  return element.parentElement !== null && isHidden(element.parentElement);
}

/** Null on a miss, where the mocks throw. */
const fragmentHelpers = {
  find(this: ParentNode, selector: string): Element | null {
    return this.querySelector(selector);
  },
};

const elementHelpers = {
  ...fragmentHelpers,
  /** In the document, and no ancestor hidden. */
  isShown(this: HTMLElement): boolean {
    return this.isConnected && !isHidden(this);
  },
  onNodeInserted(this: HTMLElement, listener: () => unknown, once = false): () => void {
    const observer = new MutationObserver(() => {
      if (!this.isConnected) return;
      if (once) observer.disconnect();
      listener();
    });
    observer.observe(this.doc, { childList: true, subtree: true });
    return () => observer.disconnect();
  },
  onWindowMigrated,
  onClickEvent(
    this: HTMLElement,
    listener: (event: MouseEvent) => unknown,
    options?: AddEventListenerOptions,
  ) {
    for (const type of ['click', 'auxclick'] as const)
      this.addEventListener(type, event => void listener.call(this, event), options);
  },
};

/** Counts what listens on the window and its document, where forgotten listeners outlive their plugin. */
function countListeners(target: EventTarget): void {
  const add = target.addEventListener.bind(target);
  const remove = target.removeEventListener.bind(target);
  const known = new Map<unknown, Map<string, () => void>>();
  const keyOf = (type: string, options: unknown) =>
    `${type} ${options === true || (options as AddEventListenerOptions | undefined)?.capture === true}`;
  define(target, {
    addEventListener(
      type: string,
      listener: EventListener | null,
      options?: boolean | AddEventListenerOptions,
    ) {
      add(type, listener, options);
      const its = known.get(listener) ?? new Map<string, () => void>();
      const { once = false, signal } = typeof options === 'object' ? options : {};
      if (!listener || once || signal || its.has(keyOf(type, options))) return;
      known.set(listener, its.set(keyOf(type, options), count('documentListeners')));
    },
    removeEventListener(
      type: string,
      listener: EventListener | null,
      options?: boolean | EventListenerOptions,
    ) {
      remove(type, listener, options);
      const its = known.get(listener);
      its?.get(keyOf(type, options))?.();
      its?.delete(keyOf(type, options));
      if (its?.size === 0) known.delete(listener);
    },
  });
}

/** Every window has classes of its own: an element is of its window's class of that name. */
function instanceOf(this: Node, type: { new (): unknown; name: string }): boolean {
  if (this instanceof type) return true;
  const its = (this.constructorWin as unknown as Record<string, unknown>)[type.name];
  return typeof its === 'function' && this instanceof its;
}

export function setTooltip(el: HTMLElement, text: string): void {
  el.setAttribute('aria-label', text);
}

const noRects = () => [];
const noRect = () => ({ x: 0, y: 0, left: 0, right: 0, top: 0, bottom: 0, width: 0, height: 0 });

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

setup();
// The mocks make an app of their own as soon as they are set up.
delete (globalThis as { app?: unknown }).app;
hideHelpers([
  Array.prototype,
  String.prototype,
  Number,
  Object,
  Math,
  ...[Node, Element, HTMLElement, SVGElement, Document, DocumentFragment].map(
    ({ prototype }) => prototype as object,
  ),
]);
define(HTMLElement.prototype, { ...delegation, ...elementHelpers });
define(Node.prototype, { instanceOf });
define(Document.prototype, delegation);
define(DocumentFragment.prototype, fragmentHelpers);
supply(Element.prototype, { scrollIntoView: () => undefined, scrollTo: () => undefined });
supply(Range.prototype, { getClientRects: noRects, getBoundingClientRect: noRect });
supply(Document.prototype, { elementFromPoint: () => null, elementsFromPoint: noRects });
supply(window, {
  ResizeObserver: NoObserver,
  IntersectionObserver: NoObserver,
  CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&'), supports: () => false },
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});
// jsdom's selector engine listens too, once it is used for the first time.
document.querySelector('body > *');
for (const target of [window, document, document.body]) countListeners(target);
