import { ensure } from '../../ensure';
import { nameKey } from '../../note/names';
import { bareNameOf } from '../nameParts';
import type { PeopleGraph, PersonId } from '../PeopleGraph';

/** Names that begin with one word, as long as a note speaks of one. */
export interface Namesakes {
  word: string;
  /** Name key → who that is, see `PeopleGraph.identityOf`. */
  identities: Map<string, string>;
  /** How many notes speak of them. */
  uses: number;
  /** Whether one of the names may mean somebody else than it did. */
  isStale: boolean;
}

/**
 * Of whom notes speak, so that they can be read again once a name means somebody else. Which notes those are is asked
 * of the notes: that is seldom asked, and lists of notes for each name would be kept always.
 */
export class Mentions {
  readonly #graph: PeopleGraph;

  readonly #byWord = new Map<string, Namesakes>();

  constructor(graph: PeopleGraph) {
    this.#graph = graph;
  }

  /** @param labels As a note has them. Returns what `remove` wants, and what tells whether the note is to be read again. */
  add(labels: Iterable<string>): Namesakes[] {
    const found = new Set<Namesakes>();
    for (const label of labels) {
      const key = nameKey(label);
      const word = bareNameOf(key);
      const namesakes = ensure(this.#byWord, word, () => ({
        word,
        identities: new Map<string, string>(),
        uses: 0,
        isStale: false,
      }));
      ensure(namesakes.identities, key, () => this.#graph.identityOf(key));
      found.add(namesakes);
    }
    for (const namesakes of found) namesakes.uses++;
    return [...found];
  }

  remove(found: readonly Namesakes[]): void {
    for (const namesakes of found) if (--namesakes.uses === 0) this.#byWord.delete(namesakes.word);
  }

  /** Marks the names that may mean somebody else now that these people were touched; returns whether there are any. */
  markStale(people: Iterable<PersonId>): boolean {
    const words = new Set<string>();
    for (const id of people) for (const key of [id, ...this.#graph.keysOf(id)]) words.add(bareNameOf(key));
    let areStale = false;
    for (const word of words) {
      const namesakes = this.#byWord.get(word);
      for (const [key, before] of namesakes?.identities ?? []) {
        const now = this.#graph.identityOf(key);
        if (now === before) continue;
        namesakes?.identities.set(key, now);
        areStale = true;
        if (namesakes) namesakes.isStale = true;
      }
    }
    return areStale;
  }

  /** All is read again. */
  clearStale(): void {
    for (const namesakes of this.#byWord.values()) namesakes.isStale = false;
  }
}
