const SYLLABLES = 'ka lo mi ra ten bor vel sun dri pol gar fen hul wex tam'.split(' ');

/** Numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A word of its own for each number. */
export function wordOf(i: number): string {
  const at = (n: number) => SYLLABLES[n % SYLLABLES.length] ?? '';
  const rest = Math.floor(i / SYLLABLES.length ** 2);
  return `${at(i)}${at(Math.floor(i / SYLLABLES.length))}${rest > 0 ? wordOf(rest) : 'n'}`;
}
