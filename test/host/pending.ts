/** The host's own unfinished work: cache, files, popovers on their way. A test waits for it to be none. */
export class Pending {
  private readonly jobs = new Set<object>();
  private closed = false;

  get isIdle(): boolean {
    return this.jobs.size === 0;
  }

  /** Like `setTimeout`, but known. Returns what takes it back. */
  later(run: () => unknown, ms: number): () => void {
    const job = {};
    this.jobs.add(job);
    const timer = setTimeout(() => {
      if (this.closed) return;
      this.jobs.delete(job);
      run();
    }, ms);
    return () => {
      clearTimeout(timer);
      this.jobs.delete(job);
    };
  }

  track<T>(work: Promise<T>): Promise<T> {
    const job = {};
    this.jobs.add(job);
    const done = () => void this.jobs.delete(job);
    work.then(done, done);
    return work;
  }

  /** Until nothing is left to do, and nothing new came of what was done. */
  async settle(): Promise<void> {
    for (let idle = 0; idle < 3; idle = this.isIdle ? idle + 1 : 0) await nextTask();
  }

  close(): void {
    this.closed = true;
    this.jobs.clear();
  }
}

/** A new task of the event loop; browsers make nested timers wait, a message channel does not. */
export const nextTask = (): Promise<void> =>
  new Promise(resolve => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
