/**
 * What Rapport offers other plugins, version 1. This file imports nothing, so that it can be copied. See docs/api.md.
 *
 * Everything handed out is a frozen copy. Arguments of the wrong shape throw a TypeError; once Rapport is turned off,
 * every call throws (or rejects with) an Error that says “Rapport is not running”.
 */
export interface RapportApi {
  readonly version: 1;
  /** Everybody the notes know, by id. */
  people(): readonly RapportPerson[];
  /** By a name, an alias, an e-mail address or an id; null where nobody, or nobody in particular, is called so. */
  person(name: string): RapportPerson | null;
  /** In the order of their notes and lines; all of them without a filter. */
  tasks(filter?: RapportTaskFilter): readonly RapportTask[];
  /** Proposed → accepted, in one step that the user can undo. */
  promote(ids: readonly string[]): Promise<RapportDecision>;
  /** Open → rejected, in one step that the user can undo. */
  reject(ids: readonly string[]): Promise<RapportDecision>;
  /** Calls back after each change of what the notes say, often many times in a row. Returns what stops it. */
  on(event: 'changed', callback: (change: RapportChange) => void): () => void;
}

export type RapportTaskState = 'proposed' | 'accepted' | 'in-progress' | 'done' | 'rejected';

/** Dates are `YYYY-MM-DD`, paths relative to the vault. */
export interface RapportPerson {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The vault's owner. */
  readonly self: boolean;
  /** A bare name that may be several people. */
  readonly uncertain: boolean;
  /** Path of the note about them. */
  readonly profile: string | null;
  readonly company?: string;
  readonly role?: string;
  readonly emails: readonly string[];
  readonly lastMet: string | null;
  /** Paths, the newest meeting first. */
  readonly meetings: readonly string[];
  /** Ids of tasks. */
  readonly owns: readonly string[];
}

export interface RapportTask {
  /** Stays the same while the task moves in its note or changes its state. */
  readonly id: string;
  readonly path: string;
  /** From 0. */
  readonly line: number;
  /** The line as it stands in the note. */
  readonly raw: string;
  /** The sentence alone. */
  readonly text: string;
  readonly state: RapportTaskState;
  /** What stands in the box. */
  readonly symbol: string;
  /** Ids of people. */
  readonly owners: readonly string[];
  /** What stands for an owner, but is nobody known. */
  readonly unresolvedOwners: readonly string[];
  readonly due?: string;
  readonly scheduled?: string;
  readonly start?: string;
  readonly created?: string;
  readonly done?: string;
  readonly cancelled?: string;
  readonly priority: 'highest' | 'high' | 'medium' | 'none' | 'low' | 'lowest';
  readonly tags: readonly string[];
}

/** Only tasks to which all of it applies. */
export interface RapportTaskFilter {
  state?: RapportTaskState;
  /** A name, as for `person`. */
  owner?: string;
  /** Path of the note. */
  note?: string;
}

export interface RapportDecision {
  /** Ids of the tasks that were changed. */
  readonly changed: readonly string[];
  /** Those that were not, and why. */
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
}

export interface RapportChange {
  /** Paths of the notes that were read anew, moved or removed. */
  readonly notes: readonly string[];
  /** Ids of the people about whom something is different now. */
  readonly people: readonly string[];
}
