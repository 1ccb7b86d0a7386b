/** What a job comes to that is done in steps. */
export function answerOf<T>(steps: Iterator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
