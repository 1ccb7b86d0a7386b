import type { Locator, Page } from 'playwright-core';
import { meetingNote } from '../notes';
import { pageForEachTest, runCommand } from './openPage';

// The map of people under wheel, mouse, fingers and keys.

let page: Page;

const openPage = pageForEachTest();

const LETTERS = 'abcdefghijklmnop';
const nameOf = (i: number) =>
  `Ana Sousa${LETTERS.charAt(i / LETTERS.length)}${LETTERS.charAt(i % LETTERS.length)}`;

/** So many that their names do not all find room. */
const CROWD = Object.fromEntries(
  Array.from({ length: 120 }, (_, i) => {
    const participants = [nameOf(i), nameOf((i * 7 + 1) % 120)];
    return [`${i}.md`, meetingNote({ person: nameOf((i + 1) % 120), participants })] as const;
  }),
);

const people = () => page.locator('.rapport-map-person');
const names = () => page.locator('.rapport-map-names text:not(.is-crowded)');

/** Waits until circles stand still. */
async function atRest(): Promise<void> {
  await people().first().waitFor();
  const places = () => people().evaluateAll(all => all.map(each => each.getAttribute('transform')).join());
  for (let before = ''; before !== (before = await places());) await page.waitForTimeout(300);
}

async function openMap(query = ''): Promise<void> {
  ({ page } = await openPage(CROWD, query));
  await runCommand(page, 'Open map of people');
  await atRest();
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const sizeOf = async (element: Locator) => (await element.boundingBox())?.width ?? 0;
const circle = (i: number) => people().nth(i).locator('circle').last();

test.each(['', '&phone=1'])('names can be read and do not cover each other (%s)', async query => {
  await openMap(query);
  const boxes = await names().evaluateAll(all =>
    all.map(each => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      // How wide a name is depends on its letters, and is not measured.
      return { left: left + 3, right: right - 3, top: top + 1, bottom: bottom - 1 };
    }),
  );
  const pane = await page.locator('.rapport-map-pane').boundingBox();
  expect(boxes.length).toBeGreaterThan(10);
  expect(boxes.length).toBeLessThan(120);
  for (const [i, one] of boxes.entries()) {
    expect(one.bottom - one.top).toBeGreaterThan(11);
    expect(one.left).toBeGreaterThanOrEqual(pane?.x ?? 0);
    expect(one.right).toBeLessThanOrEqual((pane?.x ?? 0) + (pane?.width ?? 0));
    for (const other of boxes.slice(0, i))
      expect(
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      ).toBe(false);
  }
});

test('the wheel draws larger what is under the pointer; 0 shows all again', async () => {
  await openMap();
  const before = {
    ...(await middleOf(circle(5))),
    size: await sizeOf(circle(5)),
    names: await names().count(),
  };
  await page.mouse.move(before.x, before.y);
  for (let i = 0; i < 3; i++) await page.mouse.wheel(0, -120);
  await page.waitForFunction(`document.querySelector('.rapport-map-pane').scrollWidth > 1000`);
  const after = await middleOf(circle(5));
  expect(await sizeOf(circle(5))).toBeGreaterThan(1.8 * before.size);
  expect(Math.abs(after.x - before.x)).toBeLessThan(8);
  expect(Math.abs(after.y - before.y)).toBeLessThan(8);
  expect(await names().count()).toBeGreaterThan(before.names);
  await people().nth(5).focus();
  await page.keyboard.press('0');
  expect(await sizeOf(circle(5))).toBeCloseTo(before.size, 0);
});

test('buttons and keys do the same, and who is tabbed to comes into sight', async () => {
  await openMap();
  const before = await sizeOf(circle(0));
  await page.getByLabel('Zoom in').click();
  expect((await sizeOf(circle(0))) / before).toBeCloseTo(1.5, 0);
  await people().first().focus();
  await page.keyboard.press('+');
  expect((await sizeOf(circle(0))) / before).toBeGreaterThan(2);
  const pane = await page.locator('.rapport-map-pane').boundingBox();
  for (let i = 1; i < 12; i++) {
    await page.keyboard.press('Tab');
    const box = await circle(i).boundingBox();
    expect(
      pane &&
        box &&
        box.x > pane.x &&
        box.x + box.width < pane.x + pane.width &&
        box.y > pane.y &&
        box.y + box.height < pane.y + pane.height,
    ).toBe(true);
  }
  await page.keyboard.press('-');
  await page.getByLabel('Show all').click();
  expect((await sizeOf(circle(0))) / before).toBeCloseTo(1, 1);
});

test('the mouse drags the map and chooses nobody by it; a click still does', async () => {
  await openMap();
  const pane = await middleOf(page.locator('.rapport-map-pane'));
  const away = await people().evaluateAll(
    (all, { x, y }) =>
      all.map(each => {
        const { left, top, width } = each.getBoundingClientRect();
        return Math.hypot(left + width / 2 - x, top + width / 2 - y);
      }),
    pane,
  );
  const inTheMiddle = circle(away.indexOf(Math.min(...away)));
  await page.getByLabel('Zoom in').click();
  const { x, y } = await middleOf(inTheMiddle);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 10, { steps: 5 });
  await page.mouse.move(x + 60, y + 40, { steps: 5 });
  await page.mouse.up();
  const after = await middleOf(inTheMiddle);
  expect(after.x - x).toBeCloseTo(60, -1);
  expect(after.y - y).toBeCloseTo(40, -1);
  expect(await page.locator('.rapport-map .rapport-back').count()).toBe(0);
  await page.mouse.click(after.x, after.y);
  await page.locator('.rapport-map .rapport-back').waitFor();
  await atRest();
  await names().nth(1).click();
  expect(await page.locator('.rapport-map-bar strong').innerText()).toBe(await names().first().textContent());
});

describe('in a note', () => {
  const NOTE = ['# Map', '', '```rapport', 'show: map', '```', '', ...Array<string>(80).fill('Text.\n')].join(
    '\n',
  );
  const scrolled = () => page.evaluate<number>(`document.querySelector('.markdown-preview-view').scrollTop`);
  const pane = () => page.locator('.rapport-block .rapport-map-pane');
  const isZoomed = () =>
    pane().evaluate(
      element => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
    );

  const zoomed = () =>
    page.waitForFunction(
      `(pane => pane.scrollWidth > pane.clientWidth)(document.querySelector('.rapport-map-pane'))`,
    );

  beforeEach(async () => {
    ({ page } = await openPage({ ...CROWD, 'Map.md': NOTE }, '&mode=preview'));
    await page.evaluate(`workbench.app.workspace.openLinkText('Map', '')`);
    await atRest();
  });

  test('the wheel scrolls the note; with Ctrl it zooms', async () => {
    const { x, y } = await middleOf(pane());
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 60);
    await page.waitForFunction(`document.querySelector('.markdown-preview-view').scrollTop > 30`);
    expect(await isZoomed()).toBe(false);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -60);
    await page.keyboard.up('Control');
    await zoomed();
  });

  test('one finger scrolls the note, two zoom the map', async () => {
    const touch = await page.context().newCDPSession(page);
    await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
    const fingers = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => touch.send('Input.dispatchTouchEvent', { type, touchPoints });
    const { x, y } = await middleOf(pane());
    await fingers('touchStart', { x, y });
    for (let i = 1; i <= 6; i++) await fingers('touchMove', { x, y: y - 15 * i });
    await fingers('touchEnd');
    await page.waitForFunction(`document.querySelector('.markdown-preview-view').scrollTop > 30`);
    expect(await isZoomed()).toBe(false);
    // The note goes on for a while by itself, and the map with it.
    for (let at = NaN; at !== (at = await scrolled());) await page.waitForTimeout(300);
    await page.evaluate(`document.querySelector('.markdown-preview-view').scrollTop = 0`);
    const now = await middleOf(pane());
    const apart = (gap: number) => [
      { x: now.x - gap, y: now.y },
      { x: now.x + gap, y: now.y },
    ];
    await fingers('touchStart', ...apart(20));
    for (let i = 1; i <= 6; i++) await fingers('touchMove', ...apart(20 + 8 * i));
    await fingers('touchEnd');
    await zoomed();
    expect(await scrolled()).toBe(0);
  });
});
