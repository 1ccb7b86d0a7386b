import { Notice } from 'obsidian';
import { reasonOf } from '../core/reasonOf';
import { say } from '../core/words';

/** Puts a text on the clipboard and says `said`; where the system refuses, says so. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await activeWindow.navigator.clipboard.writeText(text);
    new Notice(said);
  } catch (error) {
    new Notice(say.notCopied(reasonOf(error)));
  }
}
