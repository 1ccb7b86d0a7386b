export type SearchMatches = [start: number, end: number][];

export interface SearchResult {
  /** Higher is better; 0 for an empty query, else below 0. */
  score: number;
  matches: SearchMatches;
}

/** Every word of the query has to occur in the text, its letters in order; near and early ones score better. */
export function prepareFuzzySearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return text => {
    const found = words.map(word => lettersOf(word, text.toLowerCase()));
    if (found.some(matches => matches === null)) return null;
    const matches = found.flatMap(each => each ?? []).sort(([a], [b]) => a - b);
    const spread = matches.length - words.length;
    const start = matches[0]?.[0] ?? 0;
    return { score: matches.length === 0 ? 0 : -(spread + start / 100 + text.length / 1000), matches };
  };
}

/** Every word of the query has to occur in the text as it is. */
export function prepareSimpleSearch(query: string): (text: string) => SearchResult | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return text => {
    const places = words.map(word => [text.toLowerCase().indexOf(word), word.length] as const);
    if (places.some(([at]) => at < 0)) return null;
    const matches = places
      .map(([at, length]): [number, number] => [at, at + length])
      .sort(([a], [b]) => a - b);
    return { score: -(matches[0]?.[0] ?? 0) / 100, matches };
  };
}

export function sortSearchResults(results: { match: SearchResult }[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

/** The text with what matched in `span.suggestion-highlight`. */
export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: SearchMatches | null,
  offset = 0,
): void {
  let at = 0;
  for (const [start, end] of matches ?? []) {
    const [from, to] = [Math.max(at, start + offset), end + offset];
    if (to <= from) continue;
    el.append(text.slice(at, from));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(from, to) });
    at = to;
  }
  el.append(text.slice(at));
}

export function renderResults(el: HTMLElement, text: string, result: SearchResult, offset = 0): void {
  renderMatches(el, text, result.matches, offset);
}

/** The word as a whole where it occurs, else its letters one after another. */
function lettersOf(word: string, text: string): SearchMatches | null {
  const whole = text.indexOf(word);
  if (whole >= 0) return [[whole, whole + word.length]];
  const matches: SearchMatches = [];
  let at = 0;
  for (const letter of word) {
    const found = text.indexOf(letter, at);
    if (found < 0) return null;
    const last = matches.at(-1);
    if (last && last[1] === found) last[1] = found + letter.length;
    else matches.push([found, found + letter.length]);
    at = found + letter.length;
  }
  return matches;
}
