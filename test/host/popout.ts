// A window of its own, as a popout has it: another document, another realm, with the helpers the app adds to each.

const INTERFACES = [
  'Node',
  'Element',
  'HTMLElement',
  'SVGElement',
  'Document',
  'DocumentFragment',
  'Range',
  'UIEvent',
  'Array',
  'String',
] as const;

const FUNCTIONS = [
  'createDiv',
  'createEl',
  'createFragment',
  'createSpan',
  'createSvg',
  'nextFrame',
  'ready',
  'sleep',
  'CSS',
  'IntersectionObserver',
  'matchMedia',
  'MessageChannel',
  'ResizeObserver',
];

export interface Popout {
  readonly win: Window;
  readonly doc: Document;
  remove(): void;
}

export function openPopout(): Popout {
  const frame = document.body.createEl('iframe', { cls: 'popout-window' });
  const win = frame.contentWindow;
  if (!win) throw new Error('There are no other windows here');
  const realm = win as unknown as Record<string, { prototype: object } | undefined>;
  const main = window as unknown as Record<string, { prototype: object } | undefined>;
  for (const name of INTERFACES) {
    const [from, to] = [main[name]?.prototype, realm[name]?.prototype];
    if (from && to) supply(from, to, Reflect.ownKeys(from));
  }
  supply(window, win, FUNCTIONS);
  Object.defineProperty(realm['Node']?.prototype, 'constructorWin', { value: win, configurable: true });
  const doc = win.document;
  doc.body.className = `${document.body.className} is-popout-window`.trim();
  return { win, doc, remove: () => frame.remove() };
}

function supply(from: object, to: object, names: readonly PropertyKey[]): void {
  for (const name of names) {
    const descriptor = Object.getOwnPropertyDescriptor(from, name);
    if (descriptor && !(name in to)) Object.defineProperty(to, name, { ...descriptor, configurable: true });
  }
}

/** The window that has the focus; by it parts know where to open. */
export function setActiveWindow(win: Window): void {
  Object.assign(window, { activeWindow: win, activeDocument: win.document });
}

type Listener = (win: Window) => unknown;
/** They go with their elements. */
const listeners = new WeakMap<Element, Set<Listener>>();

export function onWindowMigrated(this: HTMLElement, listener: Listener): () => void {
  const its = listeners.get(this) ?? new Set();
  listeners.set(this, its.add(listener));
  return () => void its.delete(listener);
}

/** Tells what an element holds that it is in another window now. */
export function migrated(element: HTMLElement): void {
  const win = element.ownerDocument.defaultView;
  if (!win) return;
  for (const each of [element, ...element.querySelectorAll('*')])
    for (const listener of [...(listeners.get(each) ?? [])]) listener(win);
}
