import type { Page } from 'playwright-core';
import { meetingNote, profileNote } from '../notes';
import { barriers, cutOff, pageForEachTest } from './openPage';
import type { VaultOnDisk } from './vaultOnDisk';

// Views of Bases from the shipped main.js, in a real Chromium.

let page: Page;
let vault: VaultOnDisk;

const openPage = pageForEachTest();

const BASE = `filters: 'file.ext == "md"'
views:
  - { type: rapport-people, name: People, grouping: letter }
  - { type: rapport-meetings, name: Meetings }
`;

const FILES = {
  'All.base': BASE,
  'People/Dana Ochoa.md': profileNote({ role: 'Lead', company: 'Orbit' }),
  'a.md': meetingNote({
    person: 'Dana Ochoa',
    participants: ['Omar Haddad', 'Ana Sousa'],
    summary: 'Agreed on the pilot.',
    tasks: ['- [?] Send the sheet. @Myself #proposed', '- [ ] Confirm. @Dana Ochoa'],
  }),
  'b.md': meetingNote({ person: 'Omar Haddad', title: 'Second', date: '2025-12-09' }),
};

async function open(files: Record<string, string> = FILES, query = ''): Promise<void> {
  ({ page, vault } = await openPage(files, query));
  await page.evaluate(`workbench.host.openNote('All.base')`);
  await page.locator('.rapport-base-card').first().waitFor();
}

const seeMeetings = async () => {
  await page.getByLabel('View', { exact: true }).selectOption('Meetings');
  await page.locator('.rapport-base-meetings').first().waitFor();
};

const focused = () => page.evaluate<string>('document.activeElement.textContent');

test.each(['&theme=light', '&theme=dark'])('nobody is kept out (%s)', async theme => {
  await open(FILES, theme);
  expect(await barriers(page, '.rapport-base')).toEqual([]);
  await seeMeetings();
  expect(await barriers(page, '.rapport-base')).toEqual([]);
});

test('keys go from card to card and from meeting to meeting; Enter opens', async () => {
  await open();
  await page.locator('.rapport-base .rapport-name button').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('Dana Ochoa');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Omar Haddad');
  await page.keyboard.press('Enter');
  await page.locator('.rapport-person-page .rapport-name', { hasText: 'Omar Haddad' }).waitFor();
  await seeMeetings();
  await page.locator('.rapport-base .rapport-task-text').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.view-header-title', { hasText: /^b$/ }).first().waitFor();
});

test('a name has its card', async () => {
  await open();
  await page.locator('.rapport-base .rapport-name button', { hasText: 'Dana' }).hover();
  await page.locator('.popover .rapport-card', { hasText: 'Dana Ochoa' }).waitFor();
});

test.each([220, 390, 1200])('nothing is cut off at %d px', async width => {
  await open();
  await page.addStyleTag({ content: `.bases-view { flex: none; height: 600px; width: ${width}px }` });
  for (const see of [async () => undefined, seeMeetings]) {
    await see();
    expect(await cutOff(page, '.rapport-base')).toEqual([]);
    const [room = 0, needed = 1] = await page.evaluate<number[]>(
      `(el => [el.clientWidth, el.scrollWidth])(document.querySelector('.rapport-base .rapport-scroller'))`,
    );
    expect(needed).toBeLessThanOrEqual(room);
  }
});

test('in a window of its own it draws, and goes on following the notes', async () => {
  await open();
  await page.evaluate(
    `workbench.app.workspace.moveLeafToPopout(workbench.app.workspace.getLeavesOfType('bases')[0])`,
  );
  const inPopout = (code: string) =>
    page.waitForFunction(
      `(view => view.containerEl.doc !== document && (${code}))(workbench.app.workspace.getLeavesOfType('bases')[0].view)`,
    );
  await inPopout(`view.containerEl.querySelectorAll('.rapport-base-card').length === 3`);
  await vault.write('c.md', meetingNote({ person: 'Timo Varga' }));
  await inPopout(`view.containerEl.querySelectorAll('.rapport-base-card').length === 4`);
});

describe('ten thousand notes', () => {
  const crowd = {
    'All.base': BASE.replace('letter', 'none'),
    ...Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => {
        const date = `20${String(10 + (i % 16))}-${String(1 + (i % 12)).padStart(2, '0')}-15`;
        return [
          `n/${i}.md`,
          meetingNote({
            person: `First${i % 100} Last${i}`,
            title: `Meeting ${i}`,
            date,
            tasks: ['- [ ] a'],
          }),
        ];
      }),
    ),
  };

  test('are not all in the document, wherever one scrolls', async () => {
    await open(crowd);
    const cards = () => page.locator('.rapport-base-card').count();
    expect(await cards()).toBeLessThanOrEqual(140);
    const scroller = page.locator('.rapport-base .rapport-scroller');
    await scroller.evaluate(el => el.scrollTo(0, el.scrollHeight));
    await page.locator('.rapport-base-card').first().waitFor();
    expect(await cards()).toBeLessThanOrEqual(140);
    await seeMeetings();
    expect(await page.locator('.rapport-base .rapport-meeting').count()).toBeLessThanOrEqual(140);
  });
});
