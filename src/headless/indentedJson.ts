import type { VaultExport } from '../core/query/exportVault';

/** Items in one piece: enough to be quick, few enough to be small beside the vault. */
const BATCH = 1000;

/** What JSON.stringify makes of it, indented by 2, in pieces: for a large vault it is larger than the vault. */
export function* indentedJson(vault: VaultExport): Generator<string> {
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
