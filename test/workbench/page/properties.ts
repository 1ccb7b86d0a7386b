import { StateEffect, StateField, type EditorState, type Text } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import { setIcon } from 'obsidian';

/** In lines. A note whose front matter has not ended by then has none. */
const LONGEST_FRONT_MATTER = 300;

/** Where the body begins: the front matter is no Markdown. */
export function endOfFrontMatter(doc: Text): number {
  if (doc.line(1).text.trimEnd() !== '---') return 0;
  for (let number = 2; number <= Math.min(doc.lines, LONGEST_FRONT_MATTER); number++)
    if (doc.line(number).text.trimEnd() === '---') return Math.min(doc.line(number).to + 1, doc.length);
  return 0;
}

const unfold = StateEffect.define<boolean>();

/** A note's properties are folded away until they are asked for, so that a note begins with what it says. */
export const foldedProperties = [
  StateField.define<boolean>({
    create: () => true,
    update: (isFolded, { effects }) =>
      effects.reduce((now, effect) => (effect.is(unfold) ? !effect.value : now), isFolded),
    provide: field =>
      EditorView.decorations.compute([field, 'doc'], state => fold(state, state.field(field))),
  }),
];

function fold({ doc }: EditorState, isFolded: boolean) {
  const end = endOfFrontMatter(doc);
  if (!isFolded || end === 0) return Decoration.none;
  const to = end === doc.length ? end : end - 1;
  return Decoration.set(Decoration.replace({ widget: new Properties(), block: true }).range(0, to));
}

class Properties extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(view: EditorView): HTMLElement {
    const line = createDiv({ cls: 'workbench-properties', attr: { role: 'button', tabindex: '0' } });
    setIcon(line.createSpan(), 'chevron-right');
    line.createSpan({ text: 'Properties' });
    line.addEventListener('click', () => view.dispatch({ effects: unfold.of(true) }));
    return line;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
