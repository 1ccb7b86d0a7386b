import type { App } from 'obsidian';
import { render } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { TaskEdit } from '../../core/edit/editTaskLine';
import type { Splice } from '../../core/edit/splices';
import type { TaskNode } from '../../core/graph/PeopleGraph';
import { useVirtualRows } from '../../ui/useVirtualRows';
import { Button } from '../../ui/Button';
import { openDialog } from '../passing';
import { Dialog } from './Dialog';
import { inWords, say } from '../../core/words';

/** A line of a note, and what becomes of it. */
export interface PreviewedLine {
  path: string;
  line: number;
  raw: string;
  edit: TaskEdit;
}

export interface LinePreview<Line> {
  title: string;
  /** Stands before and behind the promise that nothing is changed yet. */
  about?: string;
  rest?: string;
  lines: readonly Line[];
  /** The button that does it, for so many. */
  submit: (count: number) => string;
  cancel?: string;
}

/** Shows every line that would change, before and after, and takes those the user leaves chosen. */
export function previewLines<Line extends PreviewedLine>(
  app: App,
  preview: LinePreview<Line>,
  take: (lines: readonly Line[]) => void,
): void {
  openDialog(new PreviewDialog(app, preview, take));
}

/** The lines of tasks, and what becomes of them. */
export function taskLines(
  tasks: readonly TaskNode[],
  change: (task: TaskNode) => TaskEdit,
): (PreviewedLine & { task: TaskNode })[] {
  return tasks.map(task => {
    const { line, raw } = task.record;
    return { task, path: task.note.path, line, raw, edit: change(task) };
  });
}

class PreviewDialog<Line extends PreviewedLine> extends Dialog {
  readonly #preview: LinePreview<Line>;
  readonly #take: (lines: readonly Line[]) => void;

  constructor(app: App, preview: LinePreview<Line>, take: (lines: readonly Line[]) => void) {
    super(app, preview.title);
    this.#preview = preview;
    this.#take = take;
  }

  override onOpen(): void {
    render(
      <Lines
        preview={this.#preview}
        onCancel={() => this.close()}
        onSubmit={lines => {
          this.close();
          this.#take(lines);
        }}
      />,
      this.contentEl,
    );
    this.contentEl.querySelector<HTMLElement>('.mod-cta')?.focus();
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}

/** In px, before a line is measured. */
const ROW_HEIGHT = 52;

function Lines<Line extends PreviewedLine>({
  preview: { lines, about = '', rest = '', submit, cancel = say.cancel },
  onCancel,
  onSubmit,
}: {
  preview: LinePreview<Line>;
  onCancel: () => void;
  onSubmit: (lines: readonly Line[]) => void;
}) {
  const possible = useMemo(() => lines.filter(({ edit }) => 'splices' in edit), [lines]);
  const [left, setLeft] = useState<ReadonlySet<Line>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows({ count: lines.length, rowHeight: () => ROW_HEIGHT, scroller });
  const chosen = possible.filter(line => !left.has(line));
  const choose = (line: Line, wanted: boolean) => {
    const others = [...left].filter(each => each !== line);
    setLeft(new Set(wanted ? others : [...others, line]));
  };
  return (
    <>
      <p class="setting-item-description">
        {about} {say.nothingChangedYet} {rest}
      </p>
      {possible.length > 1 && (
        <label class="rapport-choose-all">
          <input
            type="checkbox"
            checked={chosen.length === possible.length}
            onChange={event => setLeft(new Set(event.currentTarget.checked ? [] : possible))}
          />
          {say.chosenOf(chosen.length, lines.length)}
        </label>
      )}
      <div class="rapport-choices" ref={scroller}>
        <ul class="rapport-lines" ref={rows.sizer}>
          {rows.items.map(({ index, place }) => {
            const line = lines[index];
            return (
              line && (
                <li key={index} ref={place}>
                  <LineRow {...line} chosen={!left.has(line)} onChoose={wanted => choose(line, wanted)} />
                </li>
              )
            );
          })}
        </ul>
      </div>
      <div class="modal-button-container">
        <Button onClick={onCancel}>{cancel}</Button>
        <Button class="mod-cta" disabled={chosen.length === 0} onClick={() => onSubmit(chosen)}>
          {submit(chosen.length)}
        </Button>
      </div>
    </>
  );
}

function LineRow({
  path,
  line,
  raw,
  edit,
  chosen,
  onChoose,
}: PreviewedLine & {
  chosen: boolean;
  onChoose: (wanted: boolean) => void;
}) {
  const isPossible = 'splices' in edit;
  return (
    <label>
      <input
        type="checkbox"
        checked={chosen && isPossible}
        disabled={!isPossible}
        onChange={event => onChoose(event.currentTarget.checked)}
      />
      <div>
        <small class="rapport-suggestion-facts">
          {say.atLine(path, line + 1)}
          {!isPossible && `: ${inWords(edit.refusal)}`}
        </small>
        <div class="rapport-edit">
          <Edited line={raw} splices={isPossible ? edit.splices : []} />
        </div>
      </div>
    </label>
  );
}

/** The line as it stands, with what goes struck out and what comes behind it. */
function Edited({ line, splices }: { line: string; splices: readonly Splice[] }) {
  let shown = line.length - line.trimStart().length;
  return (
    <>
      {splices.map(({ from, to, insert }) => {
        const before = line.slice(shown, from);
        shown = to;
        return [before, <del key={from}>{line.slice(from, to)}</del>, <ins key={to}>{insert}</ins>];
      })}
      {line.slice(shown).trimEnd()}
    </>
  );
}
