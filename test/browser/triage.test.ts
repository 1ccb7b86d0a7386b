import type { Page } from 'playwright-core';
import { en } from '../../src/core/words';
import { de } from '../../src/core/words/de';
import { toIsoDate } from '../../src/core/dates';
import { meetingNote } from '../notes';
import { barriers, cutOff, pageForEachTest, runCommand, tooSmall } from './openPage';
import { until, type VaultOnDisk } from './vaultOnDisk';

// Triage in the shipped main.js, by keyboard and by finger, in a real Chromium.

let page: Page;
let vault: VaultOnDisk;

const openPage = pageForEachTest();

async function openTriage(files: Record<string, string>, query = ''): Promise<void> {
  ({ page, vault } = await openPage(files, query));
  await runCommand(page, 'Open triage');
  await page.locator('.rapport-focus').waitFor();
  await compared();
}

/** Until it is known what says the same: the order may change before. */
const compared = () =>
  page.locator('.rapport-triage-count', { hasText: 'comparing' }).waitFor({ state: 'detached' });

const TODAY = toIsoDate(new Date());
const TOMORROW = toIsoDate(new Date(Date.now() + 24 * 60 * 60 * 1000));

/** A hundred things, each proposed twice in other words: 200 proposals in 40 notes of every make. */
const THINGS =
  'anchor atlas bakery ballast banner basket beacon bellows bicycle binder blanket blueprint boiler bracket bridge brochure bucket bulletin burner buzzer cabinet calendar camera canopy carpet casket catalogue cellar ceramic chandelier chapel chariot chimney chisel circuit citrus clamp cloister coaster cobbler compass compost conveyor copper corridor cradle crayon crossing crystal cupola curtain cushion cylinder dashboard decanter diary dinghy dispenser dossier drainage drawer drum easel elevator emblem enamel engine envelope escalator fabric façade faucet festival filament flagpole flute foundry fountain freezer furnace gallery garage garland gazebo generator girder glacier glossary granary gravel grinder guitar hammock hangar harbour harness harvest heater hedge helmet'.split(
    ' ',
  );

const WORDINGS = [
  (thing: string) => `Send the ${thing} estimate to Dana before the review.`,
  (thing: string) => `Share estimate of the ${thing} with Dana, as requested.`,
];

/** What stands around the words: every make of line the field notes name. */
const LINES: readonly ((text: string) => string)[] = [
  text => `- [?] ${text} @Myself 📅 2026-01-20 ⏫ #task #proposed`,
  text => `- [ ?] ${text} @Dana Ochoa #task #proposed #auto`,
  text => `  - [?] ${text} #proposed @TBD 🔼`,
  text => `* [?] ${text} @Myself #task #proposed ^b${THINGS.findIndex(thing => text.includes(thing))}`,
  text => `- [?] ${text} @Myself ğŸ“… 2025-11-08 â« #task #proposed`,
];

function vaultOfProposals(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < 40; i++) {
    // Both wordings of a thing stand in notes on one meeting.
    const [pair, which] = [i >> 1, i % 2];
    const texts = THINGS.slice(pair * 5, pair * 5 + 5).map(thing => WORDINGS[which]?.(thing) ?? '');
    const note = meetingNote({
      title: `Sync ${pair}${which === 0 ? '' : ', again'}`,
      date: `2026-01-${String(1 + pair).padStart(2, '0')}`,
      tasks: texts.map((text, n) => LINES[(i + n) % LINES.length]?.(text) ?? ''),
    }).replace('person:', `source_ref: mail-${pair}\nperson:`);
    files[`Meetings/${i}.md`] = i % 5 === 1 ? note.replaceAll('\n', '\r\n') : note;
  }
  return files;
}

type Decide = (line: string) => string;
const unproposed = (line: string, symbol: string) =>
  line.replace(/\[ ?\?\]/, `[${symbol}]`).replace(' #proposed', '');
const withSign = (line: string, sign: string) =>
  line.replace(/( \^b\d+)?(\r?)$/, (_, id = '', end = '') => ` ${sign}${id}${end}`);
const accept: Decide = line => unproposed(line, ' ');
const reject: Decide = line => withSign(unproposed(line, '-'), `❌ ${TODAY}`);
const later: Decide = line => withSign(line, `⏳ ${TOMORROW}`);
const duplicateOf =
  (note: string): Decide =>
  line =>
    reject(line).replace(/\.(?= )/, `. (duplicate of [[${note}]])`);

const text = () => page.locator('.rapport-focus-text').innerText();

test('two hundred proposals by keyboard alone: every byte, and undone', async () => {
  const files = vaultOfProposals();
  await openTriage(files);
  const noteOf = (words: string) => Object.keys(files).find(path => files[path]?.includes(words)) ?? '';
  const decided = new Map<string, Decide>();
  const pressed: string[] = [];
  const press = async (key: string) => {
    pressed.push(key);
    await page.keyboard.press(key);
  };
  let steps = 0;
  const decide = async (key: string, how: Decide) => {
    decided.set(await text(), how);
    await press(key);
    steps++;
  };
  for (let round = 0; decided.size < 200; round++) {
    const words = await text();
    const twins = await page.locator('.rapport-twins .is-proposed .rapport-task-text').allInnerTexts();
    expect([words, twins.length]).toEqual([words, 1]);
    switch (round % 4) {
      case 0: {
        await decide('1', accept);
        const of = noteOf(words).replace(/\.md$/, '').replace('Meetings/', '');
        for (const twin of twins) decided.set(twin, duplicateOf(of));
        await press('t');
        steps++;
        break;
      }
      case 1:
        for (const twin of twins) decided.set(twin, reject);
        await press('c');
        await decide('3', reject);
        break;
      case 2:
        await decide('3', reject);
        await decide('1', accept);
        break;
      case 3:
        await press('h');
        decided.set(words, later);
        await page.keyboard.type('tomorrow');
        await press('Enter');
        steps++;
        await until(text, now => now !== words);
        await decide('1', accept);
    }
  }
  await page.locator('.rapport-nothing').waitFor();
  const expected = Object.fromEntries(
    Object.entries(files).map(([path, note]) => [path, afterDecisions(note, decided)]),
  );
  const disk = async () =>
    Object.fromEntries(
      await Promise.all(Object.keys(files).map(async path => [path, await vault.read(path)])),
    );
  expect(await until(disk, now => same(now, expected))).toEqual(expected);

  for (let i = 0; i < steps; i++) await page.keyboard.press('u');
  expect(await until(disk, now => same(now, files))).toEqual(files);
  await page.locator('.rapport-focus').waitFor();
  // The screen hears of the notes once they are written.
  const count = () => page.locator('.rapport-triage-count').innerText();
  expect(await until(count, now => now === '200 proposals')).toBe('200 proposals');
});

function afterDecisions(note: string, decided: ReadonlyMap<string, Decide>): string {
  return note
    .split('\n')
    .map(line => {
      const found = [...decided].find(([words]) => line.includes(words));
      return found ? found[1](line) : line;
    })
    .join('\n');
}

const same = (a: Record<string, string>, b: Record<string, string>) =>
  JSON.stringify(a) === JSON.stringify(b);

const FILES = {
  'a.md': meetingNote({
    summary: 'Agreed on the pilot.',
    tasks: [
      '- [?] Send the sizing sheet for the second cluster. @Myself 📅 2026-01-10 ⏫ #proposed',
      '- [?] Confirm the launch regions with Omar before the end of the month. @Omar Haddad #proposed',
      '- [?] Find an escrow agent. @TBD #proposed',
    ],
  }),
  'b.md': meetingNote({
    date: '2026-01-07',
    tasks: ['- [?] Send sizing sheet for the second cluster, as requested. @Myself #proposed'],
  }),
};

test.each(['&theme=light', '&theme=dark'])('nobody is kept out (%s)', async theme => {
  await openTriage(FILES, theme);
  await page.locator('.rapport-twins li').first().waitFor();
  await page.locator('.rapport-excerpt li').first().waitFor();
  expect(await barriers(page, '.rapport-triage')).toEqual([]);
  await page.keyboard.press('1');
  await page.keyboard.press('x');
  expect(await barriers(page, '.rapport-triage')).toEqual([]);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('3');
  await page.locator('.rapport-lines li').first().waitFor();
  // The button's colours are the app's own.
  expect(await barriers(page, '.rapport-choices')).toEqual([]);
});

test('a key that is held decides one task', async () => {
  await openTriage(FILES);
  await page.keyboard.down('3');
  for (let i = 0; i < 3; i++) await page.keyboard.down('3');
  await page.keyboard.up('3');
  expect(await page.locator('.rapport-triage-count').innerText()).toBe('1 of 4 decided');
});

test('keys still work after a button was pressed and after a dialog', async () => {
  await openTriage(FILES);
  await page.locator('.rapport-do-reject').first().click();
  await page.keyboard.press('p');
  await page.locator('.prompt').waitFor();
  await page.keyboard.press('Escape');
  const before = await text();
  await page.keyboard.press('3');
  expect(await until(text, now => now !== before)).not.toBe(before);
});

test.each([
  [220, en],
  [300, en],
  [480, en],
  [220, de],
  [300, de],
] as const)('in a sidebar of %i px nothing is cut off', async (width, words) => {
  ({ page, vault } = await openPage(FILES, `&width=${width}&language=${words.locale}`));
  await page.getByRole('button', { name: new RegExp(`^${words.peopleFilters.proposed}`) }).click();
  await page.getByRole('button', { name: words.decideOneByOne }).click();
  await compared();
  await page.locator('.rapport-twins li').first().waitFor();
  await page.locator('.rapport-excerpt li').first().waitFor();
  expect(await cutOff(page)).toEqual([]);
  await page.locator('.rapport-do-accept').click();
  expect(await cutOff(page)).toEqual([]);
});

test('by finger: right accepts, left rejects, a little does nothing', async () => {
  await openTriage(FILES, '&phone=1');
  expect(await tooSmall(page)).toEqual([]);
  const touch = await page.context().newCDPSession(page);
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const swipe = async (by: number) => {
    const box = await page.locator('.rapport-focus').boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 20];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let step = 1; step <= 5; step++)
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: [{ x: x + (by * step) / 5, y }],
      });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const first = await text();
  await swipe(40);
  expect(await text()).toBe(first);
  await swipe(170);
  expect(await until(text, now => now !== first)).not.toBe(first);
  const second = await text();
  await swipe(-170);
  await until(text, now => now !== second);
  const disk = async () => (await vault.read('a.md')) + (await vault.read('b.md'));
  const saved = await until(disk, now => now.includes('[ ]') && now.includes('[-]'));
  expect(saved.split('\n').find(line => line.includes(first))).toMatch(/^- \[ \]/);
  expect(saved.split('\n').find(line => line.includes(second))).toMatch(/^- \[-\]/);
});
