import { StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';

/** What the app tells extensions of the note an editor shows: its view. */
export const editorInfoField = StateField.define<unknown>({ create: () => null, update: value => value });
export const editorEditorField = StateField.define<EditorView | null>({
  create: () => null,
  update: value => value,
});
export const setLivePreview = StateEffect.define<boolean>();
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => true,
  update: (value, { effects }) =>
    effects.reduce((now, effect) => (effect.is(setLivePreview) ? effect.value : now), value),
});

/** Within the brackets what is shown of a link: in live preview the alias, if it has one, in source mode all. */
const linkMarks = new MatchDecorator({
  regexp: /\[\[[^[\]\n]+\]\]/g,
  decorate: (add, from, to, match, view) => {
    const isLivePreview = view.state.field(editorLivePreviewField, false) !== false;
    const alias = isLivePreview ? match[0].indexOf('|') : -1;
    const start = from + (alias === -1 ? 2 : alias + 1);
    if (start < to - 2) add(start, to - 2, Decoration.mark({ class: 'cm-hmd-internal-link' }));
  },
});

/** Stands in for live preview: links carry the app's class. */
export const livePreview = ViewPlugin.define<{
  decorations: DecorationSet;
  update(update: ViewUpdate): void;
}>(
  view => ({
    decorations: linkMarks.createDeco(view),
    update(update) {
      const isToggled = update.transactions.some(({ effects }) =>
        effects.some(each => each.is(setLivePreview)),
      );
      this.decorations = isToggled
        ? linkMarks.createDeco(update.view)
        : linkMarks.updateDeco(update, this.decorations);
    },
  }),
  { decorations: plugin => plugin.decorations },
);
