import { count } from './census';

type Listener = (...data: unknown[]) => unknown;

export interface EventRef {
  source: Events;
  name: string;
  listener: Listener;
  callback: Listener;
  uncount: () => void;
}

export class Events {
  private refs: EventRef[] = [];

  on(name: string, callback: Listener, context?: unknown): EventRef {
    const ref: EventRef = {
      source: this,
      name,
      callback,
      listener: context === undefined ? callback : callback.bind(context),
      uncount: () => undefined,
    };
    ref.uncount = count('listeners', ref);
    this.refs.push(ref);
    return ref;
  }

  offref(ref: EventRef): void {
    if (!this.refs.includes(ref)) return;
    this.refs = this.refs.filter(each => each !== ref);
    ref.uncount();
  }

  off(name: string, callback: Listener): void {
    for (const ref of this.refs) if (ref.name === name && ref.callback === callback) this.offref(ref);
  }

  /** One listener that throws does not keep the others from hearing. */
  trigger(name: string, ...data: unknown[]): void {
    for (const ref of [...this.refs]) {
      if (ref.name !== name || !this.refs.includes(ref)) continue;
      this.tryTrigger(ref, data);
    }
  }

  tryTrigger({ listener }: EventRef, args: unknown[]): void {
    try {
      listener(...args);
    } catch (error) {
      reportLater(error);
    }
  }

  /** For a host that goes: nobody listens any more. */
  dropListeners(): void {
    for (const ref of this.refs.splice(0)) ref.uncount();
  }
}

function reportLater(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}

/** Whatever a component registers is undone when it unloads, last first. */
export class Component {
  private componentLoaded = false;
  private cleanups: (() => unknown)[] = [];
  private children: Component[] = [];

  /** Async where `onload` is; the app awaits a plugin's. */
  load(): void | Promise<void> {
    if (this.componentLoaded) return;
    this.componentLoaded = true;
    const loading = this.onload();
    for (const child of [...this.children]) void child.load();
    return loading;
  }

  unload(): void {
    if (!this.componentLoaded) return;
    this.componentLoaded = false;
    while (this.children.length > 0) this.children.pop()?.unload();
    while (this.cleanups.length > 0) this.cleanups.pop()?.();
    this.onunload();
  }

  onload(): void | Promise<void> {}
  onunload(): void {}

  addChild<T extends Component>(child: T): T {
    this.children.push(child);
    if (this.componentLoaded) void child.load();
    return child;
  }

  removeChild<T extends Component>(child: T): T {
    if (!this.children.includes(child)) return child;
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
    const uncount = count('domListeners');
    this.register(() => {
      target.removeEventListener(type, listener, options);
      uncount();
    });
  }

  registerInterval(id: number): number {
    const uncount = count('intervals');
    this.register(() => {
      clearInterval(id);
      uncount();
    });
    return id;
  }
}
