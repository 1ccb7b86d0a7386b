import type { VaultExport } from './exportVault';
import { graphml } from './graphml';
import { tasksCsv } from './tasksCsv';

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** How a vault is written down: by the ending of the file's name, what it holds and how it comes about. */
export const EXPORT_FORMATS: Readonly<
  Record<string, { holds: string; write: (vault: VaultExport) => string }>
> = {
  json: { holds: 'everything, for programs', write: json },
  csv: { holds: 'a row a task, for spreadsheets', write: tasksCsv },
  graphml: { holds: 'the network, for Gephi, yEd and networkx', write: graphml },
};
