/** How long one slice of work may keep the main thread, in ms; collecting garbage takes most of the rest of a frame. */
export const SLICE = 2;

/** Behind what waits already. Timers within timers are made to wait for 4 ms; a message is not. */
export const nextTask = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
