const MOST = 4096;

/**
 * `work`, which asks nobody for the same answer twice. For short texts that come again and again in a vault (dates,
 * names, headings); what is kept is bounded, since not every text does.
 */
export function memoize<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    let answer = known.get(text);
    if (answer === undefined) {
      if (known.size >= MOST) known.clear();
      answer = work(text);
      known.set(text, answer);
    }
    return answer;
  };
}
