/** What comes in the end of a job that is done in steps, and how many they were. */
export function finish<T>(steps: Iterator<void, T>): [answer: T, steps: number] {
  for (let count = 0; ; count++) {
    const step = steps.next();
    if (step.done) return [step.value, count];
  }
}
