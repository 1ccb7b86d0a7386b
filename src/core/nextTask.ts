import { lazily } from './lazily';

/** How long one slice of work may keep the main thread, in ms; collecting garbage takes most of the rest of a frame. */
export const SLICE = 2;

const waiting: (() => void)[] = [];

/** One for all: browsers put channels away one by one, at once, and keep everything else waiting. */
const channel = lazily(() => {
  const made = new MessageChannel();
  made.port1.onmessage = () => waiting.shift()?.();
  return made;
});

/** Behind what waits already. Timers within timers are made to wait for 4 ms; a message is not. */
export const nextTask = (): Promise<void> =>
  new Promise(resolve => {
    waiting.push(resolve);
    channel().port2.postMessage(null);
  });
