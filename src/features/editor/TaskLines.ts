import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { debounce, editorInfoField, editorLivePreviewField } from 'obsidian';
import { lineTargetIn } from '../../core/edit/planEdit';
import { parseTaskLine } from '../../core/note/taskLine';
import type { Span } from '../../core/note/TaskLineReader';
import { unreadSpans } from '../../core/note/unreadSpans';
import { conventionsOf } from '../../core/settings';
import type { Rapport } from '../rapport';
import { decisionButtons } from './decisionButtons';
import { lineClass, showsButtons } from './lineClass';

/** How long nobody types before it is looked again where code and comments are, in ms. */
const PAUSE = 300;

/** Task lines in the editor: their states by class, their owners for the card, and buttons where they are proposed. */
export const taskLines = (rapport: Rapport) =>
  ViewPlugin.define(view => new TaskLines(view, rapport), { decorations: ({ decorations }) => decorations });

class TaskLines {
  readonly #view: EditorView;
  readonly #rapport: Rapport;

  decorations: DecorationSet;
  /** Code, comments, front matter; after a key roughly, after a pause exactly. */
  #unread: readonly Span[] = [];
  readonly #stops: (() => void)[];
  readonly #buttons: Buttons;
  readonly #readSoon = debounce(() => this.#readAgain(), PAUSE, true);

  constructor(view: EditorView, rapport: Rapport) {
    this.#view = view;
    this.#rapport = rapport;
    const { graph, settings } = rapport;
    this.#buttons = new Buttons(rapport);
    this.#read();
    this.decorations = this.#draw();
    this.#stops = [
      settings.onChange(() => this.#readAgain()),
      graph.onChange(({ notes }) => notes.has(pathIn(view)) && this.#readAgain()),
    ];
  }

  update({ docChanged, viewportChanged, changes, transactions }: ViewUpdate): void {
    if (docChanged) {
      this.#unread = this.#unread.map(({ start, end }) => ({
        start: changes.mapPos(start, 1),
        end: changes.mapPos(end, -1),
      }));
      this.#readSoon();
    }
    // What is no move of the cursor may be another mode, or a call to draw anew.
    if (docChanged || viewportChanged || transactions.some(({ selection }) => !selection))
      this.decorations = this.#draw();
  }

  destroy(): void {
    this.#readSoon.cancel();
    for (const stop of this.#stops) stop();
  }

  #readAgain(): void {
    this.#read();
    this.#view.dispatch({});
  }

  #read(): void {
    if (this.#isOurs) this.#unread = unreadSpans(this.#view.state.doc.toString());
  }

  get #isOurs(): boolean {
    return this.#rapport.graph.note(pathIn(this.#view)) !== undefined;
  }

  /** Of what is in view, in notes of ours. */
  #draw(): DecorationSet {
    const { state, visibleRanges } = this.#view;
    const { settings } = this.#rapport;
    const builder = new RangeSetBuilder<Decoration>();
    if (!this.#isOurs) return builder.finish();
    const conventions = conventionsOf(settings.value);
    const hasButtons = showsButtons(settings.value) && state.field(editorLivePreviewField, false) === true;
    let next = 0;
    for (const { from, to } of visibleRanges)
      for (let at = Math.max(from, next); at <= to; at = next) {
        const line = state.doc.lineAt(at);
        next = line.to + 1;
        const task = parseTaskLine(line.text, conventions);
        if (!task || this.#isUnread(line)) continue;
        const isProposed = task.record.state === 'proposed' && hasButtons;
        const cls = lineClass(task.record) + (isProposed ? ' has-buttons' : '');
        builder.add(line.from, line.from, Decoration.line({ class: cls }));
        for (const { owners } of task.owners)
          for (const { start, end, label } of owners)
            builder.add(line.from + start, line.from + end, ownerMark(label));
        if (isProposed) builder.add(line.to, line.to, this.#buttons.atLineEnd);
      }
    return builder.finish();
  }

  #isUnread(line: { from: number; to: number }): boolean {
    return this.#unread.some(({ start, end }) => start < line.to && end > line.from);
  }
}

/** One widget for all lines: which one it stands in is known when it is pressed. */
class Buttons extends WidgetType {
  readonly #rapport: Rapport;

  readonly atLineEnd = Decoration.widget({ widget: this, side: 1 });

  constructor(rapport: Rapport) {
    super();
    this.#rapport = rapport;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = decisionButtons('', decision => {
      const { doc } = view.state;
      const target = lineTargetIn(doc.toString(), doc.lineAt(view.posAtDOM(box)).number - 1);
      if (target) this.#rapport.actions.requestOnLine(decision, pathIn(view), target);
    });
    // Tab belongs to the text; the commands are there for the keyboard.
    for (const button of box.children) button.setAttribute('tabindex', '-1');
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const ownerMark = (label: string) =>
  Decoration.mark({ class: 'rapport-owner', attributes: { 'data-owner': label } });

const pathIn = ({ state }: EditorView): string => state.field(editorInfoField, false)?.file?.path ?? '';
