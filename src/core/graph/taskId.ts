/**
 * A task's identity: the note and what the line says without its bookkeeping, so that it survives other lines moving
 * and its own promotion. `ordinal` counts equal texts in one note. 53 bits, base 36.
 */
export const taskId = (path: string, text: string, ordinal: number): string =>
  hash(`${path}\n${text}\n${ordinal}`);

/** Two 32-bit FNV-1a hashes with different seeds, joined to 53 bits. */
function hash(text: string): string {
  let low = 0x811c9dc5,
    high = 0x9dc5811c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  const mixed = Math.imul(high ^ (low >>> 15), 0xc2b2ae35);
  const joined = (mixed & 0x1fffff) * 0x100000000 + (low >>> 0);
  return `t${joined.toString(36).padStart(11, '0')}`;
}
