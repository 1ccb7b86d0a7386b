import { $, browser, expect } from '@wdio/globals';
import { before, describe, it } from 'mocha';
import { obsidianPage } from 'wdio-obsidian-service';

const NOTE = 'Meetings/2026/2026-11-20 - Aarhus depot walk.md';
const PROPOSED =
  '- [?] Send Omar the drawing of the charging corner. @Myself 📅 2026-11-25 ⏫ #task #proposed #auto';
const PROMOTED = '- [ ] Send Omar the drawing of the charging corner. @Myself 📅 2026-11-25 ⏫ #task #auto';

const command = id => browser.executeObsidianCommand(`rapport:${id}`);

describe('Rapport in the app', () => {
  before(() => obsidianPage.resetVault('test/sample-vault'));

  it('lists the people of the vault', async () => {
    await command('open-people-sidebar');
    await expect($('.rapport-person-row')).toBeExisting();
  });

  it('promotes the task at the cursor, and takes it back', async () => {
    await obsidianPage.openFile(NOTE);
    const line = await browser.executeObsidian(({ app, obsidian }, proposed) => {
      const { editor } = app.workspace.getActiveViewOfType(obsidian.MarkdownView);
      const number = editor.getValue().split('\n').indexOf(proposed);
      editor.setCursor(number, 0);
      return number;
    }, PROPOSED);
    const textOfLine = () =>
      browser.executeObsidian(
        ({ app, obsidian }, number) =>
          app.workspace.getActiveViewOfType(obsidian.MarkdownView).editor.getLine(number),
        line,
      );
    await command('promote-task');
    await browser.waitUntil(async () => (await textOfLine()) === PROMOTED);
    await command('undo-last-change');
    await browser.waitUntil(async () => (await textOfLine()) === PROPOSED);
  });

  it('opens triage, a brief and the map', async () => {
    await command('open-triage');
    await expect($('.rapport-focus')).toBeExisting();
    await command('open-map');
    await expect($('.rapport-map')).toBeExisting();
  });
});
