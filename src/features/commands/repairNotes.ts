import { Notice, parseYaml, type App, type TFile } from 'obsidian';
import type { LineRequest } from '../../core/edit/editNote';
import { byNote } from '../../core/edit/planEdit';
import { repairText } from '../../core/edit/repairText';
import { conventionsOf } from '../../core/settings';
import { previewLines, type PreviewedLine } from '../dialogs/previewLines';
import type { Rapport } from '../rapport';
import { WriteNotice } from '../WriteNotice';
import { say } from '../../core/words';

interface DamagedLine extends PreviewedLine {
  request: LineRequest;
}

/** Shows every line of these notes that can be repaired for certain, and repairs those the user leaves chosen. */
export async function repairNotes(rapport: Rapport, files: readonly TFile[]): Promise<void> {
  const { app, actions } = rapport;
  const found = await damagedLines(rapport, files);
  if (!found) return;
  const { lines, left } = found;
  const rest = left === 0 ? '' : say.notRepairable(left);
  if (lines.length === 0) {
    new Notice(rest || say.noDamagedText);
    return;
  }
  previewLines(
    app,
    {
      title: say.repairDamagedText,
      rest,
      lines,
      submit: count => say.doTo(say.repair, say.lines(count)),
    },
    chosen => void actions.change(say.repaired, say.repair, byNote(chosen), say.lines),
  );
}

/** null where the user called it off. */
async function damagedLines(
  { app, settings }: Rapport,
  files: readonly TFile[],
): Promise<{ lines: DamagedLine[]; left: number } | null> {
  const conventions = conventionsOf(settings.value);
  const lines: DamagedLine[] = [];
  let left = 0;
  let calledOff = false;
  const notice = new WriteNotice(say.lookForDamage, () => (calledOff = true));
  for (const [i, file] of files.entries()) {
    notice.progress(i, files.length);
    if (calledOff) break;
    const repair = repairText(await textOf(app, file), {
      conventions,
      parseYaml: yaml => parseYaml(yaml) as unknown,
      leadsToFile: link => app.metadataCache.getFirstLinkpathDest(link, file.path) !== null,
    });
    left += repair.left;
    for (const { target, splices } of repair.lines) {
      const edit = { splices };
      const { line, raw } = target;
      lines.push({ path: file.path, line, raw, edit, request: { target, change: () => edit } });
    }
  }
  notice.hide();
  return calledOff ? null : { lines, left };
}

/** What was just typed is not in the file yet. A note that cannot be read is a problem shown elsewhere. */
async function textOf(app: App, file: TFile): Promise<string> {
  const { activeEditor } = app.workspace;
  const editor = activeEditor?.file === file ? activeEditor.editor : undefined;
  return editor?.getValue() ?? app.vault.cachedRead(file).catch(() => '');
}
