import { EditorView } from '@codemirror/view';
import { editorInfoField } from 'obsidian';
import { linkAround } from '../personOfLink';

export type LinkUnderPointer =
  | { element: HTMLElement; text: string; sourcePath: string }
  /** A name in one of our own screens. */
  | { element: HTMLElement; person: string };

/** The link the pointer is over, in rendered notes, in the editor, and in our own screens. */
export function linkUnderPointer(
  event: MouseEvent,
  sourcePath: (file?: string) => string,
): LinkUnderPointer | null {
  const target = event.target;
  if (!(target as Node | null)?.instanceOf(HTMLElement)) return null;
  const element = target as HTMLElement;

  const own = element.closest<HTMLElement>('.rapport-link[data-person]');
  if (own?.dataset.person !== undefined) return { element: own, person: own.dataset.person };

  const rendered = element.closest<HTMLElement>('a.internal-link[data-href]');
  if (rendered?.dataset.href !== undefined)
    return { element: rendered, text: rendered.dataset.href, sourcePath: sourcePath() };

  const inEditor = element.closest<HTMLElement>('.cm-hmd-internal-link');
  const view = inEditor && EditorView.findFromDOM(inEditor);
  if (!view) return null;
  const position = view.posAtDOM(inEditor);
  const line = view.state.doc.lineAt(position);
  // The link's text may be its alias alone; the whole link stands in the document.
  const text = linkAround(line.text, position - line.from);
  const file = view.state.field(editorInfoField, false)?.file?.path;
  return text === undefined ? null : { element: inEditor, text, sourcePath: sourcePath(file) };
}
