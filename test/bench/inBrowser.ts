import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch } from '../browser/chromium';
import type { ScreenFigures, StartFigures, SyncFigures } from './page';

const ROOT = process.cwd();
const ORIGIN = 'http://bench.localhost';
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
<link rel="stylesheet" href="/app.css"><link rel="stylesheet" href="/styles.css"></head>
<body class="theme-light mod-linux is-frameless"><script src="/benchPage.js"></script></body></html>`;
const FILES: Readonly<Record<string, [path: string, type: string]>> = {
  '/benchPage.js': ['dist/benchPage.js', 'text/javascript'],
  '/styles.css': ['styles.css', 'text/css'],
  '/app.css': ['test/workbench/app.css', 'text/css'],
};
/** Opening 10,000 notes in the stand-in host takes a while, in ms. */
const PATIENCE = 300_000;
/** What a start leaves is collected during one of the syncs after it, not during all. */
const SYNCS = 3;
/** How long the plugin waits before it saves, and a bit; in ms. */
const SAVED_WITHIN = 60_000;

export interface AppFigures {
  cold: StartFigures[];
  warm: StartFigures[];
  syncs: SyncFigures[];
  screens: ScreenFigures[];
  /** Bytes of the snapshot and of the notes' text. */
  snapshot: number;
  text: number;
  browser: string;
}

/**
 * Starts the shipped plugin over a vault of `size` people notes, cold and warm, `runs` times each; always in a page of its
 * own, as an app that was just started: nothing is compiled, and no garbage is left of what was before.
 */
export async function inBrowser(size: number, runs: number, readTime = 0): Promise<AppFigures> {
  const browser = await launch({ root: ROOT });
  const inApp = async (work: (page: Page) => Promise<void>) => {
    const page = await browser.context.newPage();
    try {
      await openVault(page, size, readTime);
      await work(page);
    } finally {
      await page.close();
    }
  };
  const figures: AppFigures = {
    cold: [],
    warm: [],
    syncs: [],
    screens: [],
    snapshot: 0,
    text: 0,
    browser: browser.name,
  };
  try {
    for (let run = 0; run < runs; run++) {
      await inApp(async page => {
        await forget(page);
        figures.text = await page.evaluate(() => window.bench.bytes);
        const profiler = await profile(page, 'cold');
        figures.cold.push(await page.evaluate(() => window.bench.start()));
        await profiler();
        figures.snapshot = await saved(page);
      });
      await inApp(async page => {
        const warmProfile = await profile(page, 'warm');
        figures.warm.push(await page.evaluate(() => window.bench.start()));
        await warmProfile();
        if (readTime > 0) return;
        const syncProfile = await profile(page, 'sync');
        for (let sync = 0; sync < SYNCS; sync++)
          figures.syncs.push(await page.evaluate(() => window.bench.sync(1000)));
        await syncProfile();
        figures.screens.push(await page.evaluate(() => window.bench.openScreens()));
      });
    }
    return figures;
  } finally {
    await browser.close();
  }
}

async function openVault(page: Page, size: number, readTime: number): Promise<void> {
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', error => console.error(`In the page: ${String(error)}`));
  await page.route(`${ORIGIN}/**`, route => {
    const [path, contentType] = FILES[new URL(route.request().url()).pathname] ?? [];
    return route.fulfill(
      path === undefined
        ? { body: PAGE, contentType: 'text/html' }
        : { body: readFileSync(join(ROOT, path), 'utf8'), contentType: contentType ?? '' },
    );
  });
  await page.goto(process.env['PROFILE'] === undefined ? ORIGIN : `${ORIGIN}?busy`);
  const code = readFileSync(join(ROOT, 'main.js'), 'utf8');
  const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as unknown;
  await page.evaluate(
    ([notes, source, about, time]) => window.bench.open(notes, source, about as never, time),
    [size, code, manifest, readTime] as const,
  );
  // Making up a vault leaves more garbage than the plugin ever makes.
  await page.requestGC();
}

/** With PROFILE=FOLDER, what the main thread does, for Chromium's or any other viewer of profiles. */
async function profile(page: Page, name: string): Promise<() => Promise<void>> {
  const folder = process.env['PROFILE'];
  if (folder === undefined) return async () => undefined;
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 50 });
  await session.send('Profiler.start');
  return async () => {
    const { profile: recorded } = await session.send('Profiler.stop');
    writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(recorded));
    await session.detach();
  };
}

async function forget(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases())
      await new Promise(resolve => (indexedDB.deleteDatabase(name).onsuccess = resolve));
  });
}

/** Waits until all is kept for the next start; how many bytes that is. */
async function saved(page: Page): Promise<number> {
  const end = Date.now() + SAVED_WITHIN;
  while (Date.now() < end) {
    const sizes = await page.evaluate(async () => {
      const found: number[] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const request = indexedDB.open(name);
        await new Promise(resolve => (request.onsuccess = resolve));
        const all = request.result.transaction('chunks').objectStore('chunks').getAll();
        await new Promise(resolve => (all.onsuccess = resolve));
        request.result.close();
        const chunks = all.result as (ArrayBuffer | string)[];
        if (chunks.length === 0) continue;
        found.push(
          chunks.reduce(
            (sum, chunk) => sum + (typeof chunk === 'string' ? chunk.length : chunk.byteLength),
            0,
          ),
        );
      }
      return found;
    });
    // What was read, and the list.
    if (sizes.length === 2) return sizes.reduce((sum, size) => sum + size);
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error('The snapshot was not saved.');
}
