import { factsIn } from './facts';
import { areDifferentSteps, isHanding, isSpecific, leadingStep, readWord, weigh } from './lexicon';
import { Place, QUESTION, tokensOf, type Token } from './tokens';

/** What a task's sentence says, ready to be compared. */
export interface Wording {
  /**
   * Ids of its words, each once; names of people, numbers and what says nothing left out. First those of what is to be
   * done, in their order, then those that only stand in brackets or in why and until when.
   */
  words: readonly number[];
  /** How many of them are the first. */
  main: number;
  /** What those weigh together. */
  mainWeight: number;
  /** Those of them that are proper names. */
  names: readonly number[];
  /** Numbers, dates and codes, see `factsIn`. */
  facts: readonly number[];
  /** Words in capitals → for their expansion. */
  acronyms: readonly string[];
  /** The first letters of all its words, in order. */
  initials: string;
  /** Ids of people it is to be done with or for. */
  partners: readonly string[];
  /** Ids of all people it names, those who are to do it included. */
  people: readonly string[];
  /** Bits of the steps it names. */
  steps: number;
  /** Whether its sentence begins with the step. */
  isSure: boolean;
  /** What it begins with, where that is a verb; else 0. */
  head: number;
  isNegated: boolean;
  /** The words of each part, where it bundles several deliverables. */
  parts: readonly (readonly number[])[];
  /** What is named side by side, `audio and film rights`, two by two: ids of words, or of facts below 0. */
  sides: readonly number[];
  /** Rare words that stand right before another, two by two: `cash forecast`. */
  pairs: readonly number[];
  /** Those of `words` that it says something is to be found out about. */
  asked: readonly number[];
}

/** A word that is neither a name nor a number, and where it stands. */
interface Spoken {
  token: Token;
  id: number;
  step: number;
  i: number;
}

const NONE: readonly never[] = [];
/** As it is kept: made anew without room for others, which building it left. */
const kept = <T>(values: readonly T[]): readonly T[] => (values.length === 0 ? NONE : values.slice());
const once = (ids: readonly number[]): number[] => ids.filter((id, i) => ids.indexOf(id) === i);

const NEGATION = /^(?:not|never|cannot|withhold|\p{L}+n['’]t)$/u;
/** `It has not been sent yet` tells how things stand. */
const STANDS = /^(?:has|have|still|yet)$/;
/** What makes the name before it the one who is to act. */
const ACTS = new Set(['to', 'will', 'should', 'shall', 'must', 'needs', 'has', 'can', ':']);
const JOINS = new Set(['and', ';', 'then', ',', '.']);
const ARTICLES = new Set(['the', 'a', 'an', 'all', 'our', 'their', 'his', 'her', 'both']);
const PARTICIPLE = /(?:ed|ing|tion)$/;
const PRONOUNS = new Set(['it', 'them']);
/** More capitals than this share of the words, and capitals mean nothing. */
const TITLE_CASE = 0.5;
/** Side by side without telling which. */
export const BOTH = 1;

/**
 * @param sentence Of a task, see `TaskRecord.text`.
 * @param whoIs The id of the person a name means where the task stands.
 * @param owners Ids.
 */
export function readWording(
  sentence: string,
  whoIs: (name: string) => string | undefined,
  owners: readonly string[] = NONE,
): Wording {
  const tokens = tokensOf(sentence);
  /** Index of a token that is no word → the fact it tells, or 0. */
  const used = new Map<number, number>();
  const use = (index: number, fact = 0) => used.set(index, fact);
  const { people, partners } = peopleIn(tokens, whoIs, owners, use);
  const facts = factsIn(tokens, use);
  const spoken: Spoken[] = [];
  tokens.forEach((token, i) => {
    if (!token.isWord || used.has(i)) return;
    const { id, step } = readWord(token.word);
    spoken.push({ token, id, step, i });
  });
  const written = tokens.filter(({ isWord }) => isWord);
  const isTitle = written.filter(({ isCapital }) => isCapital).length > 2 + written.length * TITLE_CASE;
  const named = isTitle
    ? []
    : spoken.filter(({ token, id, i }) => isSpecific(id) && token.isCapital && !beginsSentence(tokens, i));
  const telling = spoken.filter(({ id }) => id !== 0);
  const isMain = ({ token }: Spoken) => !token.inBrackets && token.place !== Place.TAIL;
  const main = once(telling.filter(isMain).map(({ id }) => id));
  const words = once([...main, ...telling.map(({ id }) => id)]);
  const steps = stepsIn(
    telling.filter(({ token }) => !token.inBrackets && token.place === Place.MAIN),
    tokens,
  );
  // Where all of it is in brackets, that is what is to be done.
  const isBare = !main.some(isSpecific);
  return {
    words: kept(words),
    main: isBare ? words.length : main.length,
    mainWeight: weigh(isBare ? words : main),
    names: kept(once(named.map(({ id }) => id))),
    facts: kept(facts),
    acronyms: kept(
      isTitle
        ? []
        : named
            .filter(({ i }) => ![i - 1, i - 2].some(at => tokens[at]?.word === 'for'))
            .map(({ token }) => token.text)
            .filter(isAcronym)
            .map(text => text.toLowerCase()),
    ),
    initials: written.map(({ word }) => word[0]).join(''),
    partners: kept(partners),
    people: kept(people),
    steps: steps.steps,
    isSure: steps.isSure,
    head: steps.head,
    isNegated: isNegated(tokens),
    parts: kept(partsOf(tokens, used)),
    pairs: kept(
      telling.flatMap(({ id, i }, at) => {
        const next = telling[at + 1];
        return isSpecific(id) && next?.i === i + 1 && next.step === 0 ? [id, next.id] : [];
      }),
    ),
    sides: kept(sidesOf(tokens, used, steps.isSure ? steps.steps : 0)),
    asked: kept(
      telling
        .filter(({ token }) => token.place !== Place.MAIN)
        .map(({ id }) => id)
        .filter(id => !telling.some(each => each.id === id && each.token.place === Place.MAIN)),
    ),
  };
}

const beginsSentence = (tokens: readonly Token[], i: number): boolean =>
  i === 0 || tokens[i - 1]?.text === '.';

const isAcronym = (text: string): boolean => /^\p{Lu}{3,}s?$/u.test(text);

function peopleIn(
  tokens: readonly Token[],
  whoIs: (name: string) => string | undefined,
  owners: readonly string[],
  use: (index: number) => void,
) {
  const people = new Set<string>();
  const partners = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = [tokens[i], tokens[i + 1]];
    if (!token?.isCapital) continue;
    const both = next?.isCapital ? whoIs(`${token.text} ${bare(next.text)}`) : undefined;
    const isVerb = i === 0 && readWord(token.word).step !== 0;
    const person = both ?? (isVerb ? undefined : whoIs(bare(token.text)));
    if (person === undefined) continue;
    use(i);
    const last = both === undefined ? i : i + 1;
    use(last);
    people.add(person);
    if (!owners.includes(person) && !isActor(tokens, i, last)) partners.add(person);
    i = last;
  }
  return { people: [...people], partners: [...partners] };
}

const bare = (text: string): string => text.replace(/['’]s?$/, '');

/** Whether a name is that of who is to act: `Omar to …`, `Timo pulls …`, `(Jo)`, `by Tom`. */
function isActor(tokens: readonly Token[], first: number, last: number): boolean {
  const [before, after] = [tokens[first - 1]?.text, tokens[last + 1]?.word ?? ''];
  if (/['’]/.test(tokens[last]?.text ?? '')) return false;
  if (before === '(' && after === ')') return true;
  if (before === 'by') return true;
  return ACTS.has(after)
    ? first === 0 || before === '.' || before === ','
    : first === 0 && after.endsWith('s');
}

function stepsIn(spoken: readonly Spoken[], tokens: readonly Token[]) {
  const isJoined = (i: number) => JOINS.has(tokens[i]?.word ?? '') || tokens[i]?.word === 'or';
  const next = tokens[1]?.word;
  const [first, second] = spoken;
  // `The reply to be written` asks to write it.
  const passive = spoken.find(({ i, step }) => step !== 0 && tokens[i - 1]?.word === 'be');
  if (passive)
    return {
      steps: passive.step,
      isSure: true,
      head: passive.id,
    };
  const step = first ? leadingStep(first.token.word) : 0;
  if (first && step !== 0 && !PARTICIPLE.test(first.token.word)) {
    const isSecond =
      second !== undefined && second.step !== 0 && isJoined(first.i + 1) && second.i === first.i + 2;
    if (second?.token.word === 'date')
      return { steps: leadingStep('schedule'), isSure: true, head: first.id };
    // `Send comments` is to comment, `send the draft contract` is not to draft.
    let at = 1;
    const isNext = (i: number) =>
      spoken[at]?.i === i || (ARTICLES.has(tokens[i]?.word ?? '') && spoken[at]?.i === i + 1);
    while (isNext((spoken[at - 1]?.i ?? 0) + 1)) at++;
    const object = isHanding(step) ? (spoken[at - 1]?.step ?? 0) : 0;
    return { steps: step | object | (isSecond ? second.step : 0), isSure: true, head: first.id };
  }
  return {
    steps: spoken.reduce((steps, each) => steps | each.step, 0),
    isSure: false,
    head: first?.i === 0 && next !== undefined && ARTICLES.has(next) ? first.id : 0,
  };
}

function isNegated(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ word, inBrackets, place }, i) =>
      !inBrackets &&
      place === Place.MAIN &&
      ((NEGATION.test(word) && ![i - 1, i + 1].some(at => STANDS.test(tokens[at]?.word ?? ''))) ||
        (word === 'longer' && tokens[i - 1]?.word === 'no')),
  );
}

/** What stands on either side of each `and`, but for verbs of one thing: `find and invite a speaker`. */
function sidesOf(tokens: readonly Token[], used: ReadonlyMap<number, number>, head: number): number[] {
  /** Of the words next to `at`, what they say; 0 where they are people. */
  const phrase = (at: number, by: 1 | -1, lead = '') => {
    const said: number[] = [];
    for (let i = at; ; i += by) {
      const token = tokens[i];
      if (!token?.isWord || token.place === Place.TAIL) return said;
      const id = used.has(i) ? -(used.get(i) ?? 0) : readWord(token.word).id;
      // Before the thing on the right: `and the …`, `and what it …`, but not `and put it into the …`.
      const isLead = i > at || ARTICLES.has(token.word) || QUESTION.has(token.word) || token.word === lead;
      if (by > 0 && said.length === 0 && id === 0 && isLead && !used.has(i)) continue;
      if (id !== 0) said.push(id);
      else if (said.length > 0 || used.has(i) || by > 0) return said;
    }
  };
  /** The last token before `at` that is not in brackets. */
  const before = (at: number): number => {
    let i = at - 1;
    if (tokens[i]?.word === ')') while (tokens[i]?.inBrackets || tokens[i]?.word === ')') i--;
    return i;
  };
  return tokens.flatMap(({ word, place }, i) => {
    if (word === 'both' && !tokens.some(token => token.word === 'and')) return [BOTH, BOTH];
    if ((word !== 'and' && word !== 'plus') || place === Place.TAIL) return [];
    const last = before(i);
    const [left, right] = [phrase(last, -1), phrase(i + 1, 1, tokens[last - 1]?.word)];
    const isOwn = (id: number) =>
      id > 0 && isSpecific(id) && !tokens.slice(0, i).some(each => readWord(each.word).id === id);
    const [one, two] = [left.find(id => !right.includes(id)), right.find(id => !left.includes(id))];
    if (one === undefined || two === undefined || i === 1) return [];
    // Done with the same thing it is no deliverable of its own, unless it is another step.
    const [verb, next] = [tokens[i + 1]?.word ?? '', tokens[i + 2]?.word ?? ''];
    const step = used.has(i + 1) ? 0 : readWord(verb).step;
    // Nor is handing over what the first step made: `check the proof and return corrections`.
    if (isHanding(step) && !right.some(isOwn)) return [];
    if (step === 0 ? !QUESTION.has(verb) && PRONOUNS.has(next) : head !== 0 && !areDifferentSteps(head, step))
      return [];
    return [one, two];
  });
}

/** The words of each part of a bundle; none where there is but one deliverable. */
function partsOf(tokens: readonly Token[], used: ReadonlyMap<number, number>): number[][] {
  const parts: number[][] = [[]];
  tokens.forEach(({ word, isWord, inBrackets, place }, i) => {
    if (inBrackets || place === Place.TAIL || !isWord) return;
    const { id, step } = readWord(word);
    const isVerb =
      !ARTICLES.has(word) &&
      (i === 0 || JOINS.has(tokens[i - 1]?.word ?? '')) &&
      (step !== 0 || ARTICLES.has(tokens[i + 1]?.word ?? ''));
    if (isVerb && i > 0) parts.push([]);
    if (id !== 0 && !isVerb && !used.has(i)) parts.at(-1)?.push(id);
  });
  const full = parts.filter(part => part.some(isSpecific));
  return full.length > 1 ? full.map(once) : [];
}
