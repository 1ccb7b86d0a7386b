// Jest set-up for everything that runs inside the host: jsdom lays nothing out, so elements get a size.
import './dom';

const SIZE = { x: 0, y: 0, left: 0, top: 0, right: 300, bottom: 600, width: 300, height: 600 };

/** Rows of a list are as tall as a line; everything else is as tall as a pane. */
function height(this: HTMLElement): number {
  return this.getAttribute('role') === 'option' ? 48 : SIZE.height;
}
for (const box of ['offset', 'client']) {
  Object.defineProperty(HTMLElement.prototype, `${box}Width`, { get: () => SIZE.width });
  Object.defineProperty(HTMLElement.prototype, `${box}Height`, { get: height });
}
Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
Range.prototype.getBoundingClientRect = () => ({ ...SIZE, toJSON: () => SIZE });
