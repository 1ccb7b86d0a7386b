import { contradict, isLabel } from './facts';
import {
  areDifferentSteps,
  isSpecific,
  isStep,
  SPECIFIC_WEIGHT,
  isDecisive,
  isMaking,
  weigh,
  weightOf,
} from './lexicon';
import type { Setting } from './settings';
import type { Strictness } from './strictness';
import { BOTH, type Wording } from './wording';

/** A task's sentence and where it stands. */
export interface Statement {
  wording: Wording;
  setting: Setting;
  /** Which list of its note it stands in. */
  list: number;
}

export interface Likeness {
  /** `other`: it may say the same in the words of a third; `different`: it never does. */
  kind: 'twin' | 'related' | 'other' | 'different';
  /** 0 to 1. */
  score: number;
}

type Relation = 'list' | 'note' | 'meeting' | 'person' | 'people' | 'none';

/** The less two notes have to do with one another, the more of the words have to be the same. */
interface Needs {
  /** Share of the shorter one's words that the longer one has. */
  covered: number;
  /** Share of all words that both have. */
  alike: number;
  /** Weight of the words that both have, in words that few tasks have. */
  shared: number;
}

const NEEDS: Readonly<Record<Relation, Needs>> = {
  list: { covered: 0.95, alike: 0.85, shared: 0 },
  note: { covered: 0.5, alike: 0.2, shared: 0.7 },
  meeting: { covered: 0.45, alike: 0.2, shared: 0.8 },
  person: { covered: 0.65, alike: 0.35, shared: 1.2 },
  people: { covered: 0.75, alike: 0.4, shared: 1.7 },
  none: { covered: 0.8, alike: 0.5, shared: 3 },
};

/** What is added to the share that has to be covered. */
const SHIFT: Readonly<Record<Strictness, number>> = { loose: -0.1, normal: 0, strict: 0.12 };
/** What is added where one takes a step that nobody leaves unsaid, and the other does not. */
const UNSAID_STEP = 0.25;
/** A person both name says as much as a word that few tasks have. */
const PERSON = 16;
/** And so much says a number or a date. */
const FACT = 5;
/** So alike, a task of the same people needs no rare words. */
const EQUAL = 0.9;
/** So much covered in one meeting, other verbs and names mean the same. */
const CLOSE = 0.6;
/** Of a bundle's part so much is covered by a task that is about it, and so little by one that is not. */
const PART_COVERED = 0.6;
const PART_BARE = 0.35;
/** What two have in common, one of which bundles more: in one meeting so much is covered; else more, of that weight. */
const FAR_SHARED = 1.5 * SPECIFIC_WEIGHT;
const BESIDE = { near: 0.55, far: 0.6 };

/** So many words have to stay, and so many make one thing. */
const FEWEST_KEPT = 2;
const LONGEST_REPLACED = 2;

const DIFFERENT: Likeness = { kind: 'different', score: 0 };

/** The least that any two twins have in common. */
export const LEAST_COVERED = 0.45;

/** Whether it is worth asking for their likeness; most candidates share a word and no more. */
function mayBeAlike({ wording: a }: Statement, { wording: b }: Statement): boolean {
  if (a.parts.length + b.parts.length + a.acronyms.length + b.acronyms.length > 0) return true;
  if (a.partners.length > 0 && b.partners.length > 0) return true;
  return sharedWeight(a.words, b.words) >= LEAST_COVERED * Math.min(a.mainWeight, b.mainWeight);
}

/** Whether two tasks say the same. */
export function likeness(a: Statement, b: Statement, strictness: Strictness): Likeness {
  return judge(a, b, closenessOf(a, b, strictness));
}

/** The same where they are twins or related; else mostly undefined, which is found out sooner. */
export function bond(a: Statement, b: Statement, strictness: Strictness): Likeness | undefined {
  if (!mayBeAlike(a, b)) return undefined;
  const closeness = closenessOf(a, b, strictness);
  return closeness.isBeside || closeness.isEnough ? judge(a, b, closeness) : undefined;
}

/** How much of their words two tasks have in common, for where they stand. */
interface Closeness {
  relation: Relation;
  covered: number;
  score: number;
  /** Enough to be related. */
  isBeside: boolean;
  /** Enough to be twins. */
  isEnough: boolean;
}

function closenessOf(a: Statement, b: Statement, strictness: Strictness): Closeness {
  const { shared, covered, alike } = overlapOf(a.wording, b.wording);
  const relation = relationOf(a, b);
  const unsure = lacksStep(a.wording, b.wording) || lacksStep(b.wording, a.wording) ? UNSAID_STEP : 0;
  return {
    relation,
    covered,
    score: 0.75 * covered + 0.25 * alike,
    isBeside: isNear(relation)
      ? covered >= BESIDE.near
      : covered >= BESIDE.far && relation !== 'none' && shared >= FAR_SHARED,
    isEnough: suffices(relation, shared, covered, alike, strictness, unsure),
  };
}

/** Whether two that overlap so much may be twins. */
export function suffices(
  relation: Relation,
  shared: number,
  covered: number,
  alike: number,
  strictness: Strictness,
  unsure = 0,
): boolean {
  const needs = NEEDS[relation];
  return (
    covered >= Math.min(1, needs.covered + SHIFT[strictness] + unsure) &&
    alike >= needs.alike &&
    (shared >= needs.shared * SPECIFIC_WEIGHT ||
      (relation !== 'none' && relation !== 'people' && alike >= EQUAL))
  );
}

function judge(a: Statement, b: Statement, closeness: Closeness): Likeness {
  const { relation, covered, score, isBeside, isEnough } = closeness;
  if (relationOfSides(a.wording, b.wording)) return isBeside ? { kind: 'related', score } : DIFFERENT;
  if (contradicts(a, b, isNear(relation) && covered >= CLOSE)) return DIFFERENT;
  if (a.wording.parts.length + b.wording.parts.length > 0) {
    const bundle = relationOfParts(a.wording, b.wording);
    if (bundle) return isBeside ? { kind: bundle, score } : DIFFERENT;
  }
  if (isEnough && shareMore(a.wording, b.wording)) return { kind: 'twin', score };
  return relation === 'list' ? DIFFERENT : { kind: 'other', score };
}

const isNear = (relation: Relation): boolean =>
  relation === 'list' || relation === 'note' || relation === 'meeting';

/** Whether they share anything but names. */
const shareMore = (a: Wording, b: Wording): boolean =>
  a.acronyms.length + b.acronyms.length > 0 ||
  a.words.some(id => b.words.includes(id) && !a.names.includes(id));

function relationOf(a: Statement, b: Statement): Relation {
  if (a.setting === b.setting) return a.list === b.list ? 'list' : 'note';
  if (meet(a.setting.meetings, b.setting.meetings)) return 'meeting';
  const [one, two] = [a.setting.people, b.setting.people];
  if ((one.length > 0 && one[0] === two[0]) || meet(a.wording.partners, b.wording.partners)) return 'person';
  return meet(one, two) ? 'people' : 'none';
}

function contradicts(a: Statement, b: Statement, isClose: boolean): boolean {
  const [one, two] = [a.wording, b.wording];
  return (
    one.isNegated !== two.isNegated ||
    isMaking(one.words) !== isMaking(two.words) ||
    contradict(one.facts, two.facts) ||
    takeOtherSteps(one, two) ||
    beginOtherwise(one, two) ||
    (!isClose && nameDifferently(one, two)) ||
    isOnlyMentioned(one, two) ||
    isOnlyMentioned(two, one) ||
    isReplaced(one, two) ||
    meanAnother(one, two) ||
    haveOtherCounterparts(a, b)
  );
}

/** One sentence is the other with a thing replaced: `order chairs for Berlin`, `order desks for Berlin`. */
function isReplaced(a: Wording, b: Wording): boolean {
  const [one, two] = [a.words.slice(0, a.main), b.words.slice(0, b.main)];
  let start = 0;
  while (start < one.length && start < two.length && one[start] === two[start]) start++;
  let end = 0;
  const least = Math.min(one.length, two.length) - start;
  while (end < least && one.at(-1 - end) === two.at(-1 - end)) end++;
  const [mine, yours] = [one.slice(start, one.length - end), two.slice(start, two.length - end)];
  if (start + end < FEWEST_KEPT || mine.length === 0 || yours.length === 0) return false;
  if (Math.max(mine.length, yours.length) > LONGEST_REPLACED) return false;
  const isNew = (ids: readonly number[], words: readonly number[]) =>
    ids.some(id => !isStep(id) && !words.includes(id));
  // Two words for what is done may mean the same.
  return start > 0 && isNew(mine, b.words) && isNew(yours, a.words) && [...mine, ...yours].some(isSpecific);
}

/** Both speak of one thing, each of another kind: `sales forecast`, `cash forecast`. */
const meanAnother = (a: Wording, b: Wording): boolean =>
  a.pairs.some(
    (kind, i) =>
      i % 2 === 0 &&
      !b.words.includes(kind) &&
      b.pairs.some(
        (other, j) => j % 2 === 0 && b.pairs[j + 1] === a.pairs[i + 1] && !a.words.includes(other),
      ),
  );

/** Both name somebody or something by name that the other does not speak of. */
function nameDifferently(a: Wording, b: Wording): boolean {
  const isMissing = (one: Wording, other: Wording) =>
    one.names.some(name => !other.words.includes(name)) &&
    !one.acronyms.some(acronym => other.initials.includes(acronym));
  return isMissing(a, b) && isMissing(b, a);
}

function haveOtherCounterparts(a: Statement, b: Statement): boolean {
  const [one, two] = [a.wording.partners, b.wording.partners];
  if (one.length > 0 && two.length > 0)
    return !namesSame(one, b.wording.people) && !namesSame(two, a.wording.people);
  const speaksOf = ({ wording, setting }: Statement, people: readonly string[]) =>
    [wording.people, setting.people, [setting.self]].some(each => namesSame(people, each));
  if (one.length > 0) return !speaksOf(b, one);
  return two.length > 0 && !speaksOf(a, two);
}

/** Whether one has not done what the other says; a bundle names more than one step. */
const takeOtherSteps = (a: Wording, b: Wording): boolean =>
  a.isSure && b.isSure && a.parts.length + b.parts.length === 0 && areDifferentSteps(a.steps, b.steps);

/** Both begin with a verb that the other does not have, and not both with one whose step is known. */
function beginOtherwise(a: Wording, b: Wording): boolean {
  const isNew = ({ head, isSure }: Wording, other: Wording) =>
    (isSure || isSpecific(head)) && !other.words.includes(head);
  return isNew(a, b) && isNew(b, a) && !(a.isSure && b.isSure);
}

/** What the one does is only mentioned by the other: `sign it`, `review it before anybody signs`. */
const isOnlyMentioned = ({ head }: Wording, { head: other, asked }: Wording): boolean =>
  head !== 0 && head !== other && asked.includes(head);

/** Whether one names two things side by side, and the other one of them only. */
function relationOfSides(a: Wording, b: Wording): boolean {
  const has = ({ words, facts }: Wording, id: number) => (id < 0 ? facts.includes(-id) : words.includes(id));
  const isOne = ({ sides }: Wording, other: Wording) =>
    !sides.some((id, i) => other.sides[i] === id) &&
    ((sides.includes(BOTH) && other.facts.some(isLabel) && !other.sides.length) ||
      sides.some((id, i) => i % 2 === 0 && has(other, id) !== has(other, sides[i + 1] ?? id)));
  return isOne(a, b) || isOne(b, a);
}

/** Whether it begins with a step that nobody leaves unsaid, and the other does not say it. */
const lacksStep = (a: Wording, { steps }: Wording): boolean =>
  a.isSure && isDecisive(a.steps) && (a.steps & steps) === 0;

interface Overlap {
  shared: number;
  covered: number;
  alike: number;
}

function sharedWeight(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (const id of a) if (b.includes(id)) shared += weightOf(id);
  return shared;
}

/** What a sentence weighs beside another: what is not of what is to be done counts only where both have it. */
function weightIn({ words, main }: Wording, other: Wording): number {
  let weight = 0;
  words.forEach((id, i) => {
    if (i < main || other.words.includes(id)) weight += weightOf(id);
  });
  return weight;
}

function overlapOf(a: Wording, b: Wording): Overlap {
  let shared = sharedWeight(a.words, b.words);
  const people =
    (namesSame(a.partners, b.partners) ? PERSON : 0) +
    FACT * a.facts.filter(fact => b.facts.includes(fact)).length;
  let [all, other] = [weightIn(a, b) + people, weightIn(b, a) + people];
  shared += people;
  for (const [one, two] of [
    [a, b],
    [b, a],
  ] as const)
    for (const acronym of one.acronyms)
      if (two.initials.includes(acronym) && !two.acronyms.includes(acronym)) {
        // The letters stand for as many words of the other.
        shared += 1.5 * SPECIFIC_WEIGHT;
        all += SPECIFIC_WEIGHT / 2;
        other += SPECIFIC_WEIGHT / 2;
        const spare = (acronym.length - 1) * SPECIFIC_WEIGHT;
        if (one === a) other -= spare;
        else all -= spare;
      }
  const least = Math.max(1, Math.min(all, other));
  const union = Math.max(1, all + other - shared);
  return { shared, covered: Math.min(1, shared / least), alike: Math.min(1, shared / union) };
}

/** `related` where one is about a part of the other and not about all of it. */
function relationOfParts(a: Wording, b: Wording): 'related' | undefined {
  const isPartial = (bundle: Wording, other: Wording) => {
    const shares = bundle.parts.map(part => coveredOf(part, other.words));
    const isAbout = bundle.parts.some(
      (part, i) => (shares[i] ?? 0) >= PART_COVERED || coveredOf(other.words, part) >= PART_COVERED,
    );
    return isAbout && shares.some(share => share <= PART_BARE);
  };
  return isPartial(a, b) || isPartial(b, a) ? 'related' : undefined;
}

function coveredOf(part: readonly number[], words: readonly number[]): number {
  const shared = weigh(part.filter(id => words.includes(id)));
  return shared / Math.max(1, weigh(part));
}

/** Whether two lists of people have somebody in common, who may go by the first name only. */
function namesSame(a: readonly string[], b: readonly string[]): boolean {
  return a.some(one => b.some(two => one === two || two.startsWith(`${one} `) || one.startsWith(`${two} `)));
}

function meet<T>(a: readonly T[], b: readonly T[]): boolean {
  for (const each of a) if (b.includes(each)) return true;
  return false;
}
