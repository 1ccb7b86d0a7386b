import { hash28, readWord } from './lexicon';
import { Place, type Token } from './tokens';
import { ORDINALS, MONTHS, NUMBER_WORDS } from './words';

/** What two tasks can contradict each other in; a label tells which one: `line 3`, `version 7.2`, `WP2`. */
const KINDS = ['count', 'percent', 'day', 'month', 'part', 'year', 'label'] as const;
type Kind = (typeof KINDS)[number];

const KIND_BITS = 3;
const KIND_MASK = (1 << KIND_BITS) - 1;

const factOf = (kind: Kind, value: string | number): number =>
  ((hash28(`${value}`) << KIND_BITS) | KINDS.indexOf(kind)) & 0x3fffffff;

const NUMBER = /^\d+(?:[.,]\d+)*(?:st|nd|rd|th)?$/;
const ORDINAL = /\d(?:st|nd|rd|th)$|^\d+\.\d/;
const PART = /^[qh][1-4]$/;
const YEAR = /^20[0-4]\d$/;
/** Letters and a number, which are one label however they are written: `v2`, `WP2`, `90g`. */
const CODE = /^(\p{L}+)(\d[\d.]*)$/u;
const MIXED = /^(?=.*\d)(?=.*\p{L})/u;
/** What stands before a date that only says until when, which every carry-over moves. */
const DEADLINE = new Set(['by', 'till']);

/**
 * Numbers, dates, quarters, versions and codes in a sentence, each once. Calls `use` for each token that is part of one.
 */
export function factsIn(tokens: readonly Token[], use: (index: number, fact: number) => void): number[] {
  const facts = new Set<number>();
  const used = new Set<number>();
  const take = (kind: Kind, value: string | number, ...indexes: number[]) => {
    const fact = factOf(kind, value);
    for (const index of indexes) {
      used.add(index);
      use(index, fact);
    }
    const first = Math.min(...indexes);
    const isWhen = DEADLINE.has(tokens[first - 1]?.word ?? '') || tokens[first]?.place === Place.TAIL;
    if (!isWhen) facts.add(fact);
  };
  const numberAt = (i: number) => numberOf(tokens[i]?.word ?? '');
  const says = (i: number) => {
    const token = tokens[i];
    return token?.isWord === true && numberOf(token.word) === undefined && readWord(token.word).id !== 0;
  };
  /** `line 3`, `Fig. 4`, `no. 7`, `figures 4 and 5`, or nothing to count follows. */
  const tellsWhich = (i: number): boolean => {
    const at = tokens[i - 1]?.text === '.' ? i - 2 : i - 1;
    if (tokens[i]?.inBrackets && !says(i - 1)) return false;
    if (tokens[at]?.word === 'and' && numberAt(at - 1) !== undefined) return tellsWhich(at - 1);
    return (
      (says(at) && readWord(tokens[at]?.word ?? '').step === 0) || tokens[at]?.word === 'no' || !says(i + 1)
    );
  };

  tokens.forEach((token, i) => {
    const month = monthOf(token, i);
    if (month === undefined) return;
    const skip = tokens[i - 1]?.word === 'of' ? 2 : 1;
    const at = [i - skip, i + 1].find(place => isDay(numberAt(place)));
    if (at === undefined) return take('month', month, i);
    take('day', month * 32 + (numberAt(at) ?? 0), at, i);
    take('month', month, at, i);
  });
  tokens.forEach(({ word, text, isWord, mayCount }, i) => {
    if (!mayCount || !isWord || used.has(i)) return;
    const [next, number] = [tokens[i + 1]?.word ?? '', numberAt(i)];
    const unit = isTens(word) ? NUMBER_WORDS.get(next) : undefined;
    if (unit !== undefined && unit < 10) return take('count', (number ?? 0) + unit, i, i + 1);
    if (number !== undefined && next === 'hundred') return take('count', number * 100, i, i + 1);
    const nth = ORDINALS.get(word) ?? number;
    const code = CODE.exec(word);
    if (PART.test(word)) take('part', word, i);
    else if (nth !== undefined && (next === 'quarter' || next === 'half'))
      take('part', `${next === 'half' ? 'h' : 'q'}${nth}`, i, i + 1);
    else if (YEAR.test(word)) take('year', word, i);
    else if (number !== undefined) {
      const isPercent = next === '%' || next === 'percent';
      const isNth = ORDINAL.test(word) || ORDINALS.has(word) || tellsWhich(i);
      take(isPercent ? 'percent' : isNth ? 'label' : 'count', number, i);
    } else if (code) take('label', parseFloat(code[2] ?? ''), i);
    else if (MIXED.test(word) || isLetter(text, i)) take('label', word, i);
    else if (word === 'percent') use(i, 0);
  });
  return [...facts];
}

/** Whether both say something of one kind, and each what the other does not. */
export function contradict(a: readonly number[], b: readonly number[]): boolean {
  return KINDS.some((_, kind) => lacks(a, b, kind) && lacks(b, a, kind));
}

const lacks = (a: readonly number[], b: readonly number[], kind: number): boolean =>
  a.some(fact => (fact & KIND_MASK) === kind && !b.includes(fact));

/** Whether it tells which one. */
export const isLabel = (fact: number): boolean => (fact & KIND_MASK) === KINDS.indexOf('label');

/** What a number counts, in digits or as a word in lower case; undefined where it is none. */
export function numberOf(word: string): number | undefined {
  return NUMBER.test(word) ? parseFloat(word.replace(/,(?=\d{3})/g, '')) : NUMBER_WORDS.get(word);
}

const monthOf = ({ word, isCapital }: Token, index: number): number | undefined =>
  isCapital && index > 0 ? MONTHS.get(word.replace(/['’]s$/, '')) : undefined;

const isTens = (word: string): boolean => word.endsWith('ty') && NUMBER_WORDS.has(word);

const isDay = (number: number | undefined): boolean => number !== undefined && number >= 1 && number <= 31;

const isLetter = (text: string, index: number): boolean =>
  text.length === 1 && /\p{Lu}/u.test(text) && index > 0 && text !== 'I';
