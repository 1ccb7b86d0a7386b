import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startWorkbench, type Workbench } from '../workbench/startWorkbench';
import { launch, type Browser } from './chromium';
import { until, vaultOnDisk, type VaultOnDisk } from './vaultOnDisk';

const ROOT = join(__dirname, '../..');

const MEETING = `---
type: people
title: Sizing review
date: 2026-01-08
person: Dana Ochoa
participants: [Mira Lindqvist, Dana Ochoa]
---
# Sizing review
With [[Dana Ochoa]].
- [?] Send the sizing sheet. @Myself 📅 2026-01-10 #task #proposed
- [ ] Confirm the region list. @Dana Ochoa 📅 2026-01-15 #task
`;

let browser: Browser;
let vault: VaultOnDisk;
let workbench: Workbench;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launch({ root: ROOT });
  console.log(browser.name);
});
afterAll(() => browser.close());

beforeEach(async () => {
  vault = await vaultOnDisk({
    'Meetings/2026-01-08 Sizing.md': MEETING,
    'Notes/Plain.md': 'first\r\n\r\nlast',
    'Notes/Links.md': 'See [[Plain]].',
    'Notes/Picture.png': 'no picture',
  });
  workbench = await startWorkbench({ root: ROOT, vault: vault.path, inPlace: true, port: 0 });
  page = await browser.context.newPage();
  errors = [];
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
});

afterEach(async () => {
  await page.close();
  await workbench.discard();
  await vault.destroy();
});

async function open(query = ''): Promise<void> {
  await page.goto(workbench.url + query);
  await page.waitForFunction('window.workbench || window.workbenchError');
  expect(await page.evaluate('window.workbenchError')).toBeUndefined();
}

const file = (path: string) => page.locator(`.nav-file-title[data-path="${path}"]`);
const title = () => page.locator('.mod-root .view-header-title');
const editor = () => page.locator('.mod-root .cm-content');

test('starts with a meeting note, the files and the people, and without an error', async () => {
  await open();
  await title().getByText('2026-01-08 Sizing').waitFor();
  await file('Notes/Plain.md').waitFor();
  await page.locator('.mod-right-split .rapport-view').getByText('Dana Ochoa').first().waitFor();
  expect(await page.locator('.nav-folder-title-content').allTextContents()).toEqual(['Meetings', 'Notes']);
  expect(errors).toEqual([]);
});

test('opens a note from the tree, and folds folders', async () => {
  await open();
  await file('Notes/Plain.md').click();
  await title().getByText('Plain').waitFor();
  expect(await editor().locator('.cm-line').allTextContents()).toEqual(['first', '', 'last']);
  expect(await file('Notes/Plain.md').getAttribute('class')).toContain('is-active');
  await page.locator('.nav-folder-title').getByText('Notes').click();
  await file('Notes/Plain.md').waitFor({ state: 'detached' });
});

test('what is typed reaches the file, and nothing else in it changes', async () => {
  await open('?open=Notes/Plain.md');
  await editor().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('The ');
  const text = await until(
    () => vault.read('Notes/Plain.md'),
    now => now !== 'first\r\n\r\nlast',
  );
  expect(text).toBe('The first\r\n\r\nlast');
  expect(errors).toEqual([]);
});

test('what another program does to the files reaches the page', async () => {
  await open('?open=Notes/Plain.md');
  await vault.write('Notes/Plain.md', 'first\r\n\r\nchanged');
  await editor().getByText('changed').waitFor();
  await vault.write('Deep/er/New.md', 'new');
  await page.locator('.nav-folder-title').getByText('Deep').click();
  await page.locator('.nav-folder-title').getByText('er', { exact: true }).click();
  await file('Deep/er/New.md').waitFor();
  await vault.remove('Deep');
  await page.locator('.nav-folder-title').getByText('Deep').waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
});

test('two pages over one vault show the same', async () => {
  await open('?open=Notes/Plain.md');
  const other = await browser.context.newPage();
  await other.goto(`${workbench.url}?open=Notes/Plain.md`);
  await other.waitForFunction('window.workbench');
  await editor().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' word');
  await page.keyboard.press('Control+s');
  await other.locator('.mod-root .cm-content').getByText('last word').waitFor();
  expect(await vault.read('Notes/Plain.md')).toBe('first\r\n\r\nlast word');
  await other.close();
});

test('the palette finds a command and runs it, by keyboard alone', async () => {
  await open();
  await page.keyboard.press('Control+p');
  await page.keyboard.type('light/dark');
  expect(await page.locator('.suggestion-item').allTextContents()).toEqual([
    'Workbench: Toggle light/dark mode',
  ]);
  await page.keyboard.press('Enter');
  await page.locator('body.theme-dark').waitFor();
  await page.locator('.prompt').waitFor({ state: 'detached' });
});

test('the palette offers the plugin’s commands', async () => {
  await open();
  await page.getByLabel('Command palette').click();
  await page.keyboard.type('rapport');
  await page.locator('.suggestion-item').getByText('Rapport: Open people sidebar').waitFor();
});

test('switches between light and dark', async () => {
  await open();
  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await background();
  await page.getByLabel('Light or dark').click();
  await page.locator('body.theme-dark').waitFor();
  expect(await background()).not.toBe(light);
  await page.reload();
  await page.locator('body.theme-dark').waitFor();
});

test('shows a note to be read, and its links lead on', async () => {
  await open('?open=Notes/Links.md');
  await page.getByLabel('Read this note').click();
  await page.locator('a.internal-link').getByText('Plain').click();
  await title().getByText('Plain').waitFor();
});

test('settings are there again after the page was loaded anew', async () => {
  await open();
  await page.evaluate(
    `workbench.plugin.saveData({ ...(await workbench.plugin.loadData()), kept: 'yes' })`
      .replace(/^/, '(async () => ')
      .replace(/$/, ')()'),
  );
  await open();
  expect(await page.evaluate('workbench.plugin.loadData()')).toMatchObject({ kept: 'yes' });
  await page.keyboard.press('Control+,');
  await page.locator('.modal.mod-settings .setting-item-name').getByText('My names').waitFor();
});

test('a phone has the panes as drawers', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open('?phone=1');
  expect(await page.locator('body.is-mobile.is-phone').count()).toBe(1);
  expect(await page.locator('.mod-right-split').isVisible()).toBe(false);
  await page.getByLabel('Right sidebar').click();
  await page.locator('.mod-right-split').waitFor();
  await page.locator('.workspace-drawer-backdrop').click({ position: { x: 5, y: 300 } });
  await page.locator('.mod-right-split').waitFor({ state: 'hidden' });
});

test('the phone’s frame holds a page of its own', async () => {
  await page.goto(`${workbench.url}?frame=phone`);
  const phone = page.frameLocator('.workbench-phone');
  await phone.getByLabel('Right sidebar').click();
  await phone.locator('.rapport-view').getByText('Dana Ochoa').first().waitFor();
});

test('says so when the server has gone', async () => {
  await open();
  await workbench.close();
  await page.locator('.notice').getByText('The workbench’s server has stopped').waitFor();
});
