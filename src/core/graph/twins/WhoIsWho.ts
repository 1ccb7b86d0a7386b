import type { NoteRecord } from '../../records';
import { nameKey } from '../../note/names';
import { onlyOf } from '../../onlyOf';
import { firstNameOf } from '../nameParts';
import { attendees, type PeopleGraph, type PersonId } from '../PeopleGraph';
import { slipsBetween } from '../spellings';
import { hash28 } from './lexicon';

/** Whom a note is with or about, as it calls them, the first of them first. */
export const labelsOf = (note: NoteRecord): string[] =>
  note.kind === 'meeting' ? attendees(note) : [note.name];

/** Whom names in one note mean, in its properties as in its sentences: those who attend first. */
export class WhoIsWho {
  readonly #graph: PeopleGraph;
  readonly #note: NoteRecord;

  /** Equal as long as whoever asks the same gets the same answers. */
  digest: number;
  readonly self: PersonId;
  readonly #byLabel = new Map<string, readonly PersonId[]>();
  readonly #byName = new Map<string, PersonId | undefined>();
  readonly #attendees: readonly string[];
  #attending: readonly PersonId[] | undefined;

  constructor(graph: PeopleGraph, note: NoteRecord) {
    this.#graph = graph;
    this.#note = note;
    this.#attendees = labelsOf(note);
    this.self = graph.selfId;
    this.digest = hash28(this.self);
  }

  /** Those the note is with or about, self left out. */
  get people(): PersonId[] {
    // Made anew without room for others, which `filter` leaves.
    return this.idsOf(this.#attendees)
      .filter(id => id !== this.self)
      .slice();
  }

  /** Everything that was asked about. */
  get asked(): Iterable<string> {
    return new Set([...this.#byLabel.keys(), ...this.#byName.keys()]);
  }

  /** Whom labels mean. */
  idsOf(labels: readonly string[]): readonly PersonId[] {
    const [label] = labels;
    return label !== undefined && labels.length === 1
      ? this.#idsOfOne(label)
      : [...new Set(labels.flatMap(each => this.#idsOfOne(each)))];
  }

  /** The person a name in a sentence means; undefined where the vault knows nobody of that name. */
  whoIs = (name: string): PersonId | undefined => {
    if (this.#byName.has(name)) return this.#byName.get(name);
    const id = this.#spokenOf(name);
    this.#byName.set(name, id);
    this.#remember(name, id ?? '');
    return id;
  };

  #idsOfOne(label: string): readonly PersonId[] {
    let ids = this.#byLabel.get(label);
    if (!ids) {
      ids = this.#graph.idsOf([label], this.#note.path).map(id => this.#inFull(id));
      this.#byLabel.set(label, ids);
      this.#remember(label, ids.join('\n'));
    }
    return ids;
  }

  #remember(question: string, answer: string): void {
    this.digest = hash28(`${this.digest}\n${question}\n${answer}`);
  }

  #spokenOf(name: string): PersonId | undefined {
    const id = onlyOf(this.#graph.idsOf([name], this.#note.path));
    if (id !== undefined && this.#graph.knows(id)) return this.#inFull(id);
    const key = nameKey(name);
    if (firstNameOf(key) !== undefined) return this.#slipOf(key);
    const [only, ...namesakes] = this.#graph.namesakes(key);
    return namesakes.length === 0 ? only : key;
  }

  /** Who goes by a bare name, where the vault knows one person only; who attends under a name a slip away. */
  #inFull(id: PersonId): PersonId {
    if (id === this.self) return id;
    if (firstNameOf(id) !== undefined) return this.#slipOf(id) ?? id;
    return onlyOf(this.#graph.namesakes(id)) ?? id;
  }

  #slipOf(key: string): PersonId | undefined {
    const attending = (this.#attending ??= this.#graph.idsOf(this.#attendees, this.#note.path));
    if (attending.includes(key)) return key;
    const first = firstNameOf(key);
    return attending.find(id => firstNameOf(id) === first && slipsBetween(id, key) !== undefined);
  }
}
