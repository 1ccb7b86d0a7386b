const utf8 = new TextEncoder();
const windows1252 = new TextDecoder('windows-1252');

/** Text as a wrong decoding leaves it: UTF-8 read as Windows-1252, what has no character there lost. */
export function damage(text: string): string {
  const read = (character: string) => windows1252.decode(utf8.encode(character)).replace(/[\x80-\x9f]/g, '');
  return text.replace(/[\u0080-\u{10FFFF}]/gu, read);
}
