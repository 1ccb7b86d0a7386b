import type { Frame, Placed } from './layout';

/** How wide a letter is, and how tall its line, in heights of a name. */
const LETTER = 0.6;
const LINE = 1.4;
/** Of a longer name this many letters are drawn. */
const LONGEST = 24;

/** Says that circles are on their way; names of many are not set meanwhile. */
export const MOVING = 'is-moving';

export const shortName = (name: string): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;

/**
 * Sets names where they find room, those that are drawn first before others; the rest are marked as crowded. None goes
 * over the frame.
 * @param height Of a name.
 */
export function setNames(
  svg: SVGSVGElement,
  placed: readonly Placed[],
  { x: left, width }: Frame,
  height: number,
): void {
  const names = svg.lastElementChild?.children ?? [];
  const taken: { x: number; y: number; half: number }[] = [];
  for (const [i, { node, x, y, radius }] of placed.entries()) {
    const half = (shortName(node.person.name).length * LETTER * height) / 2;
    const box = {
      x: Math.max(left + half, Math.min(left + width - half, x)),
      y: y + radius,
      half,
    };
    const isFree = taken.every(
      other => Math.abs(other.x - box.x) > other.half + half || Math.abs(other.y - box.y) > LINE * height,
    );
    if (isFree) taken.push(box);
    names[i]?.toggleClass('is-crowded', !isFree);
    names[i]?.setAttrs({ x: box.x, y: box.y });
  }
}
