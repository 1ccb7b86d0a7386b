import type { CliFlags, ObsidianProtocolData, Plugin } from 'obsidian';
import type { Host } from '.';
import { one, startHost } from './startHost';

let host: Host;
afterEach(() => host.destroy());

describe('the command line', () => {
  const flags: CliFlags = {
    name: { value: '<name>', description: 'Whom', required: true },
    loud: { description: '' },
  };
  const start = async (onload: (plugin: Plugin) => unknown) => ({ host } = await startHost({}, onload));
  const echo = (plugin: Plugin) =>
    plugin.registerCliHandler('sample:echo', 'Says it', flags, params => JSON.stringify(params));

  test('hands words over as typed, a word alone as “true”', async () => {
    await start(echo);
    expect(await host.cli('sample:echo', 'name=a=b c', 'loud')).toBe('{"name":"a=b c","loud":"true"}');
    await expect(host.cli('sample:echo', 'loud')).rejects.toThrow('name');
    await expect(host.cli('sample:none')).rejects.toThrow('not found');
  });

  test('a word has one owner, and is free when the owner goes', async () => {
    const { plugin } = await start(echo);
    expect(() => echo(plugin)).toThrow('already registered');
    expect(host.registered()['cliHandlers']).toBe(1);
    host.unloadPlugin('sample');
    await expect(host.cli('sample:echo', 'name=x')).rejects.toThrow('not found');
    expect(host.registered()['cliHandlers']).toBe(0);
  });
});

test('a link of the app’s own kind is decoded, and nobody’s link does nothing', async () => {
  const seen: ObsidianProtocolData[] = [];
  ({ host } = await startHost({}, plugin =>
    plugin.registerObsidianProtocolHandler('sample', params => void seen.push(params)),
  ));
  await host.openUri('obsidian://sample?name=Dana%20Ochoa&bare&who=M%C3%ADra');
  await host.openUri('obsidian://other?name=x');
  expect(seen).toEqual([{ action: 'sample', name: 'Dana Ochoa', bare: 'true', who: 'Míra' }]);
});

test('over a link in the editor the menu is that of its note as well; links outward have their own', async () => {
  const files = { 'a.md': 'x\n\nSee [[b|B]] and [web](https://example.com).\n', 'b.md': '' };
  const seen: unknown[] = [];
  ({ host } = await startHost({ files }, ({ app: { workspace } }) => {
    workspace.on('file-menu', (_menu, file, source) => void seen.push([file.path, source]));
    workspace.on('editor-menu', (_menu, editor) => void seen.push(editor.getCursor().line));
    workspace.on('url-menu', (_menu, url) => void seen.push(url));
  }));
  const rightClick = (element: Element) =>
    element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  const view = await host.openNote('a.md', { mode: 'source' });
  rightClick(one('.cm-hmd-internal-link', view.containerEl));
  await host.openNote('a.md', { mode: 'preview' });
  rightClick(one('a.external-link', view.containerEl));
  expect(seen).toEqual([['b.md', 'link-context-menu'], 2, 'https://example.com']);
});
