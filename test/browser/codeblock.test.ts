import { meetingNote } from '../notes';
import { barriers, cutOff, pageForEachTest, type OpenPage } from './openPage';

let open: OpenPage;
const openPage = pageForEachTest();

const FILES = {
  'a.md': meetingNote({
    person: 'Dana Ochoa',
    participants: ['Omar Haddad', 'Ana Sousa', 'Timo Varga'],
    summary: 'We went through the sizing sheet and agreed to halve the first cluster.',
    tasks: ['- [?] Draft the plan for the second depot @Dana Ochoa #proposed', '- [ ] Sign @Omar Haddad'],
  }),
  'b.md': meetingNote({ person: 'Omar Haddad', participants: ['Ana Sousa'], date: '2026-01-09' }),
};
const block = (...lines: string[]) => ['```rapport', ...lines, '```', ''].join('\n');
const SHOWS = ['proposed', 'owed', 'owing', 'meetings', 'map'].map(show => block(`show: ${show}`)).join('\n');

async function openBlocks(blocks: string, query = ''): Promise<void> {
  open = await openPage({ ...FILES, 'Blocks.md': blocks }, query);
  await open.page.evaluate(`window.workbench.host.openNote('Blocks.md', { mode: 'preview' })`);
  await open.page.locator('.rapport-block').first().waitFor();
}

test.each(['', '&phone=1', '&theme=dark'])('%j keeps nobody out, and cuts nothing off', async query => {
  await openBlocks(SHOWS + block('shwo: owed', 'limit: 0'), query);
  await open.page.locator('.rapport-block .rapport-map-person').first().waitFor();
  expect(await barriers(open.page, '.markdown-preview-view')).toEqual([]);
  expect(await cutOff(open.page, '.rapport-block')).toEqual([]);
});

test('a map below the screen rests until it is scrolled to', async () => {
  await openBlocks('A line.\n\n'.repeat(100) + block('show: map'));
  const places = () =>
    open.page
      .locator('.rapport-block .rapport-map-person')
      .evaluateAll(all => all.map(each => each.getAttribute('transform')).join());
  const before = await places();
  await open.page.waitForTimeout(500);
  expect(await places()).toBe(before);
  await open.page.locator('.rapport-block').scrollIntoViewIfNeeded();
  await open.page.waitForFunction(
    `[...document.querySelectorAll('.rapport-block .rapport-map-person')]
      .map(each => each.getAttribute('transform')).join() !== ${JSON.stringify(before)}`,
  );
});
