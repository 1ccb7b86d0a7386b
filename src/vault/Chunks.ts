import type { App } from 'obsidian';

/** What a number names, packed. */
export type Chunks = Map<number, ArrayBuffer>;

/** Chunks as they were saved together, and what was said about them. */
export interface SavedChunks {
  about: string;
  chunks: Chunks;
}

const STORE = 'chunks';
/** The key of what is said about the chunks; written with them, so that half of a save is none. */
const ABOUT = 'about';
/** A database that does not answer is not waited for, in ms. */
const PATIENCE = 2000;

/** Under which the app keeps the database's name, for this vault on this device: all vaults share their databases. */
const NAME = 'rapport-snapshot';

/** The name of the database of a vault on this device. */
export function databaseOf(app: App): string {
  const known: unknown = app.loadLocalStorage(NAME);
  if (typeof known === 'string') return known;
  const name = `rapport-${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  app.saveLocalStorage(NAME, name);
  return name;
}

/** Everything in a database; rejects where it cannot be read, or not in time: why, nobody asks. */
export function readChunks(name: string): Promise<SavedChunks> {
  return inTransaction(name, 'readonly', store => {
    const keys = store.getAllKeys();
    let values: IDBRequest<unknown>[] = [];
    // One by one: all values at once take four times as long.
    keys.onsuccess = () => (values = keys.result.map(key => store.get(key)));
    return () => {
      const saved = new Map(keys.result.map((key, i) => [key, values[i]?.result]));
      const about = saved.get(ABOUT);
      saved.delete(ABOUT);
      return { about: typeof about === 'string' ? about : '', chunks: saved as Chunks };
    };
  });
}

/** Writes all of it or nothing, in place of all there was where `anew`; rejects where it cannot. */
export function writeChunks(name: string, { about, chunks }: SavedChunks, anew: boolean): Promise<void> {
  return inTransaction(name, 'readwrite', store => {
    if (anew) store.clear();
    for (const [number, chunk] of chunks) store.put(chunk, number);
    store.put(about, ABOUT);
    return () => undefined;
  });
}

/** Opens the database for one transaction: what is closed blocks nobody, and nothing is left over on unload. */
async function inTransaction<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => () => T,
): Promise<T> {
  const database = await open(name);
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      transaction.onabort = reject;
      const result = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(result());
    });
  } finally {
    database.close();
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = window.indexedDB.open(name);
    const timer = window.setTimeout(() => {
      // It may answer yet, and nobody would close it.
      request.onsuccess = () => request.result.close();
      reject(new Error());
    }, PATIENCE);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      window.clearTimeout(timer);
      resolve(request.result);
    };
    request.onerror = reject;
  });
}
