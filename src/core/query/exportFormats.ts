import type { VaultExport } from './exportVault';
import { graphml } from './graphml';
import { tasksCsv } from './tasksCsv';

/** How a vault is written down: by the ending of the file's name, what it holds and how it comes about. */
export const EXPORT_FORMATS: Readonly<
  Record<string, { holds: string; write: (vault: VaultExport) => string }>
> = {
  json: { holds: 'everything, for programs', write: vault => `${JSON.stringify(vault, null, 2)}\n` },
  csv: { holds: 'a row a task, for spreadsheets', write: tasksCsv },
  graphml: { holds: 'the network, for Gephi, yEd and networkx', write: graphml },
};
