import { StateField } from '@codemirror/state';
import {
  Decoration,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
} from '@codemirror/view';

/** What the app tells extensions of the note an editor shows: its view. */
export const editorInfoField = StateField.define<unknown>({ create: () => null, update: value => value });
export const editorEditorField = StateField.define<EditorView | null>({
  create: () => null,
  update: value => value,
});
export const editorLivePreviewField = StateField.define<boolean>({
  create: () => true,
  update: value => value,
});

/** Within the brackets what live preview shows of a link: the alias, or the target. */
const linkMarks = new MatchDecorator({
  regexp: /\[\[[^[\]\n]+\]\]/g,
  decorate: (add, from, to, match) => {
    const alias = match[0].indexOf('|');
    const start = from + (alias === -1 ? 2 : alias + 1);
    if (start < to - 2) add(start, to - 2, Decoration.mark({ class: 'cm-hmd-internal-link' }));
  },
});

/** Stands in for live preview: links carry the app's class. */
export const livePreview = ViewPlugin.define<{ decorations: DecorationSet; update(update: unknown): void }>(
  view => ({
    decorations: linkMarks.createDeco(view),
    update(update: Parameters<typeof linkMarks.updateDeco>[0]) {
      this.decorations = linkMarks.updateDeco(update, this.decorations);
    },
  }),
  { decorations: plugin => plugin.decorations },
);
