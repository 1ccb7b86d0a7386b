import type { VaultExport } from './exportVault';
import { graphml } from './graphml';
import { tasksCsv } from './tasksCsv';
import { en } from '../words';

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** How a vault is written down: by the ending of the file's name, what it holds and how it comes about. */
export const EXPORT_FORMATS: Readonly<
  Record<string, { holds: string; write: (vault: VaultExport) => string }>
> = {
  json: { holds: en.holdsEverything, write: json },
  csv: { holds: en.holdsTasks, write: tasksCsv },
  graphml: { holds: en.holdsNetwork, write: graphml },
};
