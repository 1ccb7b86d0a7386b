import { stemmer } from 'stemmer';
import { memoize } from '../../memoize';
import { foldAccents } from '../spellings';
import {
  COMMON_WORDS,
  DECISIVE,
  HANDING,
  MAKING,
  LEADING_STEPS,
  SAME_PHASES,
  STEPS,
  STOP_WORDS,
  SYNONYMS,
} from './words';

/** A word as it is compared. */
export interface Word {
  /** Equal for words that mean the same; see {@link weightOf}. 0 where the word says nothing. */
  id: number;
  /** The bit of the step it names, else 0. */
  step: number;
}

const NOTHING: Word = { id: 0, step: 0 };

/** What a word weighs that few tasks have. */
export const SPECIFIC_WEIGHT = 20;
/** What any other weighs at most. */
export const OTHER_WEIGHT = 8;
/**
 * What a word weighs by its tier, which the lowest two bits of its id tell: nothing, common, step, specific. Whole
 * numbers, since their sum is the same in whatever order.
 */
const WEIGHTS = [0, 7, OTHER_WEIGHT, SPECIFIC_WEIGHT];
const [COMMON, STEP, SPECIFIC] = [1, 2, 3];

export const weightOf = (id: number): number => WEIGHTS[id & 3] ?? 0;
export const isSpecific = (id: number): boolean => (id & 3) === SPECIFIC;

export function weigh(ids: readonly number[]): number {
  let sum = 0;
  for (const id of ids) sum += weightOf(id);
  return sum;
}

/**
 * 28 bits of a text, small enough to be no object. Two words that fall together would be taken for one, which among
 * a vault's words hardly ever happens and then matters little.
 */
export function hash28(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0xfffffff;
}

export const isStep = (id: number): boolean => (id & 3) === STEP;

const idOf = (text: string, tier: number): number => ((hash28(text) << 2) | tier) & 0x3fffffff;

const plain = (word: string): string =>
  foldAccents(word)
    .replace(/['’]s?$/, '')
    .replace(/is(e[sd]?|ing|ations?)$/, 'iz$1');
export const stemOf = memoize(word => stemmer(plain(word)));

/** Stem → the step it stands for first of all, and the bits of all it may stand for. */
const stepByStem = new Map<string, { step: string; bits: number }>();
STEPS.forEach(([, step = '', ...others], i) => {
  for (const stem of [step, ...others].map(stemOf)) {
    const known = stepByStem.get(stem);
    stepByStem.set(stem, { step: known?.step ?? step, bits: (known?.bits ?? 0) | (1 << i) });
  }
});
const bitsById = new Map([...stepByStem.values()].map(({ step, bits }) => [idOf(`+${step}`, STEP), bits]));
const bitsOf = (phases: string): number =>
  STEPS.reduce((bits, [phase = ''], i) => (phases.includes(phase) ? bits | (1 << i) : bits), 0);
const [decisive, handing, making] = [bitsOf(DECISIVE), bitsOf(HANDING), bitsOf(MAKING)];
/** Whether another thing is made of the thing they speak of. */
export const isMaking = (ids: readonly number[]): boolean => ids.some(id => (stepsOf(id) & making) !== 0);
export const isDecisive = (steps: number): boolean => (steps & decisive) !== 0;
export const isHanding = (steps: number): boolean => (steps & handing) !== 0;
/** The bits of the step a word names. */
const stepsOf = (id: number): number => bitsById.get(id) ?? 0;
const stops = new Set(STOP_WORDS.map(stemOf));
const sameByStem = new Map(
  SYNONYMS.flatMap(row => row.map(word => [stemOf(word), stemOf(row[0] ?? word)] as const)),
);
const common = new Set(COMMON_WORDS.map(stemOf).map(stem => sameByStem.get(stem) ?? stem));

/** For each step the bits of those that exclude it. */
const excluded = STEPS.map(([one = '']) =>
  STEPS.reduce((bits, [other = ''], i) => {
    const isSame = one === other || SAME_PHASES.some(pair => pair === one + other || pair === other + one);
    return isSame ? bits : bits | (1 << i);
  }, 0),
);

/** Whether somebody who does the one (bits of steps) has not done the other, whatever of it is meant. */
export function areDifferentSteps(one: number, other: number): boolean {
  return one !== 0 && other !== 0 && (one & other) === 0 && excludes(one, other) && excludes(other, one);
}

function excludes(one: number, other: number): boolean {
  // The lowest bit of what is left; counting up would never end at the thirty-first.
  for (let left = one; left !== 0; left &= left - 1)
    if (((excluded[31 - Math.clz32(left & -left)] ?? 0) & other) === 0) return false;
  return true;
}

/** The bit of the step that a sentence names by beginning with a word. */
export const leadingStep = (word: string): number => readWord(LEADING_STEPS.get(word) ?? word).step;

/** What a word in lower case stands for. */
export const readWord: (word: string) => Word = memoize(word => {
  const stem = stemOf(word);
  if (stops.has(stem)) return NOTHING;
  const step = stepByStem.get(stem);
  if (step) return { id: idOf(`+${step.step}`, STEP), step: step.bits };
  const same = sameByStem.get(stem) ?? stem;
  return same === '' ? NOTHING : { id: idOf(same, common.has(same) ? COMMON : SPECIFIC), step: 0 };
});
