import { dateSign, fieldName, prioritySign } from '../note/signs';
import { proposedTagCuts, saysSomething, type ParsedTask, type Span } from '../note/taskLine';
import type { DateField, Priority } from '../records';
import type { Splice } from './splices';

/** A task line while it is changed: gathers which bytes give way to which. */
export class LineDraft {
  readonly #gathered: Splice[] = [];

  constructor(
    readonly line: string,
    readonly task: ParsedTask,
  ) {}

  /** In order; those that change nothing are left out, those that meet are one. */
  splices(): Splice[] {
    const merged: Splice[] = [];
    const inOrder = [...this.#gathered].sort((a, b) => a.from - b.from || a.to - b.to);
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
    this.#gathered.push({ from: start, to: end, insert });
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

  /** Puts a symbol into the box, which no tag contradicts any more. */
  setBox(symbol: string): void {
    this.replace(this.task.box, symbol);
    for (const cut of proposedTagCuts(this.line, this.task)) this.replace(cut, '');
  }

  /** Adds a tag that the line does not have yet. */
  addTag(tag: string): void {
    const has = this.task.record.tags.some(each => each.toLowerCase() === tag.toLowerCase());
    if (!has) this.append(tag);
  }

  /** @param date ISO; null takes every such date away. */
  setDate(field: DateField, date: string | null): void {
    this.#setSign(field, date, `${dateSign(field)} ${date}`);
  }

  setPriority(priority: Priority): void {
    if (priority === this.task.record.priority) return;
    this.#setSign('priority', priority === 'none' ? null : priority, prioritySign(priority));
  }

  /** @param written The value with its sign; null for the value takes all such signs away. */
  #setSign(field: DateField | 'priority', value: string | null, written: string): void {
    const spans = this.task.signs.filter(span => span.sign.field === field && saysSomething(span));
    const counting = spans.find(({ counts }) => counts) ?? spans.at(-1);
    if (value === null) spans.forEach(span => this.cut(span));
    else if (!counting) this.append(this.#usesFields() ? `[${fieldName(field)}:: ${value}]` : written);
    else if (counting.value.end > counting.value.start) this.replace(counting.value, value);
    else this.replace(counting, written);
  }

  /** Whether the line is written in the Dataview form; what is added is written likewise. */
  #usesFields(): boolean {
    const { signs } = this.task;
    return signs.length > 0 && signs.every(({ form }) => form === 'field');
  }
}
