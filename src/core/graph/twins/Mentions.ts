import { nameKey } from '../../note/names';
import type { PeopleGraph, PersonId } from '../PeopleGraph';

/** Names that begin with one word. */
interface Namesakes {
  word: string;
  /** Name key → who that is, see `PeopleGraph.identityOf`. */
  identities: Map<string, string>;
  /** Of notes that speak of them. */
  paths: Set<string>;
}

/** Where somebody is spoken of, so that notes can be read again once a name means somebody else. */
export class Mentions {
  private readonly byWord = new Map<string, Namesakes>();

  constructor(private readonly graph: PeopleGraph) {}

  /** @param labels As a note has them. Returns what `remove` wants. */
  add(path: string, labels: Iterable<string>): Namesakes[] {
    const found = new Set<Namesakes>();
    for (const label of labels) {
      const key = nameKey(label);
      const word = firstWord(key);
      let namesakes = this.byWord.get(word);
      if (!namesakes) this.byWord.set(word, (namesakes = { word, identities: new Map(), paths: new Set() }));
      if (!namesakes.identities.has(key)) namesakes.identities.set(key, this.graph.identityOf(key));
      namesakes.paths.add(path);
      found.add(namesakes);
    }
    return [...found];
  }

  remove(path: string, found: readonly Namesakes[]): void {
    for (const { word, paths } of found) {
      paths.delete(path);
      if (paths.size === 0) this.byWord.delete(word);
    }
  }

  /** Paths of notes that may speak of somebody else now that these people were touched. */
  staleBy(people: Iterable<PersonId>): Set<string> {
    const stale = new Set<string>();
    const words = new Set<string>();
    for (const id of people) for (const key of [id, ...this.graph.keysOf(id)]) words.add(firstWord(key));
    for (const word of words) {
      const { identities = [], paths = [] } = this.byWord.get(word) ?? {};
      let isStale = false;
      for (const [key, before] of identities) {
        const now = this.graph.identityOf(key);
        if (now === before) continue;
        isStale = true;
        this.byWord.get(word)?.identities.set(key, now);
      }
      if (isStale) for (const path of paths) stale.add(path);
    }
    return stale;
  }
}

export type { Namesakes };

const firstWord = (key: string): string => key.split(' ', 1)[0] ?? key;
