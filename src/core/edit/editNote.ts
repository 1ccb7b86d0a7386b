import { groupBy } from '../groupBy';
import { forEachMarkdownLine } from '../note/markdownLines';
import { applySplices, invertSplices, type Splice } from './splices';
import { en } from '../words';

/** The line a request is about, as it was when somebody decided. */
export interface LineTarget {
  /** The whole line, without its ending. */
  raw: string;
  /** Where it stood; a hint, never proof. Counts from 0. */
  line: number;
  /** Where lines of exactly this text stood in the note then, this one included. */
  twins: readonly number[];
  /** Whether it is any line, in code and front matter too; else a list item, and its twins are list items. */
  anywhere?: boolean | undefined;
}

/** A change asked for: `change` gets the line as it stands and says which bytes of it change. */
export interface LineRequest {
  target: LineTarget;
  change: (line: string) => { splices: Splice[] } | { refusal: string };
}

/** A line that was changed: enough to find it again and to take the change back. */
export interface LineChange {
  line: number;
  before: string;
  after: string;
  /** Take `after` back to `before`. */
  inverse: Splice[];
  /** Where lines equal to `after` stand once the edit is done, this one included. */
  twins: readonly number[];
  /** As it was asked for. */
  anywhere?: boolean | undefined;
}

export interface LineRefusal {
  /** Where the line was last seen. */
  line: number;
  reason: string;
}

export interface NoteEdit {
  /** Of the whole text, in order. */
  splices: Splice[];
  /** In the order of the requests, `null` where refused or where nothing was to change. */
  changes: (LineChange | null)[];
  refusals: LineRefusal[];
}

export const REFUSALS = {
  gone: en.lineGone,
  ambiguous: en.lineAmbiguous,
  twice: en.lineTwice,
};

/**
 * Works out what a note's text becomes when `requests` are carried out. Each line is found by its exact text; where
 * several are equal, only lines that stand just where they stood, or a request for every one of them, tell which.
 */
export function editNote(text: string, asked: readonly LineRequest[]): NoteEdit {
  const requests = asked.map(request => asItStands(text, request));
  const wanted = groupBy(requests.map(request => [lineKey(request.target), request] as const));
  const places = findLines(
    text,
    requests.map(({ target }) => target),
  );
  const chosen = new Map<LineRequest, Place | string>();
  for (const [key, same] of wanted) choosePlaces(places.get(key) ?? [], same, chosen);
  const changes: (LineChange | null)[] = requests.map(() => null);
  const refusals: LineRefusal[] = [];
  const splices: Splice[] = [];
  const taken = new Set<number>();

  requests.forEach((request, i) => {
    const { target } = request;
    const refuse = (reason: string) => refusals.push({ line: target.line, reason });
    const place = chosen.get(request) ?? REFUSALS.gone;
    if (typeof place === 'string') return refuse(place);
    if (taken.has(place.line)) return refuse(REFUSALS.twice);
    const change = request.change(target.raw);
    if ('refusal' in change) return refuse(change.refusal);
    taken.add(place.line);
    if (change.splices.length === 0) return;
    const ending = lineEnding(text, place.offset + target.raw.length);
    const inLine = change.splices.map(splice => ({
      ...splice,
      insert: splice.insert.replaceAll('\n', ending),
    }));
    changes[i] = {
      line: place.line,
      before: target.raw,
      after: applySplices(target.raw, inLine),
      inverse: invertSplices(target.raw, inLine),
      twins: [],
      anywhere: target.anywhere,
    };
    for (const { from, to, insert } of inLine)
      splices.push({ from: place.offset + from, to: place.offset + to, insert });
  });
  splices.sort((a, b) => a.from - b.from);
  return { splices, changes: withTwins(applySplices(text, splices), changes), refusals };
}

/** The same of several lines as they end now: an editor has other line endings than its file. */
function asItStands(text: string, request: LineRequest): LineRequest {
  const { target } = request;
  if (!target.raw.includes('\n') || text.includes(target.raw)) return request;
  const raw = target.raw.replace(/\r?\n/g, lineEnding(text, text.length));
  return { ...request, target: { ...target, raw } };
}

function withTwins(text: string, changes: readonly (LineChange | null)[]): (LineChange | null)[] {
  const asLine = ({ after, anywhere }: LineChange): WantedLine => ({ raw: after, anywhere });
  const places = findLines(
    text,
    changes.flatMap(change => (change ? asLine(change) : [])),
  );
  const twins = new Map(Array.from(places, ([key, found]) => [key, found.map(({ line }) => line)]));
  return changes.map(change => change && { ...change, twins: twins.get(lineKey(asLine(change))) ?? [] });
}

interface Place {
  line: number;
  offset: number;
}

/**
 * Which of the equal lines found are meant: those that stand just where they stood, or where every one of them is asked
 * for, any; then those that did not move are the ones named, and the others are shared out in their order. Who gets none
 * gets the reason.
 */
function choosePlaces(
  found: readonly Place[],
  asked: readonly LineRequest[],
  chosen: Map<LineRequest, Place | string>,
): void {
  const byLine = new Map<number, LineRequest>();
  for (const request of asked)
    if (byLine.has(request.target.line)) chosen.set(request, REFUSALS.twice);
    else byLine.set(request.target.line, request);
  // Who decided on equal lines saw the same ones.
  const twins = new Set(asked[0]?.target.twins);
  const unmoved = found.length === twins.size && found.every(({ line }) => twins.has(line));
  const everyOne = byLine.size >= twins.size && byLine.size >= found.length;
  const moved: Place[] = [];
  for (const place of unmoved || everyOne ? found : []) {
    const request = byLine.get(place.line);
    if (request) chosen.set(request, place);
    else if (!unmoved) moved.push(place);
  }
  const others = [...byLine.values()].filter(request => !chosen.has(request));
  const allTaken = byLine.size - others.length + moved.length === found.length;
  const reason = allTaken ? REFUSALS.gone : REFUSALS.ambiguous;
  others.forEach((request, i) => chosen.set(request, moved[i] ?? reason));
}

/** What ends the line that ends at `end`; in the last line, what ends the others. */
function lineEnding(text: string, end: number): '\n' | '\r\n' {
  if (end < text.length) return text.startsWith('\r\n', end) ? '\r\n' : '\n';
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** What a line says, and whether it may be any line or only a list item. */
export interface WantedLine {
  raw: string;
  anywhere?: boolean | undefined;
}

/** By what lines are looked up. */
export const lineKey = ({ raw, anywhere }: WantedLine): string => `${anywhere ? 'line' : 'item'} ${raw}`;

/**
 * Where lines of exactly these texts stand, by {@link lineKey}. Where a list item is wanted, the same text in a code
 * block or a comment is another thing. Lines end at LF or CRLF; the ending is no part of the line. A text of several
 * lines is found by all of them.
 */
export function findLines(text: string, wanted: readonly WantedLine[]): ReadonlyMap<string, Place[]> {
  const places = new Map<string, Place[]>(wanted.map(line => [lineKey(line), []]));
  for (const anywhere of [false, true]) {
    const raws = wanted.filter(line => (line.anywhere ?? false) === anywhere).map(({ raw }) => raw);
    if (raws.length === 0) continue;
    const several = [...new Set(raws)].filter(raw => raw.includes('\n'));
    (anywhere ? forEachLine : forEachListItem)(text, (line, start, end) => {
      const here = several.filter(raw => text.startsWith(raw, start) && endsLine(text, start + raw.length));
      for (const raw of [text.slice(start, end), ...here])
        places.get(lineKey({ raw, anywhere }))?.push({ line, offset: start });
    });
  }
  return places;
}

type VisitLine = (number: number, start: number, end: number) => void;

function forEachListItem(text: string, visit: VisitLine): void {
  forEachMarkdownLine(text, ({ number, start, end, listParent }) => {
    if (listParent !== undefined) visit(number, start, end);
  });
}

/** Every line of a text, whatever it is; it ends before its LF or CRLF. */
export function forEachLine(text: string, visit: VisitLine): void {
  let start = 0;
  for (let number = 0; start <= text.length; number++) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline;
    visit(number, start, next > start && newline !== -1 && text[next - 1] === '\r' ? next - 1 : next);
    start = next + 1;
  }
}

function endsLine(text: string, at: number): boolean {
  return at === text.length || text[at] === '\n' || text.startsWith('\r\n', at);
}
