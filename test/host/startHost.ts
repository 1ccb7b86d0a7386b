import { Plugin, type PluginManifest, type TFile } from 'obsidian';
import { createHost, type Host, type HostOptions } from '.';

export const MANIFEST: PluginManifest = {
  id: 'sample',
  name: 'Sample',
  version: '1.0.0',
  minAppVersion: '1.13.0',
  author: 'Rapport contributors',
  description: 'Serves tests of the host.',
};

/** A host whose layout is ready, with a plugin in it that does `onload`. */
export async function startHost(
  options: HostOptions = {},
  onload: (plugin: Plugin) => unknown = () => undefined,
): Promise<{ host: Host; plugin: Plugin }> {
  const host = await createHost(options);
  const plugin = await host.loadPlugin(
    class extends Plugin {
      override async onload(): Promise<void> {
        await onload(this);
      }
    },
    MANIFEST,
  );
  await host.layoutReady();
  return { host, plugin };
}

export function fileAt({ app }: Host, path: string): TFile {
  const file = app.vault.getFileByPath(path);
  if (!file) throw new Error(`There is no file ${path}`);
  return file;
}

export const readNote = (host: Host, path: string): Promise<string> =>
  host.app.vault.read(fileAt(host, path));

export function one(selector: string, within: ParentNode = document): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

export const texts = (selector: string, within: ParentNode = document): string[] =>
  [...within.querySelectorAll(selector)].map(element => element.textContent ?? '');

export const press = (target: EventTarget, key: string, init: KeyboardEventInit = {}): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
