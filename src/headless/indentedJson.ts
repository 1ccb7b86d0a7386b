import type { VaultPieces } from '../core/query/exportVault';

/** Items in one piece: enough to be quick, few enough that its text is collected with whatever else is young. */
const BATCH = 100;

/** What JSON.stringify makes of it, indented by 2, in pieces: for a large vault it is larger than the vault. */
export function* indentedJson(vault: VaultPieces): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(vault)) {
    yield `${before}\n  "${name}": `;
    before = ',';
    if (typeof value === 'object') yield* indentedList(value);
    else yield JSON.stringify(value);
  }
  yield '\n}\n';
}

function* indentedList(items: Iterable<unknown>): Generator<string> {
  let before = '[';
  for (const batch of batches(items)) {
    // As deep as they stand in the vault; the brackets around come off.
    yield before + JSON.stringify([batch], null, 2).slice('[\n  ['.length, -'\n  ]\n]'.length);
    before = ',';
  }
  yield before === '[' ? '[]' : '\n  ]';
}

function* batches<Item>(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
