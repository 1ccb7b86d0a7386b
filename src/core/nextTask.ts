/** How long one slice of work may keep the main thread, in ms; collecting garbage takes most of the rest of a frame. */
export const SLICE = 2;

const waiting: (() => void)[] = [];
/** One for all: browsers put channels away one by one, at once, and keep everything else waiting. */
let channel: MessageChannel | undefined;

/** Behind what waits already. Timers within timers are made to wait for 4 ms; a message is not. */
export const nextTask = (): Promise<void> =>
  new Promise(resolve => {
    if (!channel) {
      channel = new MessageChannel();
      channel.port1.onmessage = () => waiting.shift()?.();
    }
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

/** Call when the plugin goes: an open channel is never put away. What waits is not done any more. */
export function closeTasks(): void {
  channel?.port1.close();
  channel = undefined;
  waiting.length = 0;
}
