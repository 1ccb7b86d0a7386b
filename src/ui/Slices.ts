/** How long one slice may keep the main thread, in ms; the rest of a frame is the app's. */
const SLICE = 8;
/** A job that goes on and on takes a third of the time. */
const REST = 2;

/**
 * Does a job a slice at a time, soon after it is asked for, however often. `work` does some of it, until it is told that
 * its time is up, and says whether all is done.
 */
export class Slices {
  private timer = 0;

  constructor(private readonly work: (isTimeUp: () => boolean) => boolean) {}

  goOn(delay = SLICE): void {
    this.timer ||= window.setTimeout(() => {
      this.timer = 0;
      const start = performance.now();
      const isDone = this.work(() => performance.now() - start > SLICE);
      if (!isDone) this.goOn((performance.now() - start) * REST);
    }, delay);
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
  }
}
