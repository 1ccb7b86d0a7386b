import type { KeymapContext, Modifier } from 'obsidian';
import { Platform } from './platform';

interface Handler {
  scope: Scope;
  modifiers: string | null;
  key: string | null;
  listener: (event: KeyboardEvent, context: KeymapContext) => unknown;
}

/** Keys a part of the app listens to while it is in front. What it does not know, its parent may. */
export class Scope {
  private handlers: Handler[] = [];

  constructor(private readonly parent?: Scope) {}

  register(modifiers: Modifier[] | null, key: string | null, listener: Handler['listener']): Handler {
    const handler = { scope: this, modifiers: modifiers && joined(modifiers), key, listener };
    this.handlers.push(handler);
    return handler;
  }

  unregister(handler: Handler): void {
    this.handlers = this.handlers.filter(each => each !== handler);
  }

  /** False, as the app has it, where a handler dealt with the key. */
  handleKey(event: KeyboardEvent): unknown {
    const context = { modifiers: modifiersOf(event), key: event.key, vkey: event.key };
    for (const { modifiers, key, listener } of [...this.handlers].reverse()) {
      if (modifiers !== null && modifiers !== context.modifiers) continue;
      if (key !== null && key.toLowerCase() !== event.key.toLowerCase()) continue;
      const result = listener(event, context);
      if (result !== undefined) return result;
    }
    return this.parent?.handleKey(event);
  }
}

export class Keymap {
  private readonly scopes: Scope[];

  constructor(root: Scope) {
    this.scopes = [root];
  }

  pushScope(scope: Scope): void {
    this.scopes.push(scope);
  }

  popScope(scope: Scope): void {
    const at = this.scopes.lastIndexOf(scope);
    if (at > 0) this.scopes.splice(at, 1);
  }

  /** The scope in front hears of the key, and through it its parents. */
  onKeyEvent = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    if (this.scopes.at(-1)?.handleKey(event) === false) event.preventDefault();
  };

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    switch (modifier) {
      case 'Ctrl':
        return event.ctrlKey;
      case 'Meta':
        return event.metaKey;
      case 'Shift':
        return event.shiftKey;
      case 'Alt':
        return event.altKey;
      case 'Mod':
        return Platform.isMacOS ? event.metaKey : event.ctrlKey;
    }
  }

  /** Where a click with these keys held opens a link. */
  static isModEvent(
    event?: MouseEvent | KeyboardEvent | TouchEvent | null,
  ): false | 'tab' | 'split' | 'window' {
    if (!event) return false;
    const isMiddleClick = 'button' in event && event.button === 1;
    if (!isMiddleClick && !Keymap.isModifier(event, 'Mod')) return false;
    if (isMiddleClick || !event.altKey) return 'tab';
    return event.shiftKey ? 'window' : 'split';
  }
}

const joined = (modifiers: readonly Modifier[]): string =>
  modifiers
    .map(modifier => (modifier === 'Mod' ? (Platform.isMacOS ? 'Meta' : 'Ctrl') : modifier))
    .sort()
    .join(',');

const modifiersOf = (event: KeyboardEvent): string =>
  joined((['Alt', 'Ctrl', 'Meta', 'Shift'] as const).filter(modifier => Keymap.isModifier(event, modifier)));
