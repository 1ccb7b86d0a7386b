import { meetingNote } from '../notes';
import { pageForEachTest } from './openPage';
import { until } from './vaultOnDisk';

// The app's own menus, with a pointer that has a place.

const openPage = pageForEachTest();

const NOTE = meetingNote({
  person: 'Dana Ochoa',
  tasks: ['- [?] First @Myself #proposed', '- [?] Second, see [[Dana Ochoa]] #proposed'],
});

test('a right click in the editor is about what lies under the pointer', async () => {
  const { page, vault } = await openPage({ 'a.md': NOTE });
  await page.locator('.nav-file-title[data-path="a.md"]').click();
  await page.evaluate(`workbench.host.openNote('a.md', { mode: 'source' })`);
  await page.locator('.cm-line', { hasText: 'First' }).click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Reject' }).click();
  expect(
    await until(
      () => vault.read('a.md'),
      text => text.includes('- [-] First'),
    ),
  ).toContain('- [?] Second');

  await page.locator('.cm-hmd-internal-link').click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Open person' }).click();
  await page.locator('.rapport-view', { hasText: 'Dana Ochoa' }).waitFor();
});

test('a right click on a note in the list of files decides all its proposals', async () => {
  const { page, vault } = await openPage({ 'a.md': NOTE });
  await page.locator('.nav-file-title[data-path="a.md"]').click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Promote all' }).click();
  const text = await until(
    () => vault.read('a.md'),
    now => !now.includes('#proposed'),
  );
  expect(text).toContain('- [ ] Second, see [[Dana Ochoa]]');
});
