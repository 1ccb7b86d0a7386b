import { isIsoDate } from '../dates';
import type { Priority, TaskDates, TaskState } from '../records';
import { isProposedTag, taskState, type NoteConventions } from './conventions';
import { mendText } from './damagedText';
import type { Sign } from './signs';
import { tokenize, type OwnerSpan, type Span } from './taskTokens';

export type { OwnerSpan, Span } from './taskTokens';

export interface TagSpan extends Span {
  tag: string;
  /** Whether it is the tag that makes an open box proposed. */
  proposed: boolean;
}

/** A task line taken apart. Every span points into the line it was read from. */
export interface ParsedTask extends TaskDates {
  state: TaskState;
  symbol: string;
  /** Between the brackets. */
  box: Span;
  owners: OwnerSpan[];
  tags: TagSpan[];
  priority: Priority;
  text: string;
  blockId?: string;
  /** Where the task's content ends: before a block id and trailing white space. */
  contentEnd: number;
  /** Dates that no calendar has, as written; they stay in the text. */
  invalidDates: string[];
}

const BOX = /^[\uFEFF \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[( *\? *|[^\]\r\n])\](?=\s|$)/u;
const BLOCK_ID = /\s\^([A-Za-z0-9-]+)$/;
/**
 * Reads a task line; null where the line is no task. Linear in its length, never throws.
 * The tag that makes a task proposed is read over: what the task says and whose it is, is what it will be without it.
 */
export function parseTaskLine(line: string, conventions: NoteConventions): ParsedTask | null {
  const task = readTaskLine(line, conventions);
  const cuts = task ? proposedTagCuts(line, task) : [];
  if (!task || !cuts[0] || isAmongLastTags(line, task, cuts[0])) return task;
  const bare = readTaskLine(without(line, cuts), conventions);
  if (!bare) return task;
  const at = positionsBefore(cuts);
  const moved = <S extends Span>(span: S): S => ({
    ...span,
    start: at(span.start, 'start'),
    end: at(span.end, 'end'),
  });
  return {
    ...bare,
    state: task.state,
    box: task.box,
    tags: task.tags,
    owners: bare.owners.map(moved),
    contentEnd: at(bare.contentEnd, 'end'),
  };
}

/** What goes with the proposed state: each such tag and the one space before it, unless the box needs that space. */
export function proposedTagCuts(line: string, task: ParsedTask): Span[] {
  const cuts = task.tags.filter(tag => tag.proposed).map(({ start, end }) => ({ start: start - 1, end }));
  const behindBox = task.box.end + 1;
  const textStart = cuts.reduce((end, cut) => (cut.start === end ? cut.end : end), behindBox);
  const [first] = cuts;
  if (first && textStart > behindBox && /\S/.test(line[textStart] ?? ' ')) first.start++;
  return cuts;
}

/** Whether only tags and a block id follow, as in most lines; then the task reads the same without the cut. */
function isAmongLastTags(line: string, task: ParsedTask, { start, end }: Span): boolean {
  let behind = end;
  for (const tag of task.tags) {
    if (tag.start < end) continue;
    if (line.slice(behind, tag.start).trim() !== '') return false;
    behind = tag.end;
  }
  const before = line.slice(0, start);
  return (
    line.slice(behind, task.contentEnd).trim() === '' &&
    /^\S $/.test(line.slice(start - 1, start + 1)) &&
    !before.includes('^')
  );
}

function without(line: string, cuts: readonly Span[]): string {
  let rest = '';
  let copied = 0;
  for (const { start, end } of cuts) {
    rest += line.slice(copied, start);
    copied = end;
  }
  return rest + line.slice(copied);
}

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

function readTaskLine(line: string, conventions: NoteConventions): ParsedTask | null {
  const head = BOX.exec(line);
  if (!head) return null;
  const inBox = head[1] ?? '';
  const symbol = inBox.includes('?') ? '?' : inBox;
  const boxEnd = head[0].length - 1;
  const trimmedEnd = line.trimEnd().length;
  const blockId = BLOCK_ID.exec(line.slice(Math.max(0, trimmedEnd - 200), trimmedEnd));
  const contentEnd = blockId ? line.slice(0, trimmedEnd - blockId[0].length).trimEnd().length : trimmedEnd;

  const task: ParsedTask = {
    state: 'accepted',
    symbol,
    box: { start: boxEnd - inBox.length, end: boxEnd },
    owners: [],
    tags: [],
    priority: 'none',
    text: '',
    contentEnd,
    invalidDates: [],
  };
  if (blockId?.[1] !== undefined) task.blockId = blockId[1];

  const tokens = tokenize(line, head[0].length, contentEnd);
  const words: string[] = [];
  let copied = head[0].length;
  const take = (span: Span) => {
    words.push(line.slice(copied, span.start));
    copied = span.end;
  };
  for (const token of tokens) {
    if (token.kind === 'sign') {
      if (applySign(task, token.sign, token.value)) take(token);
    } else if (token.kind === 'tag') {
      const tag = line.slice(token.start, token.end);
      task.tags.push({ start: token.start, end: token.end, tag, proposed: isProposedTag(tag, conventions) });
      take(token);
    } else if (token.kind === 'owners') {
      for (const owner of token.owners) {
        task.owners.push(owner);
        if (!token.inSentence) continue;
        take(owner);
        words.push(owner.label);
      }
      if (!token.inSentence) take(token);
    }
  }
  words.push(line.slice(copied, contentEnd));
  task.text = mendText(words.join('')).replace(/\s+/g, ' ').trim();
  const tagNames = task.tags.map(({ tag }) => tag);
  task.state = taskState(symbol, tagNames, conventions);
  return task;
}

/** Takes a sign's value over; false where the sign says nothing we understand and so stays in the text. */
function applySign(task: ParsedTask, sign: Sign, value: string): boolean {
  switch (sign.kind) {
    case 'priority':
      if (task.priority === 'none') task.priority = sign.priority;
      return true;
    case 'date':
      if (value === '') return false;
      if (!isIsoDate(value)) {
        task.invalidDates.push(value);
        return false;
      }
      task[sign.field] ??= value;
      return true;
    case 'value':
      return value !== '';
  }
}
