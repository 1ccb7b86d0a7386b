import { EXPORT_FORMATS } from '../../core/query/exportFormats';
import { exportVault } from '../../core/query/exportVault';
import { isoToday } from '../../ui/isoToday';
import { createFile } from '../createFile';
import { pickOne } from '../dialogs/pickOne';
import { reportFailure, reportFile } from '../reportWrite';
import type { Rapport } from '../rapport';
import { inWords, say } from '../../core/words';

/** Asks in which format, and writes everything Rapport knows into a new file of the vault. */
export function askExport(rapport: Rapport): void {
  pickOne(rapport.app, {
    choices: Object.entries(EXPORT_FORMATS).map(([format, { holds }]) => ({
      value: format,
      text: format,
      facts: inWords(holds),
    })),
    placeholder: say.exportAs,
    empty: say.noSuchFormat,
    onPick: format => void writeExport(rapport, format),
  });
}

async function writeExport({ app, graph, indexer, actions }: Rapport, format: string): Promise<void> {
  // What is not read yet would be missing.
  await indexer.whenIdle();
  const text = EXPORT_FORMATS[format]?.write(exportVault(graph)) ?? '';
  try {
    const { path } = await createFile(app, `Rapport export ${isoToday()}`, format, text);
    reportFile(path, event => actions.openNote(path, event));
  } catch (error) {
    reportFailure(say.exported, error);
  }
}
