import { NOT_PEOPLE } from './notPeople';

/** What the user decided about names; kept with the settings. Names are name keys (see `nameKey`). */
export interface NameDecisions {
  /** Pairs that are two people, however alike. */
  different: readonly (readonly [string, string])[];
  /** Labels that name nobody. */
  notPeople: readonly string[];
  /** Names of two profiles that are about one person. */
  same: readonly Renaming[];
  /** In these notes `name` is `person`. */
  means: readonly NameMeaning[];
  /** Names that profiles had before the user renamed them. */
  former: readonly Renaming[];
}

export interface NameMeaning {
  name: string;
  person: string;
  /** Paths. */
  notes: readonly string[];
}

/** `name` is `now`. */
export interface Renaming {
  name: string;
  now: string;
}

export const NO_DECISIONS: NameDecisions = { different: [], notPeople: [], same: [], means: [], former: [] };

/** What the graph has to be told about names, beside what the notes say. */
export interface NameRules {
  /** The vault owner's names; the first is the one shown. */
  selfNames: readonly string[];
  /** Labels that name nobody, see {@link NOT_PEOPLE}. */
  notPeople: readonly string[];
  decisions: NameDecisions;
}

export const DEFAULT_NAME_RULES: NameRules = {
  selfNames: [],
  notPeople: NOT_PEOPLE,
  decisions: NO_DECISIONS,
};
