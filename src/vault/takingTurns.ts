/** Gives what begins a job when those before it are done, however they ended, and answers as the job does. */
export function takingTurns(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return job => {
    const turn = last.then(job);
    last = turn.catch(() => undefined);
    return turn;
  };
}
