type Listener = (...data: unknown[]) => unknown;

export interface EventRef {
  source: Events;
  name: string;
  listener: Listener;
}

/** How many listeners there are, for tests that count what is left behind. */
export const registrations = { listeners: 0, domListeners: 0, intervals: 0 };

export class Events {
  private refs: EventRef[] = [];

  on(name: string, callback: Listener, context?: unknown): EventRef {
    const ref = { source: this, name, listener: context === undefined ? callback : callback.bind(context) };
    this.refs.push(ref);
    registrations.listeners++;
    return ref;
  }

  offref(ref: EventRef): void {
    const before = this.refs.length;
    this.refs = this.refs.filter(each => each !== ref);
    registrations.listeners -= before - this.refs.length;
  }

  off(name: string, callback: Listener): void {
    for (const ref of this.refs) if (ref.name === name && ref.listener === callback) this.offref(ref);
  }

  /** One listener that throws does not keep the others from hearing. */
  trigger(name: string, ...data: unknown[]): void {
    for (const { name: heard, listener } of [...this.refs]) {
      if (heard !== name) continue;
      try {
        listener(...data);
      } catch (error) {
        reportLater(error);
      }
    }
  }

  tryTrigger({ listener }: EventRef, args: unknown[]): void {
    listener(...args);
  }
}

function reportLater(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}

/** Whatever a component registers is undone when it unloads, last first. */
export class Component {
  private loaded = false;
  private cleanups: (() => unknown)[] = [];
  private children: Component[] = [];

  load(): void {
    if (this.loaded) return;
    this.loaded = true;
    this.onload();
    for (const child of this.children) child.load();
  }

  unload(): void {
    if (!this.loaded) return;
    this.loaded = false;
    for (const child of this.children.splice(0)) child.unload();
    for (const cleanup of this.cleanups.splice(0).reverse()) cleanup();
    this.onunload();
  }

  onload(): void | Promise<void> {}
  onunload(): void {}

  addChild<T extends Component>(child: T): T {
    this.children.push(child);
    if (this.loaded) child.load();
    return child;
  }

  removeChild<T extends Component>(child: T): T {
    this.children = this.children.filter(each => each !== child);
    child.unload();
    return child;
  }

  register(cleanup: () => unknown): void {
    this.cleanups.push(cleanup);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => ref.source.offref(ref));
  }

  registerDomEvent(
    target: EventTarget,
    type: string,
    callback: (event: never) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = callback as unknown as EventListener;
    target.addEventListener(type, listener, options);
    registrations.domListeners++;
    this.register(() => {
      target.removeEventListener(type, listener, options);
      registrations.domListeners--;
    });
  }

  registerInterval(id: number): number {
    registrations.intervals++;
    this.register(() => {
      clearInterval(id);
      registrations.intervals--;
    });
    return id;
  }

  protected isLoaded(): boolean {
    return this.loaded;
  }
}
