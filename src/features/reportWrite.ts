import { Notice } from 'obsidian';
import type { CountWords } from '../core/countOf';
import { reasonOf } from '../core/reasonOf';
import type { WriteReport } from '../vault/NoteWriter';
import { addLink } from './addLink';
import { showNotice } from './passing';
import { inWords, say } from '../core/words';

/** More would fill the screen; the rest is counted. */
const MOST_REFUSALS = 5;

/** How long what has to be read stays, in ms. */
const LONG = 20000;

export interface WaysOut {
  /** What was changed. */
  count: CountWords;
  /** Left out where it cannot be taken back. */
  undo?: (() => void) | undefined;
  /** Opens a note that was not changed, at the line. */
  open: (path: string, event: MouseEvent, line: number) => void;
}

/** One notice: what was done (`Promoted`), how to take it back, what was not done and why, and the way there. */
export function reportWrite(done: string, report: WriteReport, { count, undo, open }: WaysOut): void {
  const { changed, refused, calledOff = 0 } = report;
  const message = createFragment();
  if (changed > 0) addDone(message, say.didTo(done, count(changed)), undo);
  if (calledOff > 0) message.createDiv({ text: say.leftUnchanged(count(calledOff)) });
  for (const { path, line, reason } of refused.slice(0, MOST_REFUSALS)) {
    const row = message.createDiv({ cls: 'rapport-refusal' });
    addLink(row, say.atLine(path, line + 1), 'rapport-refusal-place', event => open(path, event, line));
    row.createSpan({ text: `: ${inWords(reason)}` });
  }
  if (refused.length > MOST_REFUSALS)
    message.createDiv({
      text: say.moreRefused(count(refused.length - MOST_REFUSALS)),
    });
  if (changed + refused.length + calledOff === 0) message.createDiv({ text: say.nothingToChange });
  showNotice(message, refused.length > 0 ? LONG : undefined);
}

/** The same for what is no change of lines. */
export function reportDone(done: string, undo?: () => void): void {
  const message = createFragment();
  addDone(message, done, undo);
  showNotice(message);
}

/** Says what could not be done (`say.exported`), and why. */
export function reportFailure(what: string, error: unknown): void {
  new Notice(say.couldNotBe(what, inWords(reasonOf(error))), LONG);
}

/** Says where a file is that was made. */
export function reportFile(path: string, open: (event: MouseEvent) => void): void {
  const message = createFragment();
  message.createSpan({ text: say.written });
  addLink(message, path, 'rapport-written', open);
  showNotice(message, LONG);
}

function addDone(message: DocumentFragment, done: string, undo: (() => void) | undefined): void {
  message.createDiv({ text: `${done}.` });
  if (undo) addLink(message, say.undo, 'rapport-undo', undo);
}
