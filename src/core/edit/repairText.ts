import type { NoteConventions } from '../note/conventions';
import { damagedRuns, mendText } from '../note/damagedText';
import { endOfFrontMatter, forEachMarkdownLine } from '../note/markdownLines';
import { SIGN_SPELLINGS } from '../note/signs';
import { parseTaskLine, saysSomething } from '../note/taskLine';
import { forEachLine, type LineTarget } from './editNote';
import { applySplices, type Splice } from './splices';

/** What of a note can be repaired for certain. */
export interface TextRepair {
  lines: { target: LineTarget; splices: Splice[] }[];
  /** How many places look damaged and stay as they are. */
  left: number;
}

export interface RepairContext {
  conventions: NoteConventions;
  /** Throws where it is no YAML. */
  parseYaml: (yaml: string) => unknown;
  /** Whether a link leads to a file as it is written: files have damaged names too. */
  leadsToFile: (link: string) => boolean;
}

/** Damaged spellings of signs, some of which have lost a byte; the longest first, since some begin others. */
const SIGNS = [...SIGN_SPELLINGS.keys()]
  .filter(spelling => spelling !== SIGN_SPELLINGS.get(spelling)?.emoji)
  .sort((a, b) => b.length - a.length);

/**
 * What nobody writes on purpose and no table tells the meaning of: a letter that lead bytes of signs and emoji become,
 * with what such letters never stand before; a control; a character that was lost.
 */
const LOOKS_DAMAGED = new RegExp(
  `${SIGNS.join('|')}|[âðğï][€‚ƒ†‡ˆ‰Š‹ŒŽ•˜™›Ÿ]+|[\\u0080-\\u009F\\uFFFD]+`,
  'g',
);

/** Where links lead to: the target of `[[target#part|alias]]`, the address of `[words](address)`. */
const LINK_TARGET = /(\[\[)([^[\]|#]*)|(\]\()([^()]*)/g;

/**
 * Which lines of a note change into what, where its damaged text is repaired. Only what can have been one thing is
 * repaired: sequences that decode without doubt, and in a task signs that no other sign can be. Left alone are targets
 * of links that lead somewhere as they are, and front matter that would name other properties or not be read any more.
 */
export function repairText(text: string, context: RepairContext): TextRepair {
  const listItems = new Set<number>();
  forEachMarkdownLine(text, ({ number, listParent }) => {
    if (listParent !== undefined) listItems.add(number);
  });
  const twins = new Map<string, number[]>();
  let damaged: DamagedLine[] = [];
  forEachLine(text, (line, start, end) => {
    const raw = text.slice(start, end);
    const here = twins.get(raw);
    if (here) here.push(line);
    else twins.set(raw, [line]);
    const splices = repairLine(raw, listItems.has(line), context);
    if (splices.length > 0) damaged.push({ raw, line, start, splices });
  });

  const bodyStart = endOfFrontMatter(text);
  const inFrontMatter = damaged.filter(({ start }) => start < bodyStart);
  if (!readsTheSame(text.slice(0, bodyStart), inFrontMatter, context.parseYaml))
    damaged = damaged.slice(inFrontMatter.length);
  const after = applySplices(text, ofText(damaged));
  return {
    lines: damaged.map(({ raw, line, splices }) => ({
      target: { raw, line, twins: twins.get(raw) ?? [], anywhere: true },
      splices,
    })),
    left: damagedRuns(after).length + (mendText(after).match(LOOKS_DAMAGED)?.length ?? 0),
  };
}

interface DamagedLine {
  raw: string;
  line: number;
  /** Where it begins in the note. */
  start: number;
  splices: Splice[];
}

/** Of the note, no longer of its lines. */
const ofText = (lines: readonly DamagedLine[]): Splice[] =>
  lines.flatMap(({ start, splices }) =>
    splices.map(({ from, to, insert }) => ({ from: start + from, to: start + to, insert })),
  );

function repairLine(line: string, isListItem: boolean, context: RepairContext): Splice[] {
  const splices: Splice[] = [];
  const repairBetween = (start: number, end: number) => {
    for (const { from, to, insert } of damagedRuns(line.slice(start, end)))
      splices.push({ from: start + from, to: start + to, insert: mendFully(insert) });
  };
  let done = 0;
  for (const sign of isListItem ? damagedSigns(line, context.conventions) : []) {
    repairBetween(done, sign.from);
    splices.push(sign);
    done = sign.to;
  }
  repairBetween(done, line.length);
  const fixed = linksThatLead(line, context.leadsToFile);
  let next = 0;
  return splices.filter(({ from, to }) => {
    while ((fixed[next]?.to ?? Infinity) <= from) next++;
    return (fixed[next]?.from ?? Infinity) >= to;
  });
}

/** Signs that say something about the task, though some of their bytes may be lost. */
function damagedSigns(line: string, conventions: NoteConventions): Splice[] {
  return (parseTaskLine(line, conventions)?.signs ?? []).flatMap(({ form, start, sign, value }) => {
    const spelling =
      form === 'damaged' &&
      saysSomething({ sign, value }) &&
      SIGNS.find(each => line.startsWith(each, start));
    return spelling ? [{ from: start, to: start + spelling.length, insert: sign.emoji }] : [];
  });
}

/** Some text was damaged twice. */
function mendFully(text: string): string {
  const mended = mendText(text);
  return mended === text ? text : mendFully(mended);
}

function linksThatLead(
  line: string,
  leadsToFile: RepairContext['leadsToFile'],
): { from: number; to: number }[] {
  return Array.from(line.matchAll(LINK_TARGET), ({ index, ...match }) => {
    const from = index + 2;
    const target = match[2] ?? match[4] ?? '';
    return { target, from, to: from + target.length };
  }).filter(({ target }) => leadsToFile(target.replaceAll('%20', ' ')));
}

/** Whether front matter, repaired, says the same but for the words in it: the same names, in the same places. */
function readsTheSame(
  frontMatter: string,
  damaged: readonly DamagedLine[],
  parseYaml: RepairContext['parseYaml'],
): boolean {
  if (damaged.length === 0) return true;
  const [was, is] = [frontMatter, applySplices(frontMatter, ofText(damaged))].map(each =>
    shapeOf(each, parseYaml),
  );
  return was !== null && was === is;
}

function shapeOf(frontMatter: string, parseYaml: RepairContext['parseYaml']): string | null {
  // Without the lines of dashes around it.
  const yaml = frontMatter.trim().split(/\r?\n/).slice(1, -1).join('\n');
  try {
    return JSON.stringify(parseYaml(yaml), (_, value: unknown) => (typeof value === 'string' ? '' : value));
  } catch {
    return null;
  }
}
