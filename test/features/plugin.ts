import RapportPlugin from '../../src/main';
import manifest from '../../manifest.json';
import { createHost, type Host } from '../host';

/** A vault with the plugin running in it, its index done. */
/** @param cacheDelay How long the app takes to say that a note changed, in ms. */
export async function startPlugin(
  files: Record<string, string | Uint8Array>,
  data?: unknown,
  cacheDelay = 0,
): Promise<Host> {
  const host = await createHost({ files, cacheDelay, ...(data !== undefined && { data }) });
  await host.loadPlugin(RapportPlugin, manifest);
  await host.layoutReady();
  await settled(host);
  return host;
}

/** Until the index, the cache and the screens have nothing left to do. */
export async function settled(host: Host): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await host.settle();
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

export async function readNote(host: Host, path: string): Promise<string> {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no file ${path}`);
  return host.app.vault.read(file);
}

export const one = (selector: string, within: ParentNode = document): HTMLElement => {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};

export const texts = (selector: string, within: ParentNode = document): string[] =>
  [...within.querySelectorAll(selector)].map(element => element.textContent ?? '');
