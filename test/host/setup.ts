// Jest set-up for everything that runs inside the host: jsdom lays nothing out, so elements get a size.
import './dom';

const SIZE = { x: 0, y: 0, left: 0, top: 0, right: 300, bottom: 600, width: 300, height: 600 };

class StillResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= StillResizeObserver;
Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { get: () => SIZE.width });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', {
  get(this: HTMLElement) {
    // Rows of a list are as tall as a line; what scrolls is as tall as a pane.
    return this.getAttribute('role') === 'option' ? 48 : SIZE.height;
  },
});
Range.prototype.getClientRects = () => Object.assign([], { item: () => null }) as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => ({ ...SIZE, toJSON: () => SIZE });
Element.prototype.scrollTo ??= () => undefined;
