const SYLLABLES = 'ka lo mi ra ten bor vel sun dri pol gar fen hul wex tam'.split(' ');

/** Numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A word of its own for each number; the first 3,375 are about as long as one another, since longer ones are more to read. */
export function wordOf(i: number): string {
  const at = (n: number) => SYLLABLES[Math.floor(n) % SYLLABLES.length] ?? '';
  const rest = Math.floor(i / SYLLABLES.length ** 3);
  return `${at(i)}${at(i / SYLLABLES.length)}${at(i / SYLLABLES.length ** 2)}${rest > 0 ? wordOf(rest) : 'n'}`;
}
