import type { TFile, Vault } from 'obsidian';
import { REPLACEMENT } from '../core/note/foreignBytes';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Whether a file holds bytes that are no UTF-8. The app shows them as U+FFFD and would write that back, so such a file
 * must not be changed. A U+FFFD that really stands in the file is fine; only the bytes can tell.
 */
export async function holdsForeignBytes(vault: Vault, file: TFile, text: string): Promise<boolean> {
  if (!text.includes(REPLACEMENT)) return false;
  try {
    strictUtf8.decode(await vault.readBinary(file));
    return false;
  } catch {
    return true;
  }
}
