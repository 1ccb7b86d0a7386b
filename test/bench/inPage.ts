import { realpath } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Browser } from '../browser/chromium';
import { vaultOnDisk } from '../browser/vaultOnDisk';
import { startWorkbench } from '../workbench/startWorkbench';

/** Runs `work` in a page of the workbench that shows the first of `files`, its index done; then puts all away. */
export async function inPage<T>(
  browser: Browser,
  files: Record<string, string>,
  query: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const vault = await vaultOnDisk(files);
  const root = await realpath('.');
  const workbench = await startWorkbench({ root, vault: vault.path, inPlace: true, port: 0 });
  const page = await browser.context.newPage();
  try {
    await page.goto(`${workbench.url}?open=${encodeURIComponent(Object.keys(files)[0] ?? '')}${query}`);
    await page.waitForFunction('window.workbench?.ready || window.workbenchError');
    await page.locator('.rapport-progress').waitFor({ state: 'detached' });
    return await work(page);
  } finally {
    await page.close();
    await workbench.discard();
    await vault.destroy();
  }
}
