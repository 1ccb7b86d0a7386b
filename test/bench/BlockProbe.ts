const BUSY = new URLSearchParams(location.search).has('busy');
/** How often it is asked whether all is over, in ms: to look at the page makes garbage, too. */
const ASKED_EVERY = 5;

/**
 * How long the main thread was busy at a stretch: a message posted to oneself comes back when whatever runs is done.
 * Layout and drawing count too.
 */
export class BlockProbe {
  longest = 0;

  /** Looks until `isDone`, which is told what time it is. */
  until(isDone: (now: number) => boolean): Promise<void> {
    return new Promise(resolve => {
      const { port1, port2 } = new MessageChannel();
      let last = performance.now();
      let asked = last;
      port1.onmessage = () => {
        const now = performance.now();
        this.longest = Math.max(this.longest, now - last);
        if (now - asked >= ASKED_EVERY && isDone((asked = now))) {
          port1.close();
          resolve();
          return;
        }
        while (BUSY && performance.now() - now < 0.2);
        last = performance.now();
        port2.postMessage(null);
      };
      port2.postMessage(null);
    });
  }
}
