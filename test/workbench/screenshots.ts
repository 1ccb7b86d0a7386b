// Takes the pictures in docs/images: `node dist/workbench/screenshots.mjs [NAME …] [--vault DIR] [--out DIR] [--language de]`.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { en, type Words } from '../../src/core/words';
import { de } from '../../src/core/words/de';
import { launch } from '../browser/chromium';
import { meetingNote } from '../notes';
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
  /** Another vault in place of the sample. */
  vault?: 'empty' | 'crowd';
  /** In place of the language that was asked for. */
  language?: Words;
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

/** What the app says in the picture that is taken. */
let words: Words = en;

const seeAllRead = (page: Page) => page.locator('.rapport-progress').waitFor({ state: 'detached' });

/** Who is first changes while notes are read. */
const openFirstPerson = async (page: Page) => {
  await page.locator('.rapport-person-row').first().waitFor();
  await seeAllRead(page);
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

const seeRows = async (page: Page) => {
  await page.locator('.rapport-person-row[aria-setsize="10000"]').first().waitFor();
  await seeAllRead(page);
};

const openPersonInDrawer = async (page: Page) => {
  await openDrawer(page);
  await openFirstPerson(page);
};

const openMap = async (page: Page) => {
  await openFirstPerson(page);
  await page.getByRole('button', { name: words.map, exact: true }).click();
  await page.locator('.rapport-map .rapport-back').click();
  await atRest(page, '.rapport-map-person');
};

const seeBlocks = async (page: Page) => {
  await page.locator('.rapport-block .rapport-meeting').first().waitFor();
};

const openBrief = async (page: Page) => {
  await openFirstPerson(page);
  await page.getByRole('button', { name: words.brief, exact: true }).click();
  await page.locator('.rapport-brief h2').first().waitFor();
};

/** Until what moves has come to rest. */
const atRest = async (page: Page, selector: string) => {
  const places = () =>
    page.locator(selector).evaluateAll(all => all.map(each => each.getAttribute('transform')).join());
  for (let before = ''; before !== (before = await places());) await page.waitForTimeout(500);
};

const openTriage = async (page: Page) => {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(words.openTriage);
  await page.keyboard.press('Enter');
  await goToTwins(page);
};

/** To a proposal that was made several times. */
const goToTwins = async (page: Page) => {
  await page.locator('.rapport-focus').waitFor();
  await page.locator('.rapport-triage-count', { hasText: words.comparing }).waitFor({ state: 'detached' });
  for (let i = 0; i < 99 && (await page.locator('.rapport-twins li').count()) < 2; i++)
    await page.keyboard.press('j');
  await page.locator('.rapport-excerpt li').first().waitFor();
};

const triageInSidebar = async (page: Page) => {
  await page.getByRole('button', { name: new RegExp(`^${words.peopleFilters.proposed}`) }).click();
  await page.getByRole('button', { name: words.decideOneByOne }).click();
  await goToTwins(page);
};

const hoverOverPerson = async (page: Page) => {
  await page.locator('.markdown-preview-view a.internal-link').first().hover();
  await page.locator('.popover .rapport-card').waitFor();
};

const pointAtAccept = async (page: Page) => {
  const buttons = page.locator('.cm-line .rapport-line-buttons');
  await buttons.nth(1).locator('.rapport-accept').hover();
};

const BASE = '[data-type="bases"] .view-content';

const seeBase = async (page: Page) => {
  await page.locator('.rapport-base-card').first().waitFor();
};

const seeMeetingsOfBase = async (page: Page) => {
  await seeBase(page);
  await page.getByLabel('View', { exact: true }).selectOption('Meetings');
  await page.locator('.rapport-base-meetings').first().waitFor();
};

const PICTURES: Picture[] = [
  { name: 'sidebar-german', language: de, scale: 2, steps: openFirstPerson, clip: [SIDEBAR] },
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
  {
    name: 'decide-in-note',
    themes: BOTH,
    scale: 2,
    query: { open: 'Meetings/2026/2026-11-19 - Depot pilot, week six.md' },
    steps: pointAtAccept,
    clip: ['.markdown-source-view'],
  },
  { name: 'phone', themes: BOTH, scale: 2, size: PHONE, query: { phone: '1' }, steps: openDrawer },
  { name: 'narrow-220', scale: 2, query: { width: '220' }, steps: seePeople, clip: [SIDEBAR] },
  { name: 'empty', scale: 2, vault: 'empty', size: { width: 1280, height: 420 }, clip: [SIDEBAR] },
  { name: 'sidebar-wide', scale: 2, query: { width: '480' }, steps: openFirstPerson, clip: [SIDEBAR] },
  { name: 'phone-person', scale: 2, size: PHONE, query: { phone: '1' }, steps: openPersonInDrawer },
  { name: 'triage', themes: BOTH, scale: 2, steps: openTriage, clip: ['.rapport-triage'] },
  {
    name: 'triage-narrow',
    scale: 2,
    query: { width: '220' },
    steps: triageInSidebar,
    clip: [SIDEBAR],
  },
  { name: 'triage-phone', themes: BOTH, scale: 2, size: PHONE, query: { phone: '1' }, steps: openTriage },
  {
    name: 'code-block',
    themes: BOTH,
    scale: 2,
    size: { width: 1280, height: 1000 },
    query: { open: 'Daily/2026-11-23.md', mode: 'preview' },
    steps: seeBlocks,
    clip: ['.markdown-preview-view'],
  },
  { name: 'map', themes: BOTH, steps: openMap },
  { name: 'brief', themes: BOTH, steps: openBrief },
  {
    name: 'base-people',
    themes: BOTH,
    scale: 2,
    query: { open: 'People.base' },
    steps: seeBase,
    clip: [BASE],
  },
  {
    name: 'base-meetings',
    themes: BOTH,
    scale: 2,
    query: { open: 'People.base' },
    steps: seeMeetingsOfBase,
    clip: [BASE],
  },
  {
    name: 'base-people-phone',
    scale: 2,
    size: PHONE,
    query: { phone: '1', open: 'People.base' },
    steps: seeBase,
  },
  {
    name: 'base-meetings-narrow',
    scale: 2,
    size: { width: 880, height: 800 },
    query: { open: 'People.base' },
    steps: seeMeetingsOfBase,
    clip: [BASE],
  },

  {
    name: 'ten-thousand-people',
    scale: 2,
    vault: 'crowd',
    query: { open: 'Home.md' },
    steps: seeRows,
    clip: [SIDEBAR],
  },
];

async function take(picture: Picture, theme: Theme, vault: string | undefined, out: string): Promise<string> {
  const { name, themes, query = {}, size = WINDOW, scale = 1, steps, clip } = picture;
  const workbench = await startWorkbench({
    root: ROOT,
    port: 0,
    ...(vault !== undefined && { vault, inPlace: picture.vault !== undefined }),
  });
  const browser = await launch({ root: ROOT, viewport: size, scale });
  try {
    const page = await browser.context.newPage();
    await page.clock.setFixedTime(TODAY);
    await page.goto(`${workbench.url}?${new URLSearchParams({ ...query, theme, language: words.locale })}`);
    await page.waitForFunction('window.workbench || window.workbenchError');
    const error = await page.evaluate('window.workbenchError');
    if (error !== undefined) throw new Error(String(error));
    await seeAllRead(page);
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

const FIRST = 'Ana Bo Cleo Dana Emil Finn Gro Hana Ivo Jo'.split(' ');
const LAST = 'Abara Berg Costa Duval Eklund Ferro Gran Holm Iversen Jansen'.split(' ');

/** Ten thousand people in a hundred meetings. */
async function makeCrowd(folder: string): Promise<void> {
  await writeFile(join(folder, 'Home.md'), 'Home\n');
  for (let i = 0; i < 100; i++) {
    const participants = Array.from({ length: 100 }, (_, n) => {
      const [first, last] = [FIRST[i % 10] ?? '', LAST[n % 10] ?? ''];
      return `${first} ${LAST[Math.floor(i / 10)] ?? ''}-${last} ${romanOf(1 + Math.floor(n / 10))}`;
    });
    const date = `2026-${String(1 + (i % 11)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    await writeFile(
      join(folder, `${i}.md`),
      meetingNote({ person: participants[0] ?? '', participants, date }),
    );
  }
}

const romanOf = (n: number) => ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][n - 1] ?? '';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      vault: { type: 'string' },
      language: { type: 'string', default: en.locale },
      out: { type: 'string', default: join(ROOT, 'docs/images') },
    },
  });
  const asked = [en, de].find(({ locale }) => locale === values.language) ?? en;
  await mkdir(values.out, { recursive: true });
  const [nothing, crowd] = [
    await mkdtemp(join(tmpdir(), 'rapport-')),
    await mkdtemp(join(tmpdir(), 'rapport-')),
  ];
  await makeCrowd(crowd);
  const vaults = { empty: nothing, crowd };
  const wanted = PICTURES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  try {
    for (const picture of wanted) {
      words = picture.language ?? asked;
      for (const theme of picture.themes ?? (['light'] as const))
        console.log(
          await take(picture, theme, picture.vault ? vaults[picture.vault] : values.vault, values.out),
        );
    }
  } finally {
    for (const each of [nothing, crowd]) await rm(each, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
