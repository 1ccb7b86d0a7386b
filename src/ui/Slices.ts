import { nextTask, SLICE } from '../core/nextTask';

/**
 * How many times as long as its last slice took a job rests that was done: what is asked for again and again while notes
 * are read takes little of the time.
 */
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

  /** What waits for another turn than this one was stopped. */
  #turn = 0;
  #waits = false;
  #restUntil = 0;

  constructor(work: (isTimeUp: () => boolean) => boolean) {
    this.#work = work;
  }

  goOn(): void {
    if (this.#waits) return;
    this.#waits = true;
    const turn = this.#turn;
    const rest = this.#restUntil - performance.now();
    const waiting = rest > 0 ? new Promise(resolve => window.setTimeout(resolve, rest)) : nextTask();
    void waiting.then(() => turn === this.#turn && this.#run());
  }

  stop(): void {
    this.#turn++;
    this.#waits = false;
  }

  #run(): void {
    this.#waits = false;
    const start = performance.now();
    const isDone = this.#work(() => performance.now() - start > SLICE);
    const end = performance.now();
    if (isDone) this.#restUntil = end + (end - start) * BETWEEN_JOBS;
    else this.goOn();
  }
}
