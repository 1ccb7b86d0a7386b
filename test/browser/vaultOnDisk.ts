import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A vault in a new temporary folder, for one test. */
export interface VaultOnDisk {
  path: string;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  destroy(): Promise<void>;
}

export async function vaultOnDisk(files: Record<string, string>): Promise<VaultOnDisk> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'rapport-vault-')));
  const vault: VaultOnDisk = {
    path,
    read: file => readFile(join(path, file), 'utf8'),
    async write(file, text) {
      await mkdir(dirname(join(path, file)), { recursive: true });
      await writeFile(join(path, file), text);
    },
    remove: file => rm(join(path, file), { recursive: true }),
    destroy: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  };
  for (const [file, text] of Object.entries(files)) await vault.write(file, text);
  return vault;
}

/** How often `until` looks, and after how many looks it takes what there is, for the test to say what is wrong. */
const INTERVAL = 50;
const LOOKS = 400;

/** What `read` gives as soon as `isDone` takes it, or at the very last. */
export async function until<T>(read: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  let value = await read();
  for (let look = 1; look < LOOKS && !isDone(value); look++) {
    await new Promise(resolve => setTimeout(resolve, INTERVAL));
    value = await read();
  }
  return value;
}
