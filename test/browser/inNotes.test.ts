import type { Page } from 'playwright-core';
import { meetingNote, profileNote } from '../notes';
import { barriers, pageForEachTest, runCommand } from './openPage';
import { until, type VaultOnDisk } from './vaultOnDisk';

// People and proposals met in the notes themselves, in a real Chromium.

let vault: VaultOnDisk;
let page: Page;

const openPage = pageForEachTest();

const TASKS = [
  '- [?] Send the sheet to @Dana Ochoa, and tell her at length why it came so late, who is to read it and by when. #proposed',
  '- [ ?] Book a room. @Omar',
  '- [ ] Call @Omar Haddad.',
  ...Array.from({ length: 60 }, (_, i) => `- Item ${i}`),
];
const NOTE = `${meetingNote({ person: 'Dana Ochoa', participants: ['Omar Haddad'], summary: 'Agreed on the pilot.', tasks: TASKS })}
| who |
|---|
| [[Omar Haddad\\|the one]] |
`;

async function open(query = '', note = NOTE): Promise<void> {
  const files = { 'a.md': note, 'People/Dana Ochoa.md': profileNote({ role: 'Lead' }) };
  ({ page, vault } = await openPage(files, `&open=a.md${query}`));
  await page.locator('.nav-file-title[data-path="a.md"]').click();
  await page.locator('.rapport-line').first().waitFor({ state: 'attached' });
}

const ROOMS = [
  ['live preview', '', '.markdown-source-view'],
  ['reading view', '&mode=preview', '.markdown-reading-view'],
] as const;

const card = () => page.locator('.hover-popover .rapport-card');

describe.each(ROOMS)('in %s', (_name, query, room) => {
  const owner = (name: string) => page.locator(`${room} .rapport-owner`, { hasText: name }).first();
  const lines = () => page.locator(`${room} .rapport-line`);

  test('an owner’s card opens, stays while pointed at, also back on the name, and goes when the pointer leaves', async () => {
    await open(query);
    await owner('Dana Ochoa').hover();
    await card().waitFor();
    await card().locator('.rapport-balance').hover();
    await page.waitForTimeout(500);
    await owner('Dana Ochoa').hover();
    await page.waitForTimeout(500);
    expect(await card().isVisible()).toBe(true);
    expect(await page.locator('.popover').count()).toBe(1);
    await page.mouse.move(2, 2);
    await card().waitFor({ state: 'detached' });
  });

  test('it stands beside the name, whole, and closes with Escape or when the note scrolls', async () => {
    await open(query);
    await owner('Dana Ochoa').hover();
    await card().waitFor();
    const [name, box] = [
      await owner('Dana Ochoa').boundingBox(),
      await page.locator('.popover').boundingBox(),
    ];
    if (!name || !box) throw new Error('not there');
    expect(box.y >= name.y + name.height || box.y + box.height <= name.y).toBe(true);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(800);
    await page.keyboard.press('Escape');
    expect(await page.locator('.popover').count()).toBe(0);
    await page.mouse.move(2, 2);
    await owner('Omar').hover();
    await card().waitFor();
    await page.mouse.wheel(0, 300);
    await card().waitFor({ state: 'detached' });
  });

  test('with Mod held the page opens instead, and never beside the card', async () => {
    await open(query);
    await owner('Dana Ochoa').hover();
    await card().waitFor();
    await page.mouse.move(2, 2);
    await page.keyboard.down('Control');
    await owner('Dana Ochoa').hover();
    await page.locator('.popover .markdown-embed').waitFor();
    expect(await page.locator('.popover').count()).toBe(1);
    await page.keyboard.up('Control');
  });

  test('buttons accept and reject, and Ctrl+Z or Undo takes it back', async () => {
    await open(query);
    await lines().nth(1).locator('.rapport-accept').click();
    await until(
      () => vault.read('a.md'),
      now => now.includes('- [ ] Book a room. @Omar\n'),
    );
    await page.locator(`${room} .rapport-line-buttons`).nth(1).waitFor({ state: 'detached' });
    await lines().nth(0).locator('.rapport-reject').click();
    await until(
      () => vault.read('a.md'),
      now => /- \[-\] Send .* ❌/.test(now),
    );
    await runCommand(page, 'Undo last change');
    await runCommand(page, 'Undo last change');
    const text = await until(
      () => vault.read('a.md'),
      now => now === NOTE,
    );
    expect(text).toBe(NOTE);
  });

  test.each(['light', 'dark'])(
    'no text moves when buttons are pointed at, and they cover none (%s)',
    async theme => {
      await open(`${query}&theme=${theme}`);
      await lines().first().locator('.rapport-accept').waitFor();
      const places = () =>
        page.evaluate<string>(`JSON.stringify([...document.querySelectorAll('${room} .cm-line, ${room} li')].map(line => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return [...range.getClientRects()].map(({ x, y, width }) => [x, y, width]);
      }))`);
      const before = await places();
      await lines().first().locator('.rapport-accept').hover();
      expect(await places()).toBe(before);
      const covered = await page.evaluate<number>(`(() => {
      const buttons = document.querySelector('${room} .rapport-line-buttons');
      const box = buttons.getBoundingClientRect();
      const walker = document.createTreeWalker(buttons.closest('.rapport-line'), NodeFilter.SHOW_TEXT);
      let count = 0;
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        for (const { left, right, top, bottom } of range.getClientRects())
          if (left < box.right && right > box.left && top < box.bottom && bottom > box.top) count++;
      }
      return count;
    })()`);
      expect(covered).toBe(0);
      const height = await page.evaluate<number>(
        `document.querySelector('${room} .rapport-line-buttons').getBoundingClientRect().height`,
      );
      expect(height).toBeGreaterThanOrEqual(24);
    },
  );

  test('when the plugin goes, text stands as it always did', async () => {
    await open(query);
    await owner('Dana Ochoa').hover();
    await card().waitFor();
    await page.evaluate(`window.workbench.host.unloadPlugin('rapport')`);
    await page.waitForFunction(`!document.querySelector('${room} [class*="rapport"], .popover')`);
  });
});

test('in source mode there is the card, and there are no buttons', async () => {
  await open();
  await runCommand(page, 'Toggle live preview/source mode');
  await page.locator('.markdown-source-view:not(.is-live-preview)').waitFor();
  expect(await page.locator('.rapport-line-buttons').count()).toBe(0);
  await page.locator('.cm-line .rapport-owner').first().hover();
  await card().waitFor();
});

test('a link in a table of the reading view', async () => {
  await open('&mode=preview');
  const link = page.locator('.markdown-reading-view td a.internal-link');
  await link.scrollIntoViewIfNeeded();
  await link.hover();
  await card().waitFor();
  expect(await card().locator('.rapport-name').textContent()).toBe('Omar Haddad');
});

test('the buttons of the reading view keep nobody out', async () => {
  await open('&mode=preview');
  await page.locator('.markdown-reading-view .rapport-line-buttons').first().waitFor();
  expect(await barriers(page, '.markdown-reading-view .rapport-line-buttons')).toEqual([]);
  await page.locator('.markdown-reading-view .rapport-accept').first().focus();
  await page.keyboard.press('Enter');
  await until(
    () => vault.read('a.md'),
    now => now.includes('- [ ] Send'),
  );
});

test('typing goes on where it was after a button was pressed', async () => {
  await open();
  await page.locator('.cm-line', { hasText: 'Agreed on the pilot' }).click();
  await page.keyboard.press('End');
  await page.locator('.cm-line.rapport-line').nth(1).locator('.rapport-accept').click();
  await page.keyboard.type(' Typed.');
  const text = await until(
    () => vault.read('a.md'),
    now => now.includes('Typed.') && now.includes('- [ ] Book'),
  );
  expect(text).toContain('Agreed on the pilot. Typed.\n');
});

test('of ten thousand lines only those in view are looked at', async () => {
  const tasks = Array.from({ length: 10_000 }, (_, i) => `- [?] Task ${i}. @Dana Ochoa #proposed`);
  await open('', meetingNote({ person: 'Dana Ochoa', tasks }));
  await page.locator('.cm-line.rapport-line').first().waitFor();
  expect(await page.locator('.rapport-line-buttons').count()).toBeLessThan(150);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.locator('.cm-line.rapport-line', { hasText: 'Task 9999.' }).locator('.rapport-accept').waitFor();
  expect(await page.locator('.rapport-line-buttons').count()).toBeLessThan(150);
});
