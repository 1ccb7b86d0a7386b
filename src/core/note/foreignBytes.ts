/** What a byte that is no UTF-8 reads as. Writing it back would put it in the byte's place. */
export const REPLACEMENT = '\uFFFD';

/** The first line with a character that could not be decoded; counts from 0. */
export function firstForeignLine(text: string): number {
  return text.slice(0, text.indexOf(REPLACEMENT)).split('\n').length - 1;
}
