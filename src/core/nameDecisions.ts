import type { NameDecisions, NameMeaning, Renaming } from './graph/NameRules';
import { isRecord, isTexts } from './shapes';

/** One thing the user decided about names. Names are name keys. */
export type NameDecision =
  | { kind: 'different'; names: readonly [string, string] }
  | { kind: 'not a person'; name: string }
  | { kind: 'same'; name: string; now: string }
  | { kind: 'means'; name: string; person: string; notes: readonly string[] }
  | { kind: 'formerly'; name: string; now: string };

/**
 * How decisions are kept: each under a name of its own at the top of the plugin's data, since that is how sync puts
 * two devices' data together. One that was taken back is `false`, or sync would bring it back.
 */
export type SavedDecisions = Readonly<Record<string, unknown>>;

/** Under what, and as what, a decision is kept. */
export function savedAs(decision: NameDecision): [string, unknown] {
  const entry = (names: readonly string[]) => `${decision.kind} ${JSON.stringify(names)}`;
  switch (decision.kind) {
    case 'different':
      return [entry([...decision.names].sort()), true];
    case 'not a person':
      return [entry([decision.name]), true];
    case 'same':
    case 'formerly':
      return [entry([decision.name]), decision.now];
    case 'means':
      return [entry([decision.name, decision.person]), [...decision.notes].sort()];
  }
}

/** Whatever in saved data is no decision is left out. */
export function readDecisions(data: SavedDecisions): NameDecisions {
  const different: [string, string][] = [];
  const notPeople: string[] = [];
  const same: Renaming[] = [];
  const means: NameMeaning[] = [];
  const former: Renaming[] = [];
  for (const [key, value] of Object.entries(data)) {
    const [, kind = '', list = ''] = /^([a-z ]+) (\[.*\])$/.exec(key) ?? [];
    const [name, other] = readNames(list);
    if (name === undefined) continue;
    if (kind === 'different' && value === true && other !== undefined) different.push([name, other]);
    if (kind === 'not a person' && value === true) notPeople.push(name);
    if (kind === 'same' && typeof value === 'string') same.push({ name, now: value });
    if (kind === 'formerly' && typeof value === 'string') former.push({ name, now: value });
    if (kind === 'means' && isTexts(value) && other !== undefined)
      means.push({ name, person: other, notes: value });
  }
  return { different, notPeople, same, means, former };
}

/** What in the plugin's data are decisions, as saved. */
export function decisionsIn(data: unknown): SavedDecisions {
  if (!isRecord(data)) return {};
  return Object.fromEntries(Object.entries(data).filter(([key]) => KEPT.test(key)));
}

const KEPT = /^(?:different|not a person|same|means|formerly) \[/;

function readNames(list: string): string[] {
  try {
    const names: unknown = JSON.parse(list);
    return isTexts(names) ? names : [];
  } catch {
    return [];
  }
}
