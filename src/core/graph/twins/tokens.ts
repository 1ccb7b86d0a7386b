import { memoize } from '../../memoize';
import { stemOf } from './lexicon';
import { NUMBER_WORDS, ORDINALS, PHRASES, wordsOf } from './words';

/** Where a word stands: in what is to be done, in what is to be found out, or in why and until when. */
export enum Place {
  MAIN,
  QUESTION,
  TAIL,
}

export const QUESTION = new Set(wordsOf('how who what which that whether if where why'));
const TAIL = new Set(wordsOf('because so since while when once before after until ahead during due now'));

/** A word or a sign, wherever it stands. */
interface Lexeme {
  /** In lower case; the one word that a phrase stands for. */
  word: string;
  isWord: boolean;
  isCapital: boolean;
  /** Whether it may be part of a number, a date or a code. */
  mayCount: boolean;
}

/** A word of a sentence, or a sign between words. */
export interface Token extends Lexeme {
  text: string;
  inBrackets: boolean;
  place: Place;
}

const TOKEN = /[\p{L}\p{N}]+(?:['’]\p{L}+|[.,]\p{N}+)*|[.;:,()%]/gu;
const CAPITAL = /^\p{Lu}/u;
const WORD = /^[\p{L}\p{N}]/u;
/** Digits, or a single capital letter. */
const COUNTS = /\d|^\p{Lu}$/u;
/** `wi-fi` and `wifi`, `e-mail` and `email` are one word each. */
const SHORT_PREFIX = /\b(\p{L}{1,2})-(?=\p{L})/gu;
/** A sentence that is longer than this says what it says in its beginning. */
const LONGEST = 1500;

const lexemeOf = memoize((text): Lexeme => {
  const word = text.toLowerCase();
  return {
    word,
    isWord: WORD.test(text),
    isCapital: CAPITAL.test(text),
    mayCount: COUNTS.test(text) || NUMBER_WORDS.has(word) || ORDINALS.has(word) || word === 'percent',
  };
});

/** The words of a sentence and the signs between them; addresses are left out. */
export function tokensOf(sentence: string): Token[] {
  const text = sentence
    .slice(0, LONGEST)
    .replace(/https?:\S+/g, '')
    .replace(SHORT_PREFIX, '$1');
  const tokens: Token[] = [];
  let depth = 0;
  let place = Place.MAIN;
  for (const [match] of text.matchAll(TOKEN)) {
    const { word, isWord, isCapital, mayCount } = lexemeOf(match);
    if (match === '.' || match === ';') place = Place.MAIN;
    // What a sentence begins with is why or until when, up to the comma.
    else if (match === ',' && tokens[0]?.place === Place.TAIL) place = Place.MAIN;
    else if (depth === 0 && (TAIL.has(word) || (word.endsWith('ed') && tokens.at(-1)?.word === 'as')))
      place = Place.TAIL;
    else if (place === Place.MAIN && depth === 0 && QUESTION.has(word)) place = Place.QUESTION;
    if (match === '(') depth++;
    if (match === ')') depth = Math.max(0, depth - 1);
    tokens.push({ text: match, word, isWord, isCapital, mayCount, inBrackets: depth > 0, place });
  }
  return withPhrasesJoined(tokens);
}

function withPhrasesJoined(tokens: Token[]): Token[] {
  return tokens.filter((token, i) => {
    const before = tokens[i - 1];
    const phrase = before && phraseOf(before.word, token.word);
    if (!before || phrase === undefined) return true;
    before.text = before.word = phrase;
    before.isCapital = false;
    return false;
  });
}

/** Most words end no phrase, and need not be compared with those before. */
const endings = new Set(Array.from(PHRASES.keys(), phrase => phrase.slice(phrase.lastIndexOf(' ') + 1)));

function phraseOf(first: string, second: string): string | undefined {
  if (!endings.has(second)) return undefined;
  return PHRASES.get(`${first} ${second}`) ?? PHRASES.get(`${stemOf(first)} ${second}`);
}
