import type { VaultExport } from './exportVault';
import { graphml } from './graphml';
import { tasksCsv } from './tasksCsv';

/** How a vault is written down, piece by piece: by the ending of the file's name, what it holds and how it comes about. */
export const EXPORT_FORMATS: Readonly<
  Record<string, { holds: string; write: (vault: VaultExport) => Iterable<string> }>
> = {
  json: { holds: 'everything, for programs', write: indentedJson },
  csv: { holds: 'a row a task, for spreadsheets', write: vault => [tasksCsv(vault)] },
  graphml: { holds: 'the network, for Gephi, yEd and networkx', write: vault => [graphml(vault)] },
};

/** Items in one piece: enough to be quick, few enough to be small beside the vault. */
const BATCH = 1000;

/** The same as JSON.stringify, indented by 2, which for a large vault needs more memory than the vault. */
function* indentedJson(vault: VaultExport): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(vault) as [string, unknown][]) {
    yield `${before}\n  "${name}": `;
    before = ',';
    if (Array.isArray(value) && value.length > 0) yield* indentedList(value);
    else yield JSON.stringify(value);
  }
  yield '\n}\n';
}

function* indentedList(items: readonly unknown[]): Generator<string> {
  for (let start = 0; start < items.length; start += BATCH) {
    // As deep as they stand in the vault; the brackets around come off.
    const batch = JSON.stringify([items.slice(start, start + BATCH)], null, 2).slice(
      '[\n  ['.length,
      -'\n  ]\n]'.length,
    );
    yield (start === 0 ? '[' : ',') + batch;
  }
  yield '\n  ]';
}
