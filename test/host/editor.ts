import * as commands from '@codemirror/commands';
import {
  EditorSelection,
  type ChangeSpec,
  type SelectionRange,
  type Text,
  type TransactionSpec,
} from '@codemirror/state';
import { EditorView, type Command } from '@codemirror/view';
import type {
  EditorChange,
  EditorCommandName,
  EditorPosition,
  EditorRange,
  EditorSelection as Selection,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian';

const COMMANDS: Partial<Record<EditorCommandName, Command>> = {
  goUp: commands.cursorLineUp,
  goDown: commands.cursorLineDown,
  goLeft: commands.cursorCharLeft,
  goRight: commands.cursorCharRight,
  goStart: commands.cursorDocStart,
  goEnd: commands.cursorDocEnd,
  goWordLeft: commands.cursorGroupLeft,
  goWordRight: commands.cursorGroupRight,
  indentMore: commands.indentMore,
  indentLess: commands.indentLess,
  newlineAndIndent: commands.insertNewlineAndIndent,
  swapLineUp: commands.moveLineUp,
  swapLineDown: commands.moveLineDown,
  deleteLine: commands.deleteLine,
};

/** The app's `Editor` on a CodeMirror 6 view. Every method is one transaction, so one Ctrl+Z takes it back. */
export class Editor {
  constructor(readonly cm: EditorView) {}

  getDoc(): this {
    return this;
  }

  /** Lines are joined with `\n`, whatever the file has. */
  getValue(): string {
    return this.cm.state.doc.toString();
  }

  setValue(text: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.cm.state.doc.length, insert: text } });
  }

  getLine(line: number): string {
    return line >= 0 && line < this.lineCount() ? this.cm.state.doc.line(line + 1).text : '';
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.cm.state.doc.lines;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  getSelection(): string {
    const { from, to } = this.cm.state.selection.main;
    return this.cm.state.sliceDoc(from, to);
  }

  somethingSelected(): boolean {
    return !this.cm.state.selection.main.empty;
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(text: string): void {
    this.cm.dispatch(this.cm.state.replaceSelection(text));
  }

  replaceRange(text: string, from: EditorPosition, to: EditorPosition = from): void {
    this.cm.dispatch({ changes: { from: this.posToOffset(from), to: this.posToOffset(to), insert: text } });
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }

  setCursor(position: EditorPosition | number, ch = 0): void {
    const at = typeof position === 'number' ? { line: position, ch } : position;
    this.cm.dispatch({ selection: EditorSelection.cursor(this.posToOffset(at)) });
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const { doc } = this.cm.state;
    const selected = ranges.map(({ anchor, head = anchor }) => rangeIn(doc, anchor, head));
    this.cm.dispatch({ selection: EditorSelection.create(selected, main) });
  }

  listSelections(): Selection[] {
    return this.cm.state.selection.ranges.map(({ anchor, head }) => ({
      anchor: this.offsetToPos(anchor),
      head: this.offsetToPos(head),
    }));
  }

  /** One transaction for all: changes are placed in the text before it, the selection in the text after it. */
  transaction({ changes = [], replaceSelection, selection, selections }: EditorTransaction): void {
    const specs: ChangeSpec[] = changes.map(({ from, to = from, text }: EditorChange) => ({
      from: this.posToOffset(from),
      to: this.posToOffset(to),
      insert: text,
    }));
    if (replaceSelection !== undefined)
      specs.push(this.cm.state.replaceSelection(replaceSelection).changes as ChangeSpec);
    const spec: TransactionSpec = { changes: specs };
    const selected = selections ?? (selection ? [selection] : []);
    if (selected.length > 0) {
      const { newDoc } = this.cm.state.update(spec);
      const ranges = selected.map(({ from, to = from }) => rangeIn(newDoc, from, to));
      spec.selection = EditorSelection.create(ranges);
    }
    this.cm.dispatch(spec);
  }

  posToOffset(position: EditorPosition): number {
    return offsetIn(this.cm.state.doc, position);
  }

  offsetToPos(offset: number): EditorPosition {
    const { doc } = this.cm.state;
    const within = Math.max(0, Math.min(offset, doc.length));
    const line = doc.lineAt(within);
    return { line: line.number - 1, ch: within - line.from };
  }

  wordAt(position: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(position));
    return word && { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }

  processLines<T>(
    read: (line: number, text: string) => T | null,
    write: (line: number, text: string, value: T | null) => EditorChange | void,
    ignoreEmpty = true,
  ): void {
    const lines = [...this.cm.state.doc.iterLines()];
    const values = lines.map((text, line) => (ignoreEmpty && text.trim() === '' ? null : read(line, text)));
    const changes = lines.flatMap((text, line) =>
      ignoreEmpty && text.trim() === '' ? [] : (write(line, text, values[line] ?? null) ?? []),
    );
    this.transaction({ changes });
  }

  getScrollInfo(): { top: number; left: number } {
    const { scrollTop: top, scrollLeft: left } = this.cm.scrollDOM;
    return { top, left };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    if (typeof x === 'number') this.cm.scrollDOM.scrollLeft = x;
    if (typeof y === 'number') this.cm.scrollDOM.scrollTop = y;
  }

  scrollIntoView({ from, to }: EditorRange, center = false): void {
    const range = rangeIn(this.cm.state.doc, from, to);
    this.cm.dispatch({ effects: EditorView.scrollIntoView(range, { y: center ? 'center' : 'nearest' }) });
  }

  undo(): void {
    commands.undo(this.cm);
  }

  redo(): void {
    commands.redo(this.cm);
  }

  exec(name: EditorCommandName): void {
    COMMANDS[name]?.(this.cm);
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }
}

function offsetIn(doc: Text, { line, ch }: EditorPosition): number {
  if (line < 0) return 0;
  if (line >= doc.lines) return doc.length;
  const { from, length } = doc.line(line + 1);
  return from + Math.max(0, Math.min(ch, length));
}

const rangeIn = (doc: Text, anchor: EditorPosition, head: EditorPosition): SelectionRange =>
  EditorSelection.range(offsetIn(doc, anchor), offsetIn(doc, head));
