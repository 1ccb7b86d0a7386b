import type { MarkdownPostProcessor, MarkdownSectionInformation } from 'obsidian';
import { lineTargetIn } from '../../core/edit/planEdit';
import { forEachMarkdownLine } from '../../core/note/markdownLines';
import { parseTaskLine, type ParsedTask } from '../../core/note/taskLine';
import { conventionsOf } from '../../core/settings';
import type { Rapport } from '../rapport';
import { decisionButtons } from './decisionButtons';
import { lineClass, showsButtons } from './lineClass';

/**
 * The same for rendered notes: list items are told apart by their order among those of their section.
 * @param foreign Takes the paths of notes that are none of ours.
 */
export function taskItems(
  { graph, settings, actions }: Rapport,
  foreign: Set<string>,
): MarkdownPostProcessor {
  return (section, context) => {
    const path = context.sourcePath;
    if (!graph.note(path)) {
      foreign.add(path);
      return;
    }
    const info = context.getSectionInfo(section);
    const items = [...section.querySelectorAll('li')].filter(item => !item.closest('.internal-embed'));
    if (!info || items.length === 0) return;
    const listLines = listLinesOf(info);
    // Something was drawn otherwise than it was read.
    if (listLines.length !== items.length) return;
    items.forEach((item, i) => {
      const { raw = '', offset = 0 } = listLines[i] ?? {};
      const task = parseTaskLine(raw, conventionsOf(settings.value));
      if (!task || (item.dataset.task ?? task.record.symbol).trim() !== task.record.symbol.trim()) return;
      item.addClasses(lineClass(task.record).split(' '));
      markOwners(item, raw, task);
      if (task.record.state !== 'proposed' || !showsButtons(settings.value)) return;
      const buttons = decisionButtons(`: ${task.record.text}`, decision => {
        // As it was when it was drawn; where the note has changed since, the writer finds the line or says why not.
        const target = lineTargetIn(info.text, info.lineStart + offset);
        if (target) actions.requestOnLine(decision, path, target);
      });
      const box = item.querySelector(':scope > input, :scope > p > input');
      if (box) box.after(buttons);
      else (item.querySelector(':scope > p') ?? item).prepend(buttons);
    });
  };
}

/** The list items of a section: how far below its start, and what they say. */
function listLinesOf(section: MarkdownSectionInformation): { offset: number; raw: string }[] {
  const text = section.text
    .split('\n')
    .slice(section.lineStart, section.lineEnd + 1)
    .join('\n');
  const found: { offset: number; raw: string }[] = [];
  forEachMarkdownLine(text, ({ number, start, end, listParent }) => {
    if (listParent !== undefined) found.push({ offset: number, raw: text.slice(start, end) });
  });
  return found;
}

/** Makes the owners known to the card. One that is a link needs no help. */
function markOwners(item: HTMLElement, raw: string, { owners }: ParsedTask): void {
  for (const { start, end, label } of owners.flatMap(group => group.owners)) {
    const walker = item.doc.createTreeWalker(item, NodeFilter.SHOW_TEXT);
    const written = raw.slice(start, end);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
      const at = text.data.indexOf(written);
      const { parentElement } = text;
      if (
        at === -1 ||
        parentElement?.closest('li') !== item ||
        parentElement.closest('.rapport-owner, a, code')
      )
        continue;
      const name = text.splitText(at);
      name.splitText(written.length);
      const owner = createSpan({ cls: 'rapport-owner', attr: { 'data-owner': label } });
      name.replaceWith(owner);
      owner.append(name);
      break;
    }
  }
}
