import type { Page } from 'playwright-core';
import { en } from '../../src/core/words';
import { de } from '../../src/core/words/de';
import { meetingNote, profileNote } from '../notes';
import { barriers, cutOff, pageForEachTest, runCommand, tooSmall } from './openPage';
import { until, type VaultOnDisk } from './vaultOnDisk';

// The screens of the shipped main.js, as one sees, hears and drags them in a real Chromium.

let vault: VaultOnDisk;
let page: Page;

const openPage = pageForEachTest();

async function open(files: Record<string, string>, query = ''): Promise<void> {
  ({ page, vault } = await openPage(files, query));
}

const person = (id: string) => page.locator(`.rapport-person-row[data-person="${id}"]`);
const command = (name: string) => runCommand(page, name);

const FILES = {
  'People/Dana Ochoa.md': profileNote({ role: 'Lead', company: 'Orbit', email: 'dana@example.com' }),
  'a.md': meetingNote({
    person: 'Dana Ochoa',
    participants: ['Omar Haddad', 'Ana Sousa'],
    summary: 'Agreed on the pilot.',
    tasks: [
      '- [?] Send the sheet. @Myself 📅 2026-01-10 #proposed',
      '- [ ] Confirm. @Dana Ochoa',
      '- [?] Ask @Omar Hadad #proposed',
    ],
  }),
  'b.md': meetingNote({
    person: 'Omar Haddad',
    participants: ['Ana Sousa'],
    date: '2026-01-09',
    tasks: ['- [x] Book @Omar Haddad ✅ 2026-01-09'],
  }),
};

describe.each(['&theme=light', '&theme=dark'])('nobody is kept out (%s)', theme => {
  test('of the list, a page, the names to sort out, the map and the brief', async () => {
    await open(FILES, theme);
    await page.locator('.rapport-sort-out').waitFor();
    expect(await barriers(page, '.rapport-view')).toEqual([]);
    await person('omar haddad').click();
    await page.locator('.rapport-fold').first().click();
    expect(await barriers(page, '.rapport-view')).toEqual([]);
    await command('Sort out people');
    await page.locator('.rapport-sort').waitFor();
    expect(await barriers(page, '.rapport-view')).toEqual([]);
    await command('Open map of people');
    await page.locator('.rapport-map-person').first().waitFor();
    expect(await barriers(page, '.rapport-map')).toEqual([]);
    await page.locator('.rapport-map-person[data-person="dana ochoa"]').click();
    await command('Prepare for meeting');
    await page.keyboard.type('Dana');
    await page.keyboard.press('Enter');
    await page.locator('.rapport-brief h1').waitFor();
    expect(await barriers(page, '.rapport-dialog .modal-content')).toEqual([]);
  });
});

describe('the list, the page and the brief', () => {
  const names = () => page.locator('.rapport-row-name').allInnerTexts();

  test('filters, sorts, groups and searches', async () => {
    await open(FILES);
    await page.getByRole('button', { name: /^They owe/ }).click();
    expect(await names()).toEqual(['Dana Ochoa']);
    await page.getByRole('button', { name: /^All/ }).click();
    await page.getByLabel('Sort and group').click();
    await page.locator('.menu-item', { hasText: 'By name' }).click();
    expect(await names()).toEqual(['Ana Sousa', 'Dana Ochoa', 'Omar Hadad', 'Omar Haddad']);
    await page.getByLabel('Sort and group').click();
    await page.locator('.menu-item', { hasText: 'Group by company' }).click();
    expect(await page.locator('.rapport-company').allInnerTexts()).toEqual(['Orbit', 'No company']);
    await page.locator('.rapport-chip').first().focus();
    await page.keyboard.type('orbit');
    expect(await names()).toEqual(['Dana Ochoa']);
    await page.keyboard.press('Enter');
    await page.locator('.rapport-person-page').waitFor();
  });

  test('a page tells who, when and what; it folds, follows and stays when pinned', async () => {
    await open(FILES);
    await person('dana ochoa').click();
    expect(await page.locator('.rapport-profile a').getAttribute('href')).toBe('mailto:dana@example.com');
    expect(await page.locator('.rapport-strip rect').count()).toBe(1);
    await page.locator('.rapport-fold').first().click();
    expect(await page.locator('.rapport-meeting-sections').innerText()).toContain('Agreed on the pilot.');
    const openNote = (path: string) =>
      page.evaluate(`workbench.app.workspace.openLinkText(${JSON.stringify(path)}, '')`);
    const shown = (name: string) => page.locator('.rapport-name', { hasText: name }).waitFor();
    await openNote('b');
    await shown('Omar Haddad');
    await page.getByLabel('Keep this page, whatever note is open').click();
    await openNote('a');
    await page.locator('.view-header-title', { hasText: /^a$/ }).first().waitFor();
    await shown('Omar Haddad');
    expect(await page.locator('.rapport-heading', { hasText: 'Recently done' }).count()).toBe(1);
    await page.keyboard.press('Escape');
  });

  test('the brief goes into the note, or becomes one', async () => {
    await open(FILES, '&mode=source');
    await page.locator('.cm-content').click();
    const prepare = async () => {
      await command('Prepare for meeting');
      await page.keyboard.type('Dana');
      await page.keyboard.press('Enter');
      await page.locator('.rapport-brief h1').waitFor();
    };
    await prepare();
    await page.getByRole('button', { name: 'Insert at cursor' }).click();
    const saved = await until(
      () => vault.read('Home.md'),
      text => text.includes('# Brief: Dana Ochoa'),
    );
    expect(saved).toContain('## Dana Ochoa owes\n\n- Confirm. ([[a]])\n');
    await prepare();
    await page.getByRole('button', { name: 'New note' }).click();
    await page
      .locator('.view-header-title', { hasText: /^Brief Dana Ochoa/ })
      .first()
      .waitFor();
  });

  test('a code block shows the brief; ? tells the keys', async () => {
    await open({ ...FILES, 'Dash.md': '```rapport\nperson: Dana Ochoa\n```\n' });
    await page.evaluate(`workbench.host.openNote('Dash.md', { mode: 'preview' })`);
    await page.locator('.rapport-block h1', { hasText: 'Brief: Dana Ochoa' }).waitFor();
    await page.locator('.rapport-chip').first().focus();
    await page.keyboard.press('?');
    await page.locator('.rapport-keys').first().waitFor();
  });
});

describe('ten thousand people', () => {
  const crowd = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [
      `${i}.md`,
      meetingNote({
        person: `Person N${i}`,
        date: `2025-${String(1 + (i % 12)).padStart(2, '0')}-15`,
        participants: Array.from({ length: 100 }, (__, n) => `First${n} Last${i * 100 + n}`),
      }),
    ]),
  );

  /** Some are on screen at once, all of them a moment later. */
  const openCrowd = async () => {
    await open(crowd);
    await page.locator('.rapport-person-row[aria-setsize="10100"]').first().waitFor();
  };

  test('scroll, with at most sixty rows in the document; search finds one of them', async () => {
    await openCrowd();
    const rows = () => page.locator('.rapport-person-row').count();
    await page.locator('.rapport-person-row').first().waitFor();
    expect(await page.locator('.rapport-person-row').first().getAttribute('aria-setsize')).toBe('10100');
    expect(await rows()).toBeLessThanOrEqual(60);
    const scroller = page.locator('.rapport-scroller');
    for (const part of [0.2, 0.5, 0.9, 1]) {
      await scroller.evaluate((el, to) => el.scrollTo(0, el.scrollHeight * to), part);
      await page.waitForFunction('document.querySelectorAll(".rapport-person-row").length > 5');
      expect(await rows()).toBeLessThanOrEqual(60);
    }
    const [last, top] = await page.evaluate<[number, number]>(
      `(() => { const el = document.querySelector('.rapport-scroller'); return [el.scrollTop + el.clientHeight - el.scrollHeight, el.scrollTop]; })()`,
    );
    expect(Math.abs(last)).toBeLessThan(2);
    expect(top).toBeGreaterThan(400_000);
    await page.getByLabel('Search people').fill('last9876');
    await page.locator('.rapport-person-row').first().waitFor();
    expect(await page.locator('.rapport-row-name').allInnerTexts()).toEqual(['First76 Last9876']);
  });

  test('the list stays where it was, also over a visit to somebody’s page', async () => {
    await openCrowd();
    const scroller = page.locator('.rapport-scroller');
    await scroller.evaluate(el => el.scrollTo(0, 100_000));
    await page.waitForFunction(
      'document.querySelector(".rapport-person-row")?.getAttribute("aria-posinset") > 1000',
    );
    const name = await page.locator('.rapport-person-row').nth(12).innerText();
    await page.locator('.rapport-person-row').nth(12).click();
    await page.locator('.rapport-back').click();
    await page
      .locator('.rapport-person-row', { hasText: name.split('\n')[0] ?? '' })
      .first()
      .waitFor();
    expect(await scroller.evaluate(el => el.scrollTop)).toBe(100_000);
  });

  test('rows taller than thought do not make the list jump, and the last one is found', async () => {
    await openCrowd();
    await page.addStyleTag({ content: '.rapport-view .rapport-person-row { min-height: 64px }' });
    const look = (go: string) =>
      page.evaluate<{ top: number; moved: number; overlaps: number }>(`(async () => {
        const el = document.querySelector('.rapport-scroller');
        const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        const rows = () => [...document.querySelectorAll('.rapport-person-row')];
        const tops = new Map(rows().map(row => [row.id, row.getBoundingClientRect().top]));
        ${go};
        await frame();
        await frame();
        const kept = rows().find(row => tops.has(row.id) && row.getBoundingClientRect().top > 200);
        const boxes = rows().map(row => row.getBoundingClientRect()).sort((a, b) => a.top - b.top);
        return {
          top: el.scrollTop,
          moved: kept ? kept.getBoundingClientRect().top - tops.get(kept.id) : NaN,
          overlaps: boxes.filter((box, i) => i > 0 && Math.abs(box.top - boxes[i - 1].bottom) > 1).length,
        };
      })()`);
    expect((await look('el.scrollTo(0, 100_000)')).overlaps).toBe(0);
    for (let times = 0; times < 5; times++)
      expect(await look('el.scrollBy(0, -200)')).toMatchObject({ moved: 200, overlaps: 0 });
    await page.getByLabel('Search people').focus();
    await page.keyboard.press('End');
    await page.locator('.rapport-person-row[aria-posinset="10100"].is-active').waitFor();
    const below = await page.evaluate<number>(
      `document.querySelector('.rapport-person-row.is-active').getBoundingClientRect().bottom -
        document.querySelector('.rapport-scroller').getBoundingClientRect().bottom`,
    );
    expect(Math.abs(below)).toBeLessThan(2);
  });
});

test('keys go on working from page to page, whatever had the focus is gone', async () => {
  await open(FILES);
  const text = () => page.evaluate<string>('document.activeElement.textContent');
  await page.getByLabel('Search people').focus();
  await page.keyboard.type('dana');
  await page.keyboard.press('Enter');
  await page.locator('.rapport-name').waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await text()).toContain('Send the sheet.');
  await page.locator('.rapport-task .rapport-reject').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.rapport-tasks', { hasText: 'Send the sheet.' }).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  expect(await text()).toMatch(/Ask|Confirm/);
  await page.keyboard.press('Escape');
  await page.locator('.rapport-person-row').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Search people');
});

test('a task or a person dropped into a note leaves a link', async () => {
  await open(FILES, '&mode=source');
  const saved = (link: string) =>
    until(
      () => vault.read('Home.md'),
      text => text.includes(link),
    );
  await person('omar haddad').dragTo(page.locator('.cm-content'));
  expect(await saved('[[Omar Haddad]]')).toContain('[[Omar Haddad]]');
  await person('dana ochoa').click();
  await page.locator('.rapport-task-text').first().dragTo(page.locator('.cm-line').first());
  expect(await saved('[[a]]')).toContain('[[a]]');
});

test('the picture keeps still for those who asked for it, and shows everybody inside its frame', async () => {
  await open(FILES);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await command('Open map of people');
  await page.waitForFunction(
    `(() => {
    const people = [...document.querySelectorAll('.rapport-map-person')];
    if (people.length < 3) return false;
    const places = people.map(each => each.getAttribute('transform')).join();
    const settled = window.lastPlaces === places;
    window.lastPlaces = places;
    return settled;
  })()`,
    undefined,
    { polling: 300 },
  );
  const frame = await page.locator('.rapport-map-picture').boundingBox();
  for (const each of await page.locator('.rapport-map-person').all()) {
    const box = await each.boundingBox();
    expect(
      box && frame && box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width,
    ).toBe(true);
  }
});

const LETTERS = 'abcdefghijklmnop';

test.each([
  ['few', 40, true],
  // So many that they are not at rest after one slice, however fast the machine.
  ['many', 200, false],
])(
  '%s people on their way: lines end where they stand, names of many come in the end',
  async (_, count, named) => {
    const meetings = Array.from({ length: count }, (_, i) => {
      const participant = `Ana Sousa${LETTERS.charAt(i / LETTERS.length)}${LETTERS.charAt(i % LETTERS.length)}`;
      return [`${i}.md`, meetingNote({ person: 'Dana Ochoa', participants: [participant] })] as const;
    });
    await open(Object.fromEntries(meetings));
    await page.evaluate(`(() => {
    const seen = window.seen = { frames: new Set(), astray: 0, named: new Set() };
    const look = () => {
      requestAnimationFrame(look);
      const people = [...document.querySelectorAll('.rapport-map-person')];
      const at = people.map(each => each.getAttribute('transform'));
      const places = new Set(at);
      if (people.length === 0 || seen.last === at.join()) return;
      seen.last = at.join();
      seen.frames.add(seen.last);
      seen.named.add(document.querySelector('.rapport-map-names text').getClientRects().length > 0);
      for (const line of document.querySelectorAll('.rapport-map-lines line'))
        for (const end of ['1', '2'])
          if (!places.has('translate(' + line.getAttribute('x' + end) + ' ' + line.getAttribute('y' + end) + ')'))
            seen.astray++;
    };
    requestAnimationFrame(look);
  })()`);
    await command('Open map of people');
    await page.waitForFunction(
      `window.seen.frames.size > 1 && !document.querySelector('.rapport-map-picture.is-moving')`,
    );
    const seen = await page.evaluate<{ astray: number; named: boolean[] }>(
      '({ astray: window.seen.astray, named: [...window.seen.named] })',
    );
    expect(seen.astray).toBe(0);
    expect(seen.named.includes(false)).toBe(!named);
    expect(await page.locator('.rapport-map-names text').first().isVisible()).toBe(true);
    // The frame has come along.
    const picture = await page.locator('.rapport-map-picture').boundingBox();
    const shown = await page.locator('.rapport-map-person').last().boundingBox();
    expect(
      shown && picture && shown.x >= picture.x && shown.x + shown.width <= picture.x + picture.width,
    ).toBe(true);
  },
);

test('written from right to left, the page stands mirrored and nothing is cut off', async () => {
  await open(FILES);
  await page.evaluate('document.body.classList.add("mod-rtl"); document.body.dir = "rtl"');
  await person('dana ochoa').click();
  await page.locator('.rapport-person-page').waitFor();
  const overflow = await page.evaluate<number>(
    `(() => { const el = document.querySelector('.rapport-person-page'); return el.scrollWidth - el.clientWidth; })()`,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const [avatar, name] = [
    await page.locator('.rapport-person-head .rapport-avatar').boundingBox(),
    await page.locator('.rapport-name').boundingBox(),
  ];
  expect((avatar?.x ?? 0) > (name?.x ?? 0)).toBe(true);
});

test.each([
  [220, en],
  [300, en],
  [480, en],
  [220, de],
  [300, de],
] as const)('at %i px nothing is cut off', async (width, words) => {
  await open(FILES, `&width=${width}&language=${words.locale}`);
  expect(await cutOff(page)).toEqual([]);
  await person('dana ochoa').click();
  expect(await cutOff(page)).toEqual([]);
  await command(words.sortOutPeople);
  await page.locator('.rapport-sort, .rapport-empty').first().waitFor();
  expect(await cutOff(page)).toEqual([]);
});

test('on a phone whatever can be pressed is 44 px high, words in a text aside', async () => {
  await open(FILES, '&phone=1');
  await page.getByLabel('Right sidebar').click();
  await page.locator('.rapport-sort-out').waitFor();
  expect(await tooSmall(page)).toEqual([]);
  await person('omar haddad').click();
  await page.locator('.rapport-person-page').waitFor();
  expect(await tooSmall(page)).toEqual([]);
  await page.locator('.rapport-back').click();
  await person('dana ochoa').click();
  expect(await tooSmall(page)).toEqual([]);
  await page.locator('.rapport-accept').first().click();
  await page.locator('.notice .rapport-undo').waitFor();
  await page.getByRole('button', { name: 'Brief', exact: true }).click();
  await page.locator('.rapport-brief h1').waitFor();
  expect(await tooSmall(page)).toEqual([]);
});

test.each(['&theme=light', '&theme=dark'])('how much is proposed can be read (%s)', async theme => {
  const tasks = Array.from({ length: 12 }, (_, i) => `- [?] Send sheet ${i} @Dana Ochoa #proposed`);
  await open({ 'a.md': meetingNote({ tasks }) }, theme);
  await page.locator('.rapport-badge', { hasText: '12' }).waitFor();
  expect(await barriers(page, '.rapport-badge')).toEqual([]);
});

test('a sentence from right to left ends at its left', async () => {
  await open({ 'a.md': meetingNote({ tasks: ['- [ ] אנא שלח את הדוח. @Dana Ochoa'] }) });
  await person('dana ochoa').click();
  const ends = await page
    .locator('.rapport-task-text')
    .first()
    .evaluate(element => {
      const [text] = element.childNodes;
      const length = text?.textContent?.length ?? 0;
      return [0, length - 1].map(at => {
        const range = document.createRange();
        range.setStart(text as Node, at);
        range.setEnd(text as Node, at + 1);
        return range.getBoundingClientRect().left;
      });
    });
  expect(ends[1]).toBeLessThan(ends[0] ?? 0);
});

test('a name of one long word is cut off nowhere', async () => {
  const name = 'Donaudampfschifffahrtsgesellschaftskapitän';
  await open({ 'a.md': meetingNote({ person: name, tasks: [`- [ ] Ask @${name}`] }) }, '&width=220');
  await person(name.toLowerCase()).click();
  await page.locator('.rapport-facts').waitFor();
  expect(await cutOff(page)).toEqual([]);
});

test('on a phone the buttons of a question stand side by side, and inside it', async () => {
  await open(FILES, '&phone=1&language=de');
  await page.setViewportSize({ width: 390, height: 844 });
  await command(de.openTriage);
  await page.locator('.rapport-do-due').click();
  await page.locator('.rapport-dialog .setting-item button').first().waitFor();
  const boxes = await page
    .locator('.rapport-dialog .setting-item button')
    .evaluateAll(all =>
      all.map(each => each.getBoundingClientRect()).map(({ left, right, top }) => ({ left, right, top })),
    );
  expect(boxes).toHaveLength(3);
  expect(boxes.every(({ left, right }) => left >= 16 && right <= 390 - 16)).toBe(true);
  expect(new Set(boxes.map(({ top }) => top)).size).toBeLessThan(3);
});

test('the map rests while nobody sees it', async () => {
  await open(FILES);
  await page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })`);
  await command('Open map of people');
  await page.locator('.rapport-map-person').first().waitFor();
  const places = () =>
    page
      .locator('.rapport-map-person')
      .evaluateAll(all => all.map(each => each.getAttribute('transform')).join());
  const before = await places();
  await page.waitForTimeout(300);
  expect(await places()).toBe(before);
  await page.evaluate('delete document.hidden');
  await page.waitForFunction(
    `[...document.querySelectorAll('.rapport-map-person')].map(each => each.getAttribute('transform')).join() !== ${JSON.stringify(before)}`,
  );
});

test('nothing moves down or up while notes are read', async () => {
  await open(FILES);
  const top = () =>
    page
      .locator('.rapport-search')
      .first()
      .evaluate(el => el.getBoundingClientRect().top);
  const before = await top();
  const during = await page.evaluate<number[]>(`new Promise(done => {
    const tops = [];
    const look = () => tops.push(document.querySelector('.rapport-search').getBoundingClientRect().top);
    const observer = new MutationObserver(look);
    observer.observe(document.querySelector('.rapport-screen'), { childList: true, subtree: true });
    workbench.app.commands.executeCommandById('rapport:rebuild-index');
    setTimeout(() => { observer.disconnect(); done(tops); }, 500);
  })`);
  expect(during.length).toBeGreaterThan(0);
  expect(new Set(during)).toEqual(new Set([before]));
});
