/** What comes in the end of a job that is done in steps. */
export function answerOf<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
