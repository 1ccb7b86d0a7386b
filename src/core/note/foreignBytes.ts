/** What a byte that is no UTF-8 reads as. Writing it back would put it in the byte's place. */
export const REPLACEMENT = '\uFFFD';

export const FOREIGN_BYTES = {
  read: 'The note holds bytes that are not UTF-8; it is read, but not changed.',
  write:
    'The note holds bytes that are not UTF-8, and writing it would lose them. Convert it to UTF-8 first.',
};

/** The first line with a character that could not be decoded; counts from 0. */
export function firstForeignLine(text: string): number {
  return text.slice(0, text.indexOf(REPLACEMENT)).split('\n').length - 1;
}
