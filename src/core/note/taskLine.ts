import type { TaskRecord } from '../records';
import type { NoteConventions } from './conventions';
import { applySplices } from './splices';
import {
  emptySpans,
  TaskLineReader,
  type OwnerGroup,
  type OwnerSpan,
  type SignSpan,
  type Span,
  type TaskSpans,
} from './TaskLineReader';

export type { OwnerGroup, OwnerSpan, SignSpan, Span, TagSpan } from './TaskLineReader';

/** A task line taken apart. Every span points into the line. */
export interface ParsedTask extends TaskSpans {
  /** What the line says; where in a note it stands, it does not know. */
  record: TaskRecord;
}

/**
 * Reads a task line; null where the line is no task. Linear in its length, never throws.
 * The tag that makes a task proposed is read over: what the task says and whose it is, is what it will be without it.
 */
export const parseTaskLine = (line: string, conventions: NoteConventions): ParsedTask | null =>
  parse(line, new TaskLineReader(conventions));

function parse(line: string, reader: TaskLineReader): ParsedTask | null {
  const spans = emptySpans();
  const record = reader.read(line, 0, line.length, spans);
  if (!record || reader.isSameWithoutTag) return record && { record, ...spans };
  const cuts = proposedTagCuts(line, spans);
  const bare = parse(without(line, cuts), reader);
  if (!bare) return null;
  return restoreCuts(bare, { record, ...spans }, cuts);
}

/** The same for a note that asks only what a line says; `reader` has just read it, and found it to be `record`. */
export function readOverProposedTag(record: TaskRecord, reader: TaskLineReader): TaskRecord {
  return reader.isSameWithoutTag ? record : (parse(record.raw, reader)?.record ?? record);
}

/** A task read without the cuts, as it stands in the whole line. */
function restoreCuts(bare: ParsedTask, whole: ParsedTask, cuts: readonly Span[]): ParsedTask {
  const [moveGroup, moveOwner] = [spanMover<OwnerGroup>(cuts), spanMover<OwnerSpan>(cuts)];
  const [moveSign, moveValue] = [spanMover<SignSpan>(cuts), spanMover<Span>(cuts)];
  const { raw, state, tags } = whole.record;
  return {
    ...whole,
    record: { ...bare.record, raw, state, tags },
    owners: bare.owners.map(group => ({ ...moveGroup(group), owners: group.owners.map(moveOwner) })),
    signs: bare.signs.map(sign => ({ ...moveSign(sign), value: moveValue(sign.value) })),
    sentence: spanMover<Span>(cuts)(bare.sentence),
  };
}

/** Moves spans of the cut line, in their order, to where they stand in the whole one. */
function spanMover<S extends Span>(cuts: readonly Span[]): (span: S) => S {
  const at = positionsBefore(cuts);
  return span => {
    const start = at(span.start, 'start');
    return { ...span, start, end: at(span.end, 'end') };
  };
}

/** Whether a sign is more than a character; those of dates say nothing by themselves. */
export const saysSomething = ({ sign, value }: Pick<SignSpan, 'sign' | 'value'>): boolean =>
  sign.kind === 'priority' || value.end > value.start;

/** What goes with the proposed state: each such tag and the one space before it, unless the box needs that space. */
export function proposedTagCuts(line: string, { tags, box }: TaskSpans): Span[] {
  const cuts = tags.filter(tag => tag.proposed).map(({ start, end }) => ({ start: start - 1, end }));
  const behindBox = box.end + 1;
  const textStart = cuts.reduce((end, cut) => (cut.start === end ? cut.end : end), behindBox);
  const [first] = cuts;
  if (first && textStart > behindBox && /\S/.test(line[textStart] ?? ' ')) first.start++;
  return cuts;
}

const without = (line: string, cuts: readonly Span[]): string =>
  applySplices(
    line,
    cuts.map(({ start, end }) => ({ from: start, to: end, insert: '' })),
  );

/**
 * Where positions of the cut line stand in the whole one; at a cut a span starts behind and ends before it.
 * Positions are asked for in the order of the line.
 */
function positionsBefore(cuts: readonly Span[]): (position: number, edge: keyof Span) => number {
  let passed = 0;
  let shift = 0;
  return (position, edge) => {
    for (let cut = cuts[passed]; cut; cut = cuts[++passed]) {
      if (edge === 'start' ? cut.start > position + shift : cut.start >= position + shift) break;
      shift += cut.end - cut.start;
    }
    return position + shift;
  };
}
