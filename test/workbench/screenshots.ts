// Takes the pictures in docs/images: `node dist/workbench/screenshots.mjs [NAME …] [--vault DIR] [--out DIR]`.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launch } from '../browser/chromium';
import { startWorkbench } from './startWorkbench';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** "Today" in every picture, shortly after the sample vault's last meetings, so that pictures stay as they are. */
const TODAY = new Date('2026-11-23T10:00:00');

const WINDOW = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Around what is cut out, in px. */
const MARGIN = 16;

type Theme = 'light' | 'dark';

interface Picture {
  name: string;
  /** One picture for each, with the theme in its name; one light picture without. */
  themes?: Theme[];
  /** What the page's address says besides the theme. */
  query?: Record<string, string>;
  size?: { width: number; height: number };
  scale?: number;
  /** An empty vault in place of the sample. */
  empty?: boolean;
  steps?: (page: Page) => Promise<void>;
  /** Cut out around these elements; without, the whole page. */
  clip?: string[];
}

const BOTH: Theme[] = ['light', 'dark'];
const SIDEBAR = '.mod-right-split .workspace-tabs';

const seePeople = async (page: Page) => {
  await page.locator('.rapport-person-row').first().waitFor();
  await page.locator('.rapport-sort-out').waitFor();
};

const openFirstPerson = async (page: Page) => {
  await page.locator('.rapport-person-row').first().click();
  await page.locator('.rapport-person-page').waitFor();
};

const sortOut = async (page: Page) => {
  await page.locator('.rapport-sort-out').click();
  await page.locator('.rapport-sort').waitFor();
};

const openDrawer = async (page: Page) => {
  await page.getByLabel('Right sidebar').click();
  await seePeople(page);
};

const hoverOverPerson = async (page: Page) => {
  await page.locator('.markdown-preview-view a.internal-link').first().hover();
  await page.locator('.popover .rapport-card').waitFor();
};

const PICTURES: Picture[] = [
  { name: 'workbench', themes: BOTH, steps: openFirstPerson },
  { name: 'sidebar-people', themes: BOTH, scale: 2, steps: seePeople, clip: [SIDEBAR] },
  { name: 'sidebar-person', themes: BOTH, scale: 2, steps: openFirstPerson, clip: [SIDEBAR] },
  { name: 'sidebar-sort-out', themes: BOTH, scale: 2, steps: sortOut, clip: [SIDEBAR] },
  {
    name: 'hover-card',
    themes: BOTH,
    scale: 2,
    size: { width: 1500, height: 1000 },
    query: { open: 'Home.md', mode: 'preview' },
    steps: hoverOverPerson,
    clip: ['.popover', '.markdown-preview-view a.internal-link'],
  },
  { name: 'phone', themes: BOTH, scale: 2, size: PHONE, query: { phone: '1' }, steps: openDrawer },
  { name: 'narrow-220', scale: 2, query: { width: '220' }, steps: seePeople, clip: [SIDEBAR] },
  { name: 'empty', scale: 2, empty: true, size: { width: 1280, height: 420 }, clip: [SIDEBAR] },
];

async function take(picture: Picture, theme: Theme, vault: string | undefined, out: string): Promise<string> {
  const { name, themes, query = {}, size = WINDOW, scale = 1, steps, clip } = picture;
  const workbench = await startWorkbench({
    root: ROOT,
    port: 0,
    ...(vault !== undefined && { vault, inPlace: picture.empty === true }),
  });
  const browser = await launch({ root: ROOT, viewport: size, scale });
  try {
    const page = await browser.context.newPage();
    await page.clock.setFixedTime(TODAY);
    await page.goto(`${workbench.url}?${new URLSearchParams({ ...query, theme })}`);
    await page.waitForFunction('window.workbench || window.workbenchError');
    const error = await page.evaluate('window.workbenchError');
    if (error !== undefined) throw new Error(String(error));
    await page.locator('.rapport-progress').waitFor({ state: 'detached' });
    await steps?.(page);
    await page.evaluate('document.fonts.ready');
    await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const path = join(out, themes ? `${name}-${theme}.png` : `${name}.png`);
    await page.screenshot({ path, ...(clip && { clip: await around(page, clip, size) }) });
    return path;
  } finally {
    await browser.close();
    await workbench.discard();
  }
}

/** The rectangle that holds the first element of each selector; a pane is cut out exactly, the rest with a margin. */
async function around(page: Page, selectors: string[], { width, height }: { width: number; height: number }) {
  const boxes = await Promise.all(selectors.map(each => page.locator(each).first().boundingBox()));
  const found = boxes.filter(box => box !== null);
  const margin = selectors.length > 1 ? MARGIN : 0;
  const left = Math.max(0, Math.min(...found.map(box => box.x)) - margin);
  const top = Math.max(0, Math.min(...found.map(box => box.y)) - margin);
  const right = Math.min(width, Math.max(...found.map(box => box.x + box.width)) + margin);
  const bottom = Math.min(height, Math.max(...found.map(box => box.y + box.height)) + margin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      vault: { type: 'string' },
      out: { type: 'string', default: join(ROOT, 'docs/images') },
    },
  });
  await mkdir(values.out, { recursive: true });
  const nothing = await mkdtemp(join(tmpdir(), 'rapport-empty-'));
  const wanted = PICTURES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  try {
    for (const picture of wanted)
      for (const theme of picture.themes ?? (['light'] as const))
        console.log(await take(picture, theme, picture.empty ? nothing : values.vault, values.out));
  } finally {
    await rm(nothing, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
