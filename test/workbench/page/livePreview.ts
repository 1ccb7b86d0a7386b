import { syntaxTree } from '@codemirror/language';
import type { Range, Text } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { editorLivePreviewField } from 'obsidian';
import { endOfFrontMatter } from './properties';

/** The classes the app gives to what Markdown means. */
const MARKS: Record<string, string> = {
  ATXHeading1: 'cm-header cm-header-1',
  ATXHeading2: 'cm-header cm-header-2',
  ATXHeading3: 'cm-header cm-header-3',
  ATXHeading4: 'cm-header cm-header-4',
  ATXHeading5: 'cm-header cm-header-5',
  ATXHeading6: 'cm-header cm-header-6',
  StrongEmphasis: 'cm-strong',
  Emphasis: 'cm-em',
  InlineCode: 'cm-inline-code',
  FencedCode: 'cm-hmd-codeblock',
  Blockquote: 'cm-quote',
  HorizontalRule: 'cm-hr',
};

/** Signs that only say what their neighbours mean: not shown but where the cursor is. */
const SYNTAX = new Set(['HeaderMark', 'EmphasisMark', 'CodeMark']);

/** What comes before the word, and the word. */
const WORDS: [pattern: RegExp, mark: string][] = [
  [/(^|\s)(#[\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*)/gu, 'cm-hashtag'],
  [/^(\s*)((?:[-*+]|\d+[.)])\s+\[ ?\? ?\])(?=\s)/g, 'cm-formatting-task is-proposed'],
  [/^(\s*)((?:[-*+]|\d+[.)])\s+\[[^?]\])(?=\s)/gu, 'cm-formatting-task'],
];

const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(\[.{1,2}\]\s)?/u;

const BRACKETS = /()(\[\[(?:[^[\]|\n]+\|)?|\]\])/g;

/** In characters; a longer line is shown as it is. */
const LONGEST_LINE = 10_000;

const hidden = Decoration.replace({});
const frontMatterLine = Decoration.line({ class: 'cm-hmd-frontmatter' });
const listLine = Decoration.line({ class: 'HyperMD-list-line' });
const taskLine = Decoration.line({ class: 'HyperMD-list-line HyperMD-task-line' });
const markOf = (name: string) => Decoration.mark({ class: name });

/** Stands in for the app's live preview: meaning is shown by looks, and its signs are put away. */
export const livePreview = ViewPlugin.define(view => new Looks(view), {
  decorations: looks => looks.decorations,
});

class Looks {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = looksOf(view);
  }

  update(update: ViewUpdate): void {
    const changed = update.docChanged || update.viewportChanged || update.selectionSet || update.focusChanged;
    const isOtherMode =
      update.startState.field(editorLivePreviewField) !== update.state.field(editorLivePreviewField);
    if (changed || isOtherMode || syntaxTree(update.startState) !== syntaxTree(update.state))
      this.decorations = looksOf(update.view);
  }
}

function looksOf(view: EditorView): DecorationSet {
  const { state } = view;
  const frontMatterEnd = endOfFrontMatter(state.doc);
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    const start = Math.max(from, frontMatterEnd);
    eachLine(state.doc, from, Math.min(to, frontMatterEnd - 1), line =>
      ranges.push(frontMatterLine.range(line.from)),
    );
    if (start > to) continue;
    ranges.push(...markdownLooks(view, start, to));
    eachLine(state.doc, start, to, line =>
      ranges.push(...wordLooks(line, isTouched(view, line.from, line.to))),
    );
  }
  return Decoration.set(ranges, true);
}

function markdownLooks(view: EditorView, from: number, to: number): Range<Decoration>[] {
  const ranges: Range<Decoration>[] = [];
  syntaxTree(view.state).iterate({
    from,
    to,
    enter: node => {
      if (node.from < from || node.from === node.to) return;
      const mark = MARKS[node.name];
      if (mark !== undefined) ranges.push(markOf(mark).range(node.from, node.to));
      if (!SYNTAX.has(node.name) || node.node.parent?.name === 'FencedCode') return;
      const line = view.state.doc.lineAt(node.from);
      if (isTouched(view, line.from, line.to)) return;
      const space = node.name === 'HeaderMark' && line.text[node.to - line.from] === ' ' ? 1 : 0;
      ranges.push(hidden.range(node.from, node.to + space));
    },
  });
  return ranges;
}

function wordLooks({ from, text }: { from: number; text: string }, touched: boolean): Range<Decoration>[] {
  const marked = (pattern: RegExp, mark: Decoration) =>
    [...text.matchAll(pattern)].map(({ 0: found, 1: before = '', index }) =>
      mark.range(from + index + before.length, from + index + found.length),
    );
  const item = LIST_ITEM.exec(text);
  return [
    ...(item ? [(item[1] === undefined ? listLine : taskLine).range(from)] : []),
    ...WORDS.flatMap(([pattern, name]) => marked(pattern, markOf(name))),
    ...(touched ? [] : marked(BRACKETS, hidden)),
  ];
}

function eachLine(
  doc: Text,
  from: number,
  to: number,
  take: (line: { from: number; to: number; text: string }) => void,
) {
  for (let at = from; at <= to && at <= doc.length;) {
    const line = doc.lineAt(at);
    if (line.length <= LONGEST_LINE) take(line);
    at = line.to + 1;
  }
}

/** In source mode everything is shown as it is written. */
const isTouched = (view: EditorView, from: number, to: number): boolean =>
  !view.state.field(editorLivePreviewField) ||
  (view.hasFocus && view.state.selection.ranges.some(range => range.from <= to && range.to >= from));
