import '../../host/dom';
import { Notice, type App, type Plugin, type PluginManifest } from 'obsidian';
import { createHost, type Host } from '../../host';
import { setLanguage } from '../../host/language';
import { Bar, drawPhoneFrame } from './Bar';
import { readChoices, type Choices } from './choices';
import { CORE_MANIFEST, corePlugin } from './corePlugin';
import { latestMeeting } from './latestMeeting';
import { ServerVault } from './ServerVault';

declare global {
  interface Window {
    /** For tests and scripts; there once everything is up. */
    workbench?: { host: Host; app: App; plugin: Plugin; ready: true };
    workbenchError?: string;
  }
}

async function start(): Promise<void> {
  const choices = readChoices(location.search);
  setLanguage(choices.language);
  const bar = new Bar(choices, meta('workbench-vault'));
  if (choices.framed) drawPhoneFrame(choices);
  else await startApp(choices, bar);
}

async function startApp(choices: Choices, bar: Bar): Promise<void> {
  const disk = new ServerVault(meta('workbench-token'), reason => new Notice(`Not saved: ${reason}`));
  const [files, data, code, manifest] = await Promise.all([
    disk.files(),
    served('/data').then(text => JSON.parse(text) as unknown),
    served('/main.js'),
    served('/manifest.json').then(text => JSON.parse(text) as PluginManifest),
  ]);
  const host = await createHost({
    files,
    mirror: disk,
    container: document.body.createDiv('app-container').createDiv('horizontal-main-container'),
    mobile: choices.phone,
    ...(data !== null && { data }),
  });
  await host.loadPlugin(corePlugin(host, bar), CORE_MANIFEST);
  const plugin = await host.loadPluginSource(code, manifest);
  keepData(plugin, disk);
  await host.layoutReady();

  disk.follow(host, () => new Notice('The workbench’s server has stopped. Changes cannot be saved.', 0));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) void host.flushSaves();
  });
  await openFirst(host, choices, `${manifest.id}:open-people-sidebar`);
  window.workbench = { host, app: host.app, plugin, ready: true };
}

async function openFirst(host: Host, choices: Choices, sidebarCommand: string): Promise<void> {
  const path = choices.open ?? latestMeeting(host.app);
  if (path !== null) await host.openNote(path, { mode: choices.mode });
  host.runCommand(sidebarCommand);
  await host.settle();
  // On a phone the side panes are drawers, and closed at the start.
  if (choices.phone)
    for (const side of [host.app.workspace.leftSplit, host.app.workspace.rightSplit]) side.collapse();
}

/** Settings outlive the page, as they outlive the app. */
function keepData(plugin: Plugin, disk: ServerVault): void {
  const save = plugin.saveData.bind(plugin);
  plugin.saveData = async data => {
    await save(data);
    await disk.saveData(data);
  };
}

async function served(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`The server has no ${path}. Is the plugin built (npm run build)?`);
  return response.text();
}

const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

start().catch((error: unknown) => {
  console.error(error);
  window.workbenchError = error instanceof Error ? error.message : String(error);
  const box = document.body.createDiv('workbench-failure');
  box.createEl('h1', { text: 'The workbench could not start' });
  box.createEl('p', { text: window.workbenchError });
});
