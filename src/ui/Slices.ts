/** How long one slice may keep the main thread, in ms; the index and the app share the rest of a frame. */
const SLICE = 4;
/** How many times as long as a slice took it rests before the next, */
const BETWEEN_SLICES = 0.2;
/** and when all was done: what is asked for again and again while notes are read takes little of the time. */
const BETWEEN_JOBS = 10;

/** Takes steps of a job until its time is up, at least one; the last of them tells whether it is done. */
export function takeSteps<T>(job: Iterator<void, T>, isTimeUp: () => boolean): IteratorResult<void, T> {
  let step = job.next();
  while (!step.done && !isTimeUp()) step = job.next();
  return step;
}

/**
 * Does a job a slice at a time, soon after it is asked for, however often. `work` does some of it, until it is told that
 * its time is up, and says whether all is done.
 */
export class Slices {
  readonly #work: (isTimeUp: () => boolean) => boolean;

  #timer = 0;
  #restUntil = 0;

  constructor(work: (isTimeUp: () => boolean) => boolean) {
    this.#work = work;
  }

  goOn(): void {
    const delay = Math.max(SLICE, this.#restUntil - performance.now());
    this.#timer ||= window.setTimeout(() => this.#run(), delay);
  }

  stop(): void {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #run(): void {
    this.#timer = 0;
    const start = performance.now();
    const isDone = this.#work(() => performance.now() - start > SLICE);
    const end = performance.now();
    this.#restUntil = end + (end - start) * (isDone ? BETWEEN_JOBS : BETWEEN_SLICES);
    if (!isDone) this.goOn();
  }
}
