import { lazily } from '../lazily';
import type { TaskState } from '../records';
import { en, type Words } from './en';
import { namesOf } from '../shapes';

export { en, type Words };

/** Everything that is shown, in the language of the app. What command lines and other plugins get is `en`. */
export let say: Words = en;

/**
 * To be called before whatever says something is loaded: tables of names are made once.
 * @param language English where there is none.
 */
export function speak(language: Words | undefined): void {
  say = language ?? en;
}

/** What `tell` says to command lines and other programs, whatever the screens speak. It may not wait for anything. */
export function inEnglish<T>(tell: () => T): T {
  const spoken = say;
  say = en;
  try {
    return tell();
  } finally {
    say = spoken;
  }
}

/** A sentence of the table, with what varies in it. */
export const fill = (sentence: string, what: string): string => sentence.replace('{}', () => what);

/** What varies in these is a state, which has a name in every language. */
const OF_STATES: readonly unknown[] = [en.taskNotProposed, en.taskNotToPutOff, en.taskIsOpen, en.taskAlready];

/** English sentences in two parts, before and after what varies in them; what comes behind is absent where nothing does. */
const sentences = lazily(() =>
  namesOf(en).flatMap(key => {
    const sentence = en[key];
    return typeof sentence === 'string'
      ? [[key, ...sentence.split('{}')] as [keyof Words, string, string?]]
      : [];
  }),
);

/**
 * A reason as it is shown. Reasons are English wherever they are kept and handed on, since exports and other plugins
 * read them; only here they are found again in the table. What is not in it (the app's own errors) stays as it is.
 */
export function inWords(reason: string): string {
  if (say === en) return reason;
  for (const [key, before, after] of sentences())
    if (after === undefined ? reason === before : isBetween(reason, before, after)) {
      const what = reason.slice(before.length, reason.length - (after ?? '').length);
      const state = OF_STATES.includes(en[key]) ? say.states[what.replace(' ', '-') as TaskState] : what;
      return fill(say[key] as string, state);
    }
  return reason;
}

const isBetween = (text: string, before: string, after: string): boolean =>
  text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after);
