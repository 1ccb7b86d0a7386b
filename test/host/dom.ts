// The helpers the app adds to the DOM. Most come from the mocks; what those get wrong is mended here.
import 'obsidian-test-mocks/jest-setup';

type Delegate = (this: HTMLElement, event: Event, target: HTMLElement) => unknown;

const delegates = new WeakMap<object, Map<Delegate, EventListener>>();

function mend(prototype: object, members: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(members))
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}

for (const prototype of [HTMLElement.prototype, Document.prototype])
  mend(prototype, {
    find(this: ParentNode, selector: string) {
      return this.querySelector(selector);
    },
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
      const known = delegates.get(this) ?? new Map<Delegate, EventListener>();
      delegates.set(this, known.set(callback, listener));
      this.addEventListener(type, listener, options);
    },
    off(
      this: HTMLElement,
      type: string,
      _selector: string,
      callback: Delegate,
      options?: AddEventListenerOptions,
    ) {
      const listener = delegates.get(this)?.get(callback);
      if (listener) this.removeEventListener(type, listener, options);
    },
  });

mend(HTMLElement.prototype, {
  setCssProps(this: HTMLElement, props: Record<string, string>) {
    for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
  },
});
