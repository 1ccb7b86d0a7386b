import '../host/dom';
import type { Plugin, PluginManifest, TFile } from 'obsidian';
import type RapportPlugin from '../../src/main';
import { createHost, type Host } from '../host';
import { nextTask } from '../../src/core/nextTask';
import { evaluatePlugin } from '../host/pluginSource';
import { generatedVault, OWNER, PEOPLE_MIX } from './generatedVault';
import { BlockProbe } from './BlockProbe';

/** What one start of the plugin looked like; times in ms. */
export interface StartFigures {
  /** Evaluating main.js. */
  evaluate: number;
  /** `onload`, from its call until its promise is resolved. */
  onload: number;
  /** Until the first people are on screen, and until all are. */
  first: number;
  all: number;
  /** Until all notes are in the graph. */
  known: number;
  longestBlock: number;
  /** How many notes were read, and how many people were found. */
  reads: number;
  people: number;
}

export interface SyncFigures {
  all: number;
  longestBlock: number;
  /** How often the list was drawn, and how many frames there were meanwhile. */
  drawn: number;
  frames: number;
}

/** How long screens kept the main thread at a stretch when they were opened, in ms. */
export interface ScreenFigures {
  ownPage: number;
  triage: number;
  map: number;
}

/** How long a screen is looked at, in ms. */
const LOOKED_AT = 4000;
/** Nothing has changed for so long, in ms: it is done. */
const QUIET = 1000;
/** How many notes the app tells of in one task. */
const AT_ONCE = 20;
const SIDEBAR = 'open-people-sidebar';

/** Drives the shipped plugin in the stand-in host; what `npm run bench` asks for, in the page. */
class BenchPage {
  private host: Host | undefined;
  private reads = 0;
  private syncs = 0;
  private code = '';
  private manifest: PluginManifest | undefined;
  /** Bytes of the notes' text. */
  bytes = 0;

  /** A vault of `size` people notes. @param readTime How long a read takes, in ms; 0 for a task of the event loop. */
  async open(size: number, code: string, manifest: PluginManifest, readTime = 0): Promise<void> {
    const files: Record<string, string> = {};
    for (const { path, text } of generatedVault(size, PEOPLE_MIX)) {
      files[path] = text;
      this.bytes += new TextEncoder().encode(text).length;
    }
    const container = document.body.createDiv('app-container').createDiv('horizontal-main-container');
    const host = await createHost({ files, container, data: { selfNames: [OWNER], askedForSelf: true } });
    const { vault } = host.app;
    const read = vault.cachedRead.bind(vault);
    vault.cachedRead = async (file: TFile) => {
      this.reads++;
      await (readTime > 0 ? new Promise(resolve => setTimeout(resolve, readTime)) : nextTask());
      return read(file);
    };
    // What the app keeps on a device outlives the page, as it outlives the app.
    host.app.loadLocalStorage = key => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown;
    host.app.saveLocalStorage = (key, data) => localStorage.setItem(key, JSON.stringify(data));
    // So do the times of its files.
    for (const [i, file] of vault.getMarkdownFiles().entries()) file.stat.mtime = i + 1;
    await host.layoutReady();
    Object.assign(this, { host, code, manifest });
  }

  /** Starts the plugin and waits until everybody is on screen and nothing more happens. */
  async start(): Promise<StartFigures> {
    const { host, code, manifest } = this;
    if (!host || !manifest) throw new Error('No vault is open.');
    this.reads = 0;
    const probe = new BlockProbe();
    const begin = performance.now();
    const marks = { evaluate: 0, onload: 0, first: 0, known: 0 };
    const Shipped = evaluatePlugin(code, manifest.id) as typeof Plugin;
    marks.evaluate = performance.now() - begin;
    class Timed extends Shipped {
      override async onload(): Promise<void> {
        const start = performance.now();
        await super.onload();
        marks.onload = performance.now() - start;
      }
    }
    const plugin = (await host.loadPlugin(Timed, manifest)) as RapportPlugin;
    // Whoever decides something is answered when all notes are known.
    void plugin.api?.promote([]).then(() => (marks.known = performance.now() - begin));
    host.runCommand(`${manifest.id}:${SIDEBAR}`);
    let [people, changed] = [0, begin];
    await probe.until(now => {
      const listed = peopleListed();
      if (listed !== people) [people, changed] = [listed, now];
      if (marks.first === 0 && document.querySelector('.rapport-person-row')) marks.first = now - begin;
      return marks.known > 0 && now - Math.max(changed, begin + marks.known) > QUIET;
    });
    return {
      ...marks,
      all: changed - begin,
      longestBlock: probe.longest,
      reads: this.reads,
      people,
    };
  }

  /** Opens screens one after the other; how long each kept the main thread at a stretch, in ms. */
  async openScreens(): Promise<ScreenFigures> {
    const { host, manifest } = this;
    if (!host || !manifest) throw new Error('No vault is open.');
    const blocked = async (open: () => unknown) => {
      const probe = new BlockProbe();
      const begin = performance.now();
      void open();
      await probe.until(now => now - begin > LOOKED_AT);
      return probe.longest;
    };
    return {
      ownPage: await blocked(() =>
        host.openUri(`obsidian://${manifest.id}?person=${encodeURIComponent(OWNER)}`),
      ),
      triage: await blocked(() => host.runCommand(`${manifest.id}:open-triage`)),
      map: await blocked(() => host.runCommand(`${manifest.id}:open-map`)),
    };
  }

  /** Sync changes `count` notes at once. */
  async sync(count: number): Promise<SyncFigures> {
    const { host } = this;
    if (!host) throw new Error('No vault is open.');
    const files = host.app.vault.getMarkdownFiles().slice(0, count);
    const texts: string[] = [];
    for (const file of files) {
      const text = await host.app.vault.read(file);
      texts.push(
        text.replace(
          '## Action Items',
          `## Action Items\n- [?] Look at what sync brought, ${this.syncs}. @Myself #task #proposed`,
        ),
      );
    }
    this.syncs++;
    this.reads = 0;
    const list = document.querySelector('.rapport-people') ?? document.body;
    let [drawn, frames] = [0, 0];
    const observer = new MutationObserver(() => drawn++);
    observer.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
    let running = true;
    const frame = () => {
      frames++;
      if (running) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    // What the app does itself for each change comes before the notes are written, and is not measured.
    const cache = host.app.metadataCache;
    const probe = new BlockProbe();
    const begin = performance.now();
    // The app tells of a few at a time, as they are parsed.
    for (const [i, file] of files.entries()) {
      if (i % AT_ONCE === 0) await nextTask();
      cache.trigger('changed', file, texts[i], cache.getFileCache(file));
    }
    let [seen, changed] = [0, begin];
    await probe.until(now => {
      if (drawn !== seen) [seen, changed] = [drawn, now];
      return now - changed > QUIET;
    });
    running = false;
    observer.disconnect();
    return { all: changed - begin, longestBlock: probe.longest, drawn, frames };
  }
}

/** How many people the list says there are. */
const peopleListed = (): number =>
  Number(document.querySelector('.rapport-filters .rapport-count')?.textContent ?? 0);

declare global {
  interface Window {
    bench: BenchPage;
  }
}
window.bench = new BenchPage();
