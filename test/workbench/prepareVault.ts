import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { isHidden } from './vaultPath';

export interface PreparedVault {
  /** The folder the workbench reads and writes, links resolved. */
  vault: string;
  inPlace: boolean;
  /** What the page calls it. */
  title: string;
  /** Where the plugin's settings are kept. */
  dataFile: string;
  /** Holds the copy, and settings that are not the vault's own; there only when it is needed. */
  temporary: string;
  leftOut: string[];
}

/** In bytes. Larger files that are no notes are not copied. */
const LARGEST_COPY = 10_000_000;

/**
 * The vault to work on: the folder itself, or a copy in a new temporary folder, without what the app hides.
 * The plugin's settings lie beside the copy; in place they lie where the app keeps them if the plugin is installed
 * there, otherwise in a temporary folder too, so that opening a vault leaves nothing in it.
 */
export async function prepareVault({
  source,
  inPlace,
}: {
  source: string;
  inPlace: boolean;
}): Promise<PreparedVault> {
  const place = resolve(source);
  const found = await stat(place).catch(() => null);
  if (!found) throw new Error(`There is no folder ${place}`);
  if (!found.isDirectory()) throw new Error(`${place} is not a folder`);

  const original = await realpath(place);
  const installed = join(original, '.obsidian/plugins/rapport');
  const isInstalled = inPlace && (await lstat(installed).catch(() => null))?.isDirectory() === true;
  const temporary = join(await realpath(tmpdir()), `rapport-workbench-${randomUUID()}`);
  const vault = inPlace ? original : join(temporary, basename(original));
  const leftOut = inPlace ? [] : await copyFolder(original, vault, temporary);
  const dataFile = join(isInstalled ? installed : temporary, 'data.json');
  // A copy starts with the settings the plugin has in the original, where it has any.
  if (!inPlace) await copyFile(join(installed, 'data.json'), dataFile).catch(() => undefined);
  return {
    vault,
    inPlace,
    title: inPlace ? basename(original) : `${basename(original)} (a copy)`,
    temporary,
    dataFile,
    leftOut,
  };
}

/** Copies folders and files, but no links, and not the copy into itself; returns what was too large. */
async function copyFolder(from: string, to: string, temporary: string): Promise<string[]> {
  await mkdir(to, { recursive: true });
  const leftOut: string[] = [];
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (isHidden(entry.name) || source === temporary) continue;
    if (entry.isDirectory()) leftOut.push(...(await copyFolder(source, target, temporary)));
    else if (entry.isFile() && (await isSmallEnough(source)))
      await copyFile(source, target, constants.COPYFILE_FICLONE);
    else if (entry.isFile()) leftOut.push(source);
  }
  return leftOut;
}

const isSmallEnough = async (path: string): Promise<boolean> =>
  path.toLowerCase().endsWith('.md') || (await stat(path)).size <= LARGEST_COPY;
