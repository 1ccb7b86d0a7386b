import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startWorkbench } from '../workbench/startWorkbench';
import { launch, type Browser } from './chromium';
import { vaultOnDisk, type VaultOnDisk } from './vaultOnDisk';

const ROOT = join(__dirname, '../..');
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** The shipped main.js over a vault of its own, in a page of the workbench. */
export interface OpenPage {
  page: Page;
  vault: VaultOnDisk;
  /** What the page threw. */
  errors: string[];
  close(): Promise<void>;
}

/**
 * A browser for the tests of a file, each of which opens one page of it: in the end that has thrown nothing, and goes.
 * What opens it takes the vault's files, and what the page's address says besides the note that is open, `Home.md`.
 */
export function pageForEachTest(): (files: Record<string, string>, query?: string) => Promise<OpenPage> {
  let browser: Browser;
  let opened: OpenPage;
  beforeAll(async () => {
    browser = await launch({ root: ROOT });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(opened.errors).toEqual([]);
    await opened.close();
  });
  return async (files, query = '') => (opened = await openPage(browser, files, query));
}

async function openPage(browser: Browser, files: Record<string, string>, query: string): Promise<OpenPage> {
  const vault = await vaultOnDisk({ ...files, 'Home.md': 'Home\n\n\n' });
  const workbench = await startWorkbench({ root: ROOT, vault: vault.path, inPlace: true, port: 0 });
  const page = await browser.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(String(error)));
  await page.goto(`${workbench.url}?open=Home.md${query}`);
  await page.waitForFunction('window.workbench?.ready || window.workbenchError');
  await page.waitForFunction('!document.querySelector(".rapport-progress")');
  const close = async () => {
    await page.close();
    await workbench.discard();
    await vault.destroy();
  };
  return { page, vault, errors, close };
}

/** Runs a command by its name in the palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

interface AxeResult {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

/** What axe-core finds that keeps somebody out. */
export async function barriers(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResult>(`axe.run(${JSON.stringify(selector)})`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Classes of what is wider than the room it has. */
export const cutOff = (page: Page, within = '.rapport-screen'): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('${within} *')]
    .filter(el => el.scrollWidth > el.clientWidth + 1 && getComputedStyle(el).overflowX === 'visible' && el.clientWidth > 0 && getComputedStyle(el).display !== 'inline' && !(el instanceof SVGElement) && !el.closest('.rapport-sr-only, .rapport-box'))
    .map(el => el.className)`);

/** Beginnings of what can be pressed and is less than 44 px high, words in a text aside. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate<
    string[]
  >(`[...document.querySelectorAll('.rapport-view :is(button, summary), .rapport-dialog button, .notice a')]
    .filter(el => el.getClientRects().length > 0 && !el.matches('.rapport-link:not(.rapport-heading-actions *), .rapport-task-text, .rapport-box'))
    .filter(el => el.getBoundingClientRect().height < 44)
    .map(el => el.outerHTML.slice(0, 80))`);
