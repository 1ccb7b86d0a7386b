import { dateSign, FIELD_NAMES, prioritySign } from '../note/signs';
import { proposedTagCuts, type ParsedTask, type SignSpan, type Span } from '../note/taskLine';
import type { DateField, Priority } from '../records';
import type { Splice } from './splices';

/** A task line while it is changed: gathers which bytes give way to which. */
export class LineDraft {
  private readonly gathered: Splice[] = [];

  constructor(
    readonly line: string,
    readonly task: ParsedTask,
  ) {}

  /** In order; those that change nothing are left out, those that meet are one. */
  splices(): Splice[] {
    const merged: Splice[] = [];
    const inOrder = [...this.gathered].sort((a, b) => a.from - b.from || a.to - b.to);
    for (const splice of inOrder) {
      if (this.line.slice(splice.from, splice.to) === splice.insert) continue;
      const last = merged.at(-1);
      if (last && last.to >= splice.from)
        merged[merged.length - 1] = {
          from: last.from,
          to: Math.max(last.to, splice.to),
          insert: last.insert + splice.insert,
        };
      else merged.push(splice);
    }
    return merged;
  }

  replace({ start, end }: Span, insert: string): void {
    this.gathered.push({ from: start, to: end, insert });
  }

  /** The Tasks plugin reads signs from the end of the line, so new ones come last; a block id stays behind them. */
  append(words: string): void {
    const { contentEnd } = this.task;
    this.replace({ start: contentEnd, end: contentEnd }, ` ${words}`);
  }

  /** Takes something out with the space before it, or where it comes first, with the one behind it. */
  cut({ start, end }: Span): void {
    const { line, task } = this;
    const isFirst = start <= task.box.end + 2;
    if (!isFirst && /\s/.test(line[start - 1] ?? '')) this.replace({ start: start - 1, end }, '');
    else this.replace({ start, end: isFirst && /\s/.test(line[end] ?? '') ? end + 1 : end }, '');
  }

  setBox(symbol: string): void {
    this.replace(this.task.box, symbol);
  }

  removeProposedTags(): void {
    for (const cut of proposedTagCuts(this.line, this.task)) this.replace(cut, '');
  }

  /** Adds a tag that the line does not have yet. */
  addTag(tag: string): void {
    const has = this.task.record.tags.some(each => each.toLowerCase() === tag.toLowerCase());
    if (!has) this.append(tag);
  }

  /** @param date ISO; null takes every such date away. */
  setDate(field: DateField, date: string | null): void {
    const written = this.signsOf(field).filter(({ value }) => value.end > value.start);
    const counting = written.find(({ counts }) => counts) ?? written.at(-1);
    if (date === null) written.forEach(span => this.cut(span));
    else if (counting) this.replace(counting.value, date);
    else this.append(this.usesFields() ? `[${FIELD_NAMES[field]}:: ${date}]` : `${dateSign(field)} ${date}`);
  }

  setPriority(priority: Priority): void {
    if (priority === this.task.record.priority) return;
    const written = this.signsOf('priority');
    const counting = written.find(({ counts }) => counts);
    if (priority === 'none') written.forEach(span => this.cut(span));
    else if (counting?.form === 'field') this.replace(counting.value, priority);
    else if (counting) this.replace(counting, prioritySign(priority));
    else this.append(this.usesFields() ? `[${FIELD_NAMES.priority}:: ${priority}]` : prioritySign(priority));
  }

  private signsOf(field: SignSpan['sign']['field']): SignSpan[] {
    return this.task.signs.filter(({ sign }) => sign.field === field);
  }

  /** Whether the line is written in the Dataview form; what is added is written likewise. */
  private usesFields(): boolean {
    const { signs } = this.task;
    return signs.length > 0 && signs.every(({ form }) => form === 'field');
  }
}
