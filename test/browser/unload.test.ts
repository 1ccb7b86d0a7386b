import type { CDPSession } from 'playwright-core';
import { meetingNote, profileNote } from '../notes';
import { pageForEachTest, type OpenPage } from './openPage';

// The shipped main.js is loaded and unloaded in a real Chromium; whatever it leaves behind is counted there.

const ROUNDS = 10;
/** Until here what is made once has been made; later the browser's notes on code that ran take some, a plugin a fifth. */
const WARM = 3;
const MOST_GROWTH = 1.1;

const NOTE = meetingNote({
  person: 'Dana Ochoa',
  participants: ['Omar Haddad', 'Ana Sousa'],
  summary: 'With [[Dana Ochoa]] about the sizing sheet.',
  tasks: ['- [?] Send the sizing sheet @Myself #proposed', '- [?] Send the sheet of sizes @Myself #proposed'],
});
const BLOCKS = ['person: Dana Ochoa', 'show: proposed', 'show: meetings', 'show: map']
  .map(options => `\`\`\`rapport\n${options}\n\`\`\`\n`)
  .join('\n');

/** Keeps the timers that the plugin, or the app for it, has started and that have not run, by where they were. */
const COUNT_TIMERS = `(() => {
  const live = window.liveTimers = new Map();
  for (const [start, stop] of [
    ['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'], ['requestIdleCallback', 'cancelIdleCallback'],
  ]) {
    const [begin, end] = [window[start].bind(window), window[stop].bind(window)];
    window[start] = (run, ...more) => {
      const id = begin((...given) => {
        if (start !== 'setInterval') live.delete(start + id);
        run(...given);
      }, ...more);
      const { stack } = new Error();
      if (stack.includes('plugin:rapport')) live.set(start + id, stack);
      return id;
    };
    window[stop] = id => { live.delete(start + id); end(id); };
  }
})()`;

const LOAD = `(async () => {
  const { host, app } = window.workbench;
  const [code, manifest] = await Promise.all([
    fetch('/main.js').then(answer => answer.text()), fetch('/manifest.json').then(answer => answer.json()),
  ]);
  const plugin = await host.loadPluginSource(code, manifest);
  host.runCommand('rapport:open-people-sidebar');
  await host.settle();
  const { rapport } = app.workspace.getLeavesOfType('rapport-people')[0].view;
  // Nothing here may hold them.
  (window.rounds ??= []).push(
    Object.entries({ plugin, api: plugin.api, graph: rapport.graph, indexer: rapport.indexer, screen: rapport.screen })
      .map(([name, thing]) => [name, new WeakRef(thing)]),
  );
})()`;

/** Every screen there is, a dialog, the settings; the notes in the editor and rendered. */
const USE = `(async () => {
  const { host, app } = window.workbench;
  const run = async id => {
    if (!host.runCommand('rapport:' + id)) throw new Error(id + ' is not to be had');
    await host.settle();
  };
  await host.openNote('a.md', { mode: 'source', line: 10 });
  await run('open-triage');
  await run('open-map');
  host.openSettings('rapport');
  await host.settle();
  app.setting.close();
  await host.openNote('a.md', { mode: 'source', line: 10, newLeaf: true });
  await host.openNote('Blocks.md', { mode: 'preview', newLeaf: true });
})()`;

/** As the user closes what the plugin has left empty. */
const UNLOAD = `(async () => {
  const { host, app } = window.workbench;
  host.runCommand('rapport:prepare-for-meeting');
  await host.settle();
  // What is saved in a while is still to be saved.
  document.querySelector('.rapport-person-row, .rapport-back')?.click();
  document.querySelector('.rapport-triage')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  await host.settle();
  host.unloadPlugin('rapport');
  await host.settle();
  window.left = document.querySelectorAll('.rapport-card, .rapport-screen, .rapport-map, .rapport-triage, ' +
    '.rapport-line, .rapport-owner, .rapport-line-buttons, .rapport-popover, .modal, .suggestion, .menu').length;
  for (const type of ['rapport-people', 'rapport-triage', 'rapport-map', 'markdown'])
    for (const leaf of app.workspace.getLeavesOfType(type)) leaf.detach();
  await host.openNote('Home.md');
  await host.settle();
  // That one is the app's own.
  app.workspace.requestSaveLayout.cancel();
})()`;

interface Counts {
  /** What the stand-in app knows to be registered: listeners, commands, views, extensions … */
  registered: Record<string, number>;
  timers: string[];
  styles: number;
  bodyClasses: string;
  /** Of the plugin's, in the page right after it was unloaded. */
  left: number;
  nodes: number;
  listeners: number;
  heap: number;
}

let open: OpenPage;
let cdp: CDPSession;
const openPage = pageForEachTest();

async function collectGarbage(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await cdp.send('HeapProfiler.collectGarbage');
    await open.page.evaluate('new Promise(done => setTimeout(done, 20))');
  }
}

async function counted(): Promise<Counts> {
  // Until what was put off for later has come, and found nobody.
  await open.page.waitForTimeout(300);
  await collectGarbage();
  const page = await open.page.evaluate<Omit<Counts, 'nodes' | 'listeners' | 'heap'>>(`({
    registered: window.workbench.host.registered(),
    timers: [...window.liveTimers.values()],
    styles: document.styleSheets.length + document.adoptedStyleSheets.length,
    bodyClasses: document.body.className,
    left: window.left,
  })`);
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { ...page, nodes, listeners: jsEventListeners, heap: usedSize };
}

async function round(): Promise<Counts> {
  const { page } = open;
  await page.evaluate(LOAD);
  await page.locator('.rapport-person-row').first().waitFor();
  await page.evaluate(USE);
  await page.locator('.rapport-block .rapport-map-person').first().waitFor();
  await page.locator('.rapport-block [data-person]').first().hover();
  await page.locator('.hover-popover .rapport-card').waitFor();
  await page.evaluate(UNLOAD);
  await page.mouse.move(1, 1);
  return counted();
}

test('ten times loaded, used and unloaded: nothing is left, and nothing grows', async () => {
  open = await openPage({
    'a.md': NOTE,
    'People/Dana Ochoa.md': profileNote({ role: 'Lead' }),
    'Blocks.md': BLOCKS,
  });
  const { page } = open;
  cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.enable');
  await page.evaluate(COUNT_TIMERS);
  await page.evaluate('delete window.workbench.plugin');
  await page.locator('.rapport-person-row').first().waitFor();
  await page.evaluate(UNLOAD);
  // Whatever moves the pointer listens from its first move on.
  await page.locator('body').hover();
  const rounds = [await counted()];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await round());

  const { heap: _, ...bare } = rounds[0] as Counts;
  expect(bare.timers).toEqual([]);
  for (const { heap: __, ...after } of rounds) expect(after).toEqual({ ...bare, left: 0 });
  const alive = await page.evaluate<string[]>(
    `window.rounds.flatMap((refs, i) => refs.flatMap(([name, ref]) => ref.deref() ? [name + ' of round ' + (i + 1)] : []))`,
  );
  expect(alive).toEqual([]);
  const heaps = rounds.map(({ heap }) => heap);
  expect(heaps[ROUNDS]).toBeLessThan((heaps[WARM] ?? 0) * MOST_GROWTH);
}, 120_000);
